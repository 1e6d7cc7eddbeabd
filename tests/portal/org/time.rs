//! The chart at a date, and between two.

use axum::http::StatusCode;

use super::set;
use crate::support::{Page, Site};

pub fn person(name: &str, times: &str) -> String {
    format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\n{times}")
}

pub async fn sow(site: &Site, files: &[(&str, String)]) {
    site.sow(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>()).await;
}

pub fn post(title: &str, holder: &str, above: &str) -> String {
    let line = if above.is_empty() { String::new() } else { format!("{{ post = \"{above}\", nature = \"solid\" }}") };
    let holder = if holder.is_empty() { String::new() } else { format!("{{ {holder} }}") };
    format!("title = \"{title}\"\nholders = [{holder}]\nlines = [{line}]")
}

/// A manager who left on the last of March 2019, with three who report to her, of whom one had left before.
async fn team() -> Site {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    sow(
        &site,
        &[
            ("person/marthe.toml", person("Marthe", "begins = \"2017-01-01\"\nends = \"2019-03-31\"")),
            ("person/ada.toml", person("Ada", since)),
            ("person/basile.toml", person("Basile", since)),
            ("person/claire.toml", person("Claire", "begins = \"2017-01-01\"\nends = \"2018-12-31\"")),
            ("post/cheffe.toml", post("Cheffe", "person = \"marthe\"", "")),
            ("post/une.toml", post("Une", "person = \"ada\"", "cheffe")),
            ("post/deux.toml", post("Deux", "person = \"basile\"", "cheffe")),
            ("post/trois.toml", post("Trois", "person = \"claire\"", "cheffe")),
        ],
    )
    .await;
    site
}

fn listed(page: &Page) -> Vec<String> {
    page.select("#list .at > a:not(.src), #list .at > b")
}

async fn at(site: &Site, date: &str) -> Page {
    let page = site.get(&format!("/organigramme?date={date}")).await;
    assert_eq!(page.status, StatusCode::OK, "{date}");
    page
}

#[tokio::test]
async fn whoever_has_left_is_not_drawn_and_whoever_reported_to_them_stays() {
    let site = team().await;
    let before = at(&site, "2019-03-31").await;
    assert_eq!(listed(&before), ["Marthe", "Basile", "poste vacant", "Ada"]);
    assert!(before.text(".deck").starts_with("3 personnes le 31 mars 2019"), "{}", before.text(".deck"));
    let after = at(&site, "2019-04-01").await;
    assert_eq!(listed(&after), ["poste vacant", "Basile", "poste vacant", "Ada"]);
    assert!(after.text(".deck").starts_with("2 personnes le 1er avril 2019"), "{}", after.text(".deck"));
    for page in [before, after] {
        let drawn: Vec<_> =
            page.attributes(".orgh a", "href").into_iter().filter(|to| to.contains("/equipe/")).collect();
        let list: Vec<_> =
            page.attributes("#list a", "href").into_iter().filter(|to| to.contains("/equipe/")).collect();
        assert_eq!(set(&drawn), set(&list), "the drawing shows whom the list shows");
    }
}

#[tokio::test]
async fn on_the_day_that_both_hold_a_post_both_are_shown() {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    for (ends, begins) in [("2019-04-15", "2019-04-15"), ("2019-04", "2019-04"), ("2019-04-15", "2019-04-16")] {
        let holders = format!(
            "title = \"Caisse\"\nholders = [{{ person = \"x\", begins = \"2018-01-01\", ends = \"{ends}\" }}, \
             {{ person = \"y\", begins = \"{begins}/..\" }}]"
        );
        let files = [("person/x.toml", person("Xavier", since)), ("person/y.toml", person("Yves", since))];
        sow(&site, &files).await;
        sow(&site, &[("post/caisse.toml", holders)]).await;
        let held = |page: &Page| page.text("#list").split("Caisse").next().unwrap_or_default().to_owned();
        for (date, xavier, yves) in [
            ("2019-03", true, false),
            (ends, true, ends == begins),
            (begins, ends == begins, true),
            ("2019-05", false, true),
        ] {
            let held = held(&at(&site, date).await);
            assert_eq!((held.contains("Xavier"), held.contains("Yves")), (xavier, yves), "{date}: {held}");
        }
    }
}

