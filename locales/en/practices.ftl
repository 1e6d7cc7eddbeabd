practices-title = Practices
practices-deck = { $count ->
    [0] No practice is described yet: they will appear here as soon as they are entered.
    [one] One way of working, what it is for and what it has changed.
   *[other] { $count } ways of working, what they are for and what they have changed.
}
practices-here = On this page
practice = Practice
practice-aliases = Other names
practice-participants = Who
practice-frequency = How often
practice-day = Day
practice-hours = Time
practice-duration = Duration
practice-duration-nil = duration not specified
practice-shared-nil = the rest, shares not specified
practice-text-nil = content not specified
practice-purpose-nil = role not specified
practice-aim = What it is for
practice-parts = Agenda
practice-parts-count = { $count ->
    [one] One part
   *[other] { $count } parts
}
practice-agenda = Solid: the duration of each part.
practice-agenda-gaps = Solid: duration given; dotted: duration not specified.
practice-hour = { $name }:00
practice-outcome = What came of it
practice-introduced = What it brought in
practice-tools = Done with
practice-applications = Put into practice
practice-previous = Previous practice
practice-following = Next practice
