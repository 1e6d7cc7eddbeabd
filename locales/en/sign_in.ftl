# Signing in and out, one-time links.
email = E-mail address
password = Password
email-wrong = This is not an e-mail address. Write it like first.last@example.org.
role-reader = reader
role-recruiter = recruiter
role-editor = editor
role-administrator = administrator
way-password = password
way-passkey = passkey
way-provider = company account
way-link = one-time link

sign-in-title = Sign in
sign-in-deck = The company, its people, its missions and its choices, for those who work there.
sign-in-contact = No account? Ask { $name } for an invitation.
sign-in-invitation = No account? Ask an administrator of the portal for an invitation.
sign-in-passkey = Sign in with a passkey
sign-in-passkey-fine = Your device’s fingerprint, face or code. No name to type.
sign-in-no-script = Without JavaScript, take another way.
sign-in-passkey-failed = The passkey did not answer, or this portal does not know it. Try again, or take another way.
sign-in-provider = Sign in with { $name }
sign-in-or-password = or with a password
sign-in-do = Sign in
sign-in-forgotten = Forgotten password
sign-in-refused = Address or password not recognised. Check both, or ask for a new password.
sign-in-disabled = This account is disabled. An administrator can enable it again.
sign-in-needs-key = Your role needs a passkey or the company account: sign in by one of these. If you have lost your passkey, an administrator can hand you a link.
sign-in-no-passwords = Passwords no longer open this portal. Take another way.
sign-in-wait-title = Too many attempts.
sign-in-wait = { $count ->
    [one] The password can be tried again in a minute. The other ways stay open.
   *[other] The password can be tried again in { $count } minutes. The other ways stay open.
}
sign-in-not-kept = What you had sent could not be kept here: it is too long, or no form. Go back, copy your text, then sign in.
sign-in-kept-title = What you typed is kept
sign-in-kept-deck = Your session ended while you were writing. Sign in again: the form comes back as you left it.
sign-in-kept = Nothing is saved yet, nothing is lost.
sign-in-kept-fields = { $count ->
    [0] What is kept: no field filled in
    [one] What is kept: one field filled in
   *[other] What is kept: { $count } fields filled in
}
sign-in-kept-fine = The form comes back filled in, in the same place. Passwords are not kept, nor files, which are to be chosen again.

resume-title = What you typed is here
resume-deck = You have signed in. What you had sent after the session ended waits here.
resume-do = Send what I typed
resume-fine = It goes to the address where you had sent it, as if the session had not ended.

link-title-invitation = Welcome
link-title-reset = Back in
link-title-entry = Sign in
link-title-bad = This link opens nothing
link-deck = This link opens the portal once, for { $name }.
link-do = Enter the portal
link-fine = The link only serves this button: opening or previewing it does not use it up.
link-today = It expires today at { $name }.
link-tomorrow = It expires tomorrow at { $name }.
link-on = It expires on { $name }.
link-other = You are not { $name }? Do not enter,
link-tell = and tell { $name }.
link-tell-administrator = and tell an administrator.
link-used = It has been used: a link opens the portal only once.
link-expired = It has expired.
link-disabled = The account that it was made for is disabled.
link-unknown = It is unknown, or a newer link has replaced it.
link-todo = If you have an account already, use the sign-in page. Otherwise ask for a new link from whoever sent you this one.
link-ask = You can also write to { $name }.

reset-title = Forgotten password
reset-deck = Give your address: you are sent a link that opens the portal once, to choose another password.
reset-no-mail-deck = This portal sends no mail.
reset-ask = An administrator can hand you a link that opens the portal once; you then choose another password.
reset-ask-contact = { $name } can hand you a link that opens the portal once; you then choose another password.
reset-do = Send the link
reset-sent-deck = Look into your mail.
reset-sent = If there is an account for { $name }, a link has just been sent to it.
reset-sent-fine = It works once and expires after two hours. If it does not arrive, look among the junk, then ask an administrator.
reset-wait = { $count ->
    [one] Too many requests. Try again in a minute.
   *[other] Too many requests. Try again in { $count } minutes.
}
reset-back = Back to the sign-in page

mail-reset-subject = { $portal }: choose another password
mail-reset-text =
    Hello,

    somebody, probably you, asked for a new password for { $email } on { $portal }.
    This link opens the portal once, within two hours:

    { $link }

    If it was not you, do nothing: your password stays the same.
mail-invitation-subject = { $portal }: your invitation
mail-invitation-text =
    Hello,

    an account is waiting for you on { $portal }, in the name of { $email }.
    This link opens it once, within three days; you then choose how you sign in:

    { $link }

error-reader-title = For members only
error-reader-what = One has to be signed in for this.
error-reader-todo = Sign in, then try again.
error-recruiter-title = For recruiters only
error-recruiter-what = Your account reads the portal; it does not share its pages.
error-recruiter-todo = An administrator can give you this role. Nothing that you were reading is lost.
error-editor-title = For editors only
error-editor-what = Your account reads the portal; it does not change its pages.
error-editor-todo = An administrator can give you this role. Nothing that you were reading is lost.
error-administrator-title = For administrators only
error-administrator-what = Your account manages neither accounts nor settings.
error-administrator-todo = An administrator can give you this role. Nothing that you were reading is lost.
