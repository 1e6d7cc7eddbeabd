search-title = Search
search-title-of = Search: { $name }
search-label = What are you looking for?
search-placeholder = Person, mission, technology…
search-do = Search
search-about = A person, a mission, a technology: accents, capitals and plurals do not matter.
search-found = { $count ->
    [0] No result.
    [one] One result.
   *[other] { $count } results.
}
search-none = Nothing has these words. Try a single word, or another one: accents, capitals and plurals do not matter.
search-too-long = Two hundred characters at most: keep the words that matter.
search-everywhere = Search everywhere
search-by-kind = Results by kind
search-kind = Kind
search-all = All
search-more = All { $count }
kind-company = Company
kind-offer = Offers
kind-person = People
kind-post = Posts
kind-domain = Technical domains
kind-technology = Technologies
kind-practice = Practices
kind-product = Products
kind-mission = Missions
kind-article = Articles
kind-event = Events
kind-organisation = Organisations
kind-source = Sources
one-company = Company
one-offer = Offer
one-person = Person
one-post = Post
one-domain = Technical domain
one-technology = Technology
one-practice = Practice
one-product = Product
one-mission = Mission
one-article = Article
one-event = Event
one-organisation = Organisation
one-source = Source
