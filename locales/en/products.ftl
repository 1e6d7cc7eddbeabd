products-title = Products
products-deck = { $count ->
    [0] No product is described yet.
    [one] One internal product: what it does, for whom, and the time it took.
   *[other] { $count } internal products: what they do, for whom, and the time they took.
}
products-none = No product so far: they will appear here as soon as a first one is described.
products-passages = What passes from one to another
products-passage = From { $from } to { $to }: { $what }
products-time-note = Effort, duration and share do not convert into each other: each is written as it is given.

product = Internal product
product-form = Form
product-audience = Audience
product-stage = Stage
product-stage-idea = idea
product-stage-beta = beta version
product-stage-online = online
product-stage-withdrawn = withdrawn
product-at = as of { $name }
product-url = Address
product-online-nil = online at which date: not specified
product-clients = Customers
product-event = Event
product-events = Events
product-team = Team
product-contributors = Others involved
product-time = Time spent
product-time-whole = for the whole product
product-period = Period
product-aliases = Other names
product-purpose = Purpose
product-features = Features
product-comparison = What is compared
product-comparison-caption = Tasks and vendors compared
product-comparison-key = A dash: result not specified.
product-lacks-results = results
product-task = Task
product-tasks = { $count ->
    [0] No task
    [one] One task
   *[other] { $count } tasks
}
product-vendors = Vendors
product-vendor-count = { $count ->
    [0] no vendor
    [one] one vendor
   *[other] { $count } vendors
}
product-result-nil = result not specified
product-steps = Steps
product-step-result = Result:
product-technologies = Technologies
product-difficulties = Difficulties
product-technical = technical
product-organisational = organisational
product-human = human
product-decisions = Decisions
product-planned = Planned
product-decided = Decided
product-decided-by = By
product-decided-at = Date
product-reason = Reason
product-reuses = Reuse
product-reuses-from = What it takes over
product-reuses-to = What others take over from it
product-outcomes = Outcome
product-practices = Practices
product-previous = Previous product
product-following = Next product
