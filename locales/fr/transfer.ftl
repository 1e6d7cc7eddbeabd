# Sortir et entrer en nombre.
csv-link = Télécharger (CSV)
import-link = Importer des personnes

column-identifier = Identifiant
column-name = Nom
column-given = Prénom
column-family = Nom de famille
column-honorific = Civilité
column-description = Description
column-title = Titre
column-function = Fonction
column-body = Instance
column-manager = Responsable
column-contract = Contrat
column-contract-words = Précision du contrat
column-begins = Début
column-ends = Fin
column-period = Période
column-duration = Durée
column-affiliation = Organisme
column-email = E-mail
column-phone = Téléphone
column-place = Lieu
column-summary = Résumé
column-state-words = État, en ses mots
column-state-at = Date de l’état

data-title = Données
data-deck = Tout le contenu en un fichier : pour le garder, le relire, ou le porter ailleurs.
data-link = Exporter, importer
data-out = Télécharger
data-out-what = Un fichier par fiche, rangé par rubrique, et les anciennes adresses. Ni comptes, ni historique, ni brouillons, ni publications prévues.
data-out-do = Télécharger tout
data-out-note = C’est un instantané : ce que d’autres enregistrent pendant le téléchargement n’y est pas à moitié. La même chose en ligne de commande : portail export.
data-in = Importer
data-file = Archive ou fiche
data-file-hint = Un .tar.gz, un .tar ou une fiche .toml, { $count } Mo au plus. Au-delà : portail import, en ligne de commande.
data-kind = Rubrique
data-kind-hint = Pour une fiche .toml seule ; une archive le dit par ses dossiers.
data-kind-none = celle des dossiers
data-in-do = Voir ce que cela changerait
data-in-note = Rien n’est importé avant que vous ayez vu ce qui serait créé, modifié, laissé tel quel. Tout passe, ou rien ne passe.
data-tally-wrong = { $count ->
    [one] erreur
   *[other] erreurs
}
data-aside = Laissés de côté, car ce ne sont pas des fiches : { $name }.
data-wrong = { $count ->
    [one] Une erreur
   *[other] { $count } erreurs
}
data-wrong-file = Fichier
data-wrong-place = Endroit
data-whole-file = tout le fichier
data-place = ligne { $line }, colonne { $column }
data-unreadable = ce n’est pas lisible ({ $name }).
data-unknown-field = cette rubrique n’a pas de champ « { $name } ».
data-created = { $count ->
    [one] Une fiche créée
   *[other] { $count } fiches créées
}
data-changed = { $count ->
    [one] Une fiche modifiée
   *[other] { $count } fiches modifiées
}
data-fields = { $count ->
    [one] 1 champ
   *[other] { $count } champs
}
data-blocked = Rien ne peut passer tant qu’il reste une erreur. Corrigez les fichiers et déposez-les de nouveau.
data-do = { $count ->
    [one] Importer cette fiche
   *[other] Importer ces { $count } fiches
}

