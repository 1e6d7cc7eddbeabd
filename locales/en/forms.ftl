# What forms say everywhere.
optional = (optional)
left-empty = What stays empty will read “not specified”.
rows-none = Nothing entered.
not-saved-yet = not saved yet
