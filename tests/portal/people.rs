//! The directory and the page of each person, as a reader meets them.

use axum::http::StatusCode;

use crate::support::{Page, Site};

const COMPANY: (&str, &str) = (
    "company/acme.toml",
    "name = \"Acme\"\ndistinction = \"Deux métiers.\"\n\
     professions = [{ key = \"analyste\", name = \"analyste\", text = \"Analyse.\" }]\n\
     bodies = [{ key = \"bureau\", name = \"Bureau\" }]",
);
const ELISE: (&str, &str) = (
    "person/elise.toml",
    "name = \"Élise Ôté\"\ngiven = \"Élise\"\nfamily = \"Ôté\"\n[[employments]]\ncontract = \"permanent\"\n\
     begins = \"2018-02\"\nends = \"2020-06\"",
);
const HEAD: (&str, &str) = (
    "post/chef.toml",
    "title = \"Cheffe\"\nfunctions = [{ profession = \"acme#analyste\" }]\nbodies = [{ body = \"acme#bureau\" }]\n\
     holders = [{ person = \"elise\", begins = \"2019-01\", ends = \"2019-12\" }]",
);
const CLERK: (&str, &str) = (
    "post/aide.toml",
    "title = \"Aide\"\nholders = [{ person = \"zoe\" }]\nlines = [{ post = \"chef\", nature = \"dotted\", certainty = \"inferred\" }]",
);
const ZOE: (&str, &str) = ("person/zoe.toml", "name = \"Zoé\"\n[[employments]]\ncontract = \"fixed_term\"");
const UNNAMED: (&str, &str) = (
    "person/voisin.toml",
    "description = \"Un voisin\"\nremarks = [{ text = \"A aidé.\", nature = \"thanks\", person = \"zoe\" }]",
);

async fn acme() -> Site {
    let site = Site::empty().await;
    site.sow(&[COMPANY, ELISE, HEAD, CLERK, ZOE, UNNAMED]).await;
    site
}

fn names(page: &Page) -> Vec<String> {
    page.select(".people.two li > a:first-child")
}

/// A facet of the directory: its titles with their counts.
fn facet(page: &Page, number: usize) -> Vec<String> {
    page.select(&format!(".facet:nth-of-type({number}) a"))
}

#[tokio::test]
async fn the_seven_and_those_outside_stand_in_their_groups() {
    let page = Site::open().await.get("/equipe").await;
    assert_eq!(
        page.select(".group h2"),
        ["Comité de direction 3", "Stagiaires 4", "Hors de l’entreprise 7", "Les métiers"]
    );
    assert_eq!(page.select("#staff li > a").len(), 7);
    assert_eq!(page.select("#staff li > a")[..3], ["Marina Cappai", "Samy Melaine", "Taha Zemmouri"]);
    assert!(page.text("#outside").contains("Mathieu Jugnaru"), "{}", page.text("#outside"));
    assert_eq!(facet(&page, 1), ["Tous 14", "Comité de direction 3", "Stagiaires 4", "Hors de l’entreprise 7"]);
    assert_eq!(facet(&page, 2), ["Toutes 14", "Data scientist 2", "Data consultant 2", "Autre 3"]);
    assert_eq!(facet(&page, 3), ["Tous 14", "CDI 3", "Stage 2", "Stage alterné 2"]);
    assert_eq!(page.select("#professions h3"), ["Data scientist", "Data consultant"]);
}

#[tokio::test]
async fn facets_narrow_together_and_each_count_says_what_it_would_leave() {
    let site = Site::open().await;
    let page = site.get("/equipe?contrat=cdi&fonction=data-consultant").await;
    assert_eq!(names(&page), ["Marina Cappai", "Taha Zemmouri"]);
    assert_eq!(facet(&page, 3), ["Tous 2", "CDI 2"]);
    assert_eq!(facet(&page, 2), ["Toutes 3", "Data scientist 1", "Data consultant 2"]);
    let off = page.attributes(".chips a", "href");
    assert_eq!(off, ["/equipe?contrat=cdi", "/equipe?fonction=data-consultant", "/equipe"]);
    let kept = page.attributes(".bar input[type=hidden]", "value");
    assert_eq!(kept, ["data-consultant", "cdi"], "a name is sought inside what is chosen");
}

