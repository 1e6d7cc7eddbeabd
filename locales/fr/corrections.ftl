# « Signaler une erreur », et ce que les éditeurs en font.
report-title = Signaler une erreur
report-about = À propos de :
report-deck = Une phrase suffit : ce qui est faux, et si possible ce qui est vrai.
report-what = Ce qui est faux
report-text = Votre signalement
report-hint = { $count } signes au plus.
report-name = Votre nom
report-do = Envoyer le signalement
report-leave = Revenir à la page
report-note = Les éditeurs le lisent sur cette page et dans leur liste. Leur réponse paraîtra dans « Mon compte ».
report-note-nobody = Les éditeurs le lisent sur cette page et dans leur liste. Sans compte, personne ne peut vous répondre ici : laissez une adresse si vous attendez une réponse.
report-missing = Écrivez en une phrase ce qui est faux.
report-long = { $count } signes au plus.
report-character = Ce texte contient un caractère invisible qu’aucune page ne peut montrer. Retapez-le.
report-wait = { $count ->
    [one] Trop de signalements de suite. Rien n’est perdu : renvoyez celui-ci dans une minute.
   *[other] Trop de signalements de suite. Rien n’est perdu : renvoyez celui-ci dans { $count } minutes.
}
report-busy = Quelqu’un d’autre enregistre en ce moment. Rien n’est perdu : renvoyez dans quelques secondes.
report-quoted = « { $name } »
report-band = Un lecteur signale une erreur.
report-answer = Répondre
report-others = { $count ->
    [one] et un autre signalement ouvert
   *[other] et { $count } autres signalements ouverts
}
page-changed = Page modifiée :
corrections-title = Signalements
corrections-deck = Ce que les lecteurs trouvent faux, et ce qui leur a été répondu.
corrections-which = Signalements, par état
corrections-open = Ouverts
corrections-closed = Clos
corrections-all = Tous
corrections-none = Aucun signalement ici.
correction-one = Un signalement
correction-open = Ouvert
correction-corrected = Corrigé
correction-declined = Sans suite
correction-corrected-of = Corrigé : { $name }
correction-declined-of = Sans suite : { $name }
correction-mend = Corriger la page
correction-mend-of = Corriger la page { $name }
correction-close = Clore avec un mot
correction-word = Un mot au lecteur
correction-reopen = Rouvrir
correction-reopen-of = Rouvrir le signalement sur { $name }
correction-removed = (retirée)
correction-nobody = quelqu’un sans compte
correction-late = Quelqu’un l’a déjà clos. Votre mot est resté ici ; rouvrez le signalement pour répondre autrement.
correction-note = Qui l’a signalé avec un compte lit la réponse dans « Mon compte ». Clore se défait : le signalement se rouvre.
account-reported = Vos signalements
account-reported-removed = Page retirée
author-operator = le serveur
author-gone = compte supprimé
flash-reported = Merci. Votre signalement est arrivé chez les éditeurs.
flash-correction-closed = Le signalement est clos.
flash-correction-open = Le signalement est rouvert.
flash-correction-same = Le signalement était déjà ouvert.
