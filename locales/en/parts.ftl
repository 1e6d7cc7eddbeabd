# What the pages of several sections show alike.
stated = stated
inferred = inferred
missing = not specified
missing-colon = :{ " " }
nil = not specified
turn = Neighbouring pages
brief = In brief
this-page-sources = Sources of this page
times-attested = attested { $name }
times-begin = from: { $name }
times-end = until: { $name }
times-in = in { $name }
times-on-day = on { $name }
nil-plural = not specified
nil-feminine = not specified
nil-feminine-plural = not specified
pager-of = Pages of the list, page { $count } shown
pager-page = Page { $count }
pager-place = page { $page } of { $pages }
pager-range = { $first } to { $last } of { $total }
pager-previous = Previous page
pager-next = Next page
time-effort = effort: { $name }
time-duration = duration: { $name }
time-share = share: { $name }
time-hours = { $time } { $number ->
    [one] hour
   *[other] hours
}
time-days = { $time } { $number ->
    [one] day
   *[other] days
}
time-weeks = { $time } { $number ->
    [one] week
   *[other] weeks
}
time-months = { $time } { $number ->
    [one] month
   *[other] months
}
role-nil = role not specified
use-technology = Technology
uses-caption = Technologies, and what they are for
use-role = Role
use-sources = Source
organisation-company = company
organisation-start-up = start-up
organisation-body = public body
organisation-school = school
organisation-network = network
organisation-vendor = vendor
organisation-individual = private individual
organisation-small = a small structure
aliases = Also called
tabs-work = Work for clients
tabs-reading = To read
role-source = source
role-target = target
role-method = method
role-tool = tool
role-data = data
role-problem = problem
role-language = language
others-missions = { $count ->
    [one] and one other mission
   *[other] and { $count } other missions
}
others-people = { $count ->
    [one] and one other person
   *[other] and { $count } other people
}
others-documents = { $count ->
    [one] and one other document
   *[other] and { $count } other documents
}
others-trials = { $count ->
    [one] and one other trial
   *[other] and { $count } other trials
}
others-articles = { $count ->
    [one] and one other article
   *[other] and { $count } other articles
}
others-posts = { $count ->
    [one] and one other post
   *[other] and { $count } other posts
}
picture-credit = Credit:
number = { $count }
