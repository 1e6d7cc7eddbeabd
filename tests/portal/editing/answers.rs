//! What a form takes for an answer, and what it says of one that it does not.

use axum::http::StatusCode;
use portail::access::Role;
use portail::site::editing::EDITABLE;

use super::{edit, editor, get, pairs, post, set};
use crate::support::Site;

const MISSION: &str = "/edition/missions/michel-condemine";

#[tokio::test]
async fn a_name_of_invisible_signs_is_no_name() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    for name in ["\u{200b}", "\u{2800}\u{2800}", "\u{ad}", " \u{feff}\u{2060} ", "\u{3164}", "\u{e0041}"] {
        let refused = edit(&mut editor, "/edition/equipe", &[("name", name)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        assert!(refused.text("#name-error").contains("invisibles"), "{name:?}: {}", refused.text(".errors"));
    }
    let visible = edit(&mut editor, "/edition/equipe", &[("name", "Zoé\u{200d}")]).await;
    assert_eq!(visible.status, StatusCode::SEE_OTHER, "{}", visible.text(".errors"));
}

#[tokio::test]
async fn what_no_page_can_carry_is_said_beside_its_field_even_in_a_new_row() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let row = [("phases._1.added", "1"), ("phases._1.title", "Suite"), ("phases._1.work", "a\u{b}b")];
    let refused = edit(&mut editor, MISSION, &row).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.text("[id='phases._1.work-error']").is_empty(), "{}", refused.text(".errors"));
    assert_eq!(refused.attributes("[autofocus]", "name"), ["phases._1.work"]);
}

#[tokio::test]
async fn a_choice_that_no_longer_exists_stays_as_it_was_typed() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let refused = edit(&mut editor, MISSION, &[("state", "abandoned"), ("needs", "Gardés")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#state-error").contains("abandoned"));
    assert_eq!((get(&pairs(&refused), "state"), get(&pairs(&refused), "needs")), ("abandoned", "Gardés"));
}

#[tokio::test]
async fn rows_of_the_same_form_are_chosen_by_their_names_even_before_they_are_saved() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/entreprise/datagenius";
    let new = [
        ("statements._1.added", "1"),
        ("statements._1.title", "Un enjeu tout neuf"),
        ("statements._1.text", "À tenir."),
        ("statements._1.theme", "stakes"),
    ];
    let mut typed = pairs(&editor.get(path).await);
    new.iter().for_each(|(name, value)| set(&mut typed, name, value));
    set(&mut typed, "do", "preview body");
    let form = post(&mut editor, path, &typed).await;
    let offered = form.select("#main_stake option");
    assert!(offered.iter().any(|words| words.contains("Un enjeu tout neuf")), "{offered:?}");
    let mut typed = pairs(&form);
    set(&mut typed, "main_stake", "_1");
    typed.push(("sources._1.added".into(), "1".into()));
    typed.push(("sources._1.source".into(), "rapport".into()));
    typed.push(("sources._1.at".into(), "statements._1".into()));
    set(&mut typed, "do", "save");
    let saved = post(&mut editor, path, &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
    let typed = pairs(&editor.get(path).await);
    assert_eq!(get(&typed, "main_stake"), "un-enjeu-tout-neuf");
    assert!(typed.iter().any(|(name, value)| name.ends_with(".at") && value == "statements.un-enjeu-tout-neuf"));
}

#[tokio::test]
async fn no_form_shows_a_raw_key() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let mission = editor.get(MISSION).await;
    let chosen = mission.select("[id$='.at'] option[selected]");
    assert!(chosen.iter().any(|words| words.contains("Du neurone au réseau")), "{chosen:?}");
    assert!(!chosen.iter().any(|words| words.contains("neurone-reseau")), "{chosen:?}");
    let sources = mission.attributes("[id^='sources.'][list]", "value");
    assert!(sources.iter().all(|source| source.contains("§ 3.")), "{sources:?}");
    let post = editor.get("/edition/organigramme/postes/cto").await;
    let bodies = post.attributes("[id^='bodies.'][list]", "value");
    assert!(!bodies.is_empty() && bodies.iter().all(|body| !body.contains('#')), "{bodies:?}");
    for editable in EDITABLE {
        let form = editor.get(&format!("/edition{}", editable.address)).await;
        let keys = form.select("label, h2, option, .btn, .hint");
        let raw: Vec<_> = keys.iter().filter(|words| words.contains(" / ") || words.contains("field-")).collect();
        assert!(raw.is_empty(), "{}: {raw:?}", editable.kind.name);
    }
}