#[tokio::test]
async fn what_is_not_certain_is_shown_as_possible() {
    let page = at(&Site::open().await, "2018-12").await;
    assert_eq!(page.select("#list .at > a:not(.src)").len(), 7);
    assert!(page.text(".deck").contains("La présence d’aucune n’y est certaine"), "{}", page.text(".deck"));
    assert_eq!(page.select(".orgh rect.l-maybe").len(), 7 + 1, "a broken edge, and its sample in the legend");
    assert!(page.text(".orgh").contains("présence non certaine"));
    assert_eq!(page.text("#list").matches("présence non certaine").count(), 7);
}

#[tokio::test]
async fn foolish_dates_are_refused_and_the_right_form_is_named() {
    let site = Site::open().await;
    let long = "9".repeat(1_000);
    for (date, status, words) in [
        ("abc", 400, "2019-04"),
        ("2019-02-30", 400, "Ce jour n’existe pas"),
        ("2019-13", 400, "Ce jour n’existe pas"),
        ("-1", 400, "2019-04"),
        ("2019-04-uu", 400, "2019-04-XX"),
        ("2019%3F", 400, "sans incertitude ni intervalle"),
        ("2017%2F2019", 400, "sans incertitude ni intervalle"),
        (long.as_str(), 400, "2019-04"),
        ("9999-12-31", 404, "la dernière date"),
        ("1789", 404, "la première date"),
        ("%00", 400, "2019-04"),
    ] {
        for path in ["/organigramme", "/organigramme/samy-melaine", "/equipe", "/equipe/samy-melaine"] {
            let page = site.get(&format!("{path}?date={date}")).await;
            assert_eq!(page.status.as_u16(), status, "{path} {}", &date[..date.len().min(20)]);
            let said = page.text("#date-error").replace('\u{2060}', ""); // where no line may break
            assert!(said.contains(words), "{path} {}: {said}", &date[..date.len().min(20)]);
            assert_eq!(page.attributes("#date", "aria-invalid"), ["true"]);
        }
    }
    for (date, words) in [("1789", "il soit question : novembre 2018."), ("9999", "il soit question : juillet 2019.")] {
        let said = site.get(&format!("/organigramme?date={date}")).await.text("#date-error").replace('\u{a0}', " ");
        assert!(said.ends_with(words), "no day is known, so none is said: {said}");
    }
    let typed = site.get("/organigramme?date=trois").await;
    assert_eq!(typed.attributes("#date", "value"), ["trois"]);
    assert!(!typed.select(".dates a").is_empty(), "the known dates are there");
}

#[tokio::test]
async fn what_the_field_takes_leads_to_the_address_of_that_date() {
    let site = Site::open().await;
    for text in ["avril+2019", "04/2019", "April+2019"] {
        let page = site.get(&format!("/organigramme?date={text}&disposition=compacte")).await;
        assert_eq!(page.status, StatusCode::FOUND, "{text}");
        assert_eq!(page.location(), "/organigramme?date=2019-04&disposition=compacte");
    }
    for none in ["", "+", "&date=abc"] {
        assert_eq!(site.get(&format!("/organigramme?date={none}")).await.status, StatusCode::OK, "{none}");
    }
}

#[tokio::test]
async fn the_known_changes_are_links_and_those_next_to_the_date_are_buttons() {
    let page = at(&team().await, "2019-01-01").await;
    let words = page.select(".dates a");
    assert_eq!(words, ["1er janvier 2017", "31 décembre 2018", "1er janvier 2019", "31 mars 2019", "1er avril 2019"]);
    assert_eq!(page.select(".dates [aria-current]"), ["1er janvier 2019"]);
    assert_eq!(
        page.attributes(".tools .sq", "href"),
        ["/organigramme?date=2018-12-31", "/organigramme?date=2019-03-31"]
    );
    let report = at(&Site::open().await, "2019-04").await;
    assert_eq!(report.select(".dates a")[0], "novembre 2018 (déduit)");
    assert_eq!(report.select(".dates a:not(.guess)"), ["avril 2019"]);
}