#[tokio::test]
async fn a_name_or_a_function_is_found_without_accents_and_capitals() {
    let site = acme().await;
    for text in ["elise", "ELISE+ote", "ote", "analyste", "CHEFFE", "%C3%A9lise"] {
        assert_eq!(names(&site.get(&format!("/equipe?nom={text}")).await), ["Élise Ôté"], "{text}");
    }
    let page = site.get("/equipe?nom=%22%3E%3Cu%3E%00%25").await;
    assert_eq!((page.status, names(&page).len()), (StatusCode::OK, 0));
    assert!(!page.html.contains("<u>"), "what is typed stays text");
    assert!(page.text(".empty").contains("Personne ne répond"), "{}", page.text("main"));
}

#[tokio::test]
async fn a_filter_that_names_nothing_can_be_taken_back() {
    let site = acme().await;
    let page = site.get("/equipe?groupe=inconnu").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attributes(".chips a", "href"), ["/equipe", "/equipe"]);
    assert_eq!(site.get("/equipe?page=0").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(site.get("/equipe?page=2").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_portal_without_people_says_so() {
    let page = Site::empty().await.get("/equipe").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text(".empty").contains("Personne pour l’instant"), "{}", page.text("main"));
}

#[tokio::test]
async fn one_person_one_page() {
    let page = Site::open().await.get("/equipe/samy-melaine").await;
    assert_eq!(page.text(".kicker"), "Comité de direction");
    let rel = page.text(".rel");
    for words in [
        "Titre Chief Technical Officer (CTO)",
        "Fonction data scientist",
        "Contrat CDI",
        "attesté en avril 2019",
        "arrivée : non précisé",
        "Adresse électronique non précisé",
    ] {
        assert!(rel.contains(words), "{words}: {rel}");
    }
    assert!(page.text("#posts").contains("Garant du recrutement technique"), "{}", page.text("#posts"));
    assert!(page.text("#technologies").contains("ResNet50"), "{}", page.text("#technologies"));
    assert!(page.text("#missions").contains("BioMéca"), "{}", page.text("#missions"));
}

#[tokio::test]
async fn a_line_is_a_link_from_both_ends_and_says_that_it_is_inferred() {
    let site = Site::open().await;
    for (one, other) in [("robin-camarasa", "samy-melaine"), ("samy-melaine", "robin-camarasa")] {
        let page = site.get(&format!("/equipe/{one}")).await;
        let links = page.attributes("#place a", "href");
        assert!(links.contains(&format!("/equipe/{other}")), "{other}");
        assert_eq!(page.select("#place .cert.guess"), ["lien déduit"]);
        assert!(links.contains(&format!("/organigramme/{one}#ici")), "{links:?}");
    }
}

#[tokio::test]
async fn every_relation_is_a_link_from_both_ends() {
    let site = Site::open().await;
    let robin = site.get("/equipe/robin-camarasa").await;
    for mission in ["fongecif", "michel-condemine", "biomeca", "lunettes-pour-tous"] {
        let href = format!("/missions/{mission}");
        assert!(robin.attributes("#missions a", "href").contains(&href), "{href}");
        let back = site.get(&href).await.attributes("main a", "href");
        assert!(back.contains(&"/equipe/robin-camarasa".into()), "{href} leads back");
    }
    assert!(
        robin.attributes("#remarks a", "href").contains(&"/equipe/mathieu-jugnaru".into()),
        "what others' pages tell"
    );
    let post = site.get("/organigramme/postes/data-scientist").await;
    assert!(post.attributes("#holders a", "href").contains(&"/equipe/robin-camarasa".into()));
    assert!(robin.attributes("#posts a", "href").contains(&"/organigramme/postes/data-scientist".into()));
    let client = site.get("/equipe/michel-condemine").await;
    assert!(client.text("#decisions").contains("GO pour"), "{}", client.text("#decisions"));
    assert!(client.attributes("#organisations a", "href").contains(&"/missions/michel-condemine".into()));
}

#[tokio::test]
async fn whoever_is_outside_has_a_page_without_a_place_in_the_chart() {
    let page = Site::open().await.get("/equipe/mathieu-jugnaru").await;
    assert_eq!(page.text(".kicker"), "Hors de l’entreprise");
    assert!(page.text(".rel").contains("Organisme non précisé"), "{}", page.text(".rel"));
    assert_eq!(page.select("#place, #posts, #employments"), Vec::<String>::new());
    assert!(!page.attributes("main a", "href").contains(&"/organigramme".into()));
    let site = Site::empty().await;
    site.sow(&[("person/zoe.toml", "name = \"Zoé\"")]).await;
    let page = site.get("/equipe/zoe").await;
    assert_eq!(page.text(".kicker"), "Personne", "of a mere name nothing is said");
    assert!(page.text(".rel").contains("Statut non précisé"), "{}", page.text(".rel"));
}

#[tokio::test]
async fn whoever_has_no_name_is_known_by_a_description() {
    let site = acme().await;
    let page = site.get("/equipe/voisin").await;
    assert_eq!(page.select("h1"), ["Un voisin"]);
    assert!(page.text(".rel").contains("Nom non précisé"), "{}", page.text(".rel"));
    assert!(page.attributes("#remarks a", "href").contains(&"/equipe/zoe".into()));
    assert_eq!(site.get("/equipe?groupe=hors").await.select("#outside li .r"), ["non nommé"]);
}

#[tokio::test]
async fn a_post_held_for_a_time_says_which() {
    let page = acme().await.get("/equipe/elise").await;
    assert!(page.text("#posts").contains("de janvier à décembre 2019"), "{}", page.text("#posts"));
    assert!(page.text(".rel").contains("de février 2018 à juin 2020"), "{}", page.text(".rel"));
    assert!(page.text("#place").contains("lien fonctionnel"), "{}", page.text("#place"));
}

#[tokio::test]
async fn people_speak_english_around_french_content() {
    let site = Site::open().await;
    assert_eq!(site.get("/people/negri?x=1").await.location(), "/equipe/negri?x=1");
    let page = site.get_in_english("/equipe/negri").await;
    assert_eq!(page.text(".kicker"), "Interns");
    assert!(page.text(".rel").contains("from November to July (year not stated)"), "{}", page.text(".rel"));
    assert_eq!(page.attributes(".deck", "lang"), ["fr"]);
    assert_eq!(site.get_in_english("/equipe").await.select("#staff h2")[1], "Interns 4");
}

#[tokio::test]
async fn pages_of_people_ask_little_however_many_there_are() {
    let site = Site::open().await;
    let few = site.queries("/equipe").await;
    assert!(few <= 6 && site.queries("/equipe/robin-camarasa").await <= 6);
    let files: Vec<_> = (0..400)
        .map(|n| {
            let text = format!("name = \"Personne {n:03}\"\n[[employments]]\ncontract = \"permanent\"");
            (format!("person/personne-{n}.toml"), text)
        })
        .collect();
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
    assert_eq!(site.queries("/equipe").await, few);
    let (first, last) = (site.get("/equipe").await, site.get("/equipe?page=3").await);
    assert_eq!((names(&first).len(), names(&last).len()), (200, 14));
    assert_eq!(
        first.select("#staff h2"),
        ["Comité de direction 3", "Stagiaires 4", "Autres membres de l’entreprise 400"]
    );
    assert_eq!(site.get("/equipe/personne-7?x").await.status, StatusCode::OK);
}

const CONTACT: (&str, &str) = (
    "person/oona.toml",
    "name = \"Oona O'Riordan\"\ngiven = \"Oona\"\nfamily = \"O'Riordan\"\nemail = \"oona@acme.example\"\n\
     phone = \"+33 1 99 00 12 34\"\nplace = \"Lyon, 3e; bâtiment B\"\n[[employments]]\ncontract = \"permanent\"",
);

#[tokio::test]
async fn a_card_for_address_books_says_what_the_page_says() {
    let site = acme().await;
    site.sow(&[CONTACT, HEAD]).await;
    let card = site.get("/equipe/oona.vcf").await;
    assert_eq!(card.headers["content-type"], "text/vcard; charset=utf-8");
    assert_eq!(card.headers["content-disposition"], "attachment; filename=\"oona.vcf\"");
    for line in [
        "FN:Oona O'Riordan",
        "N:O'Riordan;Oona;;;",
        "ORG:Acme",
        "EMAIL:oona@acme.example",
        "TEL:+33 1 99 00 12 34",
        "ADR:;;;Lyon\\, 3e\\; bâtiment B;;;",
        "URL:http://portail.test/equipe/oona",
    ] {
        assert!(card.html.contains(&format!("\r\n{line}\r\n")), "{line}: {}", card.html);
    }
    let card = site.get("/equipe/elise.vcf?date=2019-06").await.html;
    assert!(card.contains("\r\nTITLE:Cheffe\r\nROLE:analyste\r\nORG:Acme;Bureau\r\n"), "{card}");
}

#[tokio::test]
async fn a_card_has_a_name_even_where_nobody_has_parted_it() {
    let site = acme().await;
    for (slug, name) in [("zoe", "Zoé"), ("voisin", "Un voisin")] {
        let card = site.get(&format!("/equipe/{slug}.vcf")).await.html;
        assert!(
            card.contains(&format!("\r\nFN:{name}\r\n")) && card.contains(&format!("\r\nN:{name};;;;\r\n")),
            "{card}"
        );
        assert_eq!(card.matches("\r\nFN:").count(), 1);
    }
}

#[tokio::test]
async fn all_cards_of_the_company_come_in_one_file() {
    let cards = acme().await.get("/equipe.vcf").await.html;
    assert_eq!(cards.matches("BEGIN:VCARD").count(), 2, "{cards}");
    assert!(cards.contains("FN:Élise Ôté") && !cards.contains("FN:Un voisin"), "{cards}");
}

#[tokio::test]
async fn a_card_keeps_its_number_and_a_former_address_leads_to_it() {
    let site = Site::open().await;
    let uid = |card: &str| card.lines().find(|line| line.starts_with("UID:urn:uuid:")).map(str::to_owned);
    let (first, again) =
        (site.get("/equipe/samy-melaine.vcf").await.html, site.get("/equipe/samy-melaine.vcf").await.html);
    assert!(uid(&first).is_some() && uid(&first) == uid(&again));
    sqlx::query("INSERT INTO slug (kind, slug, document_id, current) SELECT 'person', 'samy', id_of('person', 'samy-melaine'), false")
        .execute(&site.store.pool)
        .await
        .unwrap();
    let former = site.get("/equipe/samy.vcf").await;
    assert_eq!(
        (former.status, &former.headers["location"]),
        (StatusCode::MOVED_PERMANENTLY, &"/equipe/samy-melaine.vcf".parse().unwrap())
    );
    assert_eq!(site.get("/equipe/nobody.vcf").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/equipe/samy-melaine.doc").await.status, StatusCode::NOT_FOUND);
}

/// A value taken apart by RFC 6350: at bare separators, then what backslashes stand for.
fn components(value: &str) -> Vec<String> {
    let (mut found, mut signs) = (vec![String::new()], value.chars());
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => found.last_mut().unwrap().push('\n'),
                Some(other) => found.last_mut().unwrap().push(other),
                None => panic!("a backslash at the end: {value}"),
            },
            ';' => found.push(String::new()),
            _ => found.last_mut().unwrap().push(sign),
        }
    }
    found
}

