# Ce que les pages de plusieurs rubriques montrent de même.
stated = énoncé
inferred = déduit
missing = non précisé
missing-colon = { " " }:{ " " }
nil = non précisé
turn = Pages voisines
brief = En bref
this-page-sources = Sources de cette fiche
times-attested = attesté { $name }
times-begin = début : { $name }
times-end = fin : { $name }
times-in = en { $name }
times-on-day = le { $name }
nil-plural = non précisés
nil-feminine = non précisée
nil-feminine-plural = non précisées
pager-of = Pages de la liste, page { $count } affichée
pager-page = Page { $count }
pager-place = page { $page } sur { $pages }
pager-range = { $first } à { $last } sur { $total }
pager-previous = Page précédente
pager-next = Page suivante
time-effort = effort : { $name }
time-duration = durée : { $name }
time-share = part : { $name }
time-hours = { $time } { $number ->
    [one] heure
   *[other] heures
}
time-days = { $time } { $number ->
    [one] jour
   *[other] jours
}
time-weeks = { $time } { $number ->
    [one] semaine
   *[other] semaines
}
time-months = { $time } mois
role-nil = rôle non précisé
use-technology = Technique
uses-caption = Techniques, et à quoi elles servent
use-role = Rôle
use-sources = Source
organisation-company = entreprise
organisation-start-up = start-up
organisation-body = organisme
organisation-school = école
organisation-network = réseau
organisation-vendor = fournisseur
organisation-individual = particulier
organisation-small = petite structure
aliases = Autre nom
tabs-work = Travail pour des clients
tabs-reading = À lire
role-source = source
role-target = cible
role-method = méthode
role-tool = outil
role-data = données
role-problem = problème
role-language = langage
others-missions = { $count ->
    [one] et une autre mission
   *[other] et { $count } autres missions
}
others-people = { $count ->
    [one] et une autre personne
   *[other] et { $count } autres personnes
}
others-documents = { $count ->
    [one] et une autre fiche
   *[other] et { $count } autres fiches
}
others-trials = { $count ->
    [one] et un autre essai
   *[other] et { $count } autres essais
}
others-articles = { $count ->
    [one] et un autre article
   *[other] et { $count } autres articles
}
others-posts = { $count ->
    [one] et un autre poste
   *[other] et { $count } autres postes
}
picture-credit = Crédit :
number = { $count }
