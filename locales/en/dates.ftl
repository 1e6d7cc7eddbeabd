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

# A date that is refused: date-refused-<reason>, then date-write where the right form is known
date-write = Write { $right }.
date-refused-empty = The date is missing.
date-refused-too-long = This text is too long for a date.
date-refused-notation = This date is not in the expected form.
date-refused-former = This is an older notation of dates.
date-refused-season = A season or a quarter is not a date here: give the month or the year.
date-refused-set = Only one date is expected.
date-refused-time = A date is expected, without a time.
date-refused-year-range = Years go from 0001 to 9999.
date-refused-short-year = A year is written with four digits.
date-refused-no-year = The year is missing.
date-refused-century = A century is not a date here: give the decade or the year.
date-refused-digit = This digit cannot be left open: only the last one of the year, the month or the day can.
date-refused-part-marked = A doubt is about the whole date.
date-refused-no-such-month = There is no such month.
date-refused-no-such-day = There is no such day.
date-refused-boundless = A beginning or an end is needed.
date-refused-reversed = The end comes before the beginning.
date-refused-not-a-moment = A day, a month or a year is needed.
date-refused-unreadable = This date is not understood: write for example 2019-04 or “April 2019”.
