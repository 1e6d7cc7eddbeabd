# Les partages : la liste, un nouveau lien, ce que voit son destinataire.
shares-title = Mes partages
shares-deck = Un lien par destinataire : chacun se reprend sans toucher aux autres.
shares-count = { $count ->
    [0] Aucun lien
    [one] Un lien
   *[other] { $count } liens
}
shares-search = Chercher un destinataire ou une personne
shares-state-all = tous
shares-state-open = ouverts
shares-state-over = finis
shares-whose = De qui
shares-mine = les miens
shares-everybody = de tous
shares-all = Tous mes liens
shares-none = Vous n’avez encore fait aucun lien. Un lien ouvre l’organigramme, une branche ou une personne à qui n’a pas de compte, et se reprend quand vous voulez.
shares-none-such = Aucun lien ne répond à cette recherche.
shares-counted = Le portail compte les ouvertures et retient la date de la dernière, sans savoir qui ni d’où. Les vôtres ne comptent pas, ni les aperçus des messageries qui se nomment.
shares-hashed = Le lien lui-même n’est plus montré : le portail n’en garde que l’empreinte.

share-do = Faire le lien
share-this = Partager
share-cancel = Annuler
share-new = Nouveau partage
share-for = Pour qui
share-fields = Champs montrés
share-date = Date
share-expires = Expire
share-openings = Ouvertures
share-soon = bientôt
share-expired = expiré
share-revoked = révoqué
share-closed = fermé : son auteur n’a plus le rôle
share-live = toujours à jour
share-of-chart = organigramme entier
share-of-branch = branche de { $name }
share-of-person = une personne : { $name }
share-by = fait par { $name }
share-has-password = mot de passe
share-has-hosts = { $count ->
    [one] encadré dans un site
   *[other] encadré dans { $count } sites
}
share-names = noms
share-with-title = titres
share-with-function = fonctions
share-with-contract = contrat
share-with-period = période
share-with-contact = coordonnées
share-with-bodies = instances
share-never-opened = pas encore ouvert
share-opened-today = dernière aujourd’hui
share-opened-yesterday = dernière hier
share-opened-on = dernière le { $name }
share-see = Voir
share-see-of = Voir comme le destinataire : { $name }
share-extend = Prolonger
share-extend-of = Prolonger de 30 jours : { $name }
share-revoke = Révoquer
share-revoke-of = Révoquer : { $name }
share-again = Refaire un lien
share-again-of = Refaire un lien : { $name }

share-part-what = Quoi
share-part-whom = Destinataire
share-what = Ce que le lien ouvre
share-what-chart = L’organigramme entier
share-what-branch = Une branche
share-what-person = Une personne
share-what-note = Une branche est une personne ou un poste, avec tout ce qui en dépend.
share-root = Branche ou personne
share-root-hint = Un nom, ou le titre d’un poste ; demandé pour une branche ou une personne.
share-choose = Choisissez l’une des réponses du formulaire.
share-root-whole = Branche ou personne : le lien ouvrirait l’organigramme entier. Choisissez « Une branche » ou « Une personne », ou videz ce champ.
share-root-missing = Branche ou personne : écrivez de qui, ou quel poste.
share-root-unknown = Branche ou personne : « { $name } » n’est le nom d’aucune personne ni d’aucun poste.
share-root-several = Branche ou personne : ce nom est porté par plusieurs. Écrivez l’un de ces mots, qui finissent l’adresse de leur page : { $name }.
share-root-absent = Branche ou personne : elle n’est pas dans l’organigramme à cette date.
share-when = À quelle date
share-when-frozen = Figé à une date
share-when-frozen-hint = Le destinataire ne voit que cette date.
share-when-live = Toujours à jour
share-when-live-hint = Il voit ce que voit un lecteur ce jour-là.
share-date-missing = Une date est demandée.
share-date-write = Ce n’est pas une date. Écrivez { $name }.
share-date-wrong = Ce n’est pas une date. Écrivez par exemple avril 2019 ou 25 décembre 2026.
share-date-moment = Date : il faut un jour, un mois ou une année, sans incertitude ni intervalle.
share-date-nobody = Date : rien n’est connu de l’organigramme à cette date.
share-for-hint = Pour vous retrouver dans la liste. Le destinataire ne le voit pas.
share-for-missing = Écrivez un mot qui vous rappellera à qui va ce lien.
share-in-days = { $count ->
    [one] dans un jour
   *[other] dans { $count } jours
}
share-on-date = à une date
share-until = À la date
share-until-unused = À la date : choisissez « à une date » dans « Expire », ou videz ce champ.
share-until-day = À la date : il faut un jour, par exemple 25 décembre 2026.
share-until-range = À la date : d’aujourd’hui à dans un an.
share-until-is = jusqu’au { $name }
share-days-note = Un an au plus. Le lien ouvre jusqu’à la fin du dernier jour, et se prolonge tant qu’il n’a pas expiré.
share-maker-note = Vos liens cessent d’ouvrir si vous n’avez plus le rôle de recruteur.
share-password-hint = À donner autrement que par le même message. De 8 à 200 signes.
share-password-length = Mot de passe : de { $least } à { $most } signes, ou rien.
share-field-name = Noms
share-field-title = Titres
share-field-function = Fonctions
share-field-contract = Contrat
share-field-period = Période
share-field-contact = Coordonnées
share-field-contact-hint = E-mail et téléphone. Jamais cochées d’avance.
share-fields-note = Tout ce que le lien ouvre obéit aux mêmes cases.
share-bodies-note = L’organigramme entier montre aussi les instances, comme un comité de direction, si les titres ou les fonctions sont montrés.
share-message = Message
share-message-label = Message en tête de page
share-message-hint = 600 signes au plus.
share-frame = Dans un autre site
share-hosts = Sites qui peuvent l’encadrer
share-hosts-hint = Un par ligne, 10 au plus : le nom seul, par exemple carrieres.exemple.fr.
share-hosts-note = En https seulement. Aucun autre site ne pourra l’encadrer.
share-hosts-many = Sites : { $count } au plus.
share-host-wrong = Sites : « { $name } » n’est pas le nom d’un site. Écrivez par exemple carrieres.exemple.fr.
share-too-long = { $count } signes au plus.
share-control = Un signe qui ne s’affiche pas s’y trouve : retapez ce texte.
share-once = Le lien est montré une seule fois, à la page suivante.

