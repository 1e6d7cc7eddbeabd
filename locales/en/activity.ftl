activity-title = Activity
activity-deck = What changed, when, and by which way.
activity-filter = Filter by kind
activity-none = Nothing has changed yet.
activity-created = new page
moment-day-today = Today
moment-day-yesterday = Yesterday
