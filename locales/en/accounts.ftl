# The administration: accounts, rules, reading, journal.
accounts-title = Accounts
accounts-count = { $count ->
    [0] No account
    [one] One account
   *[other] { $count } accounts
}
accounts-search = Search for an address or a name
accounts-search-do = Search
accounts-all = All accounts
accounts-none = No account answers to “{ $name }”.
accounts-nobody = no page of a person
accounts-you = you
accounts-only = the only administrator: stays one
accounts-only-note = The only administrator: the role stays and the account cannot be disabled as long as there is no other.
accounts-never = not yet
accounts-link = link until { $name }
account-column = Account
role-column = Role
state-column = State
entered-column = Last entry
person-column = Page
role-of = Role of { $name }
role-change = Change
role-change-of = Change the role of { $name }
role-note = A role counts from the person’s next page.
sessions-of = Sessions of { $name }
state-active = active
state-invited = invited
state-disabled = disabled
enable = Enable
enable-of = Enable { $name }
disable = Disable
disable-of = Disable { $name }
account-disabled = This account is disabled: enable it first.
last-administrator = This is the only administrator who can enter, and stays one. Name another first, and wait until they have entered once.

invite-title = Invite
invite-mail = Send the invitation
invite-link = Make a link to hand over
invite-note = The invited choose how they enter. The link works once and expires after 3 days.
invite-no-mail = This portal sends no mail: hand the link over yourself.

made-invitation = Invitation link
made-reset = Reset link
made-deck = Hand it to this person and nobody else: it opens their account.
made-link = Link
made-hint = Copy it now: the portal shows it only once.
made-once = It works only once, and those made before for this account open nothing any more.
made-back = Back to the accounts
made-stuck-title = The mail has not left.
made-stuck-text = The account is made. Hand the link over yourself, or try again later.

rules-title = Rules of signing in
rules-ways = Ways that are open
rules-passwords = Passwords
rules-provider = Company account
rules-provider-hint = OpenID Connect, set up when the server starts.
rules-provider-none = No OpenID Connect provider is set when the server starts: this way is not offered.
rules-strong = Demand a passkey or the company account
strong-reader = of readers
strong-recruiter = of recruiters
strong-editor = of editors
strong-administrator = of administrators
rules-idle = Close an unused session after
rules-longest = And in any case after
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
rules-do = Save the rules
rules-note = A way can be closed only if an administrator has another that they have taken before.
rules-strong-note = Those whose role demands one and who have none yet see only their account, to add one.
last-way = No administrator could enter any more. Keep a way that one of them has already: a password, a passkey or the company account.
longest-after-idle = This time must be longer than the one without use, and a year at most.

reading-who = Who may read
reading-members = Those who have an account
reading-members-title = Reading for members.
reading-members-text = Without an account no page of the portal opens.
reading-open = Everyone who reaches this server
reading-open-hint = The pages become public, the org chart included.
reading-open-title = Open reading.
reading-open-text = Whoever reaches this server reads all pages, without an account.
reading-do = Save
reading-fixed = The choice was made when the server was started (--reading), and prevails. Nothing has been changed.
reading-fixed-note = The choice was made when the server was started, by the option --reading, which prevails over this one.

access-title = Access
access-ways = Can enter by
access-no-way = nothing yet
access-no-link = none
access-invite = Make a new invitation link
access-reset = Make a reset link
access-link-note = The link opens the account once, to choose another way of entering. It replaces those made before.
access-disable-note = Disabling closes the sessions at once and cancels links. The account keeps its role and its ways; one button enables it again.
ways-keys = { $count ->
    [one] one passkey
   *[other] { $count } passkeys
}
ways-provider = { $count ->
    [one] company account
   *[other] { $count } company accounts
}
person-do = Save the page
sessions-none = No open session.
sessions-all-of = Close all their sessions

journal-title = Journal
journal-all = The whole journal
journal-note = Entries, refusals, changes of role. No secret shows in it.
journal-of = What concerns { $name }.
journal-none = Nothing has been noted yet.
event-nobody = an empty address
event-by = by { $name }
event-by-operator = by the command line
event-ended = { $count ->
    [one] one session closed
   *[other] { $count } sessions closed
}
event-first = First administrator: { $account }
event-entered = { $account } entered
event-refused = Entry refused for { $account }
event-left = { $account } signed out
event-invited = { $account } invited as { $role }
event-link-invitation = Invitation link made for { $account }
event-link-reset = Reset link made for { $account }
event-link-entry = Entry link made for { $account }
event-role = Role of { $account } changed from { $role } to { $to }
event-disabled = { $account } disabled
event-enabled = { $account } enabled
event-email = Address { $detail } changed to { $account }
event-tied = { $account } tied to the page { $detail }
event-untied = { $account } untied from their page
event-password = Password of { $account } changed
event-key-added = Passkey added for { $account }
event-key-removed = Passkey removed for { $account }
event-sessions = Sessions of { $account } closed
event-reading-open = Reading opened to everyone who reaches the server
event-reading-members = Reading restricted to those who have an account
event-rules = Rules of signing in changed
event-settings = Settings changed
event-share-made = Share link made by { $account }: { $detail }
event-share-revoked = Share link of { $account } revoked: { $detail }
event-share-extended = Share link of { $account } extended: { $detail }
event-forbidden = { $account } was refused, beyond their role
refusal-password = address or password unknown
refusal-too-many = too many attempts
refusal-disabled = account disabled
refusal-needs-key = the role demands a passkey or the company account
refusal-link = link used, expired or replaced
refusal-confirm = wrong password, when proof was asked for again
refusal-passkey = the passkey was not recognised
refusal-passkey-late = the passkey answered too late
refusal-passkey-unknown = a passkey that this portal does not know
refusal-passkeys-off = passkeys are closed
refusal-provider-away = the provider of accounts did not answer
refusal-provider-wrong = the provider’s answer was not valid
refusal-provider-denied = given up at the provider
refusal-provider-lost = came back from another browser, or too late
refusal-provider-unknown = a company account without an account here
refusal-provider-no-email = a company account without an e-mail address
refusal-provider-unverified = an e-mail address that is not verified
refusal-provider-taken = the address belongs to another account
refusal-provider-no-role = no role for this company account
refusal-provider-off = company accounts are closed

flash-role = The role is changed.
flash-tied = The page of this account is saved.
flash-disabled = The account is disabled, its sessions are closed. The same button enables it again.
flash-enabled = The account is enabled again.
flash-invited = The invitation has left.
flash-rules = The rules of signing in are saved.
flash-reading = The choice of reading is saved.
where-title = Language and time
where-note = The language is for those who have chosen none, neither here nor in their browser. The time zone says when a day begins.
where-fixed = When the server was started, the option --time-zone chose { $name }: it overrides this one.
where-do = Save
flash-place = Language and time zone are saved.
event-where = Language and time zone changed
