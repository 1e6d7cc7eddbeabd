# Changing the content.
editing-title = Editing
editing-new = Add
editing-recent-none = You have not changed anything yet. Every page has a link “Edit”.
form-add-here = Add
form-edit = Edit
form-read = See the page
form-save = Save
form-leave = Leave as before
form-leave-new = Do not create
form-title = Edit “{ $name }”
form-title-wrong = To correct: { $name }
form-parts = Parts
form-part-first = Heading
form-part-more = More
form-part-save = Saving
form-note = Why this change
form-note-hint = One line for the history
form-limits = A line holds 200 characters, a text 10,000, an address 100, and a list 200 entries.
form-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
form-wrong = { $count ->
    [one] One answer needs correcting
   *[other] { $count } answers need correcting
}
form-nothing-lost = Nothing is saved, nothing is lost: everything is as you typed it.
form-gone = This page was removed while you were writing.
form-gone-what = Nothing of your text is lost: it is here as you typed it. Bring the page back from the trash, then save; or keep your text as a draft.
form-gone-trash = Open the trash
form-stray = Your text of the field “{ $name }”
form-mentions = { $count ->
    [one] One page names it
   *[other] { $count } pages name it
}
form-mentions-what = They follow the new name and the new address. The former address keeps leading here.
form-mistake = { $field }: { $wrong }
form-mistake-in = { $list }, { $row }, { $field }
form-row = { $number }, to be filled in
form-row-named = { $number }, { $name }
form-row-gone = goes when you save.
form-keep = Put back
form-up = Move up
form-down = Move down
form-remove = Remove
form-understood = understood as:
form-choice-none = not specified

