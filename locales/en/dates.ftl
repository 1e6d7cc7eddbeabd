# Dates
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December

# kind: day, month, year, decade; month: m1 to m12, none; first: yes on the first of a month
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-decade = the { $year }s
date-without-year = { $date } (year not stated)
date-uncertain = { $date } (?)
date-about = around { $date }
date-about-side = about { $date }
date-from = from { $date }
date-to = to { $date }
date-between = { $begin } { $end }
date-since = since { $date }
date-until = until { $date }
date-end-unknown = from { $date } (end not stated)
date-begin-unknown = until { $date } (beginning not stated)
