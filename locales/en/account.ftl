# My account.
account-title = My account
administration-title = Administration
mistakes = Nothing has been saved
in-page = On this page
action = Action
account-leave = Sign out
account-profile = Profile
account-person = My page
account-person-note = This page is the person of the portal that this account is.
account-person-show = My profile
account-profile-do = Save the profile
account-role = Role:
account-role-contact = To change a role, ask { $name }.
account-role-ask = To change a role, ask an administrator.
account-may-reader = Reads the whole portal.
account-may-recruiter = Reads the whole portal, makes and revokes share links.
account-may-editor = Changes all content, makes and revokes share links.
account-may-administrator = Changes all content, and manages accounts and settings.
person-unknown = Nobody is called “{ $name }” in the portal. Take a name from the list, or leave it empty.
person-several = Several people have this name. Write the address of the right one: { $name }.
person-tied = Another account is this person already. An administrator can untie it.
email-taken = An account has this address already.
account-keys = Passkeys
account-keys-count = { $count ->
    [0] No passkey opens this account yet.
    [one] One passkey opens this account.
   *[other] { $count } passkeys open this account.
}
account-keys-do = Manage passkeys
account-keys-note = Two passkeys on two devices: if one is lost, the other still opens.
password-current = Current
password-new = New, at least 15 characters
password-change = Change the password
password-set = Choose this password
password-note = Changing it closes all other sessions at once, and links that nobody has used.
password-closed = Passwords do not open this portal any more.
password-wrong = This is not your current password.
password-wait = { $count ->
    [one] Too many attempts. The password can be tried again in a minute.
   *[other] Too many attempts. The password can be tried again in { $count } minutes.
}
account-sessions = Sessions
sessions-open = Open sessions
session-device = Device
session-unknown = Unknown device
session-opened = Opened
session-used = Last used
session-way = Entered by
session-now = now
session-here = here
session-end = Close
session-end-of = Close the session { $name }
sessions-others = Close all others
sessions-all = Close all and sign out
account-appearance = Language and appearance
account-theme = Appearance
account-theme-auto = As the device
account-theme-light = Light
account-theme-dark = Dark
account-appearance-do = Save these choices
account-appearance-note = Content stays in French; only the interface changes its language.

weak-title = Your role demands more.
weak-prove = Prove with my passkey
weak-text = Add a passkey, or sign out and enter with the company account. Until then only this page opens.

confirm-title = Prove that it is you
confirm-deck = You have been here for a while. Before the ways of entering are changed, the portal asks for proof once more.
confirm-kept = What you typed is kept; it comes back afterwards.
confirm-do = Continue
confirm-no-password = No password can prove it for this account. Sign out, enter again with your passkey, the company account or a link, and start over: nothing has been changed.

entry-title = Choose how you enter
entry-deck = The link has been used. Next time you enter by the way that you choose here.
entry-key = Add a passkey
entry-key-fine = The fingerprint, the face or the code of your device: nothing to remember, nothing to type.
entry-or = or with a password
entry-password-hint = A sentence of a few words will do.
entry-later = Later
entry-go = Continue to the portal

flash-profile = Your profile is saved.
flash-password = Your password is saved. The other sessions are closed.
flash-session = The session is closed.
flash-sessions-others = The other sessions are closed.
flash-sessions = All sessions of this account are closed.
flash-appearance = These choices are saved in this browser.
