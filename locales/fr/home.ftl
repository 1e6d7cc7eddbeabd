home-title = Accueil
