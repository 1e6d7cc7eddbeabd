blog-title = Blog
blog-deck = { $count ->
    [0] No article is described yet.
    [one] One article: its subject, its author, and whom it is for.
   *[other] { $count } articles: their subject, their author, and whom they are for.
}
blog-none = No article so far: they will appear here as soon as a first one is described.
blog-about = About the blog
blog-authors = { $count ->
    [one] Author
   *[other] Authors
}
blog-count = { $count ->
    [one] 1 article
   *[other] { $count } articles
}

article = Article
article-author = Author
article-author-nil = author not specified
article-state = State
article-state-planned = planned
article-state-written = written
article-state-scheduled = scheduled
article-state-published = published
article-published = Date
article-undated = date not specified
article-url = Address
article-title = Title
article-title-subject = that of its subject
article-title-nil = published title: not specified
article-commissioners = Asked for by
article-audience = Audience
article-technology = Technology
article-event = Event
article-subject = Subject
article-aim = Aim
article-reason = Why this subject
article-style = Writing
article-research = Research
article-body = Text
article-body-nil = Text not specified: the portal does not host it.
article-previous = Previous article
article-following = Next article
