# Les clés d’accès.
passkeys-title = Clés d’accès
passkeys-none = Aucune clé pour l’instant.
passkeys-key = Clé
passkeys-added = Ajoutée
passkeys-used = Dernier usage
passkeys-never = pas encore
passkeys-action = Action
passkeys-name = Nom
passkeys-rename = Renommer
passkeys-which = la clé { $name }
passkeys-remove = Retirer
passkeys-remove-one = Retirer la clé { $name }
passkeys-add = Ajouter une clé
passkeys-confirm = Prouver avec une clé d’accès
passkeys-unnamed = Clé d’accès
passkeys-what = L’empreinte, le visage ou le code de votre appareil ouvre le portail, sans mot de passe.
passkeys-two = Deux clés sur deux appareils : si l’un se perd, l’autre ouvre encore.
passkeys-script = Ajouter une clé demande JavaScript ; c’est la seule page dans ce cas.
passkeys-weak = Votre rôle demande une clé d’accès ou le compte de l’entreprise. Ajoutez une clé : le portail s’ouvre aussitôt.
passkeys-off = Les clés d’accès n’ouvrent pas ce portail pour l’instant. Prenez une autre voie.
passkeys-many = Vous avez autant de clés qu’un compte peut en avoir. Retirez-en une pour en ajouter une autre.
passkeys-last = Cette clé est votre seule voie pour entrer : elle reste. Ajoutez une autre clé, ou choisissez un mot de passe, puis retirez celle-ci. Si votre rôle demande une clé, un mot de passe ne suffit pas.
passkeys-known = Cet appareil a déjà une clé pour ce portail. Servez-vous d’elle, ou prenez un autre appareil.
passkeys-name-missing = Donnez un nom à cette clé : celui de l’appareil, par exemple.
passkeys-name-wrong = { $count ->
   *[other] Ce nom ne convient pas : au plus { $count } signes, sur une ligne.
}
passkeys-cancelled = La demande a été annulée, ou cet appareil n’a pas de clé pour ce portail. Rien n’a été envoyé.
passkeys-failed = La clé n’a pas répondu comme attendu. Réessayez, ou prenez un autre appareil.
passkeys-absent = Ce navigateur ne connaît pas les clés d’accès, ou l’adresse du portail n’en permet pas.
passkeys-too-many = Trop d’essais depuis cette adresse. Attendez un quart d’heure, ou prenez une autre voie.
passkeys-late = La demande a expiré, ou elle a déjà servi. Recommencez.
passkeys-unknown = Ce portail ne connaît pas cette clé : elle a peut-être été retirée. Prenez une autre voie.
passkeys-script-enter = Une clé d’accès demande JavaScript. Prenez une autre voie.
passkeys-script-add = Ajouter une clé demande JavaScript. Activez-le pour cette page, puis recommencez.
flash-key-removed = La clé est retirée, et vos autres sessions sont fermées.
