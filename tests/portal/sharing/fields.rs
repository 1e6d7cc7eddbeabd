//! Each field is shown where it is shared, and nowhere in the answer where it is not.

use axum::http::StatusCode;

use super::support::{link, main_of, open, recruiter, with};
use crate::org::formats::text;
use crate::support::Site;

/// What each field would tell of Robin Camarasa or Samy Melaine.
const TOLD: [(&str, &[&str]); 5] = [
    ("title", &["CTO", "Chief Technical Officer", "chief-technical", "d-cto", "cto\""]),
    ("function", &["data consultant"]),
    ("contract", &["stage", "Stage", "internship"]),
    ("period", &["novembre", "juillet", "2 mois", "2018-11", "2019-07"]),
    ("contact", &["robin@exemple.fr", "04 00 00 00 01", "EMAIL", "TEL"]),
];

async fn site() -> Site {
    let site = Site::members().await;
    for sql in [
        "UPDATE person SET email = 'robin@exemple.fr', phone = '04 00 00 00 01' WHERE family = 'Camarasa'",
        "UPDATE person_employment SET begins = '2018-11', ends = '2019-07' WHERE person_id IN (SELECT id FROM person WHERE family = 'Camarasa')",
    ] {
        assert_eq!(sqlx::query(sql).execute(&site.store.pool).await.unwrap().rows_affected(), 1, "{sql}");
    }
    site
}

#[tokio::test]
async fn a_field_is_told_where_it_is_shared_and_never_otherwise() {
    let site = site().await;
    let by = recruiter(&site).await;
    for (shared, _) in TOLD {
        let name = format!("show.{shared}");
        let link = link(&site, &by, &with(&[("show.title", ""), ("show.function", ""), (name.as_str(), "1")])).await;
        let whole = open(&site, &link).await;
        let people =
            [open(&site, &format!("{link}/robin-camarasa")).await, open(&site, &format!("{link}/samy-melaine")).await];
        let mut all = [main_of(&whole), main_of(&people[0]), main_of(&people[1])].join("");
        all.push_str(&files(&site, &link).await);
        // « titres » and the like stand in the sentence that says what is shared
        let all: String = all.split("</p>").filter(|part| !part.contains("limits")).collect();
        for (field, words) in TOLD {
            let told = words.iter().filter(|word| all.contains(*word)).collect::<Vec<_>>();
            match field == shared {
                true => assert!(!told.is_empty(), "{field} is shared and not told"),
                false => assert!(told.is_empty(), "{field} is told with {shared}: {told:?}"),
            }
        }
        assert!(all.contains("Robin Camarasa") && all.contains("Turiaud"), "names always");
    }
}

/// What all files of a share say, as text.
async fn files(site: &Site, link: &str) -> String {
    let mut all = String::new();
    for file in ["organigramme.svg", "organigramme.csv", "organigramme.json", "organigramme.vcf", "robin-camarasa.vcf"]
    {
        let page = open(site, &format!("{link}/{file}")).await;
        assert_eq!(page.status, StatusCode::OK, "{file}");
        assert!(page.html.contains("Camarasa"), "{file}");
        // without the names of columns and of members, which say what there could be
        let said = page.html.replace("\"contract\":", "");
        all.push_str(if file.ends_with("csv") { said.split_once('\n').unwrap().1 } else { &said });
    }
    all + &text(&open(site, &format!("{link}/organigramme.pdf")).await.bytes)
}

#[tokio::test]
async fn names_alone_are_names_alone() {
    let site = site().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("show.title", ""), ("show.function", "")])).await;
    let page = open(&site, &link).await;
    assert_eq!(page.text(".limits"), "Montrés ici : noms. Rien d’autre n’est partagé.");
    assert!(page.text("#list").contains("Samy Melaine"));
    for (_, words) in TOLD {
        assert!(words.iter().all(|word| !page.html.contains(word)), "{words:?}");
    }
    let files = files(&site, &link).await;
    for (_, words) in TOLD {
        assert!(words.iter().all(|word| !files.contains(word)), "{words:?}: {files}");
    }
    for never in ["rapport", "§", "data-scientist", "poste non précisé", "secretariat", "/equipe/"] {
        assert!(!page.html.contains(never) && !files.contains(never), "{never}");
    }
    let person = open(&site, &format!("{link}/robin-camarasa")).await;
    assert_eq!(person.select("main dl dt"), ["Cette fiche"]);
}

