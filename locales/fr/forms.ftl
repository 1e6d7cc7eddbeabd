# Ce que les formulaires disent partout.
optional = (facultatif)
left-empty = Ce qui reste vide se lira « non précisé ».
rows-none = Rien de saisi.
not-saved-yet = pas encore enregistrée
