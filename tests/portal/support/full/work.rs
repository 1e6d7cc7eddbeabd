//! Full samples of what the company works with, builds and shows.

use serde_json::{Value, json};

pub fn practice() -> Value {
    json!({
        "slug": "complete", "title": "Complète", "aliases": [{ "key": "cpl", "name": "CPL" }], "position": 1,
        "summary": "a", "aim": "b\nc", "frequency": "une fois par semaine", "day": "lundi", "hours": "de 9 h à 10 h",
        "duration": "1 h", "participants": "l’équipe technique",
        "parts": [{ "key": "bilan", "title": "Bilan", "duration": "30 minutes", "text": "Les difficultés." }],
        "outcome": "d",
        "tools": [{ "key": "python", "technology": "python", "purpose": "Apprendre." }],
        "applications": [{ "key": "essai", "title": "Essai", "product": "ai-compare", "mission": "biomeca",
            "text": "Une fois." }],
    })
}

pub fn domain() -> Value {
    json!({
        "slug": "complete", "title": "Complet", "section": "Web", "position": 2, "summary": "a",
        "decider": "l’équipe technique", "decided_by": "samy-melaine", "decided": "2018~",
        "circumstance": "une arrivée", "occasioned_by": "robin-camarasa",
        "choices": [
            { "key": "python", "technology": "python", "purpose": "b\nc", "reason": "d", "version": "3.6",
              "condition": "selon le client", "standing": "training", "practice": "point-technique", "since": "2018-02",
              "certainty": "inferred" },
            { "key": "aucun-framework", "none": "aucun framework", "standing": "adopted" },
        ],
    })
}

pub fn event() -> Value {
    json!({
        "slug": "complete", "title": "Complet", "aliases": [{ "key": "cpl", "name": "CPL" }], "nature": "trade_show",
        "summary": "a", "place": "Grenoble", "begins": "2019-06", "ends": "2019-07", "organiser": "fongecif",
        "url": "https://exemple.fr/salon", "mission": "biomeca", "participation": "b\nc", "decided_by": "samy-melaine",
        "decided": "2019-05?", "result": "3e",
    })
}

pub fn product() -> Value {
    let mut product = json!({
        "slug": "complete", "name": "Complet", "aliases": [{ "key": "cpl", "name": "CPL" }], "position": 3,
        "summary": "a", "form": "site web", "purpose": "b\nc", "audience": "d", "stage": "beta",
        "stage_words": "version bêta", "stage_at": "2019-06~", "begins": "2019-03", "ends": "2019-06",
        "url": "http://exemple.fr", "online": "2019-06", "online_words": "encore en ligne", "clients": "e",
        "time": "3", "time_unit": "week", "time_nature": "effort", "time_words": "en équivalent temps plein",
        "picture": super::picture(),
    });
    let Value::Object(lists) = product_lists() else { unreachable!() };
    product.as_object_mut().unwrap().extend(lists);
    product
}

fn product_lists() -> Value {
    json!({
        "steps": [{ "key": "reprise", "title": "Reprise", "text": "Du code.", "result": "Robuste." }],
        "features": [{ "key": "analyse", "text": "Analyse." }],
        "team": [{ "key": "robin-camarasa", "person": "robin-camarasa", "role": "développement", "begins": "2019-03",
            "ends": "2019-04", "time": "2", "time_unit": "week", "time_nature": "duration", "time_of": "de son stage" }],
        "contributors": [{ "key": "marina-cappai", "person": "marina-cappai", "role": "commercialisation" }],
        "technologies": [{ "key": "python", "technology": "python", "role": "language", "purpose": "Tout.",
            "certainty": "inferred" }],
        "difficulties": [{ "key": "formats", "text": "Formats", "nature": "technical" }],
        "vendors": [{ "key": "fongecif", "organisation": "fongecif" }, { "key": "biomeca", "organisation": "biomeca" }],
        "tasks": [{ "key": "images", "title": "Images", "text": "Reconnaissance." }, { "key": "mots", "title": "Mots" }],
        "results": [{ "key": "fongecif", "vendor": "fongecif", "task": "images", "result": "bon" },
            { "key": "fongecif-2", "vendor": "fongecif", "task": "mots" }],
        "events": [{ "key": "isic-2019", "event": "isic-2019", "text": "Montré." }],
        "decisions": [{ "key": "repartir", "title": "Repartir", "planned": "Reprendre.", "decided": "Refaire.",
            "decided_at": "2019-04", "reason": "Plus simple.",
            "deciders": [{ "key": "samy-melaine", "person": "samy-melaine" }] }],
        "reuses": [{ "key": "api", "title": "API", "product": "ai-compare", "text": "Les mêmes." }],
        "outcomes": [{ "key": "message", "text": "Un message." }],
    })
}

pub fn article() -> Value {
    json!({
        "slug": "complete", "title": "Complet", "title_certainty": "inferred", "position": 2, "summary": "a",
        "subject": "b\nc", "technology": "transfer-learning", "author": "robin-camarasa",
        "commissioners": [{ "key": "samy-melaine", "person": "samy-melaine" }],
        "picture": super::picture(), "reason": "d", "audience": "e",
        "aim": "f", "style": "g", "state": "published", "state_words": "en ligne", "url": "https://exemple.fr/article",
        "published": "2019-07", "mission": "biomeca", "event": "isic-2019", "research": "h", "body": "# Titre\n\n- un",
    })
}
