missions-title = Missions
missions-deck = { $count ->
    [0] Aucune mission n’est encore décrite.
    [one] Une mission, avec son client, son offre, son équipe et ses techniques.
   *[other] { $count } missions, chacune avec son client, son offre, son équipe et ses techniques.
}
missions-deck-filtered = { $number ->
    [none] Aucune mission, des { $all } que compte le portail, ne répond à ces filtres.
    [one] Une mission sur { $all } répond à ces filtres.
   *[several] { $found } missions sur { $all } répondent à ces filtres.
}
missions-count = { $count ->
    [0] aucune mission
    [one] 1 mission
   *[other] { $count } missions
}
missions-none = Aucune mission pour l’instant : elles paraîtront ici dès qu’une première sera décrite.
missions-nothing = Aucune mission ne répond à tous ces filtres ensemble.
missions-nothing-todo = Retirez-en un ci-dessus, ou :
missions-clear = Tout retirer
missions-unfiltered = aucun filtre
missions-filter = Filtrer par offre, état, client, équipe, technique
missions-filter-active = { $count ->
    [one] Filtrer (1 actif)
   *[other] Filtrer ({ $count } actifs)
}
missions-filters = Filtrer les missions
missions-active = Filtres actifs
missions-remove = Retirer le filtre { $facet } : { $value }
missions-more = { $count ->
    [one] 1 autre
   *[other] { $count } autres
}
missions-more-still = { $count ->
    [one] et 1 autre, trop rare pour cette liste
   *[other] et { $count } autres, trop rares pour cette liste
}
missions-any-offer = Toutes
missions-any-state = Tous
missions-any-client = Tous
missions-any-person = Tout le monde
missions-any-technology = Toutes
missions-sort = Trier par
missions-sort-apply = Appliquer
missions-by-title = nom
missions-by-offer = offre
missions-by-state = état
missions-sorted-by-title = Missions, triées par nom
missions-sorted-by-offer = Missions, triées par offre
missions-sorted-by-state = Missions, triées par état
missions-key-done = étape faite
missions-key-running = en cours
missions-key-planned = convenue ou proposée
missions-key-go = décision GO

mission = Mission
mission-state = État
mission-state-planned = prévue
mission-state-running = en cours
mission-state-done = terminée
mission-state-stopped = arrêtée
mission-state-at = à la date : { $name }
mission-client = Client
mission-client-nature-nil = nature non précisée
mission-client-person = C’est une personne :
mission-client-activity = Activité du client
mission-team = Équipe
mission-period = Période
mission-planned = Durée prévue
mission-taken = Durée réelle
mission-time = Temps passé
mission-follows = Fait suite à
mission-followed = Suites
mission-sources = Source
mission-previous = Mission précédente
mission-following = Mission suivante

mission-aim = Objectif
mission-aims = À plus long terme
mission-needs = Besoins
mission-data = Données
mission-phases = Phases
mission-phase = Phase { $count }
mission-phases-caption = Les phases et les décisions qui les ouvrent. Les longueurs ne mesurent rien.
mission-phase-work = Travail
mission-phase-result = Résultat
mission-dates = Dates
mission-undated = dates non précisées
mission-lacks-dates = dates
mission-lacks-results = résultats
mission-gate = Condition
mission-gate-go-no-go = GO / NO GO
mission-gate-signature = signature
mission-gate-go = GO
mission-gate-no-go = NO GO
mission-gate-signed = signée
mission-gate-refused = refusée
mission-gate-pending = ?
mission-gate-undecided = décision non précisée
mission-decided = Décision
mission-by-client = par le client
mission-by-person = par { $name }
mission-decider-nil = par qui : non précisé
mission-date-nil = date non précisée
mission-deliverables = Livrables
mission-contributors = Autres intervenants
mission-technologies = Techniques
mission-trials = Essais
mission-trial-within = avec
mission-trial-candidates = { $count ->
    [one] un candidat nommé
   *[other] { $count } candidats
}
mission-criterion = critère
mission-winner = retenu
mission-no-score = score non précisé
mission-steps = Traitement
mission-difficulties = Difficultés
mission-technical = Techniques
mission-organisational = D’organisation
mission-human = Humaines
mission-other = Autres
mission-outcomes = Bilan et leçons
mission-outcomes-nil = résultats non précisés
mission-objectives = Objectifs
mission-schedule = Calendrier
mission-judgement = Jugement
mission-benefit = Bénéfice
mission-lessons = Leçons