wrong-missing = it is required.
wrong-long = { $name } characters at most.
wrong-many = { $count } rows at most.
wrong-character = it contains an invisible character that no page can show. Type the text again.
wrong-choice = “{ $name }” is no longer offered. Choose from the list.
wrong-unknown = nothing is called “{ $name }”. Choose from the list, or create its page first.
wrong-row = “{ $name }” is none of the parts of this page.
wrong-removed = “{ $name }” is in the trash. Restore its page, or choose another.
wrong-several = several pages have this name. Write one of these addresses: { $name }.
wrong-taken = the address “{ $name }” is that of another page.
wrong-namesake = a page has this name already: { $name }. If this is another, give it an address of its own.
wrong-key = “{ $name }” is there twice, or is not made of small letters without accents, digits and hyphens.
wrong-slug = an address consists of small letters without accents, digits and hyphens.
wrong-slug-write = an address consists of small letters without accents, digits and hyphens. Write { $name }.
wrong-needed = “{ $row }” cannot go: the page { $by } refers to it. Keep this row, or change that page first.
wrong-foreign = “{ $name }” would not be shown. Images are put in by the field below the text; a link begins with https://, http://, mailto: or /.
wrong-stray = this field no longer exists. Move its text elsewhere before saving.
wrong-date-write = this is not a date. Write { $name }.
wrong-date = this is not a date. Write for example 2019 or April 2019, or leave it empty.
wrong-unreadable = this answer cannot be read.
wrong-rule = this answer does not go with the others.
rule-candidate-once = this technology is already among the candidates.
rule-publish-or-save = to publish then, press “Plan the publication”; to publish at once, empty the day and the time.
rule-company-once = there already is a company.
rule-decision-needs-gate = a decision needs the gate at which it is made.
rule-document-once = the same page is there twice.
rule-email-shape = this is not an e-mail address.
rule-follows-itself = a mission does not follow itself.
rule-follows-loop = these missions would follow each other in a circle.
rule-end-before-start = the end is before the start.
rule-holder-twice = this person already holds this post on that date.
rule-image-broken = this file is damaged or incomplete. Open it to check, or choose another.
rule-image-deep = this image takes too much room once it is read: 16 bits per colour and too many pixels. Make it smaller, or save it with 8 bits.
rule-image-large = this file has more than 10 MB. Make the image smaller, or choose another.
rule-image-not-exported = this file is not an image that the portal exported.
rule-image-pixels = this image has more than 40 million pixels. Make it smaller, or choose another.
rule-image-type = this is no JPEG, PNG or WebP image. Choose a file of one of these types.
rule-image-unknown = this image is not there any more. Choose it again.
rule-image-wordless = an image has no text for whoever does not see it. Write it between its brackets.
rule-line-loop = the reporting lines lead back to this post.
rule-line-to-itself = a post does not report to itself.
rule-main-stake-is-a-statement = the main stake must be one of the statements.
rule-name-or-description = a name or a description is needed.
rule-one-line = this is a text of one line. Take the line break out.
rule-number = this is not a whole number.
rule-result-at-a-task = the result must be at one of this product’s tasks.
rule-result-of-a-vendor = the result must be that of one of this product’s vendors.
rule-result-once = this vendor already has a result at this task.
rule-technology-or-none = give a technology or what is left out, not both.
rule-unknown-row = it refers to a row that does not exist.
rule-url-http = this is not a web address (https://…).
rule-vendor-once = this organisation is already among the vendors.
rule-winner-is-a-candidate = the chosen one must be one of the candidates.
wrong-nowhere = the link “{ $name }” leads to no page. Mend it, or take it out.
rule-nothing-to-see = this text has only invisible signs. Write it with letters or digits.

form-did-add = Row added.
form-did-move = Row moved.
form-did-remove = Row removed. “Put back” brings it back.
form-did-keep = Row taken back.
form-saving = Saving…
form-away = The portal does not answer. Nothing is lost: everything is still in this page. Try again in a moment.
form-dates = Dates are written 2019, April 2019, 04/2019, “about 2019”, or 2019-04? when they are uncertain. An end that has not come is written “ongoing”; left empty, it is not known.
form-most = { $name } characters at most.
form-create = Create “{ $name }”
carry-waits = Once created, it will be chosen in the page that waits:
carry-nothing-lost = Nothing there is lost.
carry-save = Create and go back
carry-back = Go back without creating
carry-made = has been created and is chosen here. The rest of this page is not saved yet.
md-link-field = Link to a page of the portal
md-link-do = Insert the link
md-link-page = { $name } ({ $kind })
md-tools = Formatting
md-bold = Bold
md-italic = Italic
md-heading = Heading
md-list = List
md-quote = Quotation
md-link = Link
md-code = Code
md-preview = Preview
md-preview-again = Refresh the preview
md-preview-none = This text is too long for a preview.

merge-kicker = Two changes cross
merge-title = Choose for “{ $name }”
merge-deck = { $by } saved { $when }, while you were writing. Everything else has been merged; what remains is to choose here.
merge-deck-several = { $by } saved, the last time { $when }, while you were writing. Everything else has been merged; what remains is to choose here.
merge-somebody = Somebody
merge-safe = Nothing is saved, nothing is lost.
merge-incomplete = A choice still has to be made. Nothing is saved, nothing is lost.
merge-base = Before
merge-theirs = Theirs
merge-mine = Yours
merge-other = Another
merge-empty = empty
merge-removed = removed:
merge-do = Save these choices
merge-fine = Both versions stay in the history.
merge-see = See what they changed
merge-to-choose = To choose
merge-united = Merged without a question
merge-united-note = Only one of you touched these fields, or all in the same way: everything is kept.
merge-you = you
merge-both = { $name } and you
merge-wrong = A choice is to be corrected. Nothing is saved, nothing is lost.
merge-other-of = Another: { $name }
merge-back = Back to the form
told-yes = yes
told-field = { $field }: { $text }

history = History
history-title = History of “{ $name }”
history-versions = Versions
history-number = Version
history-when = When
history-who = Who
history-what = What
history-action = Action
history-first = created
history-removal = removed
history-seed = taken from a file
history-import = imported
history-restore = brought back
history-form = edited
history-changes = What changed
history-changes-of = What changed in version { $name }
history-with-now = Compare with the page
history-with-now-of = Compare with the page: version { $name }
history-undo = Undo
history-undo-of = Undo change { $name }
history-compared = From version { $from } to version { $to }
history-same = These two versions say the same.
history-restore-do = Bring back version { $name }
history-from = From
history-to = To
history-from-of = From version { $name }
history-to-of = To version { $name }
history-live = online
history-back = brought back
history-count = { $count ->
    [one] One version
   *[other] { $count } versions
}
history-compare-two = Compare the two
history-beginning = What version { $name }, the first, said
history-fields = { $count ->
    [0] no field changed
    [one] one field changed
   *[other] { $count } fields changed
}
history-order = order changed
history-row-new = row added
history-row-gone = row removed
history-now = On the page:
history-back-do = Take the old one
history-back-of = Take the old one: { $name }
history-undo-this = Undo this change
history-refused = Nothing was changed
history-needed = The page { $name } cannot be without what would go. Change it first.
history-note-marks = What was added is underlined, what was removed is struck through.
history-note-next = Undoing, taking a field back or restoring a version makes version { $count }. Nothing is erased.
history-note-clash = If somebody has changed the same fields since, nothing is undone, and you are told: bring back field by field instead.

removal-kicker = Before removing
removal-title = Remove “{ $name }”?
removal-deck = The page disappears, its history stays. The trash keeps it, and restoring it brings everything back.
removal-blocked = Other pages cannot do without it. Change them first.
removal-stale = The page has changed since you opened this. Read it again, then remove it if that is still wanted.
removal-needs = { $count ->
    [one] One page cannot do without it
   *[other] { $count } pages cannot do without it
}
removal-needs-todo = Open each one and choose something else in that place.
removal-mentions = { $count ->
    [0] No other page mentions it
    [one] One page mentions it
   *[other] { $count } pages mention it
}
removal-mentions-none = Removing it touches nothing else.
removal-mentions-what = The mention will be taken out there, and come back when it is restored.
removal-planned = { $count ->
    [one] One publication is planned
   *[other] { $count } publications are planned
}
removal-planned-what = They will not take place while this page is removed, and their authors will see why on the editing page.
removal-planned-link = which links to it
removal-do = Remove
removal-leave = Do not remove

trash-title = Trash
trash-deck = What has been removed, most recent first. Restoring brings back the page and what others said about it.
trash-empty = Nothing has been removed.
trash-what = Page
trash-restore = Restore
trash-restore-of = Restore { $name }
trashed-deck = What the page said when it was removed. Bringing it back returns it as it was, with what others said of it.
trashed-when = Removed:

flash-saved = Saved.
flash-saved-merged = Saved, and merged with what others changed meanwhile.
flash-saved-unchanged = Nothing had changed: nothing was saved.
flash-saved-since = This text had been saved, and the page has changed since: see here whether it is still there.
flash-removed = Page removed: it is in the trash.
flash-restored = Restored.
flash-undone = Undone; what came later has stayed.
flash-undone-creation = Undone: the page is in the trash, from where it can come back.
flash-needed = Nothing was changed: other pages cannot be without what would go. Change them first.
flash-clash = Nothing was changed: the same has been edited since. Compare the versions and bring back the right one.
flash-impossible = Nothing was changed: a page that this one needs is in the trash, or has changed since. Restore that one first.
flash-not-undone = What files brought in is not undone at a stroke. Bring back a version, or remove the page.
flash-part-restored = Taken back. The rest of the page has not changed.
flash-version-restored = The earlier version is restored.

image-file-hint = JPEG, PNG or WebP; 10 MB and 40 million pixels at most. Place and device are erased, the direction is set right.
image-alternative-hint = Needed with an image; read to whoever does not see it. 300 characters at most, such as “Portrait of Samy Melaine”.
image-insertion-hint = Needed with an image; read to whoever does not see it. 300 characters at most.
image-insertion = Add an image to the text
image-insertion-do = Put the image at the end of the text
image-none = No image
image-now = Chosen image
image-remove = Remove the image
image-removed = The image will go when you save.
image-keep = Keep the image after all
image-before = Before
image-after = After
# Drafts, and what will be published.
editing-deck = { $drafts }, { $reports }, { $looks }.
editing-drafts = { $count ->
    [0] No drafts
    [one] One draft
   *[other] { $count } drafts
}
editing-reports = { $count ->
    [0] no reports
    [one] one report
   *[other] { $count } reports
}
editing-looks = { $count ->
    [0] nothing to look at
    [one] one thing to look at
   *[other] { $count } things to look at
}
editing-new-mission = New mission
editing-tools = Tools
editing-mine = My drafts
editing-mine-none = No drafts. A form keeps one while you write.
editing-theirs = Colleagues’ drafts
editing-theirs-note = Only who writes them sees what is in them. If you both save, nothing is overwritten.
editing-watch = To look at
editing-watch-none = Nothing is missing, and no state is old.
editing-watch-all = { $count ->
    [one] See the other page that needs it
   *[other] See the { $count } others
}
editing-watch-more = { $count ->
    [one] One more page is like that.
   *[other] { $count } more pages are like that.
}
editing-watch-note = What the source does not say is no fault: fill nothing in without a source.
editing-stale = old state
editing-stale-what = “under way” as of { $name }. Is it still true?
editing-stale-note = { $count ->
    [one] A state “under way” is old after a month.
   *[other] A state “under way” is old after { $count } months.
}
editing-missing = missing
editing-missing-what = Not specified: { $name }
editing-recent = My latest changes
editing-compare = Compare
editing-compare-of = Compare: { $name }
draft-kept = Kept
draft-since = From
draft-state = State
draft-untitled = A new page
draft-of-new = new page
draft-of-version = version { $name }
draft-removed = the page is in the trash
draft-behind = the page has changed since
draft-complete = complete
draft-incomplete = incomplete
draft-drop = Discard
draft-drop-of = Discard the draft of { $name }
draft-age-now = less than a minute
draft-age-minutes = { $count ->
    [one] a minute
   *[other] { $count } minutes
}
draft-age-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
draft-age-days = { $count ->
    [one] a day
   *[other] { $count } days
}
draft-aged = draft open, { $name } old
draft-offer-of = You have a draft, “{ $title }”: { $when } ({ $age } old). It is not in this form.
draft-offer = You have a draft: { $when } ({ $age } old). It is not in this form.
draft-behind-offer = The page has changed since: saving will bring both together.
draft-behind-resumed = The page has changed since this draft. Saving will bring both together; what both changed, you will choose.
draft-colleague = { $who } has a draft open, { $age } old. If you both save, nothing is overwritten: the second will choose field by field.
draft-colleague-plans = { $who } has planned a publication: { $when }. If you save before, both will be brought together.
draft-do-long = Save as
draft-do-tail = draft
draft-kept-at = Draft kept at { $name }
draft-kept-new = Draft kept: { $name }
draft-kept-from = Draft kept: { $when }, from version { $base }
draft-nothing = Nothing is changed, there is nothing to keep.
draft-saved = This is saved already.
draft-planned = Not kept: this draft waits to be published. Plan it again, or save it as a draft.
draft-long = Not kept on the portal: a draft holds 512 kilobytes at most.
draft-many = Not kept on the portal: you have { $count } drafts, the most it keeps. Discard some on the Editing page.
draft-offline = Not kept on the portal, which does not answer.
draft-lapsed = Not kept on the portal: your session has ended. Save, and this form will come back once you have signed in.
draft-here = This browser keeps your text and tries again.
draft-nowhere = This browser cannot keep it either: do not leave this page.
draft-found = This browser had kept a text that had not reached the portal. It is among your drafts again.
publish-part = Publish later
publish-day = On
publish-day-hint = A day, such as 1 December 2026.
publish-time = At
publish-time-hint = A time, such as 9:30.
publish-do = Plan the publication
publish-note = All is checked now; nothing shows before. To publish at once, leave these two fields empty and save.
publish-moment = { $day } at { $time }
publish-will = will appear: { $name }
publish-was = was to appear: { $name }
publish-waits = This draft waits to be published: { $name }. That changes only if you plan it again, save it as a draft, or save it without a day and a time.
publish-offer = It waits to be published: { $name }.
publish-failed-offer = It could not be published.
publish-ready = ready
publish-cancel = Do not publish
publish-cancel-of = Do not publish { $name }
publish-failed = could not be published
publish-failed-role = The account that had planned it may no longer change content.
publish-failed-removed = The page had been removed meanwhile.
publish-failed-clash = The same had been changed meanwhile. Take it up and save: you will choose.
publish-failed-check = An answer no longer goes with the rest. Take it up and save: it will be shown.
publish-failed-fault = The portal made a mistake, which is noted. Plan it again.
rule-draft-too-long = not kept: a draft holds 512 kilobytes at most.
rule-draft-too-many = not kept: you have 50 drafts, the most the portal keeps. Discard some on the Editing page.
rule-publish-day = this is no day. Write for example 1 December 2026.
rule-publish-far = this is more than five years ahead.
rule-publish-past = this moment has passed. To publish now, save.
rule-publish-time = this is no time. Write for example 9:30.
flash-draft-kept = Kept as a draft: readers do not see it. It is on the Editing page too.
flash-draft-unchanged = Nothing is changed: there is nothing to keep.
flash-draft-dropped = The draft is discarded.
flash-draft-back = The draft is there again.
flash-draft-unplanned = It will not be published; it is a draft again.
flash-planned = Checked and planned: see the moment below.
draft-resume = Resume
draft-resume-of = Resume { $name }
