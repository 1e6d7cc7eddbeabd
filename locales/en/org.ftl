org-title = Org chart
org-people = { $count ->
    [0] Nobody
    [one] One person
   *[other] { $count } people
}
org-deck-none = Nobody appears in it yet.
org-deck-today = { $people } today, { $when }.
org-deck-latest = { $people } { $when }, the latest date on which somebody is certainly there. Only what the sources state or imply is drawn.
org-deck-unsure = { $people } today, { $when }, who are not certainly there.
org-deck-possible = { $count ->
    [one] One of them may not be there.
   *[other] { $count } of them may not be there.
}
org-deck-asked = { $people } { $when }.
org-deck-all-possible = None of them is certainly there.
org-empty = No post, no contract
org-empty-todo = The chart will be drawn as soon as a post or a member of the company is described. See also:
org-drawing = Drawing of the org chart
org-figure = Org chart of { $portal }, { $date }
org-phone = The drawing needs a wider screen; the list below says the same.
org-caption = Figure.
org-caption-body = No line is given between the members of “{ $name }”.
org-list = As a list
org-no-line-among = No line given between its members.
org-unknown = Reporting line not specified
org-unknown-why = no line given
org-no-post = post not specified
org-possible = may not be there
org-dotted = dotted
org-other-line = also: { $name }
org-and-others = and { $count } others
org-legend-stated = stated line
org-legend-dotted = dotted line
org-legend-inferred = line inferred from the text
org-legend-dotted-inferred = dotted line inferred from the text
org-legend-unknown = reporting line not specified
org-hierarchy = The hierarchy
org-bodies = The bodies
org-members = Members:
org-members-unknown = members not specified
org-partly = The list holds only what is unfolded; what is below a place opens from there.
org-whole = The whole chart
org-arrangement = Arrangement
org-vertical = vertical
org-compact = compact
org-find = Find somebody
org-find-do = Find
org-found-none = Nobody is called “{ $name }” in this chart.
org-found-several = Several people answer to “{ $name }”. Which one?
org-fold-all = Fold all
org-open-all = { $count ->
    [one] Unfold all, one person
   *[other] Unfold all, { $count } people
}
org-compare = Compare with a date
org-compare-do = Compare
org-compare-end = Stop comparing
org-differences-none = Nothing changes between these two dates, as far as is known.
org-difference-before = before: { $name }
org-difference-after = after: { $name }
org-joined = joined
org-joined-possibly = may have joined
org-left = left
org-left-possibly = may have left
org-moved = moved
org-moved-possibly = may have moved
org-renamed = new title
org-renamed-possibly = may have a new title
org-doubted = no longer certain to be there
org-assured = certain to be there by now
org-departed = No longer there
org-chain = Chain of command
org-reports = { $count ->
    [one] One place reports here:
   *[other] { $count } places report here:
}
org-reports-none = Nobody reports here.
org-to-page = The page of { $name }
org-branch-title = { $name }, a branch of the org chart
org-person-title = { $name } in the org chart
org-absent-title = There is no such branch
org-absent-then = { $name } is not in the org chart { $when }.
org-absent-outside = { $name } does not belong to the company, and so is not in the org chart.
org-absent-branch = No post of this address is in the org chart { $when }.
org-absent-times = Known presence:
org-absent-chart = The whole chart at this date
org-absent-page = Their page:
org-under = under
org-place-under = under { $name }
org-place-unknown = reporting line not specified
org-heads-direct = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
org-heads = { $direct }, { $total } in all
org-vacant-below = { $count ->
    [one] one vacant post
   *[other] { $count } vacant posts
}
org-of-holder = { $name }: { $text }
org-larger = Enlarge the drawing
org-smaller = Reduce the drawing
org-fit = Fit the drawing to the page
org-fit-do = Fit
org-caption-list = The list below holds the same content.
org-caption-counts = To the right of each name: direct reports · in all.
org-legend-vacant = vacant post
org-legend-possible = may not be there
org-legend-chain = chain of command
org-legend-folded = folded team, its number unfolds it
org-legend-folded-there = folded team, with its number
calendar-title = Who is there, when
calendar-figure = Known presence, month by month
calendar-certain = solid: certainly there
calendar-deduced = dashed: the months are stated, the year is inferred
calendar-doubtful = dashed: the bounds are uncertain
calendar-unknown = dotted: the bounds are not specified
calendar-and = { "; " }
calendar-year = year inferred
calendar-bounds = bounds not specified
calendar-others = { $count ->
    [one] One more person is not shown.
   *[other] { $count } more people are not shown.
}
org-download = Download
org-download-label = Download the org chart
org-foot = { $title } · { $people }
org-certain = certainly there
org-csv-name = Name
org-csv-title = Title
org-csv-short = Short title
org-csv-functions = Functions
org-csv-bodies = Bodies
org-csv-above = Reports to
org-csv-dotted = Dotted line to
org-csv-line = Line
org-csv-contract = Contract
org-csv-since = Since
org-csv-until = Until
org-csv-presence = Presence
org-csv-level = Level
org-csv-page = Page
org-foot-folded = { $count ->
    [one] One place is in a folded team, and is not shown.
   *[other] { $count } places are in folded teams, and are not shown.
}
org-foot-follows = { $count ->
    [one] One place is in a folded team, which has a sheet further on.
   *[other] { $count } places are in folded teams, each with a sheet further on.
}
org-foot-branch = Team of { $name }
org-files-one-date = Files are of a single date: { $name }.
org-differences-same = { $name }, compared with itself
org-phone-drawing = See the drawing
org-member-of = member of: { $name }
org-legend-member = member of a body
