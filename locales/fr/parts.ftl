# Ce que les pages de plusieurs rubriques montrent de même.
stated = énoncé
inferred = déduit
missing = non précisé
missing-colon = { " " }:{ " " }
nil = non précisé
turn = Pages voisines
brief = En bref
this-page-sources = Sources de cette fiche
