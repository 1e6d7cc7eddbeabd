organisations-title = Organisations
organisations-deck = { $count ->
    [0] Aucune organisation n’est encore décrite.
    [one] Une organisation du dehors, et ce qui la relie à l’entreprise.
   *[other] Celles du dehors, et ce qui les relie à l’entreprise.
}
organisations-none = Aucune organisation pour l’instant : clients, réseaux, écoles et fournisseurs paraîtront ici dès qu’un premier sera décrit.
organisations-by-name = Organisations, par nom
clients-title = Clients
clients-deck = { $count ->
    [0] Aucune mission n’est encore décrite, donc aucun client.
    [one] Celui pour qui une mission a été menée.
   *[other] Ceux pour qui une mission a été menée.
}
clients-none = Aucun client pour l’instant : une organisation paraît ici dès qu’une mission est décrite pour elle.
clients-by-name = Clients, par nom
client-others = { $count ->
    [one] et une autre mission
   *[other] et { $count } autres missions
}
organisation = Organisation
organisation-client = Organisation, cliente
organisation-is-client = cliente
organisation-nature = Nature
organisation-activity = Activité
organisation-sector = Secteur
organisation-size = Taille
organisation-place = Lieu
organisation-website = Site
organisation-person = C’est une personne
organisation-networks = Réseau
organisation-related = En relation avec
organisation-others = { $count ->
    [one] et une autre fiche
   *[other] et { $count } autres fiches
}
organisation-relations = Relations
organisation-remark = À savoir
organisation-as-client = Comme cliente
organisation-workers = Qui a travaillé pour elle
organisation-recognitions = Reconnue par
organisation-gives = Ce qu’elle apporte à l’entreprise
organisation-awarded = Ses autres lauréats
organisation-probable = Rapprochement probable
organisation-people = Personnes
organisation-affiliated = en fait partie
organisation-educated = formation
organisation-later = suite du parcours
organisation-compared = Comparée dans
organisation-no-result = résultat non précisé
organisation-technologies = Techniques qu’elle a créées
organisation-organised = organise
organisation-previous = Avant, dans l’ordre des noms
organisation-following = Après
organisation-as-mission = mission
organisation-as-person = personne
