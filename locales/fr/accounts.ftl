# L’administration : comptes, règles, lecture, journal.
accounts-title = Comptes
accounts-count = { $count ->
    [0] Aucun compte
    [one] Un compte
   *[other] { $count } comptes
}
accounts-search = Chercher une adresse ou un nom
accounts-search-do = Chercher
accounts-all = Tous les comptes
accounts-none = Aucun compte ne répond à « { $name } ».
accounts-nobody = sans fiche
accounts-you = vous
accounts-only = seul administrateur : ne change pas
accounts-only-note = Seul administrateur : son rôle ne change pas, et le compte ne se désactive pas, tant qu’il est seul.
accounts-never = pas encore
accounts-link = lien jusqu’au { $name }
account-column = Compte
role-column = Rôle
state-column = État
entered-column = Dernière entrée
person-column = Fiche
role-of = Rôle de { $name }
role-change = Changer
role-change-of = Changer le rôle de { $name }
role-note = Un rôle compte dès la page suivante de la personne.
sessions-of = Sessions de { $name }
state-active = actif
state-invited = invité
state-disabled = désactivé
enable = Réactiver
enable-of = Réactiver { $name }
disable = Désactiver
disable-of = Désactiver { $name }
account-disabled = Ce compte est désactivé : réactivez-le d’abord.
last-administrator = C’est le seul administrateur qui puisse entrer : il le reste. Nommez-en d’abord un autre, et attendez qu’il soit entré une fois.

invite-title = Inviter
invite-mail = Envoyer l’invitation
invite-link = Faire un lien à remettre
invite-note = L’invité choisit comment il entre. Le lien sert une fois et expire au bout de 3 jours.
invite-no-mail = Ce portail n’envoie pas de courrier : remettez le lien vous-même.

made-invitation = Lien d’invitation
made-reset = Lien de réinitialisation
made-deck = Remettez-le à cette personne, et à elle seule : il ouvre son compte.
made-link = Lien
made-hint = Copiez-le maintenant : le portail ne le montre qu’une fois.
made-once = Il ne sert qu’une fois, et ceux faits auparavant pour ce compte n’ouvrent plus rien.
made-back = Revenir aux comptes
made-stuck-title = Le courrier n’est pas parti.
made-stuck-text = Le compte est fait. Remettez le lien vous-même, ou réessayez plus tard.

rules-title = Règles de connexion
rules-ways = Voies ouvertes
rules-passwords = Mots de passe
rules-provider = Compte de l’entreprise
rules-provider-hint = OpenID Connect, réglé au démarrage du serveur.
rules-provider-none = Aucun fournisseur OpenID Connect n’est réglé au démarrage du serveur : cette voie n’est pas proposée.
rules-strong = Exiger une clé d’accès ou le compte de l’entreprise
strong-reader = des lecteurs
strong-recruiter = des recruteurs
strong-editor = des éditeurs
strong-administrator = des administrateurs
rules-idle = Fermer une session inactive après
rules-longest = Et dans tous les cas après
days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
rules-do = Enregistrer les règles
rules-note = Une voie ne se ferme que s’il reste à un administrateur une autre voie qu’il a déjà prise.
rules-strong-note = Ceux dont le rôle l’exige et qui n’en ont pas encore ne voient que leur compte, pour en ajouter une.
last-way = Aucun administrateur ne pourrait plus entrer. Gardez une voie que l’un d’eux a déjà : un mot de passe, une clé d’accès ou le compte de l’entreprise.
longest-after-idle = Ce délai doit être plus long que celui sans usage, et d’un an au plus.

reading-who = Qui peut lire
reading-members = Ceux qui ont un compte
reading-members-title = Lecture sur connexion.
reading-members-text = Sans compte, aucune page du portail ne s’ouvre.
reading-open = Tous ceux qui joignent ce serveur
reading-open-hint = Les pages deviennent publiques, l’organigramme compris.
reading-open-title = Lecture ouverte.
reading-open-text = Quiconque joint ce serveur lit toutes les pages, sans compte.
reading-do = Enregistrer
reading-fixed = Le choix a été fait au démarrage du serveur (--reading) et l’emporte. Rien n’est changé.
reading-fixed-note = Le choix a été fait au démarrage du serveur, par l’option --reading : elle l’emporte sur celui-ci.

