offers-title = Offers
offers-deck = { $count ->
    [0] No offer is described yet.
    [one] One offer.
   *[other] { $count } offers, in the order in which they follow each other.
}
offers-none = No offer yet: they will appear here, in their order, as soon as a first one is described.
offer = Offer
offer-rank = Rank
offer-audience = For whom
offer-maturity = The client’s maturity
offer-level = Level of maturity
offer-purpose = Purpose
offer-outcome = What comes out of it
offer-comes-out = What comes out
offer-minimum = at least:
offer-best = at best:
offer-minimum-term = At least
offer-best-term = At best
offer-billing = Billing
offer-price = Price
offer-duration = Usual duration
offer-before = Before
offer-next = Next
offer-missions = { $count ->
    [one] Mission
   *[other] Missions
}
offer-missions-none = No mission under this offer.
offer-people = Who worked on it
offer-previous = Previous offer
offer-following = Next offer
