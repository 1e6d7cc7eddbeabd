org-title = Org chart
org-people = { $count ->
    [one] One person
   *[other] { $count } people
}
org-deck-none = Nobody appears in it yet.
org-deck-today = { $people } today, { $when }.
org-deck-latest = { $people } { $when }, the latest date on which somebody is certainly there. Only what the sources state or imply is drawn.
org-deck-unsure = { $people } who are not certainly there on any date.
org-deck-possible = { $count ->
    [one] One of them may not be there.
   *[other] { $count } of them may not be there.
}
org-empty = No post, no contract
org-empty-todo = The chart will be drawn as soon as a post or a member of the company is described. See also:
org-drawing = Drawing of the org chart
org-figure = Org chart of { $portal }, { $date }
org-figure-upright = { $name }, upright drawing
org-phone = The drawing needs a wider screen; the same content:
org-caption = Figure.
org-caption-body = No line is given between the members of “{ $name }”.
org-too-many = The chart has { $count } places, more than a drawing can show legibly: it is given as a list.
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
org-legend-unknown = reporting line not specified
org-hierarchy = The hierarchy
org-bodies = The bodies
org-members = Members:
org-members-unknown = members not specified
org-partly = The list shows the upper levels only; what is below a place opens from there.
org-whole = The whole chart
org-below = { $count ->
    [one] and one place below
   *[other] and { $count } places below
}
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
