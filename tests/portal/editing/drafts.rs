//! Drafts: what is typed and not saved is not lost, is nobody else's, and no reader sees it.

use axum::http::StatusCode;
use portail::access::Role;
use portail::site::{editing, seed};
use serde_json::Value;

use super::{bea, drafts_of_all, edit, editor, get, pairs, post, press, set, versions};
use crate::support::knock::Browser;
use crate::support::{Page, Site};

const PATH: &str = "/edition/missions/biomeca";
const TYPED: &str = "Zyxomètre en cours de frappe";

/// What the script of a form posts while somebody types: the pairs of the form that is open.
async fn typing(browser: &mut Browser<'_>, path: &str, pairs: &[(String, String)]) -> (StatusCode, Value) {
    let mut pairs = pairs.to_vec();
    set(&mut pairs, "do", "background");
    let answer = post(browser, path, &pairs).await;
    (answer.status, serde_json::from_str(&answer.html).unwrap_or_else(|why| panic!("{why}: {}", answer.text("main"))))
}

/// The form as one opens it, with one field changed.
async fn opened(browser: &mut Browser<'_>, path: &str, name: &str, text: &str) -> Vec<(String, String)> {
    let mut pairs = pairs(&browser.get(path).await);
    set(&mut pairs, name, text);
    pairs
}

async fn run(site: &Site, sql: &'static str) -> u64 {
    sqlx::query(sql).execute(&site.store.pool).await.unwrap().rows_affected()
}

/// The link that takes up the draft which a form offers.
fn offered(page: &Page) -> String {
    let links = page.attributes(".bands a[href*='brouillon=']", "href");
    assert_eq!(links.len(), 1, "{}", page.text("main .bands"));
    links[0].clone()
}

#[tokio::test]
async fn what_is_half_typed_is_kept_without_a_script_and_offered_again_with_its_age() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = versions(&site, "mission", "biomeca").await;
    let half = [("title", " "), ("begins", "bientôt"), ("client", "Personne ici"), ("summary", TYPED)];
    let kept = press(&mut ada, PATH, &half, "draft").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text("main"));
    assert_eq!(versions(&site, "mission", "biomeca").await, before, "a draft is no revision");
    let resumed = ada.get(kept.location()).await;
    let typed = pairs(&resumed);
    assert_eq!(half.map(|(name, _)| get(&typed, name)), half.map(|(_, text)| text));
    assert!(resumed.text("#garde").contains("Brouillon gardé"), "{}", resumed.text(".dock"));

    run(&site, "UPDATE draft SET updated = now() - interval '3 hours'").await;
    let form = ada.get(PATH).await;
    assert!(form.text(".band").contains("Vous avez un brouillon"), "{}", form.text("main .bands"));
    assert!(form.text(".band").contains("3 heures"), "{}", form.text("main .bands"));
    assert_ne!(get(&pairs(&form), "summary"), TYPED, "the form is that of the page until one takes the draft up");
    let saved = edit(&mut ada, &offered(&form), &[("title", "BioMéca"), ("begins", ""), ("client", "BioMéca")]).await;
    assert_eq!(
        (saved.status, saved.location()),
        (StatusCode::SEE_OTHER, "/missions/biomeca"),
        "{}",
        saved.text("main")
    );
    assert!(ada.get("/missions/biomeca").await.text("main").contains(TYPED));
    assert_eq!(drafts_of_all(&site).await, 0, "what is saved is no draft any more");
    assert!(!ada.get(PATH).await.text("main").contains("Vous avez un brouillon"));
}

#[tokio::test]
async fn a_draft_of_a_new_page_is_offered_where_one_makes_such_a_page() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let kept = press(&mut ada, "/edition/offres", &[("title", "Atelier")], "draft").await;
    assert!(kept.location().starts_with("/edition/offres?brouillon="), "{}", kept.location());
    assert!(!ada.get("/edition/missions").await.text("main").contains("Vous avez un brouillon"));
    let resume = offered(&ada.get("/edition/offres").await);
    assert_eq!(edit(&mut ada, &resume, &[]).await.location(), "/offres/atelier");
    assert_eq!(drafts_of_all(&site).await, 0);
}

