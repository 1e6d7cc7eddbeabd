//! Rows of a form that is refused: kept, told apart, and never in the way.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use portail::site::editing::EDITABLE;

use super::{edit, editor, get, pairs, post, set, versions};
use crate::support::{Page, Site};

const MISSION: &str = "/edition/missions/michel-condemine";

fn press(page: &Page, button: &str) -> Vec<(String, String)> {
    let offered = page.attributes("button[name=do]", "value");
    assert!(offered.iter().any(|value| value == button), "{button} is not among {offered:?}");
    let mut typed = pairs(page);
    set(&mut typed, "do", button);
    typed
}

fn save(page: &Page, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut typed = pairs(page);
    changes.iter().for_each(|(name, value)| set(&mut typed, name, value));
    set(&mut typed, "do", "save");
    typed
}

#[tokio::test]
async fn a_new_row_that_is_refused_still_offers_to_go() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let form = editor.get(MISSION).await;
    let added = post(&mut editor, MISSION, &press(&form, "phases.add")).await;
    assert!(added.attributes("[autofocus]", "name").contains(&"phases._1.title".to_owned()));
    let refused =
        post(&mut editor, MISSION, &save(&added, &[("phases._1.begins", "2019-13"), ("needs", "Du temps")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.text("[id='phases._1.begins-error']").is_empty());
    let gone = post(&mut editor, MISSION, &press(&refused, "phases.remove._1")).await;
    assert_eq!(post(&mut editor, MISSION, &save(&gone, &[])).await.status, StatusCode::SEE_OTHER);
    let form = editor.get(MISSION).await;
    assert_eq!((get(&pairs(&form), "needs"), form.select(".blk h3").len() >= 2), ("Du temps", true));
}

/// A browser presses the first submit button of a form when Enter is pressed in one of its fields.
#[tokio::test]
async fn enter_in_a_field_saves_on_every_form_with_rows() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    for editable in EDITABLE.iter().filter(|editable| editable.kind.name != "company") {
        let form = editor.get(&format!("/edition{}", editable.address)).await;
        let of_form = "form.form button:not([type=button]), button[form=fiche]";
        assert_eq!(form.attributes(of_form, "value")[0], "save", "{}", editable.kind.name);
    }
    let company = editor.get("/edition/entreprise/datagenius").await;
    assert_eq!(company.attributes("button[form=fiche]", "value")[0], "save");
}

#[tokio::test]
async fn the_order_that_was_given_is_kept_when_the_form_is_refused() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/missions";
    let mut typed = pairs(&editor.get(path).await);
    for (name, value) in [("title", "Trois phases"), ("client", "BioMéca"), ("begins", "le jour dit")] {
        set(&mut typed, name, value);
    }
    for (key, title) in [("_3", "trois"), ("_1", "un"), ("_2", "deux")] {
        typed.push((format!("phases.{key}.added"), "1".into()));
        typed.push((format!("phases.{key}.title"), title.into()));
    }
    typed.push(("do".into(), "save".into()));
    let refused = post(&mut editor, path, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = post(&mut editor, path, &save(&refused, &[("begins", "2019")])).await;
    assert_eq!(made.location(), "/missions/trois-phases", "{}", made.text(".errors"));
    let form = editor.get("/edition/missions/trois-phases").await;
    assert_eq!(form.select(".blk h3"), ["1, trois", "2, un", "3, deux"]);
}