#[tokio::test]
async fn the_date_goes_along_from_the_chart_to_a_person_and_back() {
    let site = Site::open().await;
    let chart = at(&site, "2019-04").await;
    let to = chart.attributes("#list .at > a:not(.src)", "href");
    assert!(to.iter().all(|href| href.ends_with("?date=2019-04")), "{to:?}");
    let person = site.get(&to[1]).await;
    assert!(person.text("#at").contains("Présence certaine en avril 2019"), "{}", person.text("#at"));
    let back = person.attributes("#at a", "href");
    assert!(back.contains(&"/organigramme/samy-melaine?date=2019-04#ici".to_owned()), "{back:?}");
    let directory = site.get("/equipe?date=2019-04").await;
    let to = directory.attributes("#staff .people a", "href");
    assert!(to.iter().all(|href| href.ends_with("?date=2019-04")) && to.len() == 7, "{to:?}");
}

#[tokio::test]
async fn the_directory_of_a_date_holds_whoever_was_there() {
    let site = team().await;
    let names = |page: &Page| page.select("#staff .people a");
    assert_eq!(names(&site.get("/equipe").await).len(), 4);
    assert_eq!(names(&site.get("/equipe?date=2019-02").await), ["Ada", "Basile", "Marthe"]);
    let after = site.get("/equipe?date=2019-05&contrat=cdi").await;
    assert_eq!(names(&after), ["Ada", "Basile"]);
    assert!(after.text(".deck").contains("en mai 2019"), "{}", after.text(".deck"));
    assert!(after.attributes(".facet a", "href").iter().all(|href| href.contains("date=2019-05")));
    let gone = site.get("/equipe/marthe?date=2019-05").await;
    assert!(gone.text("#at").contains("Ne fait pas partie de l’entreprise en mai 2019"), "{}", gone.text("#at"));
}

#[tokio::test]
async fn two_dates_show_who_joined_left_moved_and_has_another_title() {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    let held = |who: &str, times: &str| format!("person = \"{who}\", {times}");
    let until = "begins = \"2017-01-01\", ends = \"2018-12-31\"";
    let then = "begins = \"2019-01-01/..\"";
    sow(
        &site,
        &[
            ("person/venue.toml", person("Venue", "begins = \"2019-01-01/..\"")),
            ("person/parti.toml", person("Parti", "begins = \"2017-01-01\"\nends = \"2018-06-30\"")),
            ("person/mutee.toml", person("Mutée", since)),
            ("person/promu.toml", person("Promu", since)),
            ("person/reste.toml", person("Reste", since)),
            ("person/floue.toml", person("Floue", "begins = \"2018-09\"")),
            ("post/tete.toml", post("Tête", "person = \"reste\"", "")),
            ("post/aile.toml", post("Aile", "person = \"parti\"", "tete")),
            ("post/nord.toml", post("Nord", &held("mutee", until), "tete")),
            ("post/sud.toml", post("Sud", &held("mutee", then), "aile")),
            ("post/bas.toml", post("Aide", &held("promu", until), "tete")),
            ("post/haut.toml", post("Cheffe d’équipe", &held("promu", then), "tete")),
            ("post/neuf.toml", post("Neuf", "person = \"venue\"", "tete")),
        ],
    )
    .await;
    let page = site.get("/organigramme?date=2019-02&avec=2018-02").await;
    let told = page.select("#differences li");
    let says = |start: &str, words: &[&str]| {
        let one = told.iter().find(|text| text.starts_with(start)).unwrap_or_else(|| panic!("{start}: {told:?}"));
        words.iter().for_each(|words| assert!(one.contains(words), "{one}"));
    };
    says("Venue", &["+ arrivée", "Neuf"]);
    says("Parti", &["– départ", "Aile"]);
    says("Mutée", &["~ changement de place", "Nord, sous Tête", "Sud, sous Aile"]);
    says("Promu", &["= nouveau titre", "avant : Aide", "après : Cheffe d’équipe"]);
    says("Floue", &["+ arrivée possible"]);
    assert_eq!(told.len(), 5, "Reste stays: {told:?}");
    let drawn = page.text(".orgh");
    for words in ["+ arrivée", "– départ", "~ changement de place", "= nouveau titre", "Ne sont plus là"] {
        assert!(drawn.contains(words), "{words}: {drawn}");
    }
    let turned = site.get("/organigramme?date=2018-02&avec=2019-02").await;
    assert_eq!(turned.select("#differences li"), told, "the earlier date comes first, whichever was asked");
    assert!(page.attributes("#differences a, .tools2 a", "href").iter().any(|href| !href.contains("avec")));
    for compared in [&page, &turned] {
        let fields = [("#date", "février 2019"), ("#avec", "février 2018"), (".tools2 [name=date]", "2019-02")];
        fields.iter().for_each(|(at, value)| assert_eq!(compared.attributes(at, "value")[0], *value, "{at}"));
    }
    let same = site.get("/organigramme?date=2019-02&avec=2019-02").await;
    assert!(same.text("#differences").contains("Rien ne change"), "{}", same.text("#differences"));
    let refused = site.get("/organigramme?date=2019-02&avec=nie").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.text("label[for=avec]"), "Comparer avec une date", "the field that was wrong");
    assert_eq!(refused.attributes(".tools #avec", "value"), ["nie"]);
    assert_eq!(refused.attributes(".tools [name=date]", "value"), ["2019-02"], "the other stays as it was");
}

