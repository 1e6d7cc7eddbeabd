people-title = Équipe
people-deck-staff = { $count ->
    [0] Personne n’est encore décrit dans l’entreprise
    [one] Une personne dans l’entreprise
   *[other] { $count } personnes dans l’entreprise
}
people-deck-outside = { $count ->
    [0] personne au-dehors
    [one] une au-dehors
   *[other] { $count } au-dehors
}
people-deck = { $staff }, { $outside }.
people-count-staff = { $count ->
    [0] Personne dans l’entreprise
    [one] 1 personne dans l’entreprise
   *[other] { $count } personnes dans l’entreprise
}
people-count-outside = { $count ->
    [0] aucune au-dehors
   *[other] { $count } au-dehors
}
people-no-filter = aucun filtre
people-filter = Filtrer l’équipe
people-filter-open = Filtrer par groupe, fonction, contrat
people-filter-none = Tout retirer
people-filter-remove = retirer ce filtre
people-search = Filtrer
people-group = Groupe
people-function = Fonction
people-function-other = Autre
people-contract = Contrat
people-name = Nom ou fonction
people-all = Tous
people-all-functions = Toutes
people-interns = Stagiaires
people-other-staff = Autres membres de l’entreprise
people-outside = Hors de l’entreprise
people-unnamed = non nommé
people-none = Personne pour l’instant
people-none-todo = Les personnes paraîtront ici dès qu’une première sera décrite.
people-none-found = Personne ne répond à ces filtres
people-none-found-todo = Retirez un filtre ci-dessus, ou écrivez moins de lettres.
people-also = Aussi :
people-professions = Les métiers
contract-permanent = CDI
contract-fixed-term = CDD
contract-internship = stage
contract-alternating = stage alterné
contract-apprenticeship = apprentissage
contract-freelance = indépendant

person-name = Nom
person-titles = Titre
person-functions = Fonction
person-functions-none = aucune fonction précisée
person-bodies = Instance
person-contract = Contrat
person-presence = Présence
person-arrival = arrivée :
person-departure = départ :
person-duration = durée :
person-status = Statut
person-status-outside = hors de l’entreprise
person-affiliation = Organisme
person-given = Prénom
person-family = Nom de famille
person-honorific = Civilité
person-email = Adresse électronique
person-phone = Téléphone
person-place = Lieu
person-posts = Poste et responsabilités
person-responsibilities = Responsabilités :
person-employments = Contrat et présence
person-standing = Place
person-member = Membre :
person-chart = Voir sa place dans l’organigramme
person-contributor = hors de l’équipe :
person-decided = décision :
person-articles = Articles
person-wrote = auteur
person-commissioned = a demandé l’article
person-client = Comme client
person-client-as = En tant que client :
person-decisions = Décisions
person-decision-go = GO pour « { $name } »
person-decision-no-go = NO GO pour « { $name } »
person-decision-pending = décision attendue pour « { $name } »
person-technologies = Techniques
person-technologies-met = Rencontrées sur ses missions, sans qu’il soit dit qui a fait quoi.
person-education = Formation
person-later = Ensuite
person-remarks = Remarques
person-remark-thanks = remerciement
person-remark-lesson = enseignement
person-remark-judgement = jugement
person-remark-role = rôle
person-told = Dit sur d’autres fiches
person-writings = Écrits
person-elsewhere = Paraît aussi dans
person-previous = Avant, dans l’ordre des noms
person-following = Après
person-file = Cette fiche
person-card = vCard, pour un carnet d’adresses
person-at = À cette date
person-at-certain = Présence certaine { $when }.
person-at-possible = Présence possible { $when }, sans certitude.
person-at-absent = Ne fait pas partie de l’entreprise { $when }, d’après ce qui est connu.
person-at-not-sure = poste non certain
people-deck-at = { $staff } { $when }, { $outside }.