#[tokio::test]
async fn while_one_types_it_is_kept_and_the_answer_says_when() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut tab = opened(&mut ada, PATH, "summary", "Un").await;
    let (status, answer) = typing(&mut ada, PATH, &tab).await;
    assert_eq!((status, &answer["kept"]), (StatusCode::OK, &true.into()));
    assert!(answer["said"].as_str().unwrap().starts_with("Brouillon gardé à "), "{answer}");
    set(&mut tab, "summary", TYPED);
    typing(&mut ada, PATH, &tab).await;
    assert_eq!(drafts_of_all(&site).await, 1, "a tab is one draft");
    let resume = offered(&ada.get(PATH).await);
    assert_eq!(get(&pairs(&ada.get(&resume).await), "summary"), TYPED);
    // taken up, and typed on: still one
    let further = opened(&mut ada, &resume, "summary", "Zyxomètre, suite").await;
    typing(&mut ada, PATH, &further).await;
    assert_eq!(drafts_of_all(&site).await, 1);
    let resume = offered(&ada.get(PATH).await);
    assert_eq!(get(&pairs(&ada.get(&resume).await), "summary"), "Zyxomètre, suite");
}

#[tokio::test]
async fn two_tabs_are_two_drafts_and_neither_overwrites_the_other() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let one = opened(&mut ada, PATH, "summary", "Premier onglet").await;
    let two = opened(&mut ada, PATH, "summary", "Second onglet").await;
    typing(&mut ada, PATH, &one).await;
    typing(&mut ada, PATH, &two).await;
    let form = ada.get(PATH).await;
    assert_eq!(form.attributes(".bands a[href*='brouillon=']", "href").len(), 2, "{}", form.text("main .bands"));
    // also where both take up the same
    sqlx::query("DELETE FROM draft WHERE id = $1::uuid")
        .bind(get(&two, "draft"))
        .execute(&site.store.pool)
        .await
        .unwrap();
    let resume = offered(&ada.get(PATH).await);
    let three = opened(&mut ada, &resume, "summary", "Troisième").await;
    let four = opened(&mut ada, &resume, "summary", "Quatrième").await;
    typing(&mut ada, PATH, &three).await;
    typing(&mut ada, PATH, &four).await;
    assert_eq!(drafts_of_all(&site).await, 2);
}

