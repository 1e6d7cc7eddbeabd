//! One document of each kind in which every field and every list is filled.

mod work;

use portail::site::missions::Mission;
use serde_json::{Value, json};

/// The image that the samples show; nobody decodes it.
pub const IMAGE: &str = "INSERT INTO image (digest, media_type, width, height, bytes, account)
    VALUES (encode(sha256('image'), 'hex'), 'image/png', 640, 480, 'image', 'ada')";

/// Its digest.
const DIGEST: &str = "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d";

fn picture() -> Value {
    json!({ "digest": DIGEST, "alternative": "Un portrait", "credit": "Ada" })
}

pub fn full_mission() -> Mission {
    serde_json::from_value(full("mission")).unwrap()
}

pub fn full(kind: &str) -> Value {
    let mut document = match kind {
        "company" => company(),
        "offer" => offer(),
        "person" => person(),
        "post" => post(),
        "technology" => technology(),
        "mission" => mission(),
        "organisation" => organisation(),
        "source" => source(),
        "practice" => work::practice(),
        "domain" => work::domain(),
        "event" => work::event(),
        "product" => work::product(),
        "article" => work::article(),
        _ => panic!("no full sample of {kind}"),
    };
    document["sources"] = json!([{ "key": "rapport-3-3", "source": "rapport#3-3", "at": "title", "note": "p. 12",
        "certainty": "inferred" }, { "key": "rapport", "source": "rapport" }]);
    document
}

fn company() -> Value {
    json!({
        "slug": "datagenius", "name": "DataGenius", "aliases": [{ "key": "data-genius", "name": "Data Genius" }],
        "summary": "Un DataLab.", "form": "start-up", "place": "Villeurbanne", "since": "2017-04",
        "website": "https://www.datagenius.fr", "definition": "DataLab externalisé", "promise": "Une cellule.",
        "ambition": "L’intelligence artificielle.", "area": "région lyonnaise",
        "activities": [{ "key": "conseil", "title": "Conseil", "text": "Auprès de clients." }],
        "legal_form": "a", "address": "b", "registration": "c", "capital": "d", "revenue": "e", "founders": "f",
        "founded": "2016~", "departures": "Deux.",
        "statements": [{ "key": "recrutement", "title": "Recrutement", "theme": "stakes", "text": "Remplacer." }],
        "main_stake": "recrutement", "support": "Plusieurs organismes.",
        "recognitions": [{ "key": "fongecif", "organisation": "fongecif", "title": "lauréate", "since": "2018?",
            "certainty": "inferred",
            "services": [{ "key": "mentor", "title": "Mentor", "text": "Un membre.", "provider": "X" }] }],
        "professions": [{ "key": "data-scientist", "name": "data scientist", "text": "Technique." },
            { "key": "data-consultant", "name": "data consultant" }],
        "distinction": "L’approche.",
        "bodies": [{ "key": "comite-de-direction", "name": "Comité de direction", "text": "Trois membres." },
            { "key": "equipe-technique", "name": "Équipe technique" }],
    })
}

fn offer() -> Value {
    json!({
        "slug": "complete", "title": "Complète", "position": 4, "summary": "a", "audience": "b\nc", "maturity": "d",
        "level": "e", "purpose": "f", "minimum": "g", "best": "h", "outcome": "i", "billing": "j", "price": "k",
        "duration": "l", "follows": "expertise", "follows_words": "généralement",
    })
}

fn person() -> Value {
    json!({
        "slug": "complete", "name": "Ada Complète", "sorted": "Complète, Ada", "honorific": "Mme", "given": "Ada",
        "family": "Complète", "description": "chercheuse", "summary": "a", "email": "ada@exemple.fr",
        "phone": "04 00 00 00 00", "place": "Lyon", "affiliation": "fongecif",
        "picture": picture(),
        "employments": [{ "key": "alternating-internship", "contract": "alternating_internship",
            "words": "stage alterné", "begins": "XXXX-11", "ends": "2019-07", "duration": "2 mois",
            "attested": [{ "key": "2019-04", "date": "2019-04" }], "certainty": "inferred" }],
        "education": [{ "key": "majeure", "title": "Majeure", "institution": "fongecif", "level": "2e année",
            "text": "Informatique." }],
        "later": [{ "key": "doctorat", "title": "Doctorat", "organisation": "biomeca", "place": "Rotterdam",
            "begins": "2019-10", "ends": "2022~", "text": "Imagerie." }],
        "remarks": [{ "key": "merci", "text": "Merci.", "nature": "thanks", "person": "samy-melaine" }],
    })
}

