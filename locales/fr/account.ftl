# Mon compte.
account-title = Mon compte