#[tokio::test]
async fn a_row_that_two_tabs_take_away_is_gone_and_one_that_the_other_changes_is_a_question() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let (one, other, third) = (editor.get(MISSION).await, editor.get(MISSION).await, editor.get(MISSION).await);
    let gone = |page: &Page| save(page, &[("team.robin-camarasa.removed", "1")]);
    assert_eq!(post(&mut editor, MISSION, &gone(&one)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(&mut editor, MISSION, &gone(&other)).await.status, StatusCode::SEE_OTHER);
    let changed = save(&third, &[("team.robin-camarasa.role", "seul")]);
    assert_eq!(post(&mut editor, MISSION, &changed).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn the_same_new_page_sent_twice_at_once_and_again_later_is_one() {
    let site = Site::open().await;
    let (mut one, mut other) = (editor(&site).await, site.browser());
    other.session.clone_from(&one.session);
    let typed = save(&one.get("/edition/offres").await, &[("title", "Une seule fois")]);
    let (first, second) =
        tokio::join!(post(&mut one, "/edition/offres", &typed), post(&mut other, "/edition/offres", &typed));
    let later = post(&mut one, "/edition/offres", &typed).await;
    for answer in [first, second, later] {
        assert_eq!(answer.location(), "/offres/une-seule-fois", "{} {}", answer.status, answer.text(".errors"));
    }
    assert_eq!(versions(&site, "offer", "une-seule-fois").await, 1);
}

#[tokio::test]
async fn each_mistake_in_a_row_is_said_once_at_its_field_and_the_summary_leads_there() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let form = editor.get(MISSION).await;
    let mut typed = pairs(&form);
    for n in 1..=3 {
        typed.push((format!("phases._{n}.added"), "1".into()));
        typed.push((format!("phases._{n}.title"), format!("Suite {n}")));
    }
    set(&mut typed, "phases.neurone-reseau.decided", "à vérifier");
    set(&mut typed, "phases._2.begins", "bientôt");
    set(&mut typed, "phases._3.title", "");
    set(&mut typed, "phases._3.work", "Sans nom");
    let check = |page: &Page, rows: &[&str]| {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let ids = page.attributes("[id]", "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice");
        let links = page.attributes(".errors a", "href");
        let wrong = page.attributes("[aria-invalid]", "id");
        assert_eq!(links, wrong.iter().map(|id| format!("#{id}")).collect::<Vec<_>>());
        for id in &wrong {
            let described = page.attributes(&format!("[id='{id}']"), "aria-describedby").remove(0);
            assert_eq!(described.split(' ').next(), Some(format!("{id}-error").as_str()));
        }
        let said = page.select(".errors li");
        for (said, row) in said.iter().zip(rows) {
            assert!(said.contains(row), "{said} does not say {row}");
        }
        assert_eq!(said.len(), rows.len(), "{said:?}");
    };
    set(&mut typed, "do", "save");
    let refused = post(&mut editor, MISSION, &typed).await;
    check(&refused, &["2, Du neurone au réseau, Date de la décision", "4, Suite 2, Début", "5, à remplir, Intitulé"]);
    let fewer = post(&mut editor, MISSION, &press(&refused, "phases.remove.octave-python")).await;
    let refused = post(&mut editor, MISSION, &save(&fewer, &[])).await;
    check(&refused, &["Du neurone au réseau, Date de la décision", "Suite 2, Début", "à remplir, Intitulé"]);
}

#[tokio::test]
async fn each_of_several_empty_fields_says_which_it_is_in_both_languages() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let form = editor.get(MISSION).await;
    let empty = [
        ("title", ""),
        ("phases.octave-python.title", ""),
        ("difficulties._1.added", "1"),
        ("difficulties._1.nature", "human"),
    ];
    let refused = post(&mut editor, MISSION, &save(&form, &empty)).await;
    let said: BTreeSet<_> = refused.select(".errors li").into_iter().collect();
    assert_eq!(said.len(), 3, "{said:?}");
    let english = post(&mut editor, MISSION, &press(&refused, "language en")).await;
    assert_eq!((english.status, english.attributes("html", "lang")), (StatusCode::OK, vec!["en".into()]));
    assert_eq!(get(&pairs(&english), "difficulties._1.nature"), "human");
}

#[tokio::test]
async fn another_language_keeps_the_page_and_what_is_typed() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let refused = edit(&mut editor, MISSION, &[("begins", "bientôt"), ("summary", "Gardez cela")]).await;
    let english = post(&mut editor, MISSION, &press(&refused, "language en")).await;
    assert_eq!((english.status, english.attributes("html", "lang")), (StatusCode::OK, vec!["en".into()]));
    assert_eq!(english.attributes("form.form", "action"), [MISSION]);
    let typed = pairs(&english);
    assert_eq!((get(&typed, "begins"), get(&typed, "summary")), ("bientôt", "Gardez cela"));
    let cookies: Vec<_> = english.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok()).collect();
    assert!(cookies.iter().any(|set| set.starts_with("langue=en")), "{cookies:?}");
    assert_eq!(get(&typed, "once"), get(&pairs(&refused), "once"));
}

