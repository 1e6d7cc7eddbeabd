activity-title = Activity
activity-deck = Each line is a change. None is ever erased.
activity-filter = Filter the activity
activity-none = Nothing has changed yet.
activity-nothing = No change answers these filters.
activity-who = Who
activity-way = Way
activity-from = From
activity-to = Until
activity-do = Filter
activity-active = Filters
activity-clear = Take all off
activity-remove = Take off the filter: { $name }
activity-since = from { $name }
activity-until = until { $name }
activity-any-kind = every kind
activity-any-way = every way
activity-any-one = everybody
activity-option = { $words }, { $count }
activity-count = { $count ->
    [0] No change
    [one] { $count } change
   *[other] { $count } changes
}
activity-created = page created
activity-changed = page changed
activity-removed = page removed
activity-back = page brought back
activity-restored = earlier version taken up
activity-hidden = a removed page
activity-saves = { $count ->
    [one] once
   *[other] { $count } times
}
activity-documents = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
activity-new = { $count ->
    [one] { $count } created
   *[other] { $count } created
}
activity-gone = { $count ->
    [one] { $count } removed
   *[other] { $count } removed
}
activity-compare = Compare
activity-compare-of = Compare: { $name }
activity-see-all = See all { $count }
activity-see-all-of = See all { $count } pages of this change
activity-one = One change
moment-day-today = Today
moment-day-yesterday = Yesterday
