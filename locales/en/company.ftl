company-title = Company
company-none = The company has not been described yet: what it is, what it wants and who supports it will appear here.
company-identity = Identity
company-definition = Definition
company-promise = Promise
company-ambition = Ambition
company-area = Where
company-activities = Activities
company-missions = { $count ->
    [0] no mission described
    [one] one mission described
   *[other] { $count } missions described
}
company-products = In-house products
company-vision = Vision
company-strategy = Strategy
company-stakes = Stakes
company-main-stake = main stake
company-economy = Economy
company-resources = Human resources
company-hierarchy = Hierarchy
company-technology = Technology
company-blog = Blog
company-statements = Also worth knowing
company-departures = Departures
company-departures-what = Names, number and dates:
company-recognition = Support
company-since = since { $name }
company-title-date = date of the title:
company-peers = like
company-provider = by
company-bodies = Bodies
company-members = Members:
company-practised = Practised by:
company-form = Nature
company-place = Location
company-people = Staff
company-website = Website
company-legal-form = Legal form
company-address = Address
company-registration = Registration
company-capital = Capital
company-revenue = Revenue
company-founders = Founders
company-founded = Founded
