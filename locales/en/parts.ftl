# What the pages of several sections show alike.
stated = stated
inferred = inferred
missing = not specified
missing-colon = :{ " " }
nil = not specified
turn = Neighbouring pages
brief = In brief
this-page-sources = Sources of this page
