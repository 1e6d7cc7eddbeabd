missions-title = Missions
missions-deck = { $count ->
    [0] No mission has been described yet.
    [one] One mission, with its client, its offer, its team and its technologies.
   *[other] { $count } missions, each with its client, its offer, its team and its technologies.
}
missions-deck-filtered = { $number ->
    [none] None of the { $all } missions matches these filters.
    [one] One mission of { $all } matches these filters.
   *[several] { $found } missions of { $all } match these filters.
}
missions-count = { $count ->
    [0] no mission
    [one] 1 mission
   *[other] { $count } missions
}
missions-none = No mission yet: they will appear here as soon as a first one is described.
missions-nothing = No mission matches all of these filters together.
missions-nothing-todo = Remove one above, or:
missions-clear = Remove all
missions-unfiltered = no filter
missions-filter = Filter by offer, state, client, team, technology
missions-filter-active = { $count ->
    [one] Filter (1 active)
   *[other] Filter ({ $count } active)
}
missions-filters = Filter missions
missions-active = Active filters
missions-remove = Remove the filter { $facet }: { $value }
missions-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
missions-more-still = { $count ->
    [one] and 1 more, too rare for this list
   *[other] and { $count } more, too rare for this list
}
missions-any-offer = All
missions-any-state = All
missions-any-client = All
missions-any-person = Everyone
missions-any-technology = All
missions-sort = Sort by
missions-sort-apply = Apply
missions-by-title = name
missions-by-offer = offer
missions-by-state = state
missions-sorted-by-title = Missions, sorted by name
missions-sorted-by-offer = Missions, sorted by offer
missions-sorted-by-state = Missions, sorted by state
missions-key-done = step done
missions-key-running = under way
missions-key-planned = agreed or proposed
missions-key-go = GO decision

mission = Mission
mission-state = State
mission-state-planned = planned
mission-state-running = under way
mission-state-done = done
mission-state-stopped = stopped
mission-state-at = as of { $name }
mission-client = Client
mission-client-nature-nil = nature not specified
mission-client-person = A person:
mission-client-activity = Client’s activity
mission-team = Team
mission-period = Period
mission-planned = Planned duration
mission-taken = Actual duration
mission-time = Time spent
mission-follows = Follows
mission-followed = Followed by
mission-sources = Source
mission-previous = Previous mission
mission-following = Next mission

mission-aim = Aim
mission-aims = In the longer term
mission-needs = Needs
mission-data = Data
mission-phases = Phases
mission-phase = Phase { $count }
mission-phases-caption = The phases and the decisions that open them. Lengths measure nothing.
mission-phase-work = Work
mission-phase-result = Result
mission-dates = Dates
mission-undated = dates not specified
mission-lacks-dates = dates
mission-lacks-results = results
mission-gate = Condition
mission-gate-go-no-go = GO / NO GO
mission-gate-signature = signature
mission-gate-go = GO
mission-gate-no-go = NO GO
mission-gate-signed = signed
mission-gate-refused = refused
mission-gate-pending = ?
mission-gate-undecided = decision not specified
mission-decided = Decision
mission-by-client = by the client
mission-by-person = by { $name }
mission-decider-nil = by whom: not specified
mission-date-nil = date not specified
mission-deliverables = Deliverables
mission-contributors = Others involved
mission-technologies = Technologies
mission-trials = Trials
mission-trial-within = with
mission-trial-candidates = { $count ->
    [one] one named candidate
   *[other] { $count } candidates
}
mission-criterion = criterion
mission-winner = chosen
mission-no-score = score not specified
mission-steps = Processing
mission-difficulties = Difficulties
mission-technical = Technical
mission-organisational = Organisational
mission-human = Human
mission-other = Other
mission-outcomes = Outcome and lessons
mission-outcomes-nil = results not specified
mission-objectives = Objectives
mission-schedule = Schedule
mission-judgement = Judgement
mission-benefit = Benefit
mission-lessons = Lessons
