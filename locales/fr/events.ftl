events-title = Événements
events-deck = { $count ->
    [0] Aucun événement n’est encore décrit.
    [one] Un salon ou un challenge, et ce qui y a mené.
   *[other] { $count } salons et challenges, et ce qui y a mené.
}
events-none = Aucun événement pour l’instant : salons et challenges paraîtront ici dès qu’un premier sera décrit.
events-by-name = Événements, par nom
event = Événement
event-nature = Nature
event-trade-show = salon professionnel
event-challenge = challenge
event-place = Lieu
event-date = Date
event-organiser = Organisateur
event-website = Site
event-others = Autres événements
event-related = Ce qui y a mené
event-participation = Participation
event-decided = Décidée par
event-decided-date = à une date
event-decides = a décidé d’y participer
event-mission = Mission d’origine
event-from = né de la mission
event-products = Produits présentés
event-result = Résultat
event-articles = Articles
event-article-by = par
event-article-on = à propos de la mission
event-people = Qui y a travaillé