/// Who belongs to which body says rank: it is told with titles or functions, never with names alone, and it is said.
#[tokio::test]
async fn bodies_are_told_with_titles_or_functions_and_that_is_said() {
    let site = site().await;
    let by = recruiter(&site).await;
    for (title, function, said) in [
        ("1", "", "noms, titres, instances"),
        ("", "1", "noms, fonctions, instances"),
        ("1", "1", "noms, titres, fonctions, instances"),
        ("", "", "noms"),
    ] {
        let form = with(&[("show.title", title), ("show.function", function)]);
        let link = link(&site, &by, &form).await;
        let page = open(&site, &link).await;
        assert_eq!(page.text(".limits"), format!("Montrés ici : {said}. Rien d’autre n’est partagé."));
        let all = [main_of(&page), &files(&site, &link).await].concat();
        assert_eq!(all.contains("Comité de direction"), said != "noms", "{said}: {all}");
        assert!(site.get_as(&by, "/partages").await.text("tbody tr").contains(said), "the list of links says so too");
    }
    let branch = link(&site, &by, &with(&[("what", "branch"), ("root", "Samy Melaine")])).await;
    assert!(!open(&site, &branch).await.text(".limits").contains("instances"), "a branch has none");
}

/// « Période » of somebody of whom nothing but a date is known says that date.
#[tokio::test]
async fn a_period_that_is_only_attested_is_told_as_such() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("show.period", "1")])).await;
    let person = open(&site, &format!("{link}/samy-melaine")).await;
    let told = person.text("main dl");
    assert!(told.contains("Présence") && told.contains("attesté en avril 2019"), "{told}");
    assert!(!told.contains("non précisée") && told.matches("attesté").count() == 1, "{told}");
}

/// What stands before the name in the list of whoever looks first is what its recipient gets.
#[tokio::test]
async fn what_is_seen_before_sending_is_what_is_got() {
    let site = site().await;
    let by = recruiter(&site).await;
    for changes in [
        &[("message", "Bonjour")][..],
        &[("what", "branch"), ("root", "Samy Melaine"), ("show.period", "1"), ("show.contact", "1")][..],
        &[("what", "person"), ("root", "Robin Camarasa"), ("show.contract", "1")][..],
        &[("when", "live"), ("date", "")][..],
    ] {
        let form = with(changes);
        let asked: Vec<_> =
            form.iter().copied().chain([("once", "00000000-0000-4000-8000-000000000001"), ("do", "preview")]).collect();
        let before = site.post_as(&by, "/partages/nouveau", &asked).await;
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM share").fetch_one(&site.store.pool).await.unwrap();
        let link = link(&site, &by, &form).await;
        let got = open(&site, &link).await;
        let asked = before.html.split("/partages/apercu/").nth(1).and_then(|rest| rest.split('"').next());
        let query = asked.and_then(|asked| asked.find('?').map(|at| &asked[at..]));
        // an address in a drawing is written as XML, elsewhere as HTML
        let query = query.unwrap_or("\0").replace("&amp;", "&#38;");
        let seen = main_of(&before).replace("&amp;", "&#38;").replace(&query, "").replace("/partages/apercu", &link);
        assert_eq!(seen, main_of(&got), "{changes:?}");
        assert!(before.text(".seen").contains("Rien n’est encore fait"), "{}", before.text(".seen"));
        let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM share ORDER BY created DESC LIMIT 1")
            .fetch_one(&site.store.pool)
            .await
            .unwrap();
        let later = site.get_as(&by, &format!("/partages/apercu?de={id}")).await;
        let seen = main_of(&later).replace(&format!("?de={id}"), "").replace("/partages/apercu", &link);
        assert_eq!(seen, main_of(&got), "{changes:?}");
        let after: i64 = sqlx::query_scalar("SELECT count(*) FROM share").fetch_one(&site.store.pool).await.unwrap();
        assert_eq!(after, count + 1, "looking makes no link");
    }
}
