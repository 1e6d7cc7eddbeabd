# Ce que les pages de plusieurs rubriques montrent de même.
stated = énoncé
inferred = déduit
missing = non précisé
missing-colon = { " " }:{ " " }
nil = non précisé
turn = Pages voisines
brief = En bref
this-page-sources = Sources de cette fiche
nil-plural = non précisés
nil-feminine = non précisée
nil-feminine-plural = non précisées
pager = Pages de la liste
pager-page = Page { $count }
pager-place = page { $page } sur { $pages }
pager-range = { $first } à { $last } sur { $total }
pager-previous = Page précédente
pager-next = Page suivante
