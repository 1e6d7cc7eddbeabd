# What the pages of several sections show alike.
stated = stated
inferred = inferred
missing = not specified
missing-colon = :{ " " }
nil = not specified
turn = Neighbouring pages
brief = In brief
this-page-sources = Sources of this page
nil-plural = not specified
nil-feminine = not specified
nil-feminine-plural = not specified
pager = Pages of the list
pager-page = Page { $count }
pager-place = page { $page } of { $pages }
pager-range = { $first } to { $last } of { $total }
pager-previous = Previous page
pager-next = Next page
