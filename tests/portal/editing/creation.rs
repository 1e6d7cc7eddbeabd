//! Something that is missing is created on the way, and the form that lacked it waits.

use axum::http::StatusCode;

use super::{editor, get, pairs, post, set, versions};
use crate::support::{Page, Site};

/// The form of a mission in which somebody whom nobody knows was typed.
async fn unknown_person(site: &Site) -> (super::Browser<'_>, Page) {
    let mut editor = editor(site).await;
    let path = "/edition/missions/biomeca";
    let mut typed = pairs(&editor.get(path).await);
    set(&mut typed, "summary", "En cours de frappe,\nsur deux lignes");
    set(&mut typed, "team._1.added", "1");
    set(&mut typed, "team._1.person", "Jeanne Nouvelle");
    set(&mut typed, "team._1.role", "analyste");
    set(&mut typed, "do", "save");
    let refused = post(&mut editor, path, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    (editor, refused)
}

fn pressed(page: &Page, button: &str) -> Vec<(String, String)> {
    let offered = page.attributes("button[name=do]", "value");
    assert!(offered.iter().any(|value| value == button), "{button} is not among {offered:?}");
    let mut typed = pairs(page);
    set(&mut typed, "do", button);
    typed
}

#[tokio::test]
async fn who_is_missing_is_created_on_the_way_and_chosen_in_the_form_that_waited() {
    let site = Site::open().await;
    let (mut editor, refused) = unknown_person(&site).await;
    let person = post(&mut editor, "/edition/missions/biomeca", &pressed(&refused, "create team._1.person")).await;
    assert_eq!((person.status, person.text("h1").as_str()), (StatusCode::OK, "Nouvelle personne"));
    assert_eq!(person.attributes("#name", "value"), ["Jeanne Nouvelle"]);
    assert_eq!(person.attributes("[autofocus]", "name"), ["name"]);
    assert!(person.text(".band").contains("BioMéca"), "the page says what waits: {}", person.text(".band"));
    let waiting = get(&pairs(&refused), "draft").to_owned();
    assert_eq!(person.attributes("form.form", "data-kept"), [waiting.as_str()], "the browser can forget it");
    let kept = format!("a[href$='?brouillon={waiting}']");
    assert!(!editor.get("/edition").await.select(&kept).is_empty(), "the portal has it");
    let at = person.attributes("form.form", "action").remove(0);

    // a mistake on the way does not lose the first form
    let mut typed = pairs(&person);
    set(&mut typed, "email", "pas une adresse");
    set(&mut typed, "do", "save");
    let wrong = post(&mut editor, &at, &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut typed = pairs(&wrong);
    set(&mut typed, "email", "");
    set(&mut typed, "name", "Jeanne Martin");
    set(&mut typed, "do", "save");
    let mission = post(&mut editor, &at, &typed).await;

    assert_eq!(mission.status, StatusCode::OK, "{}", mission.text(".errors"));
    assert_eq!(mission.attributes("form.form", "action"), ["/edition/missions/biomeca"]);
    assert!(mission.text(".band.ok").contains("Jeanne Martin"));
    let back = pairs(&mission);
    assert_eq!(get(&back, "team._1.person"), "Jeanne Martin");
    assert_eq!(
        (get(&back, "team._1.role"), get(&back, "summary")),
        ("analyste", "En cours de frappe,\nsur deux lignes")
    );
    assert_eq!(mission.attributes("[autofocus]", "name"), ["team._1.person"]);
    assert!(editor.get("/equipe/jeanne-martin").await.text("h1").contains("Jeanne Martin"));
    assert!(!editor.get("/missions/biomeca").await.text("main").contains("analyste"), "the mission is not saved yet");

    let mut typed = back;
    set(&mut typed, "summary", "Fini");
    set(&mut typed, "do", "save");
    let saved = post(&mut editor, "/edition/missions/biomeca", &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
    let page = editor.get("/missions/biomeca").await;
    assert!(page.text("main").contains("Jeanne Martin"), "{}", page.text("main"));
}

#[tokio::test]
async fn going_back_creates_nothing_and_a_second_press_creates_once() {
    let site = Site::open().await;
    let (mut editor, refused) = unknown_person(&site).await;
    let path = "/edition/missions/biomeca";
    let person = post(&mut editor, path, &pressed(&refused, "create team._1.person")).await;
    let mission = post(&mut editor, "/edition/equipe", &pressed(&person, "back")).await;
    assert_eq!(mission.attributes("form.form", "action"), [path]);
    assert_eq!(get(&pairs(&mission), "team._1.person"), "Jeanne Nouvelle");
    assert_eq!(editor.get("/equipe/jeanne-nouvelle").await.status, StatusCode::NOT_FOUND);
    let mut typed = pairs(&person);
    set(&mut typed, "do", "save");
    for _ in 0..2 {
        let mission = post(&mut editor, "/edition/equipe", &typed).await;
        assert_eq!(mission.attributes("form.form", "action"), [path]);
    }
    assert_eq!(versions(&site, "person", "jeanne-nouvelle").await, 1);
    assert_eq!(editor.get("/equipe/jeanne-nouvelle-2").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_missing_there_is_created_on_the_way_too() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let mut typed = pairs(&editor.get("/edition/missions").await);
    set(&mut typed, "title", "Une mission toute neuve");
    set(&mut typed, "client", "École inconnue");
    set(&mut typed, "do", "create client");
    let client = post(&mut editor, "/edition/missions", &typed).await;
    assert_eq!(client.text("h1"), "Nouvelle organisation");
    let mut typed = pairs(&client);
    set(&mut typed, "person", "Jeanne Nouvelle");
    set(&mut typed, "do", "create person");
    let person = post(&mut editor, "/edition/organisations", &typed).await;
    assert_eq!(person.text("h1"), "Nouvelle personne");
    let mut typed = pairs(&person);
    set(&mut typed, "do", "save");
    let client = post(&mut editor, "/edition/equipe", &typed).await;
    assert_eq!(get(&pairs(&client), "person"), "Jeanne Nouvelle");
    assert_eq!(get(&pairs(&client), "name"), "École inconnue");
    let mut typed = pairs(&client);
    set(&mut typed, "do", "save");
    let mission = post(&mut editor, "/edition/organisations", &typed).await;
    let typed = pairs(&mission);
    assert_eq!((get(&typed, "title"), get(&typed, "client")), ("Une mission toute neuve", "École inconnue"));
}

#[tokio::test]
async fn a_name_that_is_nearly_right_offers_the_nearest_by_a_button() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/missions/biomeca";
    let mut typed = pairs(&editor.get(path).await);
    set(&mut typed, "client", "Lunette pour tous");
    set(&mut typed, "do", "save");
    let refused = post(&mut editor, path, &typed).await;
    assert!(refused.select(".offer button").contains(&"Lunettes Pour Tous".to_owned()), "{}", refused.text(".offer"));
    let taken = post(&mut editor, path, &pressed(&refused, "take client Lunettes Pour Tous")).await;
    assert_eq!((taken.status, get(&pairs(&taken), "client")), (StatusCode::OK, "Lunettes Pour Tous"));
    assert_eq!(taken.attributes("[autofocus]", "name"), ["client"]);
}

#[tokio::test]
async fn nothing_is_created_where_a_form_names_nothing() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    for press in ["create title", "create nowhere", "create functions._1.profession", "back"] {
        let answer = editor.post("/edition/missions/biomeca", &[("do", press)]).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{press}");
    }
    let stray = [("do", "back"), ("carried.to", "https://example.test/"), ("carried.field", "client")];
    assert_eq!(editor.post("/edition/equipe", &stray).await.status, StatusCode::NOT_FOUND);
}

/// Case 72: any title is opened, renamed, linked and exported under an address of its own.
#[tokio::test]
async fn any_title_has_a_page_that_opens_and_keeps_its_address() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let titles = include_str!("../model/titles.txt").lines().filter(|title| !title.trim().is_empty());
    for title in titles {
        let made = super::edit(&mut editor, "/edition/missions", &[("title", title), ("client", "BioMéca")]).await;
        if title.chars().count() > 200 {
            assert_eq!(made.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(made.text("#title-error").contains("200") && get(&pairs(&made), "title") == title.trim());
            continue;
        }
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{title}: {}", made.text(".errors"));
        let at = made.location().to_owned();
        let page = site.get(&at).await;
        assert_eq!((page.status, page.text("h1")), (StatusCode::OK, crate::support::fold(title)), "{at}");
        let list = site.get("/missions.csv").await.html;
        assert!(list.contains(at.rsplit('/').next().unwrap()), "{at}");
        let renamed = super::edit(&mut editor, &format!("/edition{at}"), &[("title", "Autre titre")]).await;
        assert_eq!(renamed.location(), at, "another title is no other address");
    }
    let files = portail::site::seed::files(&site.store).await.unwrap();
    assert!(
        files.iter().all(|(path, _)| path.to_str().is_some_and(|path| !path.contains(['\\', ' ']) && path.is_ascii()))
    );
}