#[tokio::test]
async fn what_may_stay_empty_says_so_and_what_must_not_is_required() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let form = editor.get("/edition/missions").await;
    assert_eq!(form.attributes("[required]", "name"), ["title", "client"]);
    let label = |name: &str| form.text(&format!("label[for='{name}']"));
    assert_eq!((label("title").as_str(), label("summary").as_str()), ("Intitulé", "Résumé (facultatif)"));
    assert!(form.text("#title-help").contains("200 signes au plus"), "{}", form.text("#title-help"));
}

#[tokio::test]
async fn an_english_form_says_which_of_its_words_are_french() {
    let site = Site::open().await;
    let cookie = site.sign_in(Role::Editor).await;
    let english = crate::support::Cookie { header: format!("{}; langue=en", cookie.header), ..cookie };
    let form = site.get_as(&english, MISSION).await;
    let all = |css: &str| form.select(css).len();
    assert_eq!(all("form.form textarea"), all("form.form textarea[lang=fr]"));
    assert_eq!(all(".blk h3"), all(".blk h3[lang=fr]"));
    assert_eq!(all("form.form input[list]"), all("form.form input[list][lang=fr]"));
    assert!(all("optgroup option[lang=fr]") > 0);
    assert_eq!(form.attributes("#title", "lang"), ["fr"]);
}

/// Names that may stand once in a list, through the real form: the constraint's own sentence, beside the list, all kept.
#[tokio::test]
async fn a_double_in_a_list_is_said_beside_it_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/missions/biomeca";
    let twice = [
        ("trials.modele.candidates._1.added", "1"),
        ("trials.modele.candidates._1.technology", "ResNet50"),
        ("trials.modele.candidates._1.result", "deux fois"),
        ("needs", "Gardés"),
    ];
    let refused = edit(&mut editor, path, &twice).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text("main"));
    assert_eq!(refused.select(".errors li").len() + refused.select(".bands .err").len(), 1, "{}", refused.text("main"));
    assert!(refused.text("main").contains("déjà"), "{}", refused.text(".errors"));
    let back = pairs(&refused);
    assert_eq!((get(&back, "needs"), get(&back, "trials.modele.candidates._1.result")), ("Gardés", "deux fois"));
    let second =
        edit(&mut editor, "/edition/offres", &[("title", "Autre"), ("slug", "expertise"), ("price", "Gardé")]).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!second.text("#slug-error").is_empty());
    assert_eq!(get(&pairs(&second), "price"), "Gardé");
}

/// A title is kept as it was typed, in one sign or in two (as copied from a Mac); whoever names it writes either.
#[tokio::test]
async fn a_name_is_found_however_its_accents_are_composed() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    for (n, (stored, typed)) in [("E\u{301}lan", "Élan"), ("Ébène", "E\u{301}be\u{300}ne")].into_iter().enumerate() {
        let made = edit(&mut editor, "/edition/organisations", &[("name", stored)]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text(".errors"));
        for name in [stored, typed] {
            let saved =
                edit(&mut editor, "/edition/missions/biomeca", &[("client", name), ("needs", &n.to_string())]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{name:?}: {}", saved.text(".errors"));
            assert_eq!(get(&pairs(&editor.get("/edition/missions/biomeca").await), "client"), stored);
        }
    }
}

#[tokio::test]
async fn why_it_was_changed_has_its_limits_too_and_nothing_is_cut_in_silence() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for (note, says) in [("a\0b", "invisible"), ("a\u{1b}b", "invisible"), (&*"x".repeat(201), "200 signes")] {
        let refused = edit(&mut ada, MISSION, &[("note", note), ("summary", "Gardez ceci")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{note:?}");
        assert!(refused.text("#note-error").contains(says), "{note:?}: {}", refused.text(".errors"));
        assert!(refused.attributes(".errors a", "href").contains(&"#note".to_owned()));
        assert_eq!(get(&pairs(&refused), "summary"), "Gardez ceci");
    }
}

#[tokio::test]
async fn an_address_that_cannot_be_one_is_told_how_to_be_written() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let refused = edit(&mut ada, "/edition/offres", &[("title", "Une offre"), ("slug", "Été à venir")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#slug-error").contains("Écrivez ete-a-venir"), "{}", refused.text("#slug-error"));
    assert_eq!(get(&pairs(&refused), "slug"), "Été à venir");
}

#[tokio::test]
async fn missions_do_not_follow_each_other_in_a_circle() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let itself = edit(&mut ada, "/edition/missions/biomeca", &[("follows", "biomeca")]).await;
    assert!(itself.text("#follows-error").contains("elle-même"), "{}", itself.text(".errors"));
    let first = edit(&mut ada, "/edition/missions/biomeca", &[("follows", "michel-condemine")]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text(".errors"));
    let circle = edit(&mut ada, MISSION, &[("follows", "biomeca")]).await;
    assert_eq!(circle.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(circle.text("#follows-error").contains("en rond"), "{}", circle.text(".errors"));
}