/// Case 9.
#[tokio::test]
async fn who_only_looked_has_no_draft_and_no_conflict_with_themselves() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, PATH, &[("summary", "La deuxième version")]).await;
    edit(&mut ada, PATH, &[("summary", "La troisième version")]).await;
    for path in [PATH, "/edition/offres"] {
        let looked = pairs(&ada.get(path).await);
        let (status, answer) = typing(&mut ada, path, &looked).await;
        assert_eq!(status, StatusCode::OK);
        assert!(answer["said"].as_str().unwrap().contains("rien à garder"), "{answer}");
        assert_eq!(press(&mut ada, path, &[], "draft").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(drafts_of_all(&site).await, 0);
    // typed, and taken back
    let mut tab = opened(&mut ada, PATH, "summary", "Non").await;
    typing(&mut ada, PATH, &tab).await;
    set(&mut tab, "summary", "La troisième version");
    typing(&mut ada, PATH, &tab).await;
    assert_eq!(drafts_of_all(&site).await, 0);
    // a draft that is left lying does not stand in the way
    let left = opened(&mut ada, PATH, "summary", TYPED).await;
    typing(&mut ada, PATH, &left).await;
    let restored = ada.post(&format!("{PATH}/historique"), &[("number", "2"), ("base", "3")]).await;
    assert_eq!(restored.status, StatusCode::SEE_OTHER);
    let saved = edit(&mut ada, PATH, &[("summary", "La cinquième version")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    assert!(ada.get("/missions/biomeca").await.text("main").contains("La cinquième version"));
}

/// Case 10: the page moves on while a draft lies there.
#[tokio::test]
async fn a_draft_goes_on_from_the_version_that_it_was_made_from() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let mut tab = opened(&mut ada, PATH, "summary", "Le résumé d’Ada").await;
    typing(&mut ada, PATH, &tab).await;
    edit(&mut bea, PATH, &[("needs", "Les besoins de Béa")]).await;
    set(&mut tab, "data", "Les données d’Ada");
    assert_eq!(typing(&mut ada, PATH, &tab).await.0, StatusCode::OK, "also of a page that has moved on");
    let form = ada.get(PATH).await;
    assert!(form.text(".band").contains("La page a changé depuis"), "{}", form.text("main .bands"));
    let resume = offered(&form);
    assert!(ada.get(&resume).await.text(".band").contains("La page a changé depuis ce brouillon"));
    let saved = edit(&mut ada, &resume, &[]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    let now = pairs(&ada.get(PATH).await);
    let all = ["summary", "data", "needs"].map(|name| get(&now, name));
    assert_eq!(all, ["Le résumé d’Ada", "Les données d’Ada", "Les besoins de Béa"]);
}

#[tokio::test]
async fn what_comes_after_the_save_of_the_same_form_is_not_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut tab = opened(&mut ada, PATH, "summary", "Enregistré").await;
    set(&mut tab, "do", "save");
    assert_eq!(post(&mut ada, PATH, &tab).await.status, StatusCode::SEE_OTHER);
    set(&mut tab, "summary", "Enregist");
    let (status, answer) = typing(&mut ada, PATH, &tab).await;
    assert_eq!((status, &answer["kept"], &answer["over"]), (StatusCode::OK, &false.into(), &true.into()));
    assert_eq!(drafts_of_all(&site).await, 0);
}

#[tokio::test]
async fn what_is_thrown_away_can_be_taken_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    press(&mut ada, PATH, &[("summary", TYPED)], "draft").await;
    let form = ada.get(PATH).await;
    let id = form.attributes(".bands input[name=draft]", "value").remove(0);
    let gone = ada.post("/edition/brouillons", &[("draft", &id), ("do", "drop"), ("here", "form")]).await;
    assert_eq!((gone.status, gone.location()), (StatusCode::SEE_OTHER, PATH));
    let undo = gone.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(undo.starts_with(&format!("annonce=flash-draft-dropped.{id}")), "{undo}");
    assert!(!ada.get(PATH).await.text("main").contains("Vous avez un brouillon"));
    assert_eq!(ada.get(&format!("{PATH}?brouillon={id}")).await.status, StatusCode::NOT_FOUND);
    let back = ada.post("/edition/brouillons/retour", &[("change", &id)]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    let resume = offered(&ada.get(PATH).await);
    assert_eq!(get(&pairs(&ada.get(&resume).await), "summary"), TYPED);
}

#[tokio::test]
async fn a_colleague_sees_who_has_a_draft_and_how_old_and_nothing_of_it() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    run(&site, "UPDATE account SET person_id = (SELECT document_id FROM slug WHERE slug = 'samy-melaine' AND kind = 'person') WHERE email = 'editor@portail.test'").await;
    let tab = opened(&mut ada, PATH, "summary", TYPED).await;
    typing(&mut ada, PATH, &tab).await;
    press(&mut ada, "/edition/offres", &[("title", "Offre secrète")], "draft").await;
    run(&site, "UPDATE draft SET updated = now() - interval '12 minutes 5 seconds'").await;
    for path in [PATH, "/edition"] {
        let page = bea.get(path).await;
        let text = page.text("main");
        assert!(text.contains("Samy Melaine") && text.contains("12 minutes"), "{path}: {text}");
        assert!(!page.html.contains(TYPED) && !page.html.contains("secrète"), "{path}");
    }
    let id = get(&tab, "draft");
    assert_eq!(bea.get(&format!("{PATH}?brouillon={id}")).await.status, StatusCode::NOT_FOUND);
    for verb in ["drop", "unplan"] {
        assert_eq!(bea.post("/edition/brouillons", &[("draft", id), ("do", verb)]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(bea.post("/edition/brouillons/retour", &[("change", id)]).await.status, StatusCode::NOT_FOUND);
    let mut hers = opened(&mut bea, PATH, "summary", "Le résumé de Béa").await;
    set(&mut hers, "draft", id);
    set(&mut hers, "resumed", id);
    assert_eq!(typing(&mut bea, PATH, &hers).await.1["kept"], false);
    set(&mut hers, "do", "save");
    assert_eq!(post(&mut bea, PATH, &hers).await.status, StatusCode::SEE_OTHER);
    let mine = ada.get(&format!("{PATH}?brouillon={id}")).await;
    assert_eq!(get(&pairs(&mine), "summary"), TYPED, "and it is still there as it was");
}

/// Cases 14 and 16: readers, search, activity, export and the clock of content know nothing of drafts.
#[tokio::test]
async fn nobody_but_its_editor_finds_a_draft_anywhere() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let clock = "SELECT number FROM generation";
    let before: i64 = sqlx::query_scalar(clock).fetch_one(&site.store.pool).await.unwrap();
    let article = "/edition/blog/participation-au-challenge-isic-2019";
    press(&mut ada, article, &[("summary", TYPED), ("title", TYPED)], "draft").await;
    press(&mut ada, "/edition/blog", &[("title", TYPED)], "draft").await;
    let id = pairs(&ada.get(article).await);
    let id = get(&id, "draft").to_owned();
    let after: i64 = sqlx::query_scalar(clock).fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(before, after, "no page is rendered again for a draft");
    let mut reader = site.signed_in(Role::Reader).await;
    for path in ["/", "/blog", "/blog/participation-au-challenge-isic-2019", "/activite", "/recherche?q=Zyxom%C3%A8tre"]
    {
        let (public, own) = (site.get(path).await, reader.get(path).await);
        assert_eq!((public.status, own.status), (StatusCode::OK, StatusCode::OK), "{path}");
        let found = public.text("main a").contains("Zyxomètre") || own.text("main a").contains("Zyxomètre");
        assert!(!found && !public.html.contains(TYPED) && !own.html.contains(TYPED), "{path}");
    }
    for role in [Role::Reader, Role::Recruiter] {
        let mut other = site.browser();
        let email = format!("autre-{}@portail.test", role.code());
        site.account(&email, role).await;
        other.sign_in(&email, crate::support::knock::PASSWORD).await;
        let resumed = other.get(&format!("{article}?brouillon={id}")).await;
        assert_eq!(resumed.status, StatusCode::FORBIDDEN);
        assert_eq!(
            other.post("/edition/brouillons", &[("draft", &id), ("do", "drop")]).await.status,
            StatusCode::FORBIDDEN
        );
    }
    let files = seed::files(&site.store).await.unwrap();
    assert!(files.iter().all(|(_, text)| !String::from_utf8_lossy(text).contains(TYPED)));
    // restored as it was: the draft is untouched, and not what is shown
    assert_eq!(drafts_of_all(&site).await, 2);
}

#[tokio::test]
async fn after_the_session_has_lapsed_nothing_says_that_it_is_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut tab = opened(&mut ada, PATH, "summary", TYPED).await;
    run(&site, "DELETE FROM session").await;
    set(&mut tab, "do", "background");
    let answer = post(&mut ada, PATH, &tab).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(!answer.html.starts_with('{'), "the script takes anything but its own answer for a failure");
    assert_eq!(drafts_of_all(&site).await, 0);
}

#[tokio::test]
async fn drafts_are_bounded_and_the_bound_is_said() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut tab = opened(&mut ada, PATH, "summary", &"e".repeat(600 * 1024)).await;
    let (status, answer) = typing(&mut ada, PATH, &tab).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer["said"].as_str().unwrap().contains("512 kilo-octets"), "{answer}");
    run(&site, "INSERT INTO draft (id, form, editor, base_version, pairs)
        SELECT gen_random_uuid(), '/edition/offres', id::text, 0, '[]' FROM account, generate_series(1, 50) WHERE email = 'editor@portail.test'").await;
    set(&mut tab, "summary", TYPED);
    let (status, answer) = typing(&mut ada, PATH, &tab).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer["said"].as_str().unwrap().contains("50 brouillons"), "{answer}");
    let asked = press(&mut ada, PATH, &[("summary", TYPED)], "draft").await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.text(".band.err").contains("50 brouillons"), "{}", asked.text("main .bands"));
    assert_eq!(get(&pairs(&asked), "summary"), TYPED);
}

