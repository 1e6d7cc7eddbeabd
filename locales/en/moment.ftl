moment-label = As of
moment-show = Show
moment-help = Write “April 2019”, 2019-04 or 2019.
moment-known = Known changes:
moment-without = Without a date
moment-guess = (inferred)
moment-before = Previous change, { $name }
moment-after = Next change, { $name }
moment-others = { $count ->
    [one] and one other
   *[other] and { $count } others
}
moment-unreadable-title = This date cannot be read
moment-unknown-title = Nothing is known of this date
moment-unreadable = This is no date. Write for example 2019-{ "\u2060" }04, April 2019 or 2019.
moment-no-such-day = There is no such day. Write for example 2019-{ "\u2060" }04-{ "\u2060" }30, 2019-{ "\u2060" }04 or 2019.
moment-no-moment = A day, a month or a year is wanted, without a mark of doubt and no interval: for example 2019-{ "\u2060" }04-{ "\u2060" }30, 2019-{ "\u2060" }04 or 2019.
moment-write = This is no date as an address writes it. Write { $name }.
moment-early = Nothing is known { $date }: the first date that anything is said of is { $first }.
moment-late = Nothing is known { $date }: the last date that anything is said of is { $last }.
moment-overlapping-title = These two dates overlap
moment-overlapping = The two dates overlap: what changes from one to the other cannot be told. Choose a date that lies wholly before or after the other ({ $name }).
