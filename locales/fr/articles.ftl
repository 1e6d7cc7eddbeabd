blog-title = Blog
blog-deck = { $count ->
    [0] Aucun article n’est encore décrit.
    [one] Un article : son sujet, son auteur, et à qui il s’adresse.
   *[other] { $count } articles : leur sujet, leur auteur, et à qui ils s’adressent.
}
blog-none = Aucun article pour l’instant : ils paraîtront ici dès qu’un premier sera décrit.
blog-about = À propos du blog
blog-authors = { $count ->
    [one] Auteur
   *[other] Auteurs
}
blog-count = { $count ->
    [one] 1 article
   *[other] { $count } articles
}

article = Article
article-author = Auteur
article-author-nil = auteur non précisé
article-state = État
article-state-planned = prévu
article-state-written = rédigé
article-state-scheduled = programmé
article-state-published = publié
article-published = Date
article-undated = date non précisée
article-url = Adresse
article-title = Titre
article-title-subject = celui de son sujet
article-title-nil = titre publié : non précisé
article-commissioners = Demandé par
article-audience = Public
article-technology = Technique
article-event = Événement
article-subject = Sujet
article-aim = But
article-reason = Pourquoi ce sujet
article-style = Écriture
article-research = Recherche
article-body = Texte
article-body-nil = Texte non précisé : le portail ne l’héberge pas.
article-previous = Article précédent
article-following = Article suivant
