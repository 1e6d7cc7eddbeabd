home-title = Home
offers-title = Offers
