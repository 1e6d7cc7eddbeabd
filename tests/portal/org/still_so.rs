//! What is still so (`ends = ".."`), and that nobody is shown the future who has not asked for it.

use axum::http::StatusCode;
use portail::history::Kind;
use portail::site::{KINDS, seed};

use super::chart;
use crate::editing::{edit, editor};
use crate::sharing::support::{link, open, recruiter, with};
use crate::support::Site;

fn person(name: &str, times: &str) -> String {
    format!("name = \"{name}\"\n[[employments]]\nkey = \"cdi\"\ncontract = \"permanent\"\n{times}\n")
}

async fn sow(site: &Site, people: &[(&str, &str)]) {
    for (slug, times) in people {
        site.sow(&[(&format!("person/{slug}.toml"), &person(&format!("{slug} Essai"), times))]).await;
    }
}

/// The tests' today is 25 November 2026.
#[tokio::test]
async fn without_a_date_nobody_is_shown_who_is_still_to_come() {
    let site = Site::empty().await;
    let later = "begins = \"2027-03-01\"";
    sow(&site, &[("fay", later), ("ada", "begins = \"2019-05-01\"\nattested = [{ date = \"2027-01\" }]")]).await;
    let page = chart(&site).await;
    assert!(page.text(".deck").starts_with("Une personne le 1er mai 2019"), "{}", page.text(".deck"));
    assert!(!page.text("#list").contains("fay"), "{}", page.text("#list"));
    assert!(!site.get("/organigramme.csv").await.html.contains("fay Essai"));
    let path = link(&site, &recruiter(&site).await, &with(&[("when", "live"), ("date", "")])).await;
    let guest = open(&site, &path).await;
    assert_eq!(guest.status, StatusCode::OK);
    assert!(guest.text("main").contains("ada Essai") && !guest.text("main").contains("fay Essai"));
    assert_eq!(site.get("/organigramme?date=2027-03").await.status, StatusCode::OK, "whoever asks is told");
}

#[tokio::test]
async fn of_those_who_are_all_still_to_come_today_is_shown() {
    let site = Site::empty().await;
    sow(&site, &[("fay", "begins = \"2027-03-01\"")]).await;
    let page = chart(&site).await;
    assert!(!page.text("main").contains("fay Essai"), "{}", page.text("main"));
}

#[tokio::test]
async fn whoever_is_still_there_is_certain_from_their_beginning_on() {
    let site = Site::empty().await;
    sow(&site, &[("ada", "begins = \"2018-01-01\"\nends = \"..\""), ("eva", "begins = \"2017-01-01\"")]).await;
    let page = chart(&site).await;
    assert!(page.text(".deck").contains("aujourd’hui, le 25 novembre 2026"), "{}", page.text(".deck"));
    let list = page.text("#list");
    assert!(list.contains("depuis le 1er janvier 2018"), "{list}");
    assert_eq!(list.matches("présence non certaine").count(), 1, "an absent end is not known, as before: {list}");
    let before = site.get("/organigramme?date=2017-12").await;
    assert!(!before.text("#list").contains("ada"), "{}", before.text("#list"));
    let profile = site.get("/equipe/ada?date=2021-06").await;
    assert!(profile.text("#at").contains("Présence certaine"), "{}", profile.text("#at"));
    sow(&site, &[("lou", "ends = \"..\"")]).await;
    assert!(site.get("/equipe/lou").await.text("#employments").contains("en cours"));
}

#[tokio::test]
async fn a_form_takes_still_so_in_words_and_shows_it_back() {
    let site = Site::empty().await;
    sow(&site, &[("ada", "begins = \"2018-01-01\"")]).await;
    let mut editor = editor(&site).await;
    let stored = async || {
        let ada = site.document(Kind::named(KINDS, "person"), "ada").await.2;
        ada["employments"][0]["ends"].as_str().unwrap_or_default().to_owned()
    };
    for typed in ["en cours", "Aujourd’hui", "toujours", "..", "today"] {
        edit(&mut editor, "/edition/equipe/ada", &[("employments.cdi.ends", "")]).await;
        assert_eq!(stored().await, "");
        let saved = edit(&mut editor, "/edition/equipe/ada", &[("employments.cdi.ends", typed)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{typed}: {}", saved.text(".errors"));
        assert_eq!(stored().await, "..", "{typed}");
    }
    let form = editor.get("/edition/equipe/ada").await;
    assert!(form.text("form").contains("« en cours »"), "the hint");
    assert_eq!(form.attributes("[id='employments.cdi.ends']", "value"), ["en cours"]);
    let refused = edit(&mut editor, "/edition/equipe/ada", &[("employments.cdi.begins", "..")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing begins still");
    assert_eq!(site.get("/organigramme?date=..").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn still_so_goes_out_and_comes_in_as_it_is() {
    let site = Site::empty().await;
    sow(&site, &[("ada", "begins = \"2018-01-01\"\nends = \"..\"")]).await;
    let files = seed::files(&site.store).await.unwrap();
    let told = |(path, text): &seed::File| (path.display().to_string(), String::from_utf8(text.clone()).unwrap());
    let texts: Vec<_> = files.iter().map(told).collect();
    let (_, text) = texts.iter().find(|(path, _)| path.ends_with("ada.toml")).unwrap();
    assert!(text.contains("ends = \"..\""), "{text}");
    let other = Site::empty().await;
    other.sow(&texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
    assert_eq!(seed::files(&other.store).await.unwrap(), files);
    let csv = site.get("/organigramme.csv").await.html;
    assert!(csv.contains(";2018-01-01;..;"), "{csv}");
}
