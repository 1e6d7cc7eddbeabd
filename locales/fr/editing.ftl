# Changer le contenu.
editing-title = Édition
editing-new = Ajouter
editing-recent-none = Vous n’avez encore rien changé. Chaque page a un lien « Modifier ».
form-add-here = Ajouter
form-edit = Modifier
form-read = Voir la page
form-save = Enregistrer
form-leave = Laisser comme avant
form-leave-new = Ne pas créer
form-title = Modifier « { $name } »
form-title-wrong = À corriger : { $name }
form-parts = Parties
form-part-first = En-tête
form-part-more = Suite
form-part-save = Enregistrement
form-note = Pourquoi ce changement
form-note-hint = Une ligne pour l’historique
form-limits = Une ligne tient 200 signes, un texte 10 000, une adresse 100, et une liste 200 éléments.
form-errors = { $count ->
    [one] 1 erreur
   *[other] { $count } erreurs
}
form-wrong = { $count ->
    [one] Une réponse est à corriger
   *[other] { $count } réponses sont à corriger
}
form-nothing-lost = Rien n’est enregistré, rien n’est perdu : tout est resté comme vous l’avez saisi.
form-gone = Cette fiche a été retirée pendant que vous l’écriviez.
form-gone-what = Rien de votre texte n’est perdu : il est ici, tel que vous l’avez saisi. Restaurez la fiche depuis la corbeille, puis enregistrez ; ou gardez votre texte en brouillon.
form-gone-trash = Ouvrir la corbeille
form-stray = Votre texte du champ « { $name } »
form-mentions = { $count ->
    [one] Une fiche en parle
   *[other] { $count } fiches en parlent
}
form-mentions-what = Elles suivront le nouveau nom et la nouvelle adresse. L’adresse d’avant mènera toujours ici.
form-mistake = { $field } : { $wrong }
form-mistake-in = { $list }, { $row }, { $field }
form-row = { $number }, à remplir
form-row-named = { $number }, { $name }
form-row-gone = partira à l’enregistrement.
form-keep = Reprendre
form-up = Monter
form-down = Descendre
form-remove = Retirer
form-understood = compris comme :
form-choice-none = non précisé

