org-title = Organigramme
org-people = { $count ->
    [0] Personne
    [one] Une personne
   *[other] { $count } personnes
}
org-deck-none = Personne n’y paraît encore.
org-deck-today = { $people } aujourd’hui, { $when }.
org-deck-latest = { $people } { $when }, la dernière date à laquelle une présence est certaine. N’est tracé que ce que les sources disent ou laissent déduire.
org-deck-unsure = { $people } aujourd’hui, { $when }, sans que leur présence soit certaine.
org-deck-possible = { $count ->
    [one] De l’une d’elles la présence n’est pas certaine.
   *[other] De { $count } d’entre elles la présence n’est pas certaine.
}
org-deck-asked = { $people } { $when }.
org-deck-all-possible = La présence d’aucune n’y est certaine.
org-empty = Aucun poste, aucun contrat
org-empty-todo = L’organigramme se dessinera dès qu’un poste ou une personne de l’entreprise sera décrit. Voir aussi :
org-drawing = Dessin de l’organigramme
org-figure = Organigramme de { $portal }, { $date }
org-phone = Le dessin demande un écran plus large ; la liste qui suit donne le même contenu.
org-caption = Figure.
org-caption-body = Aucun lien n’est donné entre les membres de l’instance « { $name } ».
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
org-legend-dotted-inferred = lien fonctionnel déduit du texte
org-legend-unknown = rattachement non précisé
org-hierarchy = La hiérarchie
org-bodies = Les instances
org-members = Membres :
org-members-unknown = composition non précisée
org-partly = La liste ne montre que ce qui est déplié ; ce qui est au-dessous d’une place s’ouvre depuis elle.
org-whole = Tout l’organigramme
org-arrangement = Disposition
org-vertical = verticale
org-compact = compacte
org-find = Situer une personne
org-find-do = Situer
org-found-none = Personne ne s’appelle « { $name } » dans cet organigramme.
org-found-several = Plusieurs personnes répondent à « { $name } ». Laquelle ?
org-fold-all = Tout replier
org-open-all = { $count ->
    [one] Tout ouvrir, une personne
   *[other] Tout ouvrir, { $count } personnes
}
org-compare = Comparer avec une date
org-compare-do = Comparer
org-compare-end = Ne plus comparer
org-differences-none = Rien ne change entre ces deux dates, d’après ce qui est connu.
org-difference-before = avant : { $name }
org-difference-after = après : { $name }
org-joined = arrivée
org-joined-possibly = arrivée possible
org-left = départ
org-left-possibly = départ possible
org-moved = changement de place
org-moved-possibly = changement de place possible
org-renamed = nouveau titre
org-renamed-possibly = nouveau titre possible
org-doubted = présence qui n’est plus certaine
org-assured = présence devenue certaine
org-departed = Ne sont plus là
org-chain = Chaîne de commandement
org-reports = { $count ->
    [one] Une place rattachée directement :
   *[other] { $count } places rattachées directement :
}
org-reports-none = Personne ne lui est rattaché.
org-to-page = La page de { $name }
org-branch-title = { $name }, une branche de l’organigramme
org-person-title = { $name } dans l’organigramme
org-absent-title = Cette branche n’existe pas
org-absent-then = { $name } n’est pas dans l’organigramme { $when }.
org-absent-outside = { $name } ne fait pas partie de l’entreprise, et n’est donc pas dans l’organigramme.
org-absent-branch = Aucun poste de cette adresse n’est dans l’organigramme { $when }.
org-absent-times = Présences connues :
org-absent-chart = Tout l’organigramme à cette date
org-absent-page = Sa page :
org-under = sous
org-place-under = sous { $name }
org-place-unknown = rattachement non précisé
org-heads-direct = { $count ->
    [one] 1 personne rattachée
   *[other] { $count } personnes rattachées
}
org-heads = { $direct }, { $total } en tout
org-vacant-below = { $count ->
    [one] un poste vacant
   *[other] { $count } postes vacants
}
org-of-holder = { $name } : { $text }
org-larger = Agrandir le dessin
org-smaller = Réduire le dessin
org-fit = Ajuster le dessin à la page
org-fit-do = Ajuster
org-caption-list = La liste qui suit donne le même contenu.
org-caption-counts = À droite de chaque nom : personnes rattachées directement · en tout.
org-legend-vacant = poste vacant
org-legend-possible = présence non certaine
org-legend-chain = chaîne de commandement
org-legend-folded = équipe repliée, son nombre l’ouvre
org-legend-folded-there = équipe repliée, avec son nombre
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
org-download = Télécharger
org-download-label = Télécharger l’organigramme
org-foot = { $title } · { $people }
org-certain = présence certaine
org-csv-name = Nom
org-csv-title = Titre
org-csv-short = Titre court
org-csv-functions = Fonctions
org-csv-bodies = Instances
org-csv-above = Rattachement
org-csv-dotted = Rattachement fonctionnel
org-csv-line = Lien
org-csv-contract = Contrat
org-csv-since = Depuis
org-csv-until = Jusqu’à
org-csv-presence = Présence
org-csv-level = Niveau
org-csv-page = Page
org-foot-folded = { $count ->
    [one] Une place est dans une équipe repliée, et n’y figure pas.
   *[other] { $count } places sont dans des équipes repliées, et n’y figurent pas.
}
org-foot-follows = { $count ->
    [one] Une place est dans une équipe repliée, qui a sa feuille plus loin.
   *[other] { $count } places sont dans des équipes repliées, qui ont chacune leur feuille plus loin.
}
org-foot-branch = Équipe de { $name }
org-files-one-date = Les fichiers sont d’une seule date : { $name }.
org-differences-same = { $name }, comparé avec lui-même
org-phone-drawing = Voir le dessin
org-member-of = membre de : { $name }
org-legend-member = membre d’une instance