#[tokio::test]
async fn what_cannot_be_saved_can_be_kept_and_comes_back_as_typed() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let texts = ["avec \u{0} un NUL", "\u{1}\u{7f}\u{fffe}", "</textarea><script>alert(1)</script>", "\n\nDeux lignes"];
    for text in texts {
        let kept = press(&mut ada, PATH, &[("needs", text), ("title", text)], "draft").await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{text:?}: {}", kept.text("main"));
        let back = pairs(&ada.get(kept.location()).await);
        // the parser of HTML puts another sign in the place of NUL
        assert_eq!(get(&back, "needs").replace('\u{fffd}', "\u{0}"), text, "{text:?}");
        assert_eq!(ada.get("/edition").await.status, StatusCode::OK);
    }
}

/// Case 17, of drafts.
#[tokio::test]
async fn drafts_of_an_account_that_is_gone_harm_nobody_and_are_nobody_elses() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    press(&mut ada, PATH, &[("summary", TYPED)], "draft").await;
    run(&site, "UPDATE account SET disabled = now() WHERE email = 'editor@portail.test'").await;
    assert!(!bea.get(PATH).await.text("main").contains("brouillon ouvert"));
    assert!(!bea.get("/edition").await.text("main").contains("editor@portail.test"));
    run(&site, "DELETE FROM account WHERE email = 'editor@portail.test'").await;
    for path in ["/edition", PATH, "/edition/missions/biomeca/historique"] {
        assert_eq!(bea.get(path).await.status, StatusCode::OK, "{path}");
    }
    let mut new = editor(&site).await;
    assert!(!new.get(PATH).await.text("main").contains("Vous avez un brouillon"), "the same address, another account");
}

