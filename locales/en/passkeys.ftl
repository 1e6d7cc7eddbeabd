# Passkeys.
passkeys-title = Passkeys
passkeys-none = No passkey yet.
passkeys-key = Passkey
passkeys-added = Added
passkeys-used = Last used
passkeys-never = not yet
passkeys-action = Action
passkeys-name = Name
passkeys-rename = Rename
passkeys-which = passkey { $name }
passkeys-remove = Remove
passkeys-remove-one = Remove passkey { $name }
passkeys-add = Add a passkey
passkeys-confirm = Prove it with a passkey
passkeys-unnamed = Passkey
passkeys-what = Your device’s fingerprint, face or code opens the portal, without a password.
passkeys-two = Two passkeys on two devices: if one is lost, the other still opens.
passkeys-script = Adding a passkey needs JavaScript; this is the only page that does.
passkeys-weak = Your role needs a passkey or the company account. Add a passkey: the portal opens at once.
passkeys-off = Passkeys do not open this portal for now. Take another way.
passkeys-many = You have as many passkeys as an account may have. Remove one to add another.
passkeys-last = This passkey is your only way in: it stays. Add another passkey, or choose a password, then remove this one. If your role needs a passkey, a password is not enough.
passkeys-known = This device already has a passkey for this portal. Use that one, or take another device.
passkeys-name-missing = Give this passkey a name: the device’s, for example.
passkeys-name-wrong = { $count ->
   *[other] This name will not do: at most { $count } characters, on one line.
}
passkeys-cancelled = The request was cancelled, or this device has no passkey for this portal. Nothing was sent.
passkeys-failed = The passkey did not answer as expected. Try again, or take another device.
passkeys-absent = This browser knows no passkeys, or the portal’s address allows none.
passkeys-too-many = Too many attempts from this address. Wait a quarter of an hour, or take another way.
passkeys-late = The request has expired, or has been used. Start again.
passkeys-unknown = This portal does not know this passkey: it may have been removed. Take another way.
passkeys-script-enter = A passkey needs JavaScript. Take another way.
passkeys-script-add = Adding a passkey needs JavaScript. Allow it for this page, then start again.
flash-key-removed = The key is removed, and your other sessions are closed.
