//! Articles that are published at a time.

use axum::http::StatusCode;
use portail::access::Role;
use portail::app::{App, Clock};
use portail::site::editing::publish_due;
use time::OffsetDateTime;
use time::macros::datetime;

use super::{bea, drafts_of_all, edit, editor, get, pairs, post, press, set, versions};
use crate::support::knock::Browser;
use crate::support::{Page, Site, config};

const NEW: &str = "/edition/blog";
const SLUG: &str = "participation-au-challenge-isic-2019";
const PATH: &str = "/edition/blog/participation-au-challenge-isic-2019";
/// It is noon of 25 November 2026 in UTC; this is 8:00 there and then.
const MOMENT: [(&str, &str); 2] = [("publish_day", "1er décembre 2026"), ("publish_time", "9 h")];
const BEFORE: OffsetDateTime = datetime!(2026-12-01 07:59:59 UTC);
const AFTER: OffsetDateTime = datetime!(2026-12-01 08:00:00 UTC);

/// Another instance, at another time.
fn at(site: &Site, moment: OffsetDateTime) -> App {
    let app = App::new(site.store.clone(), config(), Clock::Fixed(moment));
    app.set_ready();
    app
}

async fn plan(browser: &mut Browser<'_>, path: &str, changes: &[(&str, &str)]) -> Page {
    press(browser, path, &[changes, &MOMENT[..]].concat(), "schedule").await
}

async fn planned(browser: &mut Browser<'_>, path: &str, changes: &[(&str, &str)]) {
    let answer = plan(browser, path, changes).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/edition"), "{}", answer.text("main"));
}

async fn state(site: &Site) -> Option<String> {
    sqlx::query_scalar("SELECT failed FROM draft").fetch_one(&site.store.pool).await.unwrap()
}

#[tokio::test]
async fn a_new_article_appears_at_its_time_and_is_nowhere_before() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    planned(&mut ada, NEW, &[("title", "Zyxomètre"), ("body", "Le corps.")]).await;
    let home = ada.get("/edition").await.text("#brouillons");
    assert!(home.contains("paraîtra : 1er décembre 2026 à 9 h 00") && home.contains("prêt"), "{home}");
    assert_eq!(publish_due(&at(&site, BEFORE)).await.unwrap(), 0);
    for path in ["/blog", "/activite", "/recherche?q=zyxom%C3%A8tre"] {
        assert!(!site.get(path).await.text("main a").contains("Zyxomètre"), "{path}");
    }
    assert_eq!(site.get("/blog/zyxometre").await.status, StatusCode::NOT_FOUND);
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 1);
    let page = site.get("/blog/zyxometre").await.text("main");
    assert!(page.contains("Le corps.") && page.contains("1er décembre 2026"), "{page}");
    let form = pairs(&ada.get("/edition/blog/zyxometre").await);
    assert_eq!((get(&form, "state"), get(&form, "published")), ("published", "1er\u{a0}décembre 2026"));
    let history = ada.get("/edition/blog/zyxometre/historique").await.text("table");
    assert!(history.contains("editor@portail.test"), "in the name of who planned it: {history}");
    assert_eq!(drafts_of_all(&site).await, 0);
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 0, "once");
}

#[tokio::test]
async fn what_changes_an_article_at_a_time_is_merged_with_what_came_before() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    planned(&mut ada, PATH, &[("aim", "Le but d’Ada")]).await;
    assert!(bea.get(PATH).await.text(".band").contains("a prévu une publication"));
    edit(&mut bea, PATH, &[("audience", "Le public de Béa")]).await;
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 1);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "aim"), get(&form, "audience")), ("Le but d’Ada", "Le public de Béa"));
}

