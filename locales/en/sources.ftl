sources-title = Sources
sources-deck = { $count ->
    [0] No source is cited yet.
    [one] One source, and what was drawn from it.
   *[other] { $count } sources, and what was drawn from them.
}
sources-none = No source yet: they will appear here as soon as a page cites one.
sources-works = Where it comes from
legend = Legend
legend-stated = : said by the source
legend-inferred = : read between the lines
legend-missing = : sought, absent
source = Source
source-report = Report
source-article = Article
source-book = Book
source-website = Website
source-authors = Authors
source-date = Date
source-printed-date = Printed date
source-frame = Part of
source-object = Subject
source-listed-in = Bibliography of
source-venue = Published in
source-volume = Volume
source-volume-short = vol. { $name }
source-pages = Pages
source-pages-short = pp. { $name }
source-publisher = Publisher
source-place = Place
source-url = Address
source-cited-for = Cited for
source-sections-title = Sections, and what was drawn from them
source-sections = { $count ->
    [one] { $count } section
   *[other] { $count } sections
}
source-bibliography = Bibliography
source-references = { $count ->
    [one] { $count } reference
   *[other] { $count } references
}
source-contradictions-title = Points to read with care
source-contradictions = { $count ->
    [0] no point noted
    [one] { $count } point noted
   *[other] { $count } points noted
}
source-point = Point
source-said = What the source says
source-reading = How it is read
source-notes = Worth knowing
