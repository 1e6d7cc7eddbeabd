technologies-title = Technical choices
technologies-deck = What the company has chosen, what for, and what it has chosen to do without.
technologies-undecided = No choice is described yet; the technologies that are mentioned stand below.
technologies-none = No technical choice is described yet: they will appear here as soon as they are entered.
technologies-index = Technologies from A to Z
technologies-count = { $count ->
    [one] one technology
   *[other] { $count } technologies
}
choice-circumstance = Occasion
choice-occasion = occasion
choice-occasion-domains = { $count ->
    [one] for one domain
   *[other] for { $count } domains
}
choice-domains = Domains
choice-domain = Domain
choice-technology = Technology
choice-purpose = What for
choice-standing = Status
choice-reference = Reference
choice-unreferenced = none
choice-adopted = adopted
choice-training = in training
choice-intended = intended
choice-without = explicit choice to do without
choice-explicit = left out
choice-introduced = introduced by
choice-since = since { $name }
choice-since-term = Since
choice-decider = Decided by
choice-decided = date
choice-decided-term = Date of the choice
choice-reason = Why
choice-condition = Condition
choice-version = Version
choice-versions = { $count ->
    [one] version
   *[other] versions
}
choice-version-of = version of { $name }
choice-beside = In the same domain
technology = Technology
technology-nature = Nature
technology-nature-nil = nature not specified
technology-aliases = Other names
technology-outside = not among the company’s choices
technology-maker = Made by
technology-remark = Remark
technology-choices = What it is for here
technology-trials = Trials
technology-products = Products
technology-product = Product
technology-mission = Mission
technology-role = Role
technology-certainty = Certainty
technology-people = Who has met it
technology-people-met = Through their missions.
technology-introduced = introduced in
technology-purpose-nil = role not specified
technology-articles = Articles
technology-author = by
technology-uses = Uses
technology-unused = no known use
technology-previous = Before, from A to Z
technology-following = After
technology-language = language
technology-library = library
technology-framework = framework
technology-service = service
technology-system = system
technology-model = model
technology-technique = technique
technology-data-set = data set
technology-problem = problem
technology-hardware = hardware
technology-tool = tool
trial-chosen = chosen
trial-not-chosen = not chosen
trial-open = choice not specified
trial-result-nil = result not specified
trial-within = trials made with it
trial-tried = tried
trial-others = also tried
trial-criterion = criterion
