# Share links: the list, a new link, what its recipient sees.
shares-title = My share links
shares-deck = One link per recipient: each is taken back without touching the others.
shares-count = { $count ->
    [0] No link
    [one] One link
   *[other] { $count } links
}
shares-search = Search a recipient or a person
shares-state-all = all
shares-state-open = open
shares-state-over = over
shares-whose = Whose
shares-mine = mine
shares-everybody = everybody’s
shares-all = All my links
shares-none = You have not made any link yet. A link opens the org chart, a branch or a person to somebody without an account, and is taken back whenever you like.
shares-none-such = No link matches this search.
shares-counted = The portal counts openings and keeps the date of the last one, not who it was nor from where. Yours do not count, nor do the previews of messengers that say who they are.
shares-hashed = The link itself is not shown again: the portal keeps only its digest.

share-do = Make the link
share-this = Share
share-cancel = Cancel
share-new = New share link
share-for = For whom
share-fields = Fields shown
share-date = Date
share-expires = Expires
share-openings = Openings
share-soon = soon
share-expired = expired
share-revoked = revoked
share-closed = closed: its maker no longer has the role
share-live = always current
share-of-chart = whole org chart
share-of-branch = branch of { $name }
share-of-person = one person: { $name }
share-by = made by { $name }
share-has-password = password
share-has-hosts = { $count ->
    [one] framed in one site
   *[other] framed in { $count } sites
}
share-names = names
share-with-title = titles
share-with-function = functions
share-with-contract = contract
share-with-period = period
share-with-contact = contact
share-with-bodies = bodies
share-never-opened = not opened yet
share-opened-today = last today
share-opened-yesterday = last yesterday
share-opened-on = last on { $name }
share-see = View
share-see-of = View as the recipient: { $name }
share-extend = Extend
share-extend-of = Extend by 30 days: { $name }
share-revoke = Revoke
share-revoke-of = Revoke: { $name }
share-again = Make another
share-again-of = Make another link: { $name }

share-part-what = What
share-part-whom = Recipient
share-what = What the link opens
share-what-chart = The whole org chart
share-what-branch = A branch
share-what-person = One person
share-what-note = A branch is a person or a post, with everything below.
share-root = Branch or person
share-root-hint = A name, or the title of a post; needed for a branch or a person.
share-choose = Choose one of the answers of the form.
share-root-whole = Branch or person: the link would open the whole org chart. Choose “A branch” or “One person”, or empty this field.
share-root-missing = Branch or person: write whose, or which post.
share-root-unknown = Branch or person: nobody and no post is called “{ $name }”.
share-root-several = Branch or person: several have this name. Write one of these words, which end the address of their page: { $name }.
share-root-absent = Branch or person: not in the org chart at this date.
share-when = At which date
share-when-frozen = Fixed at a date
share-when-frozen-hint = The recipient sees this date only.
share-when-live = Always current
share-when-live-hint = They see what a reader sees on that day.
share-date-missing = A date is needed.
share-date-write = This is no date. Write { $name }.
share-date-wrong = This is no date. Write for example April 2019 or 25 December 2026.
share-date-moment = Date: a day, a month or a year is needed, without a doubt and no interval.
share-date-nobody = Date: nothing is known of the org chart at this date.
share-for-hint = To find your way in the list. The recipient does not see it.
share-for-missing = Write a word that will remind you whom this link is for.
share-in-days = { $count ->
    [one] in one day
   *[other] in { $count } days
}
share-on-date = on a date
share-until = On the date
share-until-unused = On the date: choose “on a date” under “Expires”, or empty this field.
share-until-day = On the date: a day is needed, for example 25 December 2026.
share-until-range = On the date: from today to a year from now.
share-until-is = until { $name }
share-days-note = A year at most. The link opens until the end of its last day, and is extended as long as it has not expired.
share-maker-note = Your links stop opening if you no longer have the role of recruiter.
share-password-hint = To be given by another way than the same message. 8 to 200 characters.
share-password-length = Password: { $least } to { $most } characters, or nothing.
share-field-name = Names
share-field-title = Titles
share-field-function = Functions
share-field-contract = Contract
share-field-period = Period
share-field-contact = Contact
share-field-contact-hint = E-mail and telephone. Never ticked beforehand.
share-fields-note = Everything that the link opens obeys the same boxes.
share-bodies-note = The whole org chart shows its bodies too, such as a management committee, if titles or functions are shown.
share-message = Message
share-message-label = Message on top of the page
share-message-hint = 600 characters at most.
share-frame = In another site
share-hosts = Sites that may frame it
share-hosts-hint = One per line, 10 at most: the name alone, for example careers.example.com.
share-hosts-note = Over https only. No other site will be able to frame it.
share-hosts-many = Sites: { $count } at most.
share-host-wrong = Sites: “{ $name }” is not the name of a site. Write for example careers.example.com.
share-too-long = { $count } characters at most.
share-control = It holds a character that cannot be shown: type this text again.
share-once = The link is shown once only, on the next page.

