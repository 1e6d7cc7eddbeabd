# My account.
account-title = My account