#[tokio::test]
async fn a_moment_is_understood_or_refused_beside_its_field() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let wrong = [
        ("publish_day", "décembre 2026", "ce n’est pas un jour"),
        ("publish_day", "", "demandé"),
        ("publish_day", "25/11/2026", "déjà passé"),
        ("publish_day", "2099-01-01", "cinq ans"),
        ("publish_time", "midi", "ce n’est pas une heure"),
        ("publish_time", "", "demandé"),
    ];
    for (field, text, said) in wrong {
        let changes = [&[("title", "Essai")][..], &MOMENT, &[(field, text)]].concat();
        let page = press(&mut ada, NEW, &changes, "schedule").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        let error = page.text(&format!("#{field}-error"));
        assert!(error.contains(said), "{text}: {error}");
        assert_eq!(page.attributes("[autofocus]", "name"), [field]);
        assert_eq!(get(&pairs(&page), field), text);
    }
    let page = plan(&mut ada, NEW, &[("title", ""), ("technology", "Rien de tel")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".errors").contains("Rien de tel"), "it is checked when it is planned: {}", page.text(".errors"));
    assert!(page.text("#publish_day-error").is_empty());
    assert!(
        page.text("#part-publication").contains("1er décembre 2026 à 9 h 00"),
        "{}",
        page.text("#part-publication")
    );
    let taken = plan(&mut ada, NEW, &[("title", "Essai"), ("slug", SLUG)]).await;
    assert!(taken.text("#slug-error").contains("autre fiche"), "{}", taken.text(".errors"));
    assert_eq!(drafts_of_all(&site).await, 0);
    assert!(ada.get("/edition/missions").await.select("#part-publication").is_empty(), "articles only");
}

/// In the spring night without that hour, and in a zone of the portal's.
#[tokio::test]
async fn an_hour_that_the_clock_skips_is_shown_back_as_it_is_understood() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let changes = [("title", "Nuit"), ("publish_day", "28 mars 2027"), ("publish_time", "2 h 30")];
    press(&mut ada, NEW, &changes, "schedule").await;
    let home = ada.get("/edition").await.text("#brouillons");
    assert!(home.contains("28 mars 2027 à 3 h 30") || home.contains("28 mars 2027 à 03 h 30"), "{home}");
}

#[tokio::test]
async fn two_instances_publish_once() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    planned(&mut ada, NEW, &[("title", "Une seule fois")]).await;
    let (one, two) = (at(&site, AFTER), at(&site, AFTER));
    let (first, second) = tokio::join!(publish_due(&one), publish_due(&two));
    assert_eq!(first.unwrap() + second.unwrap(), 1);
    assert_eq!(versions(&site, "article", "une-seule-fois").await, 1);
}

#[tokio::test]
async fn who_may_edit_no_more_publishes_no_more_and_colleagues_see_why() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    planned(&mut ada, NEW, &[("title", "Sans rôle")]).await;
    sqlx::query("UPDATE account SET role = 'reader' WHERE email = 'editor@portail.test'")
        .execute(&site.store.pool)
        .await
        .unwrap();
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 1);
    assert_eq!(state(&site).await.as_deref(), Some("role"));
    assert_eq!(site.get("/blog/sans-role").await.status, StatusCode::NOT_FOUND);
    let theirs = bea.get("/edition").await.text("#collegues");
    assert!(theirs.contains("ne peut plus changer le contenu") && !theirs.contains("Sans rôle"), "{theirs}");
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 0, "it is not tried for ever");
}

#[tokio::test]
async fn what_cannot_be_published_stays_a_draft_with_the_reason() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    planned(&mut ada, PATH, &[("aim", "Le but d’Ada")]).await;
    edit(&mut bea, PATH, &[("aim", "Le but de Béa")]).await;
    publish_due(&at(&site, AFTER)).await.unwrap();
    assert_eq!(state(&site).await.as_deref(), Some("clash"));
    let form = pairs(&bea.get(PATH).await);
    assert_eq!((get(&form, "aim"), get(&form, "state")), ("Le but de Béa", "written"), "nothing is overwritten");
    let home = ada.get("/edition").await;
    let text = home.text("#brouillons");
    assert!(text.contains("n’a pas pu être publié") && text.contains("changée entre-temps"), "{text}");
    // taken up, one chooses as always
    let resume = home.attributes("#brouillons th a", "href").remove(0);
    assert!(ada.get(&resume).await.text(".band.err").contains("n’a pas pu être publié"));
    assert_eq!(edit(&mut ada, &resume, &[]).await.status, StatusCode::CONFLICT);

    // an address that somebody else has taken since
    sqlx::query("DELETE FROM draft").execute(&site.store.pool).await.unwrap();
    planned(&mut ada, NEW, &[("title", "Prise"), ("slug", "prise")]).await;
    edit(&mut bea, NEW, &[("title", "Autre"), ("slug", "prise")]).await;
    publish_due(&at(&site, AFTER)).await.unwrap();
    assert_eq!(state(&site).await.as_deref(), Some("check"));
    assert_eq!(versions(&site, "article", "prise").await, 1);
}