/// Case 43: whatever the date, on the page and on each suffix, whoever asks: the same page of a refusal.
#[tokio::test]
async fn foolish_dates_get_the_same_page_on_every_suffix_whatever_is_accepted() {
    use axum::body::Body;
    use axum::http::{Request, header};
    let site = Site::open().await;
    let long = "9".repeat(7_000);
    let paths = ["/organigramme", "/organigramme/samy-melaine", "/equipe/samy-melaine", "/equipe", "/equipe.csv"]
        .map(str::to_owned);
    let files = ["svg", "png", "pdf", "csv", "json", "vcf"].map(|suffix| format!("/organigramme.{suffix}"));
    for path in paths.into_iter().chain(files) {
        for (query, status) in [
            ("date=abc", 400),
            ("date=2019-02-30", 400),
            ("date=-1", 400),
            ("date=9999-12-31", 404),
            ("date=", 200),
            ("date=2019-04&date=abc", 200),
            ("date=abc&date=2019-04", 400),
            ("date=%00", 400),
            (&*format!("date={long}"), 400),
        ] {
            // what is there takes time to draw, and is tested elsewhere
            let accepts = ["text/html", "application/json", "image/png", "*/*"];
            for accept in accepts.into_iter().take(if status == 200 { 1 } else { 4 }) {
                let request = Request::get(format!("{path}?{query}"))
                    .header(header::HOST, "portail.test")
                    .header(header::ACCEPT, accept);
                let page = site.send(request.body(Body::empty()).unwrap()).await;
                let what = format!("{path}?{} for {accept}", &query[..query.len().min(40)]);
                assert_eq!(page.status.as_u16(), status, "{what}");
                if status != 200 {
                    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8", "{what}");
                    assert_eq!((page.select("h1").len(), page.headers.get("content-disposition")), (1, None), "{what}");
                }
            }
        }
    }
}

