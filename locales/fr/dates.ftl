# Dates
date-month-1 = janvier
date-month-2 = février
date-month-3 = mars
date-month-4 = avril
date-month-5 = mai
date-month-6 = juin
date-month-7 = juillet
date-month-8 = août
date-month-9 = septembre
date-month-10 = octobre
date-month-11 = novembre
date-month-12 = décembre

# kind: day, month, year, decade; month: m1 to m12, none; first: yes on the first of a month
date-month = { $month } { $year }
date-day = { $first ->
    [yes] 1er
   *[no] { $day }
} { $month } { $year }
date-day-of-month = { $first ->
    [yes] 1er
   *[no] { $day }
} { $month }
date-decade = années { $year }
date-without-year = { $date } (année non précisée)
date-uncertain = { $date } ?
date-about = { $kind ->
    [day] vers le { $date }
    [decade] vers les { $date }
   *[other] vers { $date }
}
date-about-side = { $date } environ
date-from = { $kind ->
    [day] du { $date }
    [decade] des { $date }
   *[other] { $month ->
        [m4] d’{ $date }
        [m8] d’{ $date }
        [m10] d’{ $date }
       *[other] de { $date }
    }
}
date-to = { $kind ->
    [day] au { $date }
    [decade] aux { $date }
   *[other] à { $date }
}
date-between = { $begin } { $end }
date-since = { $kind ->
    [day] depuis le { $date }
    [decade] depuis les { $date }
   *[other] depuis { $date }
}
date-until = { $kind ->
    [day] jusqu’au { $date }
    [decade] jusqu’aux { $date }
   *[other] jusqu’en { $date }
}
date-end-unknown = { $kind ->
    [day] à partir du { $date } (fin non précisée)
    [decade] à partir des { $date } (fin non précisée)
   *[other] { $month ->
        [m4] à partir d’{ $date } (fin non précisée)
        [m8] à partir d’{ $date } (fin non précisée)
        [m10] à partir d’{ $date } (fin non précisée)
       *[other] à partir de { $date } (fin non précisée)
    }
}
date-begin-unknown = { $kind ->
    [day] jusqu’au { $date } (début non précisé)
    [decade] jusqu’aux { $date } (début non précisé)
   *[other] jusqu’en { $date } (début non précisé)
}

# A date that is refused: date-refused-<reason>, then date-write where the right form is known
date-write = Écrivez { $right }.
date-refused-empty = La date manque.
date-refused-too-long = Ce texte est trop long pour une date.
date-refused-notation = Cette date n’est pas dans la forme attendue.
date-refused-former = Cette notation des dates est ancienne.
date-refused-season = Une saison ou un trimestre n’est pas une date ici : donnez le mois ou l’année.
date-refused-set = Une seule date est attendue.
date-refused-time = Une date est attendue, sans heure.
date-refused-year-range = Les années vont de 0001 à 9999.
date-refused-short-year = L’année s’écrit avec quatre chiffres.
date-refused-no-year = L’année manque.
date-refused-century = Un siècle n’est pas une date ici : donnez la décennie ou l’année.
date-refused-digit = Ce chiffre ne peut pas rester ouvert : seuls le peuvent l’unité de l’année, le mois ou le jour.
date-refused-part-marked = Un doute porte sur toute la date.
date-refused-no-such-month = Ce mois n’existe pas.
date-refused-no-such-day = Ce jour n’existe pas.
date-refused-boundless = Il faut au moins un début ou une fin.
date-refused-reversed = La fin précède le début.
date-refused-not-a-moment = Il faut un jour, un mois ou une année.
date-refused-unreadable = Cette date n’est pas comprise : écrivez par exemple 2019-04 ou « avril 2019 ».