#[tokio::test]
async fn of_an_article_in_the_trash_nothing_is_published() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, NEW, &[("title", "Jetable")]).await;
    planned(&mut ada, "/edition/blog/jetable", &[("aim", "Trop tard")]).await;
    let removed = ada.post("/edition/blog/jetable/retrait", &[("base", "1")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER, "{}", removed.text("main"));
    publish_due(&at(&site, AFTER)).await.unwrap();
    assert_eq!(state(&site).await.as_deref(), Some("removed"));
}

#[tokio::test]
async fn a_plan_is_changed_and_taken_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    planned(&mut ada, NEW, &[("title", "Changeant")]).await;
    let home = ada.get("/edition").await;
    let resume = home.attributes("#brouillons th a", "href").remove(0);
    let form = pairs(&ada.get(&resume).await);
    assert_eq!(MOMENT.map(|(name, _)| get(&form, name)), MOMENT.map(|(_, text)| text));
    let later = press(&mut ada, &resume, &[("publish_time", "17 h 30")], "schedule").await;
    assert_eq!(later.status, StatusCode::SEE_OTHER, "{}", later.text("main"));
    assert_eq!(drafts_of_all(&site).await, 1);
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 0);
    let home = ada.get("/edition").await;
    assert!(home.text("#brouillons").contains("17 h 30"));
    let id = home.attributes("#brouillons input[name=draft]", "value").remove(0);
    let undone = ada.post("/edition/brouillons", &[("draft", &id), ("do", "unplan")]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert_eq!(publish_due(&at(&site, datetime!(2026-12-02 0:00 UTC))).await.unwrap(), 0);
    assert!(ada.get("/edition").await.text("#brouillons").contains("Changeant"), "it is a draft again");
    // thrown away, and taken back when its time has passed: it does not appear by surprise
    let resume = resume_of(&mut ada).await;
    planned(&mut ada, &resume, &[]).await;
    let id = ada.get("/edition").await.attributes("#brouillons input[name=draft]", "value").remove(0);
    ada.post("/edition/brouillons", &[("draft", &id), ("do", "drop")]).await;
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 0, "what is thrown away is not published");
}

async fn resume_of(browser: &mut Browser<'_>) -> String {
    browser.get("/edition").await.attributes("#brouillons th a", "href").remove(0)
}

#[tokio::test]
async fn what_is_typed_after_planning_changes_nothing_of_what_will_appear() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    planned(&mut ada, NEW, &[("title", "Posé"), ("aim", "Vérifié")]).await;
    let resume = resume_of(&mut ada).await;
    let mut tab = pairs(&ada.get(&resume).await);
    set(&mut tab, "aim", "Une phrase à moitié");
    set(&mut tab, "do", "background");
    assert!(post(&mut ada, NEW, &tab).await.html.contains(r#""kept":true"#));
    // also from the tab that planned it
    let id = resume.rsplit('=').next().unwrap().to_owned();
    set(&mut tab, "draft", &id);
    assert!(post(&mut ada, NEW, &tab).await.html.contains(r#""kept":false"#));
    publish_due(&at(&site, AFTER)).await.unwrap();
    assert_eq!(get(&pairs(&ada.get("/edition/blog/pose").await), "aim"), "Vérifié");
    // kept as a draft on purpose, it will not appear
    let mut other = editor_named(&site, "eve@portail.test").await;
    planned(&mut other, NEW, &[("title", "Repris")]).await;
    let resume = resume_of(&mut other).await;
    press(&mut other, &resume, &[("aim", "Pas encore")], "draft").await;
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 0);
}

async fn editor_named<'s>(site: &'s Site, email: &str) -> Browser<'s> {
    site.account(email, Role::Editor).await;
    let mut browser = site.browser();
    browser.sign_in(email, crate::support::knock::PASSWORD).await;
    browser
}