/// A hint that is followed leads somewhere.
#[tokio::test]
async fn the_right_form_that_is_named_is_taken() {
    let site = Site::open().await;
    for date in ["2019-04-uu", "2019%3F~", "2019-04~%3F"] {
        let page = site.get(&format!("/organigramme?date={date}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{date}");
        let said = page.text("#date-error");
        let Some((_, right)) = said.rsplit_once("Écrivez ") else { continue };
        let right: String = form_urlencoded::byte_serialize(right.trim_end_matches('.').as_bytes()).collect();
        assert_eq!(site.get(&format!("/organigramme?date={right}")).await.status, StatusCode::OK, "{date}: {said}");
    }
}

/// Issue 12, bad input: a branch that exists, but not at that date.
#[tokio::test]
async fn a_branch_that_is_not_there_at_that_date_is_said() {
    let site = Site::empty().await;
    sow(
        &site,
        &[
            ("person/ada.toml", person("Ada", "begins = \"2017-01-01/..\"")),
            ("person/bo.toml", person("Bo", "begins = \"2019-01-01\"\nends = \"2019-12-31\"")),
            ("post/tete.toml", post("Tête", "person = \"ada\"", "")),
            ("post/aile.toml", post("Aile", "person = \"bo\", begins = \"2019-01-01\", ends = \"2019-12-31\"", "tete")),
        ],
    )
    .await;
    assert_eq!(site.get("/organigramme?sous=aile&date=2019-04").await.status, StatusCode::OK);
    for suffix in ["", ".svg", ".csv", ".json", ".vcf"] {
        for (query, status) in [("sous=aile&date=2018", 404), ("sous=nulle-part&date=2019-04", 404)] {
            let page = site.get(&format!("/organigramme{suffix}?{query}")).await;
            assert_eq!(page.status.as_u16(), status, "{suffix} {query}");
            assert!(page.select("h1").len() == 1 && !page.html.contains("Bo<"), "{suffix} {query}");
        }
    }
}

/// Case 24: by the form, and with the words that say who goes and who comes.
#[tokio::test]
async fn a_successor_is_saved_by_the_form_and_both_are_told_with_their_days() {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    sow(
        &site,
        &[
            ("person/x.toml", person("Xavier", since)),
            ("person/y.toml", person("Yves", since)),
            ("post/caisse.toml", "title = \"Caisse\"".into()),
        ],
    )
    .await;
    let mut ada = site.signed_in(portail::access::Role::Editor).await;
    for (ends, begins) in [("15/04/2019", "depuis le 15 avril 2019"), ("avril 2019", "depuis avril 2019")] {
        let path = "/edition/organigramme/postes/caisse";
        let mut form = crate::editing::pairs(&ada.get(path).await);
        form.retain(|(name, _)| !name.starts_with("holders."));
        for (key, who, field, date) in [("_1", "Xavier", "ends", ends), ("_2", "Yves", "begins", begins)] {
            for (name, text) in [("added", "1"), ("person", who), (field, date)] {
                crate::editing::set(&mut form, &format!("holders.{key}.{name}"), text);
            }
        }
        crate::editing::set(&mut form, "do", "save");
        let saved = crate::editing::post(&mut ada, path, &form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "never refused as an overlap: {}", saved.text(".errors"));
        let list = at(&site, "2019-04").await.text("#list");
        assert!(list.contains("Xavier") && list.contains("Yves"), "{list}");
        assert!(list.contains("fin :") && list.contains("depuis"), "who goes and who comes: {list}");
    }
}

/// What stands in an address book was so at the date that was asked for, or today.
#[tokio::test]
async fn a_card_says_what_somebody_is_at_its_date_and_nothing_of_whoever_is_not_there() {
    let site = team().await;
    let told = |card: &Page| card.html.contains("TITLE:") || card.html.contains("ORG:");
    for (query, is_there) in [("", false), ("?date=2019-02", true), ("?date=2019-05", false), ("?date=2016", false)] {
        let card = site.get(&format!("/equipe/marthe.vcf{query}")).await;
        if query == "?date=2016" {
            assert_eq!(card.status, StatusCode::NOT_FOUND, "nothing is known of that date");
            continue;
        }
        assert_eq!((card.status, told(&card)), (StatusCode::OK, is_there), "{query}: {}", card.html);
        assert!(card.html.contains("FN:Marthe"), "{}", card.html);
    }
    let all = site.get("/equipe.vcf").await.html;
    let marthe = all.split("BEGIN:VCARD").find(|card| card.contains("FN:Marthe")).unwrap();
    assert!(!marthe.contains("TITLE:") && all.contains("TITLE:"), "of those who are there: {all}");
    for path in ["/equipe/marthe.vcf?date=abc", "/equipe.vcf?date=abc"] {
        let refused = site.get(path).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(refused.attributes("#date", "value"), ["abc"]);
    }
    let written = site.get("/equipe/marthe.vcf?date=avril+2019").await;
    assert_eq!(written.location(), "/equipe/marthe.vcf?date=2019-04");
}

#[tokio::test]
async fn where_nobody_is_nobody_is_said() {
    let site = Site::empty().await;
    sow(
        &site,
        &[
            ("person/a.toml", person("Ada", "begins = \"2017-04\"\nends = \"2017-05\"")),
            ("person/b.toml", person("Bo", "begins = \"2019-04\"\nends = \"2019-05\"")),
        ],
    )
    .await;
    assert_eq!(at(&site, "2018").await.text(".deck"), "Personne en 2018.");
}
