events-title = Events
events-deck = { $count ->
    [0] No event has been described yet.
    [one] One trade show or challenge, and what led to it.
   *[other] { $count } trade shows and challenges, and what led to them.
}
events-none = No event yet: trade shows and challenges will appear here once a first one is described.
events-by-name = Events, by name
event = Event
event-nature = Nature
event-trade-show = trade show
event-challenge = challenge
event-place = Place
event-date = Date
event-organiser = Organiser
event-website = Website
event-others = Other events
event-related = What led to it
event-participation = Participation
event-decided = Decided by
event-decided-date = on a date
event-decides = decided to take part
event-mission = Mission behind it
event-from = came of the mission
event-products = Products shown
event-result = Result
event-articles = Articles
event-article-by = by
event-article-on = about the mission
event-people = Who worked on it
