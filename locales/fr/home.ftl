home-title = Accueil
home-none = Rien n’est encore décrit ici : l’entreprise, ses offres et ses missions paraîtront dès qu’elles seront saisies.
home-place = Implantation
home-ambition = Ambition
home-support = Soutien
home-changes = Modifications récentes
home-others = { $count ->
    [one] et une autre fiche
   *[other] et { $count } autres fiches
}
door-offers = Ce qui est vendu, et ce qui suit quoi
door-sources = D’où vient ce qui est dit
strands-title = De l’offre à la technique
strands-alternative = Les offres, les missions vendues sous chacune et les techniques employées
strands-technologies = Techniques citées
strands-caption = Ce qui est vendu, à qui, avec quoi. N’y figurent que les techniques citées pour une mission.
figure-1 = Figure 1.
origin-form = formulaire
origin-import = import
origin-restore = reprise
origin-seed = données d’exemple
moment-time = { $hour } h { $minute }
moment-today = aujourd’hui, { $time }
moment-yesterday = hier, { $time }
moment-day = { $day }, { $time }
door-missions = Clients, phases, difficultés, résultats
home-all-changes = Toute l’activité
door-company = Identité, vision, enjeux, soutiens
door-people = Fonctions, responsabilités, missions de chacun
door-org = Qui, à quelle place, sous qui
door-technologies = Ce qui est adopté, pourquoi, où cela a servi
door-products = Ce que l’entreprise développe pour elle-même
door-blog = Ce que l’entreprise écrit, et pour qui
door-practices = Comment on travaille, et ce qui a changé
home-reading = À lire
door-themes = { $count ->
    [one] { $count } thème
   *[other] { $count } thèmes
}
door-posts = { $count ->
    [one] { $count } poste
   *[other] { $count } postes
}
home-begin = Commencer
home-begin-company = Décrire l’entreprise
home-begin-people = Ajouter une personne
home-begin-missions = Ajouter une mission
home-begin-import = Importer des personnes
home-begin-sources = Ajouter une source
home-begin-reader = Rien n’est encore décrit ici : les pages se rempliront à mesure que l’entreprise les écrira.