access-title = Accès
access-ways = Peut entrer par
access-no-way = rien encore
access-no-link = aucun
access-invite = Faire un nouveau lien d’invitation
access-reset = Faire un lien de réinitialisation
access-link-note = Le lien ouvre le compte une fois, pour choisir une autre manière d’entrer. Il remplace ceux faits auparavant.
access-disable-note = Désactiver ferme aussitôt les sessions et annule les liens. Le compte garde son rôle et ses voies ; il se réactive d’un bouton.
ways-keys = { $count ->
    [one] une clé d’accès
   *[other] { $count } clés d’accès
}
ways-provider = { $count ->
    [one] compte de l’entreprise
   *[other] { $count } comptes de l’entreprise
}
person-do = Enregistrer la fiche
sessions-none = Aucune session ouverte.
sessions-all-of = Fermer toutes ses sessions

journal-title = Journal
journal-all = Tout le journal
journal-note = Entrées, refus, changements de rôle. Aucun secret n’y paraît.
journal-of = Ce qui concerne { $name }.
journal-none = Rien n’est encore noté.
event-nobody = une adresse vide
event-by = par { $name }
event-by-operator = par la ligne de commande
event-ended = { $count ->
    [one] une session fermée
   *[other] { $count } sessions fermées
}
event-first = Premier administrateur : { $account }
event-entered = Entrée de { $account }
event-refused = Entrée refusée pour { $account }
event-left = Sortie de { $account }
event-invited = Invitation de { $account }, { $role }
event-link-invitation = Lien d’invitation fait pour { $account }
event-link-reset = Lien de réinitialisation fait pour { $account }
event-link-entry = Lien d’entrée fait pour { $account }
event-role = Rôle de { $account } changé { $code ->
    [editor] d’{ $role }
    [administrator] d’{ $role }
   *[other] de { $role }
} à { $to }
event-disabled = { $account } désactivé
event-enabled = { $account } réactivé
event-email = Adresse { $detail } changée en { $account }
event-tied = { $account } lié à la fiche { $detail }
event-untied = { $account } détaché de sa fiche
event-password = Mot de passe de { $account } changé
event-key-added = Clé d’accès ajoutée pour { $account }
event-key-removed = Clé d’accès retirée pour { $account }
event-sessions = Sessions de { $account } fermées
event-reading-open = Lecture ouverte à tous ceux qui joignent le serveur
event-reading-members = Lecture réservée à ceux qui ont un compte
event-rules = Règles de connexion changées
event-settings = Réglages changés
event-share-made = Lien de partage fait par { $account } : { $detail }
event-share-revoked = Lien de partage de { $account } révoqué : { $detail }
event-share-extended = Lien de partage de { $account } prolongé : { $detail }
event-forbidden = Refus opposé à { $account }, au-delà de son rôle
refusal-password = adresse ou mot de passe non reconnu
refusal-too-many = trop d’essais
refusal-disabled = compte désactivé
refusal-needs-key = le rôle demande une clé d’accès ou le compte de l’entreprise
refusal-link = lien déjà utilisé, expiré ou remplacé
refusal-confirm = mot de passe faux, pour une preuve redemandée
refusal-passkey = la clé n’a pas été reconnue
refusal-passkey-late = réponse de la clé venue trop tard
refusal-passkey-unknown = clé inconnue de ce portail
refusal-passkeys-off = les clés d’accès sont fermées
refusal-provider-away = le service de comptes ne répondait pas
refusal-provider-wrong = réponse du service de comptes non valable
refusal-provider-denied = abandonné chez le service de comptes
refusal-provider-lost = retour d’un autre navigateur ou trop tardif
refusal-provider-unknown = compte de l’entreprise sans compte ici
refusal-provider-no-email = compte de l’entreprise sans adresse e-mail
refusal-provider-unverified = adresse e-mail non vérifiée
refusal-provider-taken = l’adresse appartient à un autre compte
refusal-provider-no-role = aucun rôle pour ce compte de l’entreprise
refusal-provider-off = le compte de l’entreprise est fermé

flash-role = Le rôle est changé.
flash-tied = La fiche de ce compte est enregistrée.
flash-disabled = Le compte est désactivé, ses sessions sont fermées. Il se réactive du même bouton.
flash-enabled = Le compte est réactivé.
flash-invited = L’invitation est partie.
flash-rules = Les règles de connexion sont enregistrées.
flash-reading = Le choix de lecture est enregistré.
where-title = Langue et heure
where-note = La langue est celle de qui n’en a pas choisi, ni ici ni dans son navigateur. Le fuseau dit à quelle heure commence un jour.
where-fixed = Au démarrage du serveur, l’option --time-zone a choisi { $name } : elle l’emporte sur celui-ci.
where-do = Enregistrer
flash-place = La langue et le fuseau sont enregistrés.
event-where = Langue et fuseau changés