/// The values of a property, lines unfolded; parameters (`TEL;TYPE=work`) aside.
fn values(card: &str, property: &str) -> Vec<String> {
    let unfolded = card.replace("\r\n ", "");
    let lines = unfolded.lines().filter_map(|line| line.split_once(':'));
    lines.filter(|(name, _)| name.split(';').next() == Some(property)).map(|(_, value)| value.to_owned()).collect()
}

/// Case 33: field by field, by the rules of RFC 6350.
#[tokio::test]
async fn every_sign_of_a_card_comes_back_and_separators_stay_bare() {
    let wanted: serde_json::Value = serde_json::from_str(include_str!("transfer/cases/vperson.json")).unwrap();
    let text = |name: &str| wanted[name].as_str().unwrap();
    let site = Site::empty().await;
    let toml = |fields: serde_json::Value| toml::to_string(&fields).unwrap();
    // a post's title is one line; the other half of it is its own case
    let title = text("title").split('\n').next().unwrap();
    let company =
        toml(serde_json::json!({ "name": text("org"), "bodies": [{ "key": "b", "name": "Bureau; Nord, \\ Sud" }] }));
    let person = toml(serde_json::json!({ "name": text("name"), "given": text("given"), "family": text("family"),
        "email": text("email"), "phone": text("tel"), "place": "Lyon; bâtiment B\\2, « 3e »",
        "employments": [{ "key": "e", "contract": "permanent" }] }));
    let post = toml(serde_json::json!({ "title": title, "holders": [{ "key": "h", "person": "jean-eloi" }],
        "bodies": [{ "key": "b", "body": "acme#b" }] }));
    site.sow(&[("company/acme.toml", &company), ("person/jean-eloi.toml", &person), ("post/chef.toml", &post)]).await;
    for path in ["/equipe/jean-eloi.vcf", "/equipe.vcf", "/organigramme.vcf", "/organigramme/jean-eloi.vcf"] {
        let card = site.get(path).await.html;
        let one = |property: &str| {
            let found = values(&card, property);
            assert_eq!(found.len(), 1, "{path} {property}: {card}");
            components(&found[0])
        };
        assert_eq!(one("FN"), [text("name")], "{path}");
        assert_eq!(one("N"), [text("family"), text("given"), "", "", ""], "{path}");
        assert_eq!(one("ORG"), [text("org"), "Bureau; Nord, \\ Sud"], "{path}");
        assert_eq!(one("TITLE"), [title], "{path}");
        if path.starts_with("/equipe") {
            assert_eq!(one("ADR"), ["", "", "", "Lyon; bâtiment B\\2, « 3e »", "", "", ""], "{path}");
            assert_eq!(
                (one("TEL"), one("EMAIL")),
                (vec![text("tel").to_owned()], vec![text("email").to_owned()]),
                "{path}"
            );
        }
    }
}