share-made-title = Prêt à envoyer
share-made = Lien fait pour « { $name } ». Copiez-le maintenant : le portail n’en garde que l’empreinte et ne pourra plus le montrer.
share-link = Lien
share-qr = Code QR du lien, à scanner
share-copy = Copier
share-copied = Copié
share-see-do = Voir comme le destinataire
share-write = Écrire un message
share-back = Mes partages
share-lost-note = Perdu ? Révoquez ce lien et refaites-en un : les autres n’en souffrent pas.
share-copy-note = Sans script, sélectionnez le lien et copiez-le.
share-mail = Le message à envoyer
share-mail-label = Texte proposé
share-mail-subject = Organigramme de { $portal }
share-mail-text =
    Bonjour,

    Voici l’organigramme de { $portal } : { $link }

    Ce lien s’ouvre sans compte jusqu’au { $day }. Merci de ne pas le transmettre.
share-mail-text-password =
    Bonjour,

    Voici l’organigramme de { $portal } : { $link }

    Ce lien s’ouvre sans compte jusqu’au { $day }, avec un mot de passe que je vous donne à part. Merci de ne pas le transmettre.
share-password-note = Donnez le mot de passe autrement : par téléphone, par exemple.
share-frame-title = Organigramme de { $name }
share-frame-label = Code à coller
share-frame-note = Le code contient le lien : il n’est montré, lui aussi, qu’une fois.
share-frame-password = Dans un cadre, le mot de passe ne se demande pas : la page propose de s’ouvrir dans un nouvel onglet.

share-revoke-title = Révoquer ce lien ?
share-revoke-what = Il n’ouvrira plus rien, dès maintenant et partout où il a été copié. Un lien révoqué ne revient pas.
share-revoke-others = Les autres liens continuent d’ouvrir. Pour la même personne, vous pourrez en refaire un.

share-seen = Comme le destinataire.
share-seen-draft = Rien n’est encore fait ni envoyé.
share-seen-made = Ces ouvertures-ci ne sont pas comptées.
share-seen-edit = Revenir au formulaire

# Ce que voit le destinataire.
share-kind = Organigramme partagé
share-whole = L’équipe
share-branch = L’équipe de { $name }
share-branch-unnamed = Une équipe
share-deck = { $people }, { $when }.
share-person-deck = Dans l’entreprise, { $name }.
share-all = Tout le partage
share-only = Montrés ici : { $name }. Rien d’autre n’est partagé.
share-certainty = Certitude
share-foot = Page destinée à son seul destinataire. Elle ne mène à aucune autre.
share-foot-until = Elle cesse de répondre après le { $name }.
share-outside = Ouvrir en entier
share-nothing = Rien à montrer
share-removed = Ce que ce lien montrait n’est plus dans le portail.
share-absent = Ce que ce lien montre n’est pas dans l’organigramme à cette date.
share-ask = Demandez un nouveau lien à { $name }.
share-ended = Ce lien n’ouvre plus rien
share-ended-deck = Il a expiré, ou la personne qui vous l’avait envoyé l’a retiré.
share-ended-todo = Rien n’est à corriger de votre côté.
share-locked = Un mot de passe est demandé
share-locked-deck = Celui que vous a donné la personne qui vous a envoyé ce lien.
share-locked-frame = Dans un cadre, votre navigateur ne garderait pas la réponse. Ouvrez la page à part pour donner le mot de passe.
share-open-tab = Ouvrir dans un nouvel onglet
share-unlock = Ouvrir
share-no-cookie = Le mot de passe est juste, mais votre navigateur n’a pas gardé de cookie. Donnez-le encore une fois : la page s’ouvrira, et il sera redemandé à la suivante.
share-password-wrong = Ce n’est pas le mot de passe de ce lien.
guest-lost = Cette adresse n’ouvre rien.
guest-lost-todo = Vérifiez que le lien a été copié en entier, ou demandez-en un nouveau à la personne qui vous l’a envoyé.

flash-share-extended = Lien prolongé de 30 jours, un an au plus à partir d’aujourd’hui.
flash-share-kept = Ce lien ne se prolonge plus : il a expiré ou il est révoqué.
flash-share-known = Ce lien est déjà fait, et ne peut plus être montré. S’il est perdu, révoquez-le et refaites-en un.
flash-share-revoked = Lien révoqué : il n’ouvre plus rien.
share-ask-portal = La personne qui vous l’avait envoyé ne peut plus en faire. À qui demander un nouveau lien : { $name }
share-ask-sender = Demandez un nouveau lien à l’entreprise qui vous l’avait envoyé.
share-shows-nothing = ne montre plus rien
share-date-unused = Date : elle ne compterait pas. Choisissez « Figé à une date », ou videz ce champ.