share-made-title = Ready to send
share-made = Link made for “{ $name }”. Copy it now: the portal keeps only its digest and cannot show it again.
share-link = Link
share-qr = QR code of the link, to scan
share-copy = Copy
share-copied = Copied
share-see-do = View as the recipient
share-write = Write a message
share-back = My share links
share-lost-note = Lost? Revoke this link and make another: the others are not touched.
share-copy-note = Without a script, select the link and copy it.
share-mail = The message to send
share-mail-label = Suggested text
share-mail-subject = Org chart of { $portal }
share-mail-text =
    Hello,

    Here is the org chart of { $portal }: { $link }

    This link opens without an account until { $day }. Please do not pass it on.
share-mail-text-password =
    Hello,

    Here is the org chart of { $portal }: { $link }

    This link opens without an account until { $day }, with a password that I give you separately. Please do not pass it on.
share-password-note = Give the password by another way: by telephone, for example.
share-frame-title = Org chart of { $name }
share-frame-label = Code to paste
share-frame-note = The code holds the link: it too is shown once only.
share-frame-password = In a frame the password is not asked for: the page offers to open in a new tab.

share-revoke-title = Revoke this link?
share-revoke-what = It will open nothing any more, from now on and wherever it was copied. A revoked link does not come back.
share-revoke-others = The other links go on opening. For the same person you can make another.

share-seen = As the recipient.
share-seen-draft = Nothing is made or sent yet.
share-seen-made = These openings are not counted.
share-seen-edit = Back to the form

# What the recipient sees.
share-kind = Shared org chart
share-whole = The team
share-branch = The team of { $name }
share-branch-unnamed = A team
share-deck = { $people }, { $when }.
share-person-deck = In the company, { $name }.
share-all = The whole share
share-only = Shown here: { $name }. Nothing else is shared.
share-certainty = Certainty
share-foot = This page is meant for its recipient alone. It leads to no other.
share-foot-until = It stops answering after { $name }.
share-outside = Open the whole
share-nothing = Nothing to show
share-removed = What this link showed is no longer in the portal.
share-absent = What this link shows is not in the org chart at this date.
share-ask = Ask { $name } for a new link.
share-ended = This link opens nothing any more
share-ended-deck = It has expired, or the person who sent it to you has taken it back.
share-ended-todo = There is nothing to mend on your side.
share-locked = A password is asked for
share-locked-deck = The one given to you by the person who sent you this link.
share-locked-frame = Inside a frame your browser would not keep the answer. Open the page by itself to give the password.
share-open-tab = Open in a new tab
share-unlock = Open
share-no-cookie = The password is right, but your browser has kept no cookie. Give it once more: the page will open, and the next will ask again.
share-password-wrong = This is not the password of this link.
guest-lost = This address opens nothing.
guest-lost-todo = Check that the link was copied as a whole, or ask the person who sent it to you for a new one.

flash-share-extended = Link extended by 30 days, to a year from today at most.
flash-share-kept = This link can no longer be extended: it has expired or is revoked.
flash-share-known = This link is made already and cannot be shown again. If it is lost, revoke it and make another.
flash-share-revoked = Link revoked: it opens nothing any more.
share-ask-portal = Whoever sent it to you can no longer make links. Whom to ask for a new one: { $name }
share-ask-sender = Ask the company that sent it to you for a new link.
share-shows-nothing = shows nothing any more
share-date-unused = Date: it would not count. Choose “Fixed at a date”, or empty this field.
