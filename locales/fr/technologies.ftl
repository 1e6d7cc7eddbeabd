technologies-title = Choix techniques
technologies-deck = Ce que l’entreprise a retenu, pour quoi faire, et ce qu’elle a choisi de ne pas employer.
technologies-undecided = Aucun choix n’est encore décrit ; les techniques citées le sont ci-dessous.
technologies-none = Aucun choix technique n’est encore décrit : ils paraîtront ici dès qu’ils seront saisis.
technologies-index = Techniques, de A à Z
technologies-count = { $count ->
    [one] une technique
   *[other] { $count } techniques
}
choice-circumstance = Circonstance
choice-occasion = circonstance
choice-occasion-domains = { $count ->
    [one] pour un domaine
   *[other] pour { $count } domaines
}
choice-domains = Domaines
choice-domain = Domaine
choice-technology = Technique
choice-purpose = Pour quoi
choice-standing = Statut
choice-reference = Référence
choice-unreferenced = aucune
choice-adopted = adopté
choice-training = en formation
choice-intended = souhaité
choice-without = choix explicite de s’en passer
choice-explicit = exclu
choice-introduced = introduit par
choice-since = depuis { $name }
choice-since-term = Depuis
choice-decider = Décidé par
choice-decided = date
choice-decided-term = Date du choix
choice-reason = Pourquoi
choice-condition = Condition
choice-version = Version
choice-versions = { $count ->
    [one] version
   *[other] versions
}
choice-version-of = version de { $name }
choice-beside = Dans le même domaine
technology = Technique
technology-nature = Nature
technology-nature-nil = nature non précisée
technology-aliases = Autres noms
technology-outside = hors des choix de l’entreprise
technology-maker = Conçu par
technology-remark = Remarque
technology-choices = Ce qu’on en fait ici
technology-trials = Essais
technology-products = Produits
technology-product = Produit
technology-mission = Mission
technology-role = Rôle
technology-certainty = Certitude
technology-people = Qui l’a rencontré
technology-people-met = À travers leurs missions.
technology-introduced = introduit en
technology-purpose-nil = rôle non précisé
technology-articles = Articles
technology-author = par
technology-uses = Emplois
technology-unused = aucun emploi connu
technology-previous = Avant, de A à Z
technology-following = Après
technology-language = langage
technology-library = bibliothèque
technology-framework = framework
technology-service = service
technology-system = système
technology-model = modèle
technology-technique = technique
technology-data-set = jeu de données
technology-problem = problème
technology-hardware = matériel
technology-tool = outil
trial-chosen = retenu
trial-not-chosen = non retenu
trial-open = choix non précisé
trial-result-nil = résultat non précisé
trial-within = essais menés avec
trial-tried = essayés
trial-others = essayés aussi
trial-criterion = critère
