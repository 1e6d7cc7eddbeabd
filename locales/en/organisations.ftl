organisations-title = Organisations
organisations-deck = { $count ->
    [0] No organisation has been described yet.
    [one] One outside organisation, and what ties it to the company.
   *[other] Those outside, and what ties them to the company.
}
organisations-none = No organisation yet: clients, networks, schools and vendors will appear here once a first one is described.
organisations-by-name = Organisations, by name
clients-title = Clients
clients-deck = { $count ->
    [0] No mission has been described yet, so there is no client.
    [one] The one for whom a mission was carried out.
   *[other] Those for whom a mission was carried out.
}
clients-none = No client yet: an organisation appears here once a mission for it is described.
clients-by-name = Clients, by name
client-others = { $count ->
    [one] and another mission
   *[other] and { $count } other missions
}
organisation = Organisation
organisation-client = Organisation, client
organisation-is-client = client
organisation-nature = Nature
organisation-activity = Activity
organisation-sector = Sector
organisation-size = Size
organisation-place = Place
organisation-website = Website
organisation-person = A person
organisation-networks = Network
organisation-related = Related to
organisation-others = { $count ->
    [one] and one other page
   *[other] and { $count } other pages
}
organisation-relations = Relations
organisation-remark = Worth knowing
organisation-as-client = As a client
organisation-workers = Who worked for it
organisation-recognitions = Recognised by
organisation-gives = What it gives to the company
organisation-awarded = Others whom it recognised
organisation-probable = Probably the same
organisation-people = People
organisation-affiliated = belongs to it
organisation-educated = education
organisation-later = later path
organisation-compared = Compared in
organisation-no-result = result not specified
organisation-technologies = Technologies that it made
organisation-organised = organises it
organisation-previous = Before, by name
organisation-following = After
organisation-as-mission = mission
organisation-as-person = person