fn post() -> Value {
    json!({
        "slug": "complete", "title": "Complète", "abbreviation": "CPL", "position": 2, "summary": "a",
        "functions": [{ "key": "datagenius-data-scientist", "profession": "datagenius#data-scientist" }],
        "bodies": [{ "key": "datagenius-comite-de-direction", "body": "datagenius#comite-de-direction" }],
        "responsibilities": [{ "key": "qualite", "text": "Qualité." }],
        "holders": [{ "key": "samy-melaine", "person": "samy-melaine", "begins": "2017-04", "ends": "2019-07",
            "attested": [{ "key": "2019-04", "date": "2019-04" }], "certainty": "inferred" }],
        "lines": [{ "key": "cto", "post": "cto", "nature": "solid", "begins": "2018", "ends": "2019-07",
            "certainty": "inferred" }],
    })
}

fn technology() -> Value {
    json!({
        "slug": "complete", "name": "Complète", "aliases": [{ "key": "cpl", "name": "CPL" }], "summary": "a",
        "nature": "data_set", "maker": "fongecif", "reference": "rapport", "remark": "b",
    })
}

fn organisation() -> Value {
    json!({
        "slug": "complete", "name": "Complète", "aliases": [{ "key": "cpl", "name": "CPL" }], "summary": "a",
        "nature": "start_up", "activity": "b", "sector": "biomédical", "small": true, "place": "Lyon",
        "website": "http://exemple.fr", "person": "marina-cappai", "remark": "c",
        "picture": picture(),
        "recognitions": [{ "key": "fongecif", "organisation": "fongecif", "title": "lauréate", "since": "2018" }],
        "probable": [{ "key": "biomeca", "organisation": "biomeca", "text": "Mêmes initiales." }],
    })
}

fn source() -> Value {
    json!({
        "slug": "rapport", "title": "Rapport de stage", "nature": "report", "summary": "a", "authors": "Robin Camarasa",
        "author": "robin-camarasa", "date": "2019~", "printed_date": "August 12, 2023", "frame": "b", "object": "c",
        "listed_in": "rapport", "number": "[1]", "position": 1, "cited": "d", "venue": "e", "volume": "10",
        "issue": "10-10", "pages": "95", "publisher": "f", "place": "g", "url": "https://exemple.fr/rapport",
        "sections": [{ "key": "2-1-2", "title": "Les offres", "number": "2.1.2", "page": "5" },
            { "key": "3-3", "title": "Les missions", "number": "3.3" },
            { "key": "3-3-1", "title": "Fongecif" }, { "key": "3-3-2", "title": "Michel Condemine" },
            { "key": "3-3-3", "title": "BioMéca" }, { "key": "3-3-4", "title": "Lunettes Pour Tous" }],
        "contradictions": [{ "key": "date", "title": "Date", "said": "2023", "reading": "2019", "sections": "titre",
            "nature": "contradiction" }],
    })
}

fn mission() -> Value {
    json!({
        "slug": "complete", "title": "Complète", "client": "biomeca", "offer": "expertise", "follows": "fongecif",
        "summary": "a", "aim": "Tout dire.\nEn deux lignes.", "aims": [{ "key": "stade", "text": "Le stade." }],
        "state": "running", "state_words": "en cours", "state_note": "suite non précisée", "state_at": "2019~",
        "begins": "2019-01", "ends": "2019-06", "planned": "3 mois", "taken": "6 mois",
        "phases": [
            { "key": "cadrage", "title": "Cadrage", "begins": "2019-01", "ends": "2019-02", "work": "Cadrer.",
              "result": "Cadré.", "state": "done", "gate": "go_no_go", "decision": "go", "decided_by": "samy-melaine",
              "decided_by_client": true, "decided": "2019-02?", "reason": "Satisfait." },
            { "key": "essai", "title": "Essai" },
        ],
        "deliverables": [{ "key": "notebook", "title": "Notebook", "text": "Des statistiques.",
            "features": [{ "key": "filtres", "text": "Filtres." }] }],
        "needs": "Plusieurs.", "data": "Déséquilibrées.",
        "team": [{ "key": "robin-camarasa", "person": "robin-camarasa", "role": "data scientist", "time": "la majorité",
            "time_unit": "week", "time_nature": "share", "time_of": "de son stage" }],
        "contributors": [{ "key": "marina-cappai", "person": "marina-cappai", "role": "auteur des scripts" }],
        "technologies": [{ "key": "octave", "technology": "octave", "role": "source" },
            { "key": "python", "technology": "python", "role": "target", "purpose": "Porter.", "certainty": "inferred" }],
        "trials": [{ "key": "modele", "question": "Modèle", "technology": "transfer-learning", "winner": "resnet50",
            "criterion": "le score", "candidates": [{ "key": "resnet50", "technology": "resnet50", "result": "meilleur" },
                { "key": "densenet", "technology": "densenet" }] }],
        "steps": [{ "key": "series", "title": "Séries", "text": "Temporelles." }],
        "difficulties": [{ "key": "longueur", "text": "Longueur", "nature": "technical" }],
        "outcomes": [{ "key": "remplis", "text": "Remplis.", "nature": "objectives" }],
        "lessons": "# Leçons\n\n- une",
    })
}
