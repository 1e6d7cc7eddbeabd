activity-title = Activité
activity-deck = Chaque ligne est un changement. Aucun ne s’efface.
activity-filter = Filtrer l’activité
activity-none = Rien n’a encore changé.
activity-nothing = Aucun changement ne répond à ces filtres.
activity-who = Qui
activity-way = Voie
activity-from = Depuis le
activity-to = Jusqu’au
activity-do = Filtrer
activity-active = Filtres
activity-clear = Tout retirer
activity-remove = Ôter le filtre : { $name }
activity-since = depuis le { $name }
activity-until = jusqu’au { $name }
activity-any-kind = toutes les natures
activity-any-way = toutes les voies
activity-any-one = tout le monde
activity-option = { $words }, { $count }
activity-count = { $count ->
    [0] Aucun changement
    [one] { $count } changement
   *[other] { $count } changements
}
activity-created = fiche créée
activity-changed = fiche modifiée
activity-removed = fiche retirée
activity-back = fiche restaurée
activity-restored = version d’avant reprise
activity-hidden = une fiche retirée
activity-saves = { $count ->
    [one] une fois
   *[other] { $count } fois
}
activity-documents = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
activity-new = { $count ->
    [one] { $count } créée
   *[other] { $count } créées
}
activity-gone = { $count ->
    [one] { $count } retirée
   *[other] { $count } retirées
}
activity-compare = Comparer
activity-compare-of = Comparer : { $name }
activity-see-all = Voir les { $count }
activity-see-all-of = Voir les { $count } fiches de ce changement
activity-one = Un changement
moment-day-today = Aujourd’hui
moment-day-yesterday = Hier
