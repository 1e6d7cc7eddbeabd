# Entrer, sortir, les liens à usage unique.
email = Adresse e-mail
password = Mot de passe
email-wrong = Ce n’est pas une adresse e-mail. Écrivez-la comme prenom.nom@exemple.fr.
role-reader = lecteur
role-recruiter = recruteur
role-editor = éditeur
role-administrator = administrateur
way-password = mot de passe
way-passkey = clé d’accès
way-provider = compte de l’entreprise
way-link = lien à usage unique

sign-in-title = Entrer
sign-in-deck = La société, ses personnes, ses missions et ses choix, pour ceux qui y travaillent.
sign-in-contact = Pas de compte ? Demandez une invitation à { $name }.
sign-in-invitation = Pas de compte ? Demandez une invitation à un administrateur du portail.
sign-in-passkey = Entrer avec une clé d’accès
sign-in-passkey-fine = L’empreinte, le visage ou le code de votre appareil. Aucun nom à taper.
sign-in-no-script = Sans JavaScript, prenez une autre voie.
sign-in-passkey-failed = La clé n’a pas répondu, ou n’est pas connue de ce portail. Réessayez, ou prenez une autre voie.
sign-in-provider = Entrer avec { $name }
sign-in-or-password = ou avec un mot de passe
sign-in-do = Entrer
sign-in-forgotten = Mot de passe oublié
sign-in-refused = Adresse ou mot de passe non reconnu. Vérifiez les deux, ou demandez un nouveau mot de passe.
sign-in-disabled = Ce compte est désactivé. Un administrateur peut le réactiver.
sign-in-needs-key = Votre rôle demande une clé d’accès ou le compte de l’entreprise : entrez par l’une de ces deux voies. Si vous avez perdu votre clé, un administrateur peut vous remettre un lien.
sign-in-no-passwords = Les mots de passe n’ouvrent plus ce portail. Prenez une autre voie.
sign-in-wait-title = Trop d’essais.
sign-in-wait = { $count ->
    [one] Le mot de passe pourra être essayé de nouveau dans une minute. Les autres voies restent ouvertes.
   *[other] Le mot de passe pourra être essayé de nouveau dans { $count } minutes. Les autres voies restent ouvertes.
}
sign-in-not-kept = Ce que vous aviez envoyé n’a pas pu être gardé ici : c’est trop long, ou ce n’est pas un formulaire. Revenez en arrière, copiez votre texte, puis entrez.
sign-in-kept-title = Votre saisie est gardée
sign-in-kept-deck = La session s’est fermée pendant que vous écriviez. Entrez de nouveau : le formulaire reviendra comme vous l’avez laissé.
sign-in-kept = Rien n’est encore enregistré, rien n’est perdu.
sign-in-kept-fields = { $count ->
    [0] Ce qui est gardé : aucun champ rempli
    [one] Ce qui est gardé : un champ rempli
   *[other] Ce qui est gardé : { $count } champs remplis
}
sign-in-kept-fine = Le formulaire revient rempli, à la même place. Ne sont pas gardés : les mots de passe, et les fichiers, à choisir de nouveau.

resume-title = Votre saisie est là
resume-deck = Vous êtes entré. Ce que vous aviez envoyé après la fermeture de la session attend ici.
resume-do = Envoyer ma saisie
resume-fine = Elle part à l’adresse où vous l’aviez envoyée, comme si la session ne s’était pas fermée.

link-title-invitation = Bienvenue
link-title-reset = Retrouver l’accès
link-title-entry = Entrer
link-title-bad = Ce lien n’ouvre rien
link-deck = Ce lien ouvre le portail une seule fois, pour { $name }.
link-do = Entrer dans le portail
link-fine = Le lien ne sert qu’à ce bouton : l’ouvrir ou le prévisualiser ne l’use pas.
link-today = Il expire aujourd’hui à { $name }.
link-tomorrow = Il expire demain à { $name }.
link-on = Il expire le { $name }.
link-other = Vous n’êtes pas { $name } ? N’entrez pas,
link-tell = et dites-le à { $name }.
link-tell-administrator = et dites-le à un administrateur.
link-used = Il a déjà servi : un lien n’ouvre le portail qu’une fois.
link-expired = Il a expiré.
link-disabled = Le compte pour lequel il a été fait est désactivé.
link-unknown = Il est inconnu, ou un lien plus récent l’a remplacé.
link-todo = Si vous avez déjà un compte, entrez par la page d’entrée. Sinon, demandez un nouveau lien à la personne qui vous a envoyé celui-ci.
link-ask = Vous pouvez aussi écrire à { $name }.

reset-title = Mot de passe oublié
reset-deck = Donnez votre adresse : un lien vous est envoyé, qui ouvre le portail une fois pour choisir un autre mot de passe.
reset-no-mail-deck = Ce portail n’envoie pas de courrier.
reset-ask = Un administrateur peut vous remettre un lien qui ouvre le portail une fois ; vous choisirez alors un autre mot de passe.
reset-ask-contact = { $name } peut vous remettre un lien qui ouvre le portail une fois ; vous choisirez alors un autre mot de passe.
reset-do = Envoyer le lien
reset-sent-deck = Regardez votre courrier.
reset-sent = Si un compte existe pour { $name }, un lien vient de lui être envoyé.
reset-sent-fine = Il sert une fois et expire au bout de deux heures. S’il n’arrive pas, regardez parmi les indésirables, puis demandez à un administrateur.
reset-wait = { $count ->
    [one] Trop de demandes. Recommencez dans une minute.
   *[other] Trop de demandes. Recommencez dans { $count } minutes.
}
reset-back = Revenir à la page d’entrée

mail-reset-subject = { $portal } : choisir un autre mot de passe
mail-reset-text =
    Bonjour,

    quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour { $email } sur { $portal }.
    Ce lien ouvre le portail une fois, pendant deux heures :

    { $link }

    Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
mail-invitation-subject = { $portal } : votre invitation
mail-invitation-text =
    Bonjour,

    un compte vous attend sur { $portal }, au nom de { $email }.
    Ce lien l’ouvre une fois, pendant trois jours ; vous choisirez ensuite comment vous entrez :

    { $link }

error-reader-title = Réservé aux membres
error-reader-what = Il faut être entré pour cela.
error-reader-todo = Entrez, puis recommencez.
error-recruiter-title = Réservé aux recruteurs
error-recruiter-what = Votre compte lit le portail ; il n’en partage pas les pages.
error-recruiter-todo = Un administrateur peut vous donner ce rôle. Rien de ce que vous lisiez n’est perdu.
error-editor-title = Réservé aux éditeurs
error-editor-what = Votre compte lit le portail ; il n’en change pas les fiches.
error-editor-todo = Un administrateur peut vous donner ce rôle. Rien de ce que vous lisiez n’est perdu.
error-administrator-title = Réservé aux administrateurs
error-administrator-what = Votre compte ne gère ni les comptes ni les réglages.
error-administrator-todo = Un administrateur peut vous donner ce rôle. Rien de ce que vous lisiez n’est perdu.