#[tokio::test]
async fn two_who_changed_the_same_choose_before_it_is_planned() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let mut tab = pairs(&ada.get(PATH).await);
    edit(&mut bea, PATH, &[("aim", "Le but de Béa")]).await;
    for (name, text) in [("aim", "Le but d’Ada"), MOMENT[0], MOMENT[1], ("do", "schedule")] {
        set(&mut tab, name, text);
    }
    let clash = post(&mut ada, PATH, &tab).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.aim", "mine");
    set(&mut chosen, "do", &clash.attributes(".dock button", "value")[0]);
    let answer = post(&mut ada, PATH, &chosen).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/edition"), "{}", answer.text("main"));
    assert_eq!(get(&pairs(&bea.get(PATH).await), "aim"), "Le but de Béa", "until its time");
    publish_due(&at(&site, AFTER)).await.unwrap();
    assert_eq!(get(&pairs(&bea.get(PATH).await), "aim"), "Le but d’Ada");
}

#[tokio::test]
async fn whoever_takes_a_page_away_is_told_what_is_planned_and_no_dead_link_is_published() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    planned(&mut ada, NEW, &[("title", "Zyxomètre"), ("body", "Voir [5i](/evenements/5i).")]).await;
    planned(&mut ada, PATH, &[("aim", "Le but d’Ada")]).await;
    let asked = bea.get("/edition/evenements/5i/retrait").await;
    let said = asked.text("#prevu");
    assert!(said.contains("Zyxomètre") && said.contains("par un lien") && !said.contains("ISIC"), "{said}");
    assert!(!asked.text("main").contains("ne touche rien"), "{}", asked.text("main"));
    let own = bea.get(&format!("{PATH}/retrait")).await.text("#prevu");
    assert!(own.contains("1er décembre 2026") && !own.contains("par un lien"), "{own}");
    let form: Vec<_> = asked
        .attributes("form.sec input", "name")
        .into_iter()
        .zip(asked.attributes("form.sec input", "value"))
        .collect();
    assert_eq!(post(&mut bea, "/edition/evenements/5i/retrait", &form).await.status, StatusCode::SEE_OTHER);
    publish_due(&at(&site, AFTER)).await.unwrap();
    assert_eq!(site.get("/blog/zyxometre").await.status, StatusCode::NOT_FOUND);
    let home = ada.get("/edition").await.text("#brouillons");
    assert!(home.contains("n’a pas pu être publié"), "{home}");
    let resumed = ada.get("/edition").await.attributes("#brouillons a[href*='/edition/blog?brouillon=']", "href");
    let refused = press(&mut ada, &resumed[0], &[], "save").await;
    assert!(refused.text("#body-error").contains("/evenements/5i"), "{}", refused.text(".errors"));
}

/// Whom a planned text names is settled when it is planned.
#[tokio::test]
async fn whoever_takes_the_name_of_an_author_meanwhile_is_not_the_author() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    planned(&mut ada, NEW, &[("title", "Zyxomètre"), ("body", "Le corps."), ("author", "Robin Camarasa")]).await;
    edit(&mut ada, "/edition/equipe/robin-camarasa", &[("name", "Robin C.")]).await;
    let namesake = edit(&mut ada, "/edition/equipe", &[("name", "Robin Camarasa")]).await;
    assert_eq!(namesake.status, StatusCode::SEE_OTHER, "{}", namesake.text(".errors"));
    assert_eq!(publish_due(&at(&site, AFTER)).await.unwrap(), 1);
    assert_eq!(authors_of(&site).await, ["robin-camarasa"]);
}

async fn authors_of(site: &Site) -> Vec<String> {
    let authors = "SELECT s.slug FROM article a JOIN slug s ON s.document_id = a.author_id AND s.current WHERE a.title = 'Zyxomètre'";
    sqlx::query_scalar(authors).fetch_all(&site.store.pool).await.unwrap()
}
