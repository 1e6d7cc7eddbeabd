people-title = People
people-deck-staff = { $count ->
    [0] Nobody is described inside the company yet
    [one] One person in the company
   *[other] { $count } people in the company
}
people-deck-outside = { $count ->
    [0] nobody outside
    [one] one outside
   *[other] { $count } outside
}
people-deck = { $staff }, { $outside }.
people-count-staff = { $count ->
    [0] nobody in the company
    [one] 1 person in the company
   *[other] { $count } people in the company
}
people-count-outside = { $count ->
    [0] nobody outside
   *[other] { $count } outside
}
people-no-filter = no filter
people-filter = Filter people
people-filter-open = Filter by group, function, contract
people-filter-none = Remove all
people-filter-remove = remove this filter
people-search = Filter
people-group = Group
people-function = Function
people-function-other = Other
people-contract = Contract
people-name = Name or function
people-all = All
people-all-functions = All
people-interns = Interns
people-other-staff = Other members of the company
people-outside = Outside the company
people-unnamed = not named
people-none = Nobody yet
people-none-todo = People will appear here as soon as a first one is described.
people-none-found = Nobody matches these filters
people-none-found-todo = Remove a filter above, or type fewer letters.
people-also = Also:
people-professions = The professions
contract-permanent = permanent contract
contract-fixed-term = fixed-term contract
contract-internship = internship
contract-alternating = alternating internship
contract-apprenticeship = apprenticeship
contract-freelance = freelance

person-name = Name
person-titles = Title
person-functions = Function
person-functions-none = no function specified
person-bodies = Body
person-contract = Contract
person-presence = Presence
person-arrival = arrival:
person-departure = departure:
person-duration = length:
person-status = Status
person-status-outside = outside the company
person-affiliation = Organisation
person-given = Given name
person-family = Family name
person-honorific = Form of address
person-email = E-mail
person-phone = Phone
person-place = Place
person-posts = Post and responsibilities
person-responsibilities = Responsibilities:
person-employments = Contract and presence
person-standing = Place
person-member = Member of:
person-chart = See this place in the org chart
person-contributor = outside the team:
person-decided = decision:
person-articles = Articles
person-wrote = author
person-commissioned = asked for the article
person-client = As a client
person-client-as = As a client:
person-decisions = Decisions
person-decision-go = GO for “{ $name }”
person-decision-no-go = NO GO for “{ $name }”
person-decision-pending = decision awaited for “{ $name }”
person-technologies = Technologies
person-technologies-met = Met on their missions; who did what is not said.
person-education = Education
person-later = Afterwards
person-remarks = Remarks
person-remark-thanks = thanks
person-remark-lesson = lesson
person-remark-judgement = judgement
person-remark-role = role
person-told = Said on other pages
person-writings = Writings
person-elsewhere = Also appears in
person-previous = Before, by name
person-following = After
person-file = This page
person-card = vCard, for an address book
person-at = At this date
person-at-certain = Certainly there { $when }.
person-at-possible = Possibly there { $when }, not certainly.
person-at-absent = Not with the company { $when }, as far as is known.
person-at-not-sure = post not certain
people-deck-at = { $staff } { $when }, { $outside }.