import-title = Importer des personnes
import-people-deck = Un tableau tiré d’un tableur ou d’un autre outil, en CSV. Vous verrez tout avant d’importer.
import-file = Le fichier
import-choose = Fichier CSV
import-limits = { $megabytes } Mo et { $rows } lignes au plus ; séparateur, encodage et colonnes sont reconnus.
import-paste = Ou coller le tableau
import-paste-hint = Copié d’un tableur, avec la ligne des noms de colonnes.
import-pasted = Tableau collé
import-preview = Voir ce que cela changerait
import-fields = Colonnes comprises : { $name }.
import-empty-cells = Une cellule vide ne change rien : ce que dit le portail reste.
import-waiting = En attente
import-waiting-note = Gardés une journée, pour vous seul.
import-deck = Rien n’est encore importé. Tout passe, ou rien ne passe.
import-another = Choisir un autre fichier
import-preview-title = Aperçu
import-again = Relire avec ces réglages
import-separator = Séparateur
separator-semicolon = point-virgule
separator-comma = virgule
separator-tab = tabulation
separator-bar = barre verticale
import-encoding = Encodage
import-head = Première ligne
import-head-names = noms de colonnes
import-head-person = déjà une personne
import-contract = Contrat, où le fichier n’en dit pas
import-contract-choose = Le fichier n’en dit rien : choisissez-en un pour ces lignes
import-contract-none = refuser ces lignes
import-ends = Fin, où la case est vide
import-ends-none = non précisée
import-ends-ongoing = toujours en cours
import-ends-note = Une fin que le portail connaît déjà reste, ainsi qu’une durée.
import-endless = { $count ->
    [one] D’une personne la fin n’est pas donnée : sa présence ne sera pas certaine après son entrée.
   *[other] De { $count } personnes la fin n’est pas donnée : leur présence ne sera pas certaine après leur entrée.
}
import-file-note = Trouvés en lisant le fichier. Si les accents ci-dessous sont justes, l’encodage l’est aussi.
import-garbled = Des signes n’existent pas dans cet encodage. Essayez-en un autre.
import-columns = Les colonnes
import-column = Colonne du fichier
import-column-nameless = Colonne { $count }
import-values = Premières valeurs
import-field = Champ du portail
import-field-of = Champ pour la colonne { $name }
import-column-none = ne pas importer
import-unused = Une colonne sans champ est nommée ici, jamais oubliée en silence : { $name }.
import-twins = { $count ->
    [one] Un double à trancher
   *[other] { $count } doubles à trancher
}
import-line = Ligne { $count }
import-twin-known = Ressemble à une fiche du portail : même nom, ou même adresse e-mail.
import-twin-earlier = Ressemble à la ligne { $count } du fichier.
import-twin-line = C’est la personne de la ligne { $count }
import-twin-line-what = un poste de plus
import-twin-undecided = À décider
import-all = Pour tous les doubles
import-all-hint = Ce qui est choisi un par un reste. De plusieurs homonymes, aucun n’est pris sans vous.
import-all-none = décider un par un
import-all-same = tous : la même personne
import-all-other = tous : une autre personne
import-undecided = { $count ->
    [one] Un double est à décider avant d’importer.
   *[other] { $count } doubles sont à décider avant d’importer.
}
import-tally-undecided = { $count ->
   *[other] à décider
}
import-row-undecided = à décider
import-no-names-title = Aucune colonne n’est celle des noms.
import-no-names = Dites ci-dessous laquelle l’est, puis relisez. Si ce n’est pas un tableau de personnes, jetez-le.
import-above = { $count ->
    [one] Une ligne au-dessus des noms de colonnes est laissée de côté.
   *[other] { $count } lignes au-dessus des noms de colonnes sont laissées de côté.
}
import-twin-same = C’est la même personne
import-twin-same-what = la fiche est complétée
import-twin-other = C’est une autre personne
import-twin-other-what = une fiche est créée
import-twin-skip = Laisser cette ligne
import-twin-skip-what = rien ne change
import-twin-skipped = ligne { $count } non importée
import-would = Ce qui serait fait
import-refusals = { $count ->
    [one] 1 refus
   *[other] { $count } refus
}
import-tally-rows = { $count ->
    [one] ligne
   *[other] lignes
}
import-tally-created = { $count ->
    [one] créée
   *[other] créées
}
import-tally-changed = { $count ->
    [one] modifiée
   *[other] modifiées
}
import-tally-same = { $count ->
    [one] inchangée
   *[other] inchangées
}
import-tally-aside = { $count ->
    [one] laissée de côté
   *[other] laissées de côté
}
import-tally-refused = { $count ->
    [one] refusée
   *[other] refusées
}
import-rows = Lignes du fichier
import-line-column = Ligne
import-person = Personne
import-outcome = Résultat
import-detail = Détail
import-nameless = sans nom
import-row-refused = refusée
import-row-created = créée
import-row-changed = modifiée
import-row-same = inchangée
import-row-aside = laissée
import-more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
import-note-manager = Responsable « { $name } » : sa ligne n’est pas importée, ce rattachement non plus.
import-note-several = « { $name } » n’est pas repris : cette personne tient plusieurs postes, ou en partage un. Changez-le dans l’organigramme.
import-note-function = Fonction « { $name } » non reprise : l’entreprise n’a pas ce métier.
import-note-title = Fonction « { $name } » : l’entreprise n’a pas ce métier, elle devient le titre du poste.
import-note-body = Instance « { $name } » non reprise : l’entreprise n’a pas cette instance.
import-note-otherwise = Dit autrement qu’une ligne précédente, qui disait « { $name } » : c’est cette ligne-ci qui compte.
import-wrong-choice = « { $name } » n’est pas connu. Écrivez-le comme le portail, ou videz la case.
import-wrong-unknown = rien ne s’appelle « { $name } » dans le portail. Créez d’abord la fiche, ou videz la case.
import-blocked = { $count ->
    [one] Une ligne est refusée. Corrigez le fichier et déposez-le de nouveau, ou laissez cette ligne de côté.
   *[other] { $count } lignes sont refusées. Corrigez le fichier et déposez-le de nouveau, ou laissez ces lignes de côté.
}
import-blocked-all = { $count ->
    [one] La seule ligne est refusée. Choisissez plus haut ce qui lui manque, ou corrigez le fichier et déposez-le de nouveau.
   *[other] Les { $count } lignes sont toutes refusées. Choisissez plus haut ce qui leur manque, ou corrigez le fichier et déposez-le de nouveau.
}
import-nothing = Le portail dit déjà tout cela : il n’y a rien à importer.
import-do = { $count ->
    [one] Importer cette ligne
   *[other] Importer ces { $count } lignes
}
import-without = { $count ->
    [one] Importer, et laisser la ligne refusée de côté
   *[other] Importer, et laisser les { $count } lignes de côté
}
import-discard = Jeter
import-stale-title = Le contenu a changé depuis l’aperçu.
import-stale-text = Rien n’a été importé. Voici ce que l’import ferait maintenant : relisez, puis importez.

