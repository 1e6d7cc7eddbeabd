home-title = Accueil
offers-title = Offres