#[tokio::test]
async fn old_drafts_are_swept_unless_they_were_kept_on_purpose() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    press(&mut ada, "/edition/offres", &[("title", "Exprès")], "draft").await;
    let tab = opened(&mut ada, PATH, "summary", TYPED).await;
    typing(&mut ada, PATH, &tab).await;
    assert_eq!(editing::drafts::sweep(&site.app).await.unwrap(), 0);
    run(&site, "UPDATE draft SET updated = now() - interval '61 days'").await;
    assert_eq!(editing::drafts::sweep(&site.app).await.unwrap(), 1);
    assert!(ada.get("/edition").await.text("#brouillons").contains("Exprès"));
}

#[tokio::test]
async fn what_was_typed_for_a_page_that_is_gone_meanwhile_can_still_be_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let path = "/edition/pratiques/point-technique";
    let mut tab = opened(&mut ada, path, "summary", TYPED).await;
    let (id, ..) =
        site.document(portail::history::Kind::named(portail::site::KINDS, "practice"), "point-technique").await;
    sqlx::query("UPDATE document SET removed = true WHERE id = $1").bind(id).execute(&site.store.pool).await.unwrap();
    assert_eq!(typing(&mut ada, path, &tab).await.0, StatusCode::OK);
    set(&mut tab, "do", "draft");
    assert_eq!(post(&mut ada, path, &tab).await.location(), "/edition");
    assert!(ada.get("/edition").await.text("#brouillons").contains("corbeille"));
}
