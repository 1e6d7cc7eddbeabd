# What forms say everywhere.
optional = (optional)