wrong-missing = il est demandé.
wrong-long = { $name } signes au plus.
wrong-many = { $count } rangs au plus.
wrong-character = il contient un caractère invisible qu’aucune page ne peut montrer. Retapez le texte.
wrong-choice = « { $name } » n’est plus proposé. Choisissez dans la liste.
wrong-unknown = rien ne s’appelle « { $name } ». Choisissez dans la liste, ou créez d’abord la fiche.
wrong-row = « { $name } » n’est aucune des parties de cette fiche.
wrong-removed = « { $name } » est dans la corbeille. Restaurez la fiche, ou choisissez-en une autre.
wrong-several = plusieurs fiches portent ce nom. Écrivez l’une de ces adresses : { $name }.
wrong-taken = l’adresse « { $name } » est celle d’une autre fiche.
wrong-namesake = une fiche porte déjà ce nom : { $name }. Si c’en est une autre, donnez à celle-ci une adresse à elle.
wrong-key = « { $name } » est là deux fois, ou n’est pas fait de minuscules sans accents, de chiffres et de traits d’union.
wrong-slug = une adresse tient en minuscules sans accent, chiffres et traits d’union.
wrong-slug-write = une adresse tient en minuscules sans accent, chiffres et traits d’union. Écrivez { $name }.
wrong-needed = « { $row } » ne peut pas disparaître : la page { $by } s’y réfère. Remettez ce rang, ou changez d’abord cette page.
wrong-foreign = « { $name } » ne serait pas montré. Une image se dépose avec le champ sous le texte ; un lien commence par https://, http://, mailto: ou /.
wrong-stray = ce champ n’existe plus. Reportez son texte ailleurs avant d’enregistrer.
wrong-date-write = ce n’est pas une date. Écrivez { $name }.
wrong-date = ce n’est pas une date. Écrivez par exemple 2019 ou avril 2019, ou laissez vide.
wrong-unreadable = cette réponse est illisible.
wrong-rule = cette réponse ne va pas avec les autres.
rule-candidate-once = cette technique est déjà parmi les candidates.
rule-publish-or-save = pour publier à cette date, appuyez sur « Programmer la publication » ; pour publier tout de suite, videz le jour et l’heure.
rule-company-once = il y a déjà une entreprise.
rule-decision-needs-gate = une décision demande l’étape où elle est prise.
rule-document-once = la même fiche est là deux fois.
rule-email-shape = ce n’est pas une adresse e-mail.
rule-follows-itself = une mission ne fait pas suite à elle-même.
rule-follows-loop = ces missions se feraient suite en rond.
rule-end-before-start = la fin est avant le début.
rule-holder-twice = cette personne tient déjà ce poste à cette date.
rule-image-broken = ce fichier est abîmé ou incomplet. Ouvrez-le pour vérifier, ou choisissez-en un autre.
rule-image-deep = cette image prend trop de place une fois lue : 16 bits par couleur et trop de pixels. Réduisez-la, ou enregistrez-la en 8 bits.
rule-image-large = ce fichier dépasse 10 Mo. Réduisez l’image, ou choisissez-en une autre.
rule-image-not-exported = ce fichier n’est pas une image exportée par le portail.
rule-image-pixels = cette image dépasse 40 millions de pixels. Réduisez-la, ou choisissez-en une autre.
rule-image-type = ce n’est pas une image JPEG, PNG ou WebP. Choisissez un fichier de l’un de ces types.
rule-image-unknown = cette image n’est plus là. Choisissez-la de nouveau.
rule-image-wordless = une image n’a pas de texte pour qui ne la voit pas. Écrivez-le entre ses crochets.
rule-line-loop = les rattachements ramènent à ce poste.
rule-line-to-itself = un poste ne se rattache pas à lui-même.
rule-main-stake-is-a-statement = l’enjeu principal doit être l’un des énoncés.
rule-name-or-description = il faut un nom ou une description.
rule-one-line = ce texte tient sur une ligne. Ôtez-en le retour à la ligne.
rule-number = ce n’est pas un nombre entier.
rule-result-at-a-task = le résultat doit être celui d’une tâche de ce produit.
rule-result-of-a-vendor = le résultat doit être celui d’un fournisseur de ce produit.
rule-result-once = ce fournisseur a déjà un résultat à cette tâche.
rule-technology-or-none = donnez une technique ou ce qui est écarté, pas les deux.
rule-unknown-row = elle renvoie à un rang qui n’existe pas.
rule-url-http = ce n’est pas une adresse web (https://…).
rule-vendor-once = cette organisation est déjà parmi les fournisseurs.
rule-winner-is-a-candidate = la gagnante doit être l’une des candidates.
wrong-nowhere = le lien « { $name } » ne mène à aucune page. Corrigez-le, ou ôtez-le.
rule-nothing-to-see = ce texte n’a que des signes invisibles. Écrivez-le avec des lettres ou des chiffres.

form-did-add = Rang ajouté.
form-did-move = Rang déplacé.
form-did-remove = Rang retiré. « Reprendre » le ramène.
form-did-keep = Rang repris.
form-saving = Enregistrement…
form-away = Le portail ne répond pas. Rien n’est perdu : tout est resté dans cette page. Réessayez dans un moment.
form-dates = Les dates s’écrivent 2019, avril 2019, 04/2019, « vers 2019 », ou 2019-04? quand elles sont incertaines. Une fin qui n’est pas venue s’écrit « en cours » ; vide, elle n’est pas connue.
form-most = { $name } signes au plus.
form-create = Créer « { $name } »
carry-waits = Une fois créée, cette fiche sera choisie dans celle qui attend :
carry-nothing-lost = Rien n’y est perdu.
carry-save = Créer et revenir
carry-back = Revenir sans créer
carry-made = est créé et choisi ici. Le reste de cette fiche n’est pas encore enregistré.
md-link-field = Lien vers une page du portail
md-link-do = Insérer le lien
md-link-page = { $name } ({ $kind })
md-tools = Mise en forme
md-bold = Gras
md-italic = Italique
md-heading = Intertitre
md-list = Liste
md-quote = Citation
md-link = Lien
md-code = Code
md-preview = Aperçu
md-preview-again = Actualiser l’aperçu
md-preview-none = Ce texte est trop long pour un aperçu.

merge-kicker = Deux modifications se croisent
merge-title = Choisir pour « { $name } »
merge-deck = { $by } a enregistré { $when }, pendant que vous écriviez. Tout le reste est réuni ; il reste à choisir ici.
merge-deck-several = { $by } ont enregistré, la dernière fois { $when }, pendant que vous écriviez. Tout le reste est réuni ; il reste à choisir ici.
merge-somebody = Quelqu’un
merge-safe = Rien n’est enregistré, rien n’est perdu.
merge-incomplete = Il reste un choix à faire. Rien n’est enregistré, rien n’est perdu.
merge-base = Avant
merge-theirs = La leur
merge-mine = La vôtre
merge-other = Une autre
merge-empty = vide
merge-removed = retiré :
merge-do = Enregistrer ces choix
merge-fine = Les deux versions restent dans l’historique.
merge-see = Voir ce qu’ils ont changé
merge-to-choose = À choisir
merge-united = Réuni sans question
merge-united-note = Un seul de vous a touché à ces champs, ou tous de la même façon : tout est gardé.
merge-you = vous
merge-both = { $name } et vous
merge-wrong = Un choix est à corriger. Rien n’est enregistré, rien n’est perdu.
merge-other-of = Une autre : { $name }
merge-back = Revenir au formulaire
told-yes = oui
told-field = { $field } : { $text }

history = Historique
history-title = Historique de « { $name } »
history-versions = Versions
history-number = Version
history-when = Quand
history-who = Qui
history-what = Quoi
history-action = Action
history-first = créée
history-removal = retirée
history-seed = reprise d’un fichier
history-import = importée
history-restore = rétablie
history-form = modifiée
history-changes = Ce qui a changé
history-changes-of = Ce qui a changé à la version { $name }
history-with-now = Comparer à la page
history-with-now-of = Comparer à la page : version { $name }
history-undo = Annuler
history-undo-of = Annuler la modification { $name }
history-compared = De la version { $from } à la version { $to }
history-same = Ces deux versions disent la même chose.
history-restore-do = Rétablir la version { $name }
history-from = De
history-to = À
history-from-of = Partir de la version { $name }
history-to-of = Aller à la version { $name }
history-live = en ligne
history-back = restaurée
history-count = { $count ->
    [one] Une version
   *[other] { $count } versions
}
history-compare-two = Comparer les deux
history-beginning = Ce que disait la version { $name }, la première
history-fields = { $count ->
    [0] aucun champ changé
    [one] un champ changé
   *[other] { $count } champs changés
}
history-order = ordre changé
history-row-new = ligne ajoutée
history-row-gone = ligne retirée
history-now = Sur la page :
history-back-do = Reprendre l’ancien
history-back-of = Reprendre l’ancien : { $name }
history-undo-this = Annuler ce changement
history-refused = Rien n’a été changé
history-needed = La page { $name } ne peut pas se passer de ce qui disparaîtrait. Changez-la d’abord.
history-note-marks = Ajouté se lit souligné, retiré se lit barré.
history-note-next = Annuler, reprendre un champ ou rétablir une version crée la version { $count }. Rien ne s’efface.
history-note-clash = Si quelqu’un a changé les mêmes champs depuis, rien n’est annulé et c’est dit : reprenez alors champ par champ.

removal-kicker = Avant de retirer
removal-title = Retirer « { $name } » ?
removal-deck = La page disparaît, son histoire reste. La corbeille la garde, et une restauration ramène tout.
removal-blocked = D’autres fiches ne peuvent pas s’en passer. Changez-les d’abord.
removal-stale = La fiche a changé depuis que vous avez ouvert cette page. Relisez, puis retirez-la si c’est toujours voulu.
removal-needs = { $count ->
    [one] Une fiche ne peut pas s’en passer
   *[other] { $count } fiches ne peuvent pas s’en passer
}
removal-needs-todo = Ouvrez chacune et choisissez autre chose à cet endroit.
removal-mentions = { $count ->
    [0] Aucune autre fiche n’en parle
    [one] Une fiche en parle
   *[other] { $count } fiches en parlent
}
removal-mentions-none = Le retrait ne touche rien d’autre.
removal-mentions-what = La mention y sera ôtée, et reviendra avec une restauration.
removal-planned = { $count ->
    [one] Une publication est prévue
   *[other] { $count } publications sont prévues
}
removal-planned-what = Elles n’auront pas lieu tant que cette fiche est retirée, et leur auteur verra pourquoi sur la page Édition.
removal-planned-link = qui y mène par un lien
removal-do = Retirer
removal-leave = Ne pas retirer

trash-title = Corbeille
trash-deck = Ce qui a été retiré, du plus récent au plus ancien. Restaurer ramène la fiche et ce que d’autres disaient d’elle.
trash-empty = Rien n’a été retiré.
trash-what = Fiche
trash-restore = Restaurer
trash-restore-of = Restaurer { $name }
trashed-deck = Ce que la fiche disait quand elle a été retirée. La restaurer la ramène telle quelle, avec ce que d’autres en disaient.
trashed-when = Retirée :

flash-saved = Enregistré.
flash-saved-merged = Enregistré, et réuni avec ce que d’autres ont changé entre-temps.
flash-saved-unchanged = Rien n’avait changé : rien n’a été enregistré.
flash-saved-since = Ce texte avait été enregistré, et la fiche a changé depuis : voyez ici s’il y est encore.
flash-removed = Fiche retirée : elle est dans la corbeille.
flash-restored = Restauré.
flash-undone = Annulé ; ce qui est venu après est resté.
flash-undone-creation = Annulé : la fiche est dans la corbeille, d’où elle peut revenir.
flash-needed = Rien n’a été changé : d’autres fiches ne peuvent pas se passer de ce qui disparaîtrait. Changez-les d’abord.
flash-clash = Rien n’a été changé : la même chose a été modifiée depuis. Comparez les versions et rétablissez celle qui convient.
flash-impossible = Rien n’a été changé : une fiche dont celle-ci a besoin est dans la corbeille, ou a changé depuis. Restaurez-la d’abord.
flash-not-undone = Ce que des fichiers ont apporté ne s’annule pas d’un coup. Rétablissez une version, ou retirez la fiche.
flash-part-restored = Repris. Le reste de la page n’a pas changé.
flash-version-restored = La version d’avant est rétablie.

image-file-hint = JPEG, PNG ou WebP ; 10 Mo et 40 millions de pixels au plus. Lieu et appareil sont effacés, le sens est corrigé.
image-alternative-hint = Demandé avec une image ; lu à qui ne la voit pas. 300 signes au plus, par exemple « Portrait de Samy Melaine ».
image-insertion-hint = Demandé avec une image ; lu à qui ne la voit pas. 300 signes au plus.
image-insertion = Ajouter une image au texte
image-insertion-do = Mettre l’image à la fin du texte
image-none = Pas d’image
image-now = Image choisie
image-remove = Retirer l’image
image-removed = L’image sera retirée à l’enregistrement.
image-keep = Reprendre l’image
image-before = Avant
image-after = Après
# Les brouillons, et ce qui paraîtra.
editing-deck = { $drafts }, { $reports }, { $looks }.
editing-drafts = { $count ->
    [0] Aucun brouillon
    [one] Un brouillon
   *[other] { $count } brouillons
}
editing-reports = { $count ->
    [0] aucun signalement
    [one] un signalement
   *[other] { $count } signalements
}
editing-looks = { $count ->
    [0] rien à regarder
    [one] un point à regarder
   *[other] { $count } points à regarder
}
editing-new-mission = Nouvelle mission
editing-tools = Outils
editing-mine = Mes brouillons
editing-mine-none = Aucun brouillon. Un formulaire en garde un pendant que vous écrivez.
editing-theirs = Brouillons de collègues
editing-theirs-note = Ce qu’ils contiennent n’est vu que de qui les écrit. Si vous enregistrez tous les deux, rien n’est écrasé.
editing-watch = À regarder
editing-watch-none = Rien ne manque, et aucun état n’est ancien.
editing-watch-all = { $count ->
    [one] Voir l’autre fiche qui est dans ce cas
   *[other] Voir les { $count } autres
}
editing-watch-more = { $count ->
    [one] Une autre fiche est dans ce cas.
   *[other] { $count } autres fiches sont dans ce cas.
}
editing-watch-note = Ce que la source ne dit pas n’est pas une faute : ne comblez rien sans source.
editing-stale = état ancien
editing-stale-what = « en cours » à cette date : { $name }. Est-ce encore vrai ?
editing-stale-note = { $count ->
    [one] Un état « en cours » est ancien après un mois.
   *[other] Un état « en cours » est ancien après { $count } mois.
}
editing-missing = manque
editing-missing-what = Non précisé : { $name }
editing-recent = Mes derniers changements
editing-compare = Comparer
editing-compare-of = Comparer : { $name }
draft-kept = Gardé
draft-since = Depuis
draft-state = État
draft-untitled = Une nouvelle fiche
draft-of-new = nouvelle fiche
draft-of-version = version { $name }
draft-removed = la fiche est dans la corbeille
draft-behind = la page a changé depuis
draft-complete = complet
draft-incomplete = incomplet
draft-drop = Jeter
draft-drop-of = Jeter le brouillon de { $name }
draft-age-now = de moins d’une minute
draft-age-minutes = { $count ->
    [one] d’une minute
   *[other] de { $count } minutes
}
draft-age-hours = { $count ->
    [one] d’une heure
   *[other] de { $count } heures
}
draft-age-days = { $count ->
    [one] d’un jour
   *[other] de { $count } jours
}
draft-aged = brouillon ouvert, vieux { $name }
draft-offer-of = Vous avez un brouillon, « { $title } » : { $when } (vieux { $age }). Il n’est pas dans ce formulaire.
draft-offer = Vous avez un brouillon : { $when } (vieux { $age }). Il n’est pas dans ce formulaire.
draft-behind-offer = La page a changé depuis : en enregistrant, les deux seront réunis.
draft-behind-resumed = La page a changé depuis ce brouillon. En enregistrant, les deux seront réunis ; ce que les deux ont changé, vous le choisirez.
draft-colleague = { $who } a un brouillon ouvert, vieux { $age }. Si vous enregistrez tous les deux, rien n’est écrasé : le second choisira champ par champ.
draft-colleague-plans = { $who } a prévu une publication : { $when }. Si vous enregistrez avant, les deux seront réunis.
draft-do-long = Enregistrer comme
draft-do-tail = brouillon
draft-kept-at = Brouillon gardé à { $name }
draft-kept-new = Brouillon gardé : { $name }
draft-kept-from = Brouillon gardé : { $when }, depuis la version { $base }
draft-nothing = Rien n’est changé, il n’y a rien à garder.
draft-saved = C’est déjà enregistré.
draft-planned = Pas gardé : ce brouillon attend sa publication. Programmez-la de nouveau, ou enregistrez-le comme brouillon.
draft-long = Pas gardé sur le portail : un brouillon tient 512 kilo-octets au plus.
draft-many = Pas gardé sur le portail : vous avez { $count } brouillons, le plus qu’il garde. Jetez-en depuis la page Édition.
draft-offline = Pas gardé sur le portail, qui ne répond pas.
draft-lapsed = Pas gardé sur le portail : votre session s’est fermée. Enregistrez, et ce formulaire reviendra après l’entrée.
draft-here = Ce navigateur garde votre texte et réessaie.
draft-nowhere = Ce navigateur ne peut pas le garder non plus : ne quittez pas cette page.
draft-found = Ce navigateur avait gardé un texte qui n’était pas arrivé au portail. Il est de nouveau parmi vos brouillons.
publish-part = Publier plus tard
publish-day = Le
publish-day-hint = Un jour, comme 1er décembre 2026.
publish-time = À
publish-time-hint = Une heure, comme 9 h 30.
publish-do = Programmer la publication
publish-note = Tout est vérifié maintenant ; rien ne se voit avant. Pour publier tout de suite, laissez ces deux champs vides et enregistrez.
publish-moment = { $day } à { $time }
publish-will = paraîtra : { $name }
publish-was = devait paraître : { $name }
publish-waits = Ce brouillon attend sa publication : { $name }. Elle n’est changée que si vous la programmez de nouveau, l’enregistrez comme brouillon, ou l’enregistrez sans jour ni heure.
publish-offer = Il attend sa publication : { $name }.
publish-failed-offer = Il n’a pas pu être publié.
publish-ready = prêt
publish-cancel = Ne plus publier
publish-cancel-of = Ne plus publier { $name }
publish-failed = n’a pas pu être publié
publish-failed-role = Le compte qui l’avait prévu ne peut plus changer le contenu.
publish-failed-removed = La fiche avait été retirée entre-temps.
publish-failed-clash = La même chose avait été changée entre-temps. Reprenez-le et enregistrez : vous choisirez.
publish-failed-check = Une réponse ne va plus avec le reste. Reprenez-le et enregistrez : elle sera montrée.
publish-failed-fault = Le portail a fait une erreur, qui est notée. Programmez-le de nouveau.
rule-draft-too-long = pas gardé : un brouillon tient 512 kilo-octets au plus.
rule-draft-too-many = pas gardé : vous avez 50 brouillons, le plus que le portail garde. Jetez-en depuis la page Édition.
rule-publish-day = ce n’est pas un jour. Écrivez par exemple 1er décembre 2026.
rule-publish-far = c’est dans plus de cinq ans.
rule-publish-past = ce moment est déjà passé. Pour publier maintenant, enregistrez.
rule-publish-time = ce n’est pas une heure. Écrivez par exemple 9 h 30.
flash-draft-kept = Gardé en brouillon : les lecteurs ne le voient pas. Il est aussi sur la page Édition.
flash-draft-unchanged = Rien n’est changé : il n’y a rien à garder.
flash-draft-dropped = Le brouillon est jeté.
flash-draft-back = Le brouillon est de nouveau là.
flash-draft-unplanned = Il ne sera pas publié ; c’est de nouveau un brouillon.
flash-planned = C’est vérifié et prévu : voyez le moment ci-dessous.
draft-resume = Reprendre
draft-resume-of = Reprendre { $name }
