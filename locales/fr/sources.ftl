sources-title = Sources
sources-deck = { $count ->
    [0] Aucune source n’est encore citée.
    [one] Une source, et ce qui en est tiré.
   *[other] { $count } sources, et ce qui en est tiré.
}
sources-none = Aucune source pour l’instant : elles paraîtront ici dès qu’une fiche en citera une.
sources-works = D’où vient ce qui est dit
legend = Légende
legend-stated = { " " }: dit par la source
legend-inferred = { " " }: lu entre les lignes
legend-missing = { " " }: cherché, absent
source = Source
source-report = Rapport
source-article = Article
source-book = Ouvrage
source-website = Site web
source-authors = Auteurs
source-date = Date
source-printed-date = Date imprimée
source-frame = Cadre
source-object = Objet
source-listed-in = Bibliographie de
source-venue = Parution
source-volume = Volume
source-volume-short = vol. { $name }
source-pages = Pages
source-pages-short = p. { $name }
source-publisher = Éditeur
source-place = Lieu
source-url = Adresse
source-cited-for = Cité pour
source-sections-title = Sections, et ce qui en est tiré
source-sections = { $count ->
    [one] { $count } section
   *[other] { $count } sections
}
source-bibliography = Bibliographie
source-references = { $count ->
    [one] { $count } référence
   *[other] { $count } références
}
source-contradictions-title = Points à lire avec soin
source-contradictions = { $count ->
    [0] aucun point relevé
    [one] { $count } point relevé
   *[other] { $count } points relevés
}
source-point = Point
source-said = Ce que dit la source
source-reading = Lecture retenue
source-notes = À savoir
