products-title = Produits
products-deck = { $count ->
    [0] Aucun produit n’est encore décrit.
    [one] Un produit interne : ce qu’il fait, pour qui, et le temps qu’il a pris.
   *[other] { $count } produits internes : ce qu’ils font, pour qui, et le temps qu’ils ont pris.
}
products-none = Aucun produit pour l’instant : ils paraîtront ici dès qu’un premier sera décrit.
products-passages = Ce qui passe de l’un à l’autre
products-passage = De { $from } à { $to } : { $what }
products-time-note = Effort, durée et part ne se convertissent pas entre eux : chacun est écrit comme il est donné.

product = Produit interne
product-form = Forme
product-audience = Public
product-stage = Stade
product-stage-idea = idée
product-stage-beta = version bêta
product-stage-online = en ligne
product-stage-withdrawn = retiré
product-at = à la date : { $name }
product-url = Adresse
product-online-nil = en ligne à quelle date : non précisé
product-clients = Clients
product-event = Événement
product-events = Événements
product-team = Équipe
product-contributors = Autres intervenants
product-time = Temps passé
product-time-whole = pour tout le produit
product-period = Période
product-aliases = Autres noms
product-purpose = But
product-features = Fonctions
product-comparison = Ce qui est comparé
product-comparison-caption = Tâches et fournisseurs comparés
product-comparison-key = Un tiret : résultat non précisé.
product-lacks-results = résultats
product-task = Tâche
product-tasks = { $count ->
    [0] Aucune tâche
    [one] Une tâche
   *[other] { $count } tâches
}
product-vendors = Fournisseurs
product-vendor-count = { $count ->
    [0] aucun fournisseur
    [one] un fournisseur
   *[other] { $count } fournisseurs
}
product-result-nil = résultat non précisé
product-steps = Étapes
product-step-result = Résultat :
product-technologies = Techniques
product-difficulties = Difficultés
product-technical = technique
product-organisational = d’organisation
product-human = humaine
product-decisions = Décisions
product-planned = Prévu
product-decided = Décidé
product-decided-by = Par
product-decided-at = Date
product-reason = Raison
product-reuses = Reprises
product-reuses-from = Ce qu’il reprend
product-reuses-to = Ce que d’autres lui reprennent
product-outcomes = Bilan
product-practices = Pratiques
product-previous = Produit précédent
product-following = Produit suivant
