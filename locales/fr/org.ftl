org-title = Organigramme
org-people = { $count ->
    [one] Une personne
   *[other] { $count } personnes
}
org-deck-none = Personne n’y paraît encore.
org-deck-today = { $people } aujourd’hui, { $when }.
org-deck-latest = { $people } { $when }, la dernière date à laquelle une présence est certaine. N’est tracé que ce que les sources disent ou laissent déduire.
org-deck-unsure = { $people } dont la présence n’est certaine à aucune date.
org-deck-possible = { $count ->
    [one] De l’une d’elles la présence n’est pas certaine.
   *[other] De { $count } d’entre elles la présence n’est pas certaine.
}
org-empty = Aucun poste, aucun contrat
org-empty-todo = L’organigramme se dessinera dès qu’un poste ou une personne de l’entreprise sera décrit. Voir aussi :
org-drawing = Dessin de l’organigramme
org-figure = Organigramme de { $portal }, { $date }
org-figure-upright = { $name }, dessin vertical
org-phone = Le dessin demande un écran plus large ; le même contenu :
org-caption = Figure.
org-caption-body = Aucun lien n’est donné entre les membres de l’instance « { $name } ».
org-too-many = L’organigramme compte { $count } places, plus que le dessin n’en montre lisiblement : il est donné en liste.
org-list = En liste
org-no-line-among = Aucun lien donné entre ses membres.
org-unknown = Rattachement non précisé
org-unknown-why = aucun lien donné
org-no-post = poste non précisé
org-possible = présence non certaine
org-dotted = fonctionnel
org-other-line = aussi : { $name }
org-and-others = et { $count } autres
org-legend-stated = lien énoncé
org-legend-dotted = lien fonctionnel
org-legend-inferred = lien déduit du texte
org-legend-unknown = rattachement non précisé
org-hierarchy = La hiérarchie
org-bodies = Les instances
org-members = Membres :
org-members-unknown = composition non précisée
org-partly = La liste ne montre que les premiers niveaux ; ce qui est au-dessous d’une place s’ouvre depuis elle.
org-whole = Tout l’organigramme
org-below = { $count ->
    [one] et une place au-dessous
   *[other] et { $count } places au-dessous
}
calendar-title = Qui est là, quand
calendar-figure = Présences connues, mois par mois
calendar-certain = en plein, présence certaine
calendar-deduced = en tirets, mois énoncés, année déduite
calendar-doubtful = en tirets, bornes incertaines
calendar-unknown = en pointillé, bornes non précisées
calendar-and = { " ; " }
calendar-year = année déduite
calendar-bounds = bornes non précisées
calendar-others = { $count ->
    [one] Une autre personne n’y figure pas.
   *[other] { $count } autres personnes n’y figurent pas.
}
