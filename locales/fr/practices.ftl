practices-title = Pratiques
practices-deck = { $count ->
    [0] Aucune pratique n’est encore décrite : elles paraîtront ici dès qu’elles seront saisies.
    [one] Une manière de travailler, à quoi elle sert et ce qu’elle a changé.
   *[other] { $count } manières de travailler, à quoi elles servent et ce qu’elles ont changé.
}
practices-here = Sur cette page
practice = Pratique
practice-aliases = Autres noms
practice-participants = Qui
practice-frequency = Fréquence
practice-day = Jour
practice-hours = Heure
practice-duration = Durée
practice-duration-nil = durée non précisée
practice-shared-nil = le reste, partage non précisé
practice-text-nil = contenu non précisé
practice-purpose-nil = rôle non précisé
practice-aim = Ce qu’on y cherche
practice-parts = Déroulement
practice-parts-count = { $count ->
    [one] Une partie
   *[other] { $count } parties
}
practice-agenda = En plein, la durée de chaque partie.
practice-agenda-gaps = En plein, durée donnée ; en pointillé, durée non précisée.
practice-hour = { $name } h
practice-outcome = Ce qui en est sorti
practice-introduced = Ce qu’elle a fait entrer
practice-tools = Avec quoi
practice-applications = Mise en pratique
practice-previous = Pratique précédente
practice-following = Pratique suivante
