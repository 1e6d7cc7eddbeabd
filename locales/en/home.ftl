home-title = Home
home-none = Nothing is described here yet: the company, its offers and its missions will appear as soon as they are entered.
home-place = Location
home-ambition = Ambition
home-support = Support
home-changes = Recent changes
home-others = { $count ->
    [one] and one other page
   *[other] and { $count } other pages
}
door-offers = What is sold, and what follows what
door-sources = Where it all comes from
strands-title = From the offer to the technology
strands-alternative = The offers, the missions sold under each and the technologies used
strands-technologies = Technologies named
strands-caption = What is sold, to whom, with what. Only technologies that are named for a mission appear.
figure-1 = Figure 1.
origin-form = form
origin-import = import
origin-restore = restoration
origin-seed = sample data
moment-time = { $hour }:{ $minute }
moment-today = today, { $time }
moment-yesterday = yesterday, { $time }
moment-day = { $day }, { $time }
door-missions = Clients, phases, difficulties, results
home-all-changes = All activity
door-company = Identity, vision, stakes, support
door-people = Functions, responsibilities, everyone’s missions
door-org = Who, in which place, under whom
door-technologies = What is adopted, why, where it was used
door-products = What the company develops for itself
door-blog = What the company writes, and for whom
door-practices = How people work, and what changed
home-reading = To read
door-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
}
door-posts = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
home-begin = First steps
home-begin-company = Describe the company
home-begin-people = Add a person
home-begin-missions = Add a mission
home-begin-import = Import people
home-begin-sources = Add a source
home-begin-reader = Nothing is described here yet: the pages will fill as the company writes them.
