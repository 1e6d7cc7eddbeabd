# Ce que les formulaires disent partout.
optional = (facultatif)
