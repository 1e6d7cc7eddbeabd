activity-title = Activité
activity-deck = Ce qui a changé, quand, et par quelle voie.
activity-filter = Filtrer par nature
activity-none = Rien n’a encore changé.
activity-created = nouvelle fiche
moment-day-today = Aujourd’hui
moment-day-yesterday = Hier