flash-imported = Importé. L’historique de chaque fiche le montre.
flash-upload-gone = Jeté : rien n’a été importé.
flash-upload-late = Cet import est terminé, ou a été jeté. Déposez le fichier de nouveau s’il manque quelque chose.

rule-archive-broken = l’archive s’interrompt, ou n’en est pas une. Refaites-la, puis déposez-la de nouveau.
rule-archive-empty = l’archive ne contient aucune fiche (rubrique/adresse.toml).
rule-archive-kind = c’est un lien ou un périphérique ; seuls des fichiers sont pris.
rule-archive-large = l’archive dépasse 96 Mo une fois ouverte.
rule-archive-many = l’archive contient plus de 20 000 fichiers.
rule-archive-name = ce nom n’est pas en UTF-8.
rule-archive-none = ce n’est ni un .tar.gz, ni un .tar, ni une fiche .toml.
rule-archive-outside = ce nom mène hors de l’archive.
rule-archive-zip = c’est un .zip. Refaites l’archive en .tar.gz.
rule-edited-since = modifié dans le portail depuis.
rule-file-empty = le fichier est vide.
rule-file-encoding = le fichier n’est pas en UTF-8.
rule-file-kind = le dossier du fichier n’est celui d’aucune rubrique.
rule-file-long = le fichier dépasse 2 Mo.
rule-still-needed = cette fiche a encore besoin de ce que les fichiers retirent.
rule-upload-kind = Rubrique : choisissez celle de cette fiche, puis le fichier de nouveau.
rule-upload-long = 32 Mo au plus. Au-delà, utilisez portail import en ligne de commande.
rule-row-quote = un guillemet s’y ouvre et ne se referme jamais : tout ce qui suit serait pris pour une seule cellule. Fermez-le.
rule-row-earlier = la ligne de la même personne, plus haut, n’est pas importée.
rule-row-cells = la ligne a plus de cellules que d’en-têtes. Mettez entre guillemets un texte qui contient le séparateur.
rule-row-twice = la même personne est déjà dans une ligne plus haut.
rule-table-binary = ce n’est pas un tableau, mais une image ou un autre fichier. Déposez un CSV.
rule-table-columns = 80 colonnes au plus.
rule-table-empty = il n’y a aucune ligne à lire.
rule-table-html = c’est une page web. Déposez un CSV.
rule-table-long = 4 Mo au plus. Coupez le tableau en deux.
rule-table-rows = 5 000 lignes au plus. Coupez le tableau en deux.
rule-table-workbook = c’est un classeur. Ouvrez-le et enregistrez-le au format CSV.
