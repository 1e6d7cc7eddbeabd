company-title = Entreprise
company-none = L’entreprise n’est pas encore décrite : ce qu’elle est, ce qu’elle veut et qui la soutient paraîtront ici.
company-identity = Identité
company-definition = Définition
company-promise = Promesse
company-ambition = Ambition
company-area = Où
company-activities = Activités
company-missions = { $count ->
    [0] aucune mission décrite
    [one] une mission décrite
   *[other] { $count } missions décrites
}
company-products = Produits internes
company-vision = Vision
company-strategy = Stratégie
company-stakes = Enjeux
company-main-stake = enjeu principal
company-economy = Économie
company-resources = Ressources humaines
company-hierarchy = Hiérarchie
company-technology = Technique
company-blog = Blog
company-statements = À savoir aussi
company-departures = Départs
company-departures-what = Noms, nombre et dates :
company-recognition = Soutien
company-since = depuis { $name }
company-title-date = date du titre :
company-peers = comme
company-provider = par
company-bodies = Instances
company-members = Membres :
company-practised = Exercé par :
company-form = Nature
company-place = Implantation
company-people = Effectif
company-website = Site
company-legal-form = Forme juridique
company-address = Adresse
company-registration = Immatriculation
company-capital = Capital
company-revenue = Chiffre d’affaires
company-founders = Fondateurs
company-founded = Création
