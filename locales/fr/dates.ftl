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
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avril
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

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
date-still = en cours
