# Signing in with the company account.
provider-button = Sign in with the company account
provider-leave = You are leaving for { $name }
provider-leave-deck = This is where your company keeps its accounts. You sign in there, then you come back here.
provider-leave-do = Continue
provider-leave-fine = The page opens by itself. Your password stays there: this portal does not see it.

provider-away = The company account does not answer. Try again in a moment, or take another way.
provider-wrong = The company account gave an answer that this portal cannot believe. Try again; if it goes on, take another way and tell an administrator.
provider-denied = The company account did not let you through, or you gave up. Try again, or take another way.
provider-lost = This way in has lapsed: it was begun more than ten minutes ago or in another browser, or it has been used. Start again from here.
provider-unknown = Your company knows you, but you have no account on this portal. Ask for an invitation.
provider-no-email = The company account gives no e-mail address for you. Ask whoever keeps these accounts to enter yours.
provider-unverified = The company account has not verified your e-mail address. Verify it there, then start again.
provider-taken = Somebody else of the company already signs in to the account that has your address. An administrator of the portal can sort this out.
provider-no-role = Your company account has no role on this portal. Ask whoever keeps these accounts for one.
provider-off = Company accounts no longer open this portal. Take another way.
provider-too-many = Too many attempts from your network. Try again in a quarter of an hour, or take another way.
