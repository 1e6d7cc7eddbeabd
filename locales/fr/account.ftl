# Mon compte.
account-title = Mon compte
administration-title = Administration
mistakes = Rien n’est enregistré
in-page = Dans cette page
action = Action
account-leave = Sortir
account-profile = Profil
account-person = Ma fiche
account-person-note = La fiche est la personne du portail que ce compte représente.
account-person-show = Mon profil
account-profile-do = Enregistrer le profil
account-role = Rôle :
account-role-contact = Un rôle se change chez { $name }.
account-role-ask = Un rôle se change chez un administrateur.
account-may-reader = Il lit tout le portail.
account-may-recruiter = Il lit tout le portail, fait et révoque des liens de partage.
account-may-editor = Il change tout le contenu, fait et révoque des liens de partage.
account-may-administrator = Il change tout le contenu, et gère les comptes et les réglages.
person-unknown = Personne ne s’appelle « { $name } » dans le portail. Prenez un nom de la liste, ou laissez vide.
person-several = Plusieurs personnes portent ce nom. Écrivez l’adresse de la bonne : { $name }.
person-tied = Un autre compte est déjà cette personne. Un administrateur peut l’en détacher.
email-taken = Un compte a déjà cette adresse.
account-keys = Clés d’accès
account-keys-count = { $count ->
    [0] Aucune clé n’ouvre encore ce compte.
    [one] Une clé ouvre ce compte.
   *[other] { $count } clés ouvrent ce compte.
}
account-keys-do = Gérer les clés
account-keys-note = Deux clés sur deux appareils : si l’un se perd, l’autre ouvre encore.
password-current = Actuel
password-new = Nouveau, 15 signes au moins
password-change = Changer le mot de passe
password-set = Choisir ce mot de passe
password-note = Le changer ferme aussitôt toutes les autres sessions et les liens d’entrée non utilisés.
password-closed = Les mots de passe n’ouvrent plus ce portail.
password-wrong = Ce n’est pas votre mot de passe actuel.
password-wait = { $count ->
    [one] Trop d’essais. Le mot de passe pourra être essayé de nouveau dans une minute.
   *[other] Trop d’essais. Le mot de passe pourra être essayé de nouveau dans { $count } minutes.
}
account-sessions = Sessions
sessions-open = Sessions ouvertes
session-device = Appareil
session-unknown = Appareil inconnu
session-opened = Ouverte
session-used = Dernier usage
session-way = Entrée par
session-now = maintenant
session-here = ici
session-end = Fermer
session-end-of = Fermer la session { $name }
sessions-others = Fermer toutes les autres
sessions-all = Fermer toutes et sortir
account-appearance = Langue et apparence
account-theme = Apparence
account-theme-auto = Comme l’appareil
account-theme-light = Claire
account-theme-dark = Sombre
account-appearance-do = Enregistrer ces choix
account-appearance-note = Le contenu reste en français ; seule l’interface change de langue.

weak-title = Votre rôle demande davantage.
weak-prove = Prouver avec ma clé
weak-text = Ajoutez une clé d’accès, ou sortez et entrez avec le compte de l’entreprise. D’ici là, seule cette page s’ouvre.

confirm-title = Prouvez que c’est vous
confirm-deck = Vous êtes ici depuis un moment. Avant de changer la manière d’entrer, le portail demande encore une preuve.
confirm-kept = Votre saisie est gardée ; elle reviendra ensuite.
confirm-do = Continuer
confirm-no-password = Aucun mot de passe ne peut le prouver pour ce compte. Sortez, entrez de nouveau avec votre clé d’accès, le compte de l’entreprise ou un lien, puis recommencez : rien n’a été changé.

entry-title = Choisissez comment vous entrez
entry-deck = Le lien a servi. La prochaine fois, vous entrerez par la voie que vous choisissez ici.
entry-key = Ajouter une clé d’accès
entry-key-fine = L’empreinte, le visage ou le code de votre appareil : rien à retenir, rien à taper.
entry-or = ou avec un mot de passe
entry-password-hint = Une phrase de quelques mots convient.
entry-later = Plus tard
entry-go = Continuer vers le portail

flash-profile = Votre profil est enregistré.
flash-password = Votre mot de passe est enregistré. Les autres sessions sont fermées.
flash-session = La session est fermée.
flash-sessions-others = Les autres sessions sont fermées.
flash-sessions = Toutes les sessions de ce compte sont fermées.
flash-appearance = Ces choix sont enregistrés dans ce navigateur.