/// Case 32: a person with several titles has one card with one name; its number survives a rename.
#[tokio::test]
async fn several_titles_are_one_card_and_a_rename_keeps_its_number() {
    let site = acme().await;
    let second =
        "title = \"Conseillère\"\nholders = [{ person = \"elise\", begins = \"2019-01\", ends = \"2019-12\" }]";
    site.sow(&[("post/conseil.toml", second)]).await;
    let card = site.get("/equipe/elise.vcf?date=2019-06").await.html;
    for (property, count) in [("FN", 1), ("N", 1), ("UID", 1), ("VERSION", 1), ("TITLE", 2), ("BEGIN", 1), ("END", 1)] {
        assert_eq!(values(&card, property).len(), count, "{property}: {card}");
    }
    assert_eq!(values(&site.get("/equipe.vcf").await.html, "FN").iter().filter(|name| *name == "Élise Ôté").count(), 1);
    let before = values(&card, "UID");
    let mut ada = site.signed_in(portail::access::Role::Editor).await;
    let renamed =
        crate::editing::edit(&mut ada, "/edition/equipe/elise", &[("name", "Élise Martin"), ("slug", "elise-martin")])
            .await;
    assert_eq!(renamed.location(), "/equipe/elise-martin", "{}", renamed.text(".errors"));
    let after = site.get("/equipe/elise-martin.vcf").await.html;
    assert_eq!(values(&after, "UID"), before, "the same person in every address book");
    assert_eq!(values(&site.get("/organigramme/elise-martin.vcf?date=2019-06").await.html, "UID"), before);
}