/// Case 3 by the buttons: « trois » is moved first, the form is refused for something else, mended, saved.
#[tokio::test]
async fn a_row_that_was_moved_keeps_its_place_when_the_form_is_refused_and_then_saved() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/missions";
    let mut page = editor.get(path).await;
    for (n, title) in ["un", "deux", "trois"].iter().enumerate() {
        page = post(&mut editor, path, &press(&page, "phases.add")).await;
        let mut typed = pairs(&page);
        set(&mut typed, &format!("phases._{}.title", n + 1), title);
        [("title", "Trois phases"), ("client", "BioMéca")].iter().for_each(|(name, text)| set(&mut typed, name, text));
        set(&mut typed, "do", "language fr"); // a button that changes nothing, so that the page holds what is typed
        page = post(&mut editor, path, &typed).await;
    }
    for _ in 0..2 {
        page = post(&mut editor, path, &press(&page, "phases.up._3")).await;
    }
    assert_eq!(page.select(".blk h3"), ["1, trois", "2, un", "3, deux"]);
    let refused = post(&mut editor, path, &save(&page, &[("begins", "2019-13")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.select(".blk h3"), ["1, trois", "2, un", "3, deux"]);
    let made = post(&mut editor, path, &save(&refused, &[("begins", "2019")])).await;
    assert_eq!(made.location(), "/missions/trois-phases", "{}", made.text(".errors"));
    assert_eq!(editor.get("/edition/missions/trois-phases").await.select(".blk h3"), ["1, trois", "2, un", "3, deux"]);
}

/// Case 3 by hand: forms of ours have no field of the order; one that is invented is no fault and no order.
#[tokio::test]
async fn an_order_that_nobody_asked_for_is_refused_beside_it_and_never_a_fault() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    for (name, value) in [("position", ""), ("position", "x"), ("position", "1"), ("ORDER", "-1")] {
        let typed = save(&editor.get(MISSION).await, &[(&format!("phases.octave-python.{name}"), value)]);
        let page = post(&mut editor, MISSION, &typed).await;
        let expected = if value.is_empty() { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(page.status, expected, "{name}={value}: {}", page.text(".errors"));
    }
    // the same row twice in one body: the first place counts, and none is lost
    let mut twice = save(&editor.get(MISSION).await, &[]);
    twice.push(("phases.octave-python.title".into(), "Encore".into()));
    assert!(post(&mut editor, MISSION, &twice).await.status.as_u16() < 500);
}

/// The button that Enter presses in a field of a form: the first submit button, in it or named for it by `form`.
fn pressed_by_enter(page: &Page, form: &str) -> (String, String) {
    let of_form = format!("{form} button:not([type=button]):not([disabled])");
    let first = |name| page.attributes(&of_form, name).into_iter().next().unwrap_or_default();
    (first("name"), first("value"))
}

#[tokio::test]
async fn enter_saves_on_a_form_with_rows_also_when_it_was_refused_and_where_one_chooses() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let saves = ("do".to_owned(), "save".to_owned());
    let form = editor.get(MISSION).await;
    assert!(form.attributes("button[name=do]", "value").iter().any(|value| value.contains(".remove.")), "it has rows");
    assert_eq!(pressed_by_enter(&form, "form.form"), saves);
    let mut typed = pairs(&form);
    for n in 1..=3 {
        typed.push((format!("team._{n}.added"), "1".into()));
        typed.push((format!("team._{n}.person"), "Samy Melaine".into()));
    }
    set(&mut typed, "begins", "bientôt");
    set(&mut typed, "do", "save");
    let refused = post(&mut editor, MISSION, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(pressed_by_enter(&refused, "form.form"), saves);
    // the form of what is created on the way
    set(&mut typed, "team._3.person", "Jeanne Nouvelle");
    set(&mut typed, "do", "create team._3.person");
    let person = post(&mut editor, MISSION, &typed).await;
    assert_eq!(pressed_by_enter(&person, "form.form"), saves);
    // the merge page
    let mut mine = pairs(&editor.get(MISSION).await);
    edit(&mut editor, MISSION, &[("summary", "Leur résumé")]).await;
    set(&mut mine, "summary", "Mon résumé");
    let clash = post(&mut editor, MISSION, &mine).await;
    assert_eq!((clash.status, pressed_by_enter(&clash, "form.form")), (StatusCode::CONFLICT, saves.clone()));
    let mut chosen = pairs(&clash);
    let (name, value) = pressed_by_enter(&clash, "form.form");
    set(&mut chosen, &name, &value);
    set(&mut chosen, "pick.summary", "mine");
    assert_eq!(post(&mut editor, MISSION, &chosen).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn enter_does_what_the_page_is_for_where_there_are_no_rows() {
    let site = Site::members().await;
    let cookie = site.sign_in(portail::access::Role::Recruiter).await;
    let share = site.get_as(&cookie, "/partages/nouveau").await;
    assert_eq!(pressed_by_enter(&share, "form.form"), ("do".into(), "save".into()));
    let mut editor = editor(&site).await;
    let (_, table) = crate::transfer::preview(&mut editor, "nom;lieu\nZoé Petit;Nantes\n").await;
    // nothing is imported, left aside or thrown away by a key in the note
    assert_eq!(pressed_by_enter(&table, "form.form"), ("do".into(), "preview".into()));
}

#[tokio::test]
async fn each_of_several_empty_fields_says_which_it_is_in_english_too() {
    let site = Site::open().await;
    let cookie = site.sign_in(portail::access::Role::Editor).await;
    let english = crate::support::Cookie { header: format!("{}; langue=en", cookie.header), ..cookie.clone() };
    let empty = [
        ("title", ""),
        ("phases.octave-python.title", ""),
        ("difficulties._1.added", "1"),
        ("difficulties._1.nature", "human"),
    ];
    let mut all = Vec::new();
    for reader in [&cookie, &english] {
        let typed = save(&site.get_as(reader, MISSION).await, &empty);
        let typed: Vec<_> = typed.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let refused = site.post_as(reader, MISSION, &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let said: BTreeSet<_> = refused.select(".errors li").into_iter().collect();
        assert_eq!(said.len(), 3, "each is another sentence: {said:?}");
        // what is expected, not only that it is wrong; and by words, not by a colour
        for id in refused.attributes("[aria-invalid]", "id") {
            assert!(refused.text(&format!("[id='{id}-error']")).split(' ').count() > 1, "{id}");
        }
        all.push(said);
    }
    assert!(all[0].is_disjoint(&all[1]), "none of it is French on an English page: {all:?}");
}

#[tokio::test]
async fn a_row_that_others_name_cannot_go_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut form = pairs(&ada.get("/edition/entreprise/datagenius").await);
    set(&mut form, "ambition", "Une autre ambition");
    set(&mut form, "do", "bodies.remove.comite-de-direction");
    let mut form = pairs(&post(&mut ada, "/edition/entreprise/datagenius", &form).await);
    set(&mut form, "do", "save");
    let refused = post(&mut ada, "/edition/entreprise/datagenius", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text("main"));
    let said = refused.text(".bands");
    assert!(said.contains("Comité de direction") && said.contains("/organigramme/postes/"), "{said}");
    assert_eq!(get(&pairs(&refused), "ambition"), "Une autre ambition");
    let mut form = pairs(&refused);
    set(&mut form, "do", "bodies.keep.comite-de-direction");
    let mut form = pairs(&post(&mut ada, "/edition/entreprise/datagenius", &form).await);
    set(&mut form, "do", "save");
    assert_eq!(post(&mut ada, "/edition/entreprise/datagenius", &form).await.status, StatusCode::SEE_OTHER);
}

/// The page was gone back to after it was saved, and typed into once more.
#[tokio::test]
async fn a_form_that_is_sent_again_with_more_in_it_goes_on_from_what_it_saved() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut form = save(&ada.get("/edition/offres").await, &[("title", "Une seule fois")]);
    assert_eq!(post(&mut ada, "/edition/offres", &form).await.location(), "/offres/une-seule-fois");
    set(&mut form, "purpose", "Et la suite");
    assert_eq!(post(&mut ada, "/edition/offres", &form).await.location(), "/offres/une-seule-fois");
    assert_eq!(versions(&site, "offer", "une-seule-fois").await, 2);
    let path = "/edition/offres/une-seule-fois";
    let mut form = save(&ada.get(path).await, &[("purpose", "Une autre suite")]);
    post(&mut ada, path, &form).await;
    set(&mut form, "purpose", "Une autre suite, plus longue");
    let answer = post(&mut ada, path, &form).await;
    assert_eq!(answer.location(), "/offres/une-seule-fois", "no clash with oneself: {}", answer.text("main"));
    assert_eq!(get(&pairs(&ada.get(path).await), "purpose"), "Une autre suite, plus longue");
    let last: i64 =
        sqlx::query_scalar("SELECT count(*) FROM document WHERE kind = 'offer' AND title LIKE 'Une seule%'")
            .fetch_one(&site.store.pool)
            .await
            .unwrap();
    assert_eq!(last, 1);
}
