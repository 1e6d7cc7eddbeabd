search-title = Recherche
search-title-of = Recherche : { $name }
search-label = Que cherchez-vous ?
search-placeholder = Personne, mission, technique…
search-do = Rechercher
search-about = Une personne, une mission, une technique : accents, majuscules et pluriels ne comptent pas.
search-found = { $count ->
    [0] Aucun résultat.
    [one] Un résultat.
   *[other] { $count } résultats.
}
search-none = Rien ne porte ces mots. Essayez un seul mot, ou un autre : accents, majuscules et pluriels ne comptent pas.
search-too-long = Deux cents caractères au plus : gardez les mots qui comptent.
search-everywhere = Chercher partout
search-by-kind = Résultats par nature
search-kind = Nature
search-all = Tout
search-more = Les { $count }
kind-company = Entreprise
kind-offer = Offres
kind-person = Personnes
kind-post = Postes
kind-domain = Domaines techniques
kind-technology = Techniques
kind-practice = Pratiques
kind-product = Produits
kind-mission = Missions
kind-article = Articles
kind-event = Événements
kind-organisation = Organisations
kind-source = Sources
one-company = Entreprise
one-offer = Offre
one-person = Personne
one-post = Poste
one-domain = Domaine technique
one-technology = Technique
one-practice = Pratique
one-product = Produit
one-mission = Mission
one-article = Article
one-event = Événement
one-organisation = Organisation
one-source = Source
