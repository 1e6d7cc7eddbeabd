moment-label = Tel qu’en
moment-show = Afficher
moment-help = S’écrit « avril 2019 », 2019-04 ou 2019.
moment-known = Changements connus :
moment-without = Sans date
moment-guess = (déduit)
moment-before = Changement précédent, { $name }
moment-after = Changement suivant, { $name }
moment-others = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
moment-unreadable-title = Cette date ne se lit pas
moment-unknown-title = Rien n’est connu de cette date
moment-unreadable = Ce n’est pas une date. Écrivez par exemple 2019-{ "\u2060" }04, avril 2019 ou 2019.
moment-no-such-day = Ce jour n’existe pas. Écrivez par exemple 2019-{ "\u2060" }04-{ "\u2060" }30, 2019-{ "\u2060" }04 ou 2019.
moment-no-moment = Il faut un jour, un mois ou une année, sans incertitude ni intervalle : par exemple 2019-{ "\u2060" }04-{ "\u2060" }30, 2019-{ "\u2060" }04 ou 2019.
moment-write = Ce n’est pas une date comme une adresse l’écrit. Écrivez { $name }.
moment-early = Rien n’est connu { $date } ; la première date dont il soit question : { $first }.
moment-late = Rien n’est connu { $date } ; la dernière date dont il soit question : { $last }.
moment-overlapping-title = Ces deux dates se recouvrent
moment-overlapping = Les deux dates se recouvrent : ce qui change de l’une à l’autre ne peut pas se dire. Choisissez une date entièrement avant ou après l’autre ({ $name }).
