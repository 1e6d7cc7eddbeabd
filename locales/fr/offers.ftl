offers-title = Offres
offers-deck = { $count ->
    [0] Aucune offre n’est encore décrite.
    [one] Une offre.
   *[other] { $count } offres, dans l’ordre où elles se suivent.
}
offers-none = Aucune offre pour l’instant : elles paraîtront ici, dans leur ordre, dès qu’une première sera décrite.
offer = Offre
offer-rank = Rang
offer-audience = Public visé
offer-maturity = Maturité du client
offer-level = Niveau de maturité
offer-purpose = But
offer-outcome = Ce qui en sort
offer-comes-out = Il en sort
offer-minimum = au minimum :
offer-best = au mieux :
offer-minimum-term = Au minimum
offer-best-term = Au mieux
offer-billing = Facturation
offer-price = Prix
offer-duration = Durée type
offer-before = Avant
offer-next = Ensuite
offer-missions = { $count ->
    [one] Mission
   *[other] Missions
}
offer-missions-none = Aucune mission sous cette offre.
offer-people = Qui y a travaillé
offer-previous = Offre précédente
offer-following = Offre suivante
