//! « Signaler une erreur »: what a reader says is wrong, and what becomes of it.

use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use portail::access::Role;
use portail::site::editing::EDITABLE;
use portail::site::parts::Link;

use crate::editing::edit;
use crate::support::{Page, Site, fold};

const PAGE: &str = "/missions/biomeca";
const FORM: &str = "/signaler?page=/missions/biomeca";
const TEXT: &str = "Le client n’est pas une start-up.";

fn once() -> String {
    uuid::Uuid::new_v4().to_string()
}

async fn open(site: &Site) -> i64 {
    site.ask("SELECT count(*) FROM correction WHERE state = 'open'").await
}

/// Posts as somebody without a session, from an address.
async fn from(site: &Site, address: &str, pairs: &[(&str, &str)]) -> Page {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let mut request = Request::post("/signaler")
        .header(header::HOST, "portail.test")
        .header(header::ORIGIN, "http://portail.test")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address.parse::<IpAddr>().unwrap(), 4000)));
    site.send(request).await
}

#[tokio::test]
async fn every_page_of_a_document_leads_to_the_form_and_says_when_it_changed() {
    let site = Site::open().await;
    for path in [PAGE, "/equipe/samy-melaine", "/organigramme/postes/cto", "/entreprise", "/choix-techniques/python"] {
        let page = site.get(path).await;
        assert_eq!(page.attributes(".foot .this > a", "href"), [format!("/signaler?page={path}")], "{path}");
        assert!(page.text(".foot .this").contains("Page modifiée : aujourd’hui"), "{}", page.text(".foot .this"));
        let form = site.get(&format!("/signaler?page={path}")).await;
        assert_eq!(form.status, StatusCode::OK, "{path}");
        assert_eq!(form.attributes("[name=page]", "value"), [path]);
    }
    for path in ["/missions", "/choix-techniques", "/organigramme", "/"] {
        let page = site.get(path).await;
        assert_eq!(page.attributes(".foot .this > a", "href"), [format!("/signaler?page={path}")], "{path}");
        assert!(!page.text(".foot .this").contains("modifiée"), "{path} is no document");
    }
    for path in ["/recherche?q=python", "/connexion", "/missions/nowhere", "/activite"] {
        assert_eq!(site.get(path).await.select(".foot .this").len(), 0, "{path}");
    }
}

/// Whatever has a page is found by its address, and its form by the same name as everywhere else.
#[tokio::test]
async fn every_document_is_known_by_the_address_of_its_page() {
    let site = Site::open().await;
    let all: Vec<(String, String, bool)> =
        sqlx::query_as("SELECT d.kind, s.slug, true FROM document d JOIN slug s ON s.document_id = d.id AND s.current")
            .fetch_all(&site.store.pool)
            .await
            .unwrap();
    for (kind, slug, _) in all {
        let link = Link { kind: kind.clone(), slug: slug.clone(), title: String::new() };
        let editable = EDITABLE.iter().find(|editable| editable.kind.name == kind).unwrap();
        assert_eq!(link.form(), format!("/edition{}/{slug}", editable.address));
        let href = link.href().unwrap();
        if !href.contains('#') {
            let found: bool = sqlx::query_scalar(
                "SELECT EXISTS (SELECT FROM slug WHERE document_id = document_at($1) AND kind = $2 AND slug = $3)",
            )
            .bind(&href)
            .bind(&kind)
            .bind(&slug)
            .fetch_one(&site.store.pool)
            .await
            .unwrap();
            assert!(found, "{href}");
        }
    }
}

#[tokio::test]
async fn a_report_thanks_on_its_page_and_only_editors_see_it_there() {
    let site = Site::open().await;
    let mut reader = site.visitor();
    let sent = reader.post("/signaler", &[("page", PAGE), ("text", TEXT), ("once", &once())]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, PAGE), "{}", sent.text("main"));
    let thanks = reader.get(PAGE).await;
    assert!(thanks.text(".band").contains("Merci"), "{}", thanks.text(".bands"));
    let again = reader.get(PAGE).await;
    assert!(
        !again.text("main").contains("Merci") && !again.text("main").contains("start-up."),
        "{}",
        again.text("main")
    );
    for (role, sees) in
        [(Role::Reader, false), (Role::Recruiter, false), (Role::Editor, true), (Role::Administrator, true)]
    {
        let page = site.signed_in(role).await.get(PAGE).await;
        assert_eq!(page.text(".bands").contains(&fold(TEXT)), sees, "{role:?}");
    }
    let elsewhere = site.get_as(&site.sign_in(Role::Editor).await, "/missions/fongecif").await;
    assert!(!elsewhere.text("main").contains("start-up."), "it stands on its own page only");
}

#[tokio::test]
async fn the_clock_advances_so_that_no_kept_page_is_stale() {
    let site = Site::open().await;
    let before: i64 = site.ask("SELECT number FROM generation").await;
    site.visitor().post("/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    let reported: i64 = site.ask("SELECT number FROM generation").await;
    let mut editor = site.signed_in(Role::Editor).await;
    let id: uuid::Uuid = site.ask("SELECT id FROM correction").await;
    editor.post(&format!("/edition/corrections/{id}"), &[("do", "declined")]).await;
    let closed: i64 = site.ask("SELECT number FROM generation").await;
    assert_eq!((reported - before, closed - reported), (1, 1));
}

#[tokio::test]
async fn the_same_form_twice_is_one_report_and_another_text_is_another() {
    let site = Site::open().await;
    let (mut reader, once) = (site.visitor(), once());
    for text in [TEXT, TEXT, "Et le nom est faux."] {
        let sent = reader.post("/signaler", &[("page", PAGE), ("text", text), ("once", &once)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(open(&site).await, 2);
}

#[tokio::test]
async fn bad_reports_come_back_as_they_were_typed() {
    let site = Site::open().await;
    let mut reader = site.visitor();
    let long = "é".repeat(501);
    for (text, said) in [
        ("", "Écrivez"),
        ("  \r\n ", "Écrivez"),
        ("a\0b", "caractère invisible"),
        ("a\u{7}b", "caractère invisible"),
        (&long, "500 signes"),
    ] {
        let page =
            reader.post("/signaler", &[("page", PAGE), ("text", text), ("name", "Ada <b>"), ("email", "ada")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text("#text-error").contains(said), "{text:?}: {}", page.text("#text-error"));
        assert!(page.select("[name=text]")[0] == fold(&text.replace('\0', "\u{fffd}")), "{text:?}");
        assert_eq!(page.attributes("[name=name]", "value"), ["Ada <b>"]);
        assert!(!page.text("#email-error").is_empty());
    }
    assert_eq!(open(&site).await, 0);
    let just = "é".repeat(500);
    assert_eq!(reader.post("/signaler", &[("page", PAGE), ("text", &just)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_report_is_about_a_page_of_this_portal_and_nothing_else() {
    let site = Site::open().await;
    let mut reader = site.visitor();
    for page in [
        "//evil.example",
        "https://evil.example/",
        "/missions/nowhere",
        "/edition",
        "/compte",
        "/recherche",
        "missions",
        "/missions/biomeca\r\nX: y",
    ] {
        let sent = reader.post("/signaler", &[("page", page), ("text", TEXT)]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{page:?}");
        let encoded: String = form_urlencoded::byte_serialize(page.as_bytes()).collect();
        assert_eq!(reader.get(&format!("/signaler?page={encoded}")).await.status, StatusCode::NOT_FOUND, "{page:?}");
    }
    let query = reader.post("/signaler", &[("page", "/missions/biomeca?x=1"), ("text", TEXT)]).await;
    assert_eq!(query.location(), PAGE);
    assert_eq!(reader.get("/signaler").await.status, StatusCode::OK, "without a page: the portal as a whole");
}

#[tokio::test]
async fn nobody_is_limited_per_address_and_an_account_wherever_it_is() {
    let site = Site::open().await;
    for n in 0..5 {
        let sent = from(&site, "203.0.113.7", &[("page", PAGE), ("text", &format!("Faute {n}"))]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{n}");
    }
    let refused = from(&site, "203.0.113.7", &[("page", PAGE), ("text", "La sixième"), ("name", "Ada")]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let seconds: u32 = refused.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=3600).contains(&seconds), "{seconds}");
    assert!(refused.text(".band").contains("minutes"), "{}", refused.text(".band"));
    assert_eq!(
        (refused.select("[name=text]")[0].as_str(), refused.attributes("[name=name]", "value")[0].as_str()),
        ("La sixième", "Ada")
    );
    assert_eq!(
        from(&site, "203.0.113.8", &[("page", PAGE), ("text", "D’ailleurs")]).await.status,
        StatusCode::SEE_OTHER
    );
    let reader = site.sign_in(Role::Reader).await;
    for n in 0..21 {
        let sent = site.post_as(&reader, "/signaler", &[("page", PAGE), ("text", &format!("Faute {n}"))]).await;
        let wanted = if n < 20 { StatusCode::SEE_OTHER } else { StatusCode::TOO_MANY_REQUESTS };
        assert_eq!(sent.status, wanted, "{n}");
    }
}

#[tokio::test]
async fn only_readers_report_and_a_lapsed_session_keeps_what_was_typed() {
    let site = Site::members().await;
    assert_eq!(site.get(FORM).await.status, StatusCode::SEE_OTHER, "nobody is asked to sign in");
    let kept = site.visitor().post("/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    assert_eq!(kept.status, StatusCode::UNAUTHORIZED);
    assert!(
        kept.attributes("form input, form textarea", "name").iter().any(|name| name == "garde.text"),
        "{}",
        kept.html
    );
    let reader = site.sign_in(Role::Reader).await;
    assert_eq!(site.get_as(&reader, FORM).await.select("[name=email]").len(), 0, "the account says who it is");
    let forged = site.post_as(&reader, "/signaler", &[("page", PAGE), ("text", TEXT), ("email", "x@exemple.fr")]).await;
    assert_eq!(forged.status, StatusCode::SEE_OTHER);
    let email: String = site.ask("SELECT email FROM correction").await;
    assert_eq!(email, "");
}

#[tokio::test]
async fn an_editor_closes_it_with_a_word_which_the_reader_finds_and_opens_it_again() {
    let site = Site::open().await;
    let reader = site.sign_in(Role::Reader).await;
    site.post_as(&reader, "/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    let account = site.get_as(&reader, "/compte").await;
    assert!(account.text("#signalements").contains("Ouvert"), "{}", account.text("#signalements"));
    let mut editor = site.signed_in(Role::Editor).await;
    let list = editor.get("/edition/corrections").await;
    assert!(
        list.text(".feed").contains(&fold(TEXT)) && list.text(".feed").contains(&reader.email),
        "{}",
        list.text("main")
    );
    assert_eq!(list.attributes(".feed .acts a", "href"), ["/edition/missions/biomeca"]);
    let at = list.attributes(".feed details form", "action")[0].clone();
    let closed = editor
        .post(&at, &[("do", "corrected"), ("word", "C’est une structure & plus."), ("retour", "/edition/corrections")])
        .await;
    assert_eq!((closed.status, closed.location()), (StatusCode::SEE_OTHER, "/edition/corrections"));
    assert!(!editor.get(PAGE).await.text("main").contains("start-up."), "it is gone from the page");
    let account = site.get_as(&reader, "/compte").await;
    let told = account.text("#signalements");
    assert!(told.contains("Corrigé") && told.contains("structure & plus."), "{told}");
    assert!(!told.contains("editor@portail.test"), "and not who answered");
    let page = editor.get("/edition/corrections?etat=clos").await;
    assert!(page.text(".feed").contains("editor@portail.test"), "{}", page.text(".feed"));
    let opened = editor.post(&at, &[("do", "reopen")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
    assert_eq!(open(&site).await, 1);
    assert!(editor.get(&at).await.text("main").contains("structure & plus."), "the answer stays with it");
}

#[tokio::test]
async fn closing_is_announced_with_its_undo() {
    let site = Site::open().await;
    site.visitor().post("/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    let account = site.account_of(Role::Editor).await;
    let mut editor = site.entered(account, portail::access::Way::Passkey).await;
    let id: uuid::Uuid = site.ask("SELECT id FROM correction").await;
    let at = format!("/edition/corrections/{id}");
    editor.post(&at, &[("do", "declined")]).await;
    let list = editor.get("/edition/corrections").await;
    assert!(list.text(".band").contains("clos"), "{}", list.text(".bands"));
    assert_eq!(list.attributes(".band form", "action"), [at.as_str()]);
    let undo = (
        list.attributes(".band form input", "name")[0].clone(),
        list.attributes(".band form input", "value")[0].clone(),
    );
    editor.post(&at, &[(&undo.0, &undo.1)]).await;
    assert_eq!(open(&site).await, 1);
}

#[tokio::test]
async fn two_editors_who_close_the_same_do_not_overwrite_each_other() {
    let site = Site::open().await;
    site.visitor().post("/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    let id: uuid::Uuid = site.ask("SELECT id FROM correction").await;
    let at = format!("/edition/corrections/{id}");
    let (ada, bea) = (site.sign_in(Role::Editor).await, site.sign_in(Role::Editor).await);
    site.post_as(&ada, &at, &[("do", "corrected"), ("word", "Fait par Ada")]).await;
    let late = site.post_as(&bea, &at, &[("do", "declined"), ("word", "Le mot de Béa")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text(".feed").contains("Fait par Ada"), "{}", late.text("main"));
    assert_eq!(late.select("[name=word]"), ["Le mot de Béa"], "nothing typed is lost");
    let word: String = site.ask("SELECT word FROM correction").await;
    assert_eq!(word, "Fait par Ada");
    let long = site.post_as(&bea, &at, &[("do", "declined"), ("word", &"x".repeat(501))]).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text("#word-error").contains("500"), "{}", long.text("main"));
}

#[tokio::test]
async fn the_list_is_for_editors_and_odd_addresses_of_it_are_refused() {
    let site = Site::open().await;
    site.visitor().post("/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    let id: uuid::Uuid = site.ask("SELECT id FROM correction").await;
    for role in [Role::Reader, Role::Recruiter] {
        let cookie = site.sign_in(role).await;
        for path in ["/edition/corrections", &format!("/edition/corrections/{id}")] {
            assert_eq!(site.get_as(&cookie, path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let refused = site.post_as(&cookie, &format!("/edition/corrections/{id}"), &[("do", "declined")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    let editor = site.sign_in(Role::Editor).await;
    for (query, status) in
        [("", 200), ("?etat=clos", 200), ("?etat=tous", 200), ("?etat=x", 400), ("?page=0", 400), ("?page=9", 404)]
    {
        let page = site.get_as(&editor, &format!("/edition/corrections{query}")).await;
        assert_eq!(page.status.as_u16(), status, "{query}");
    }
    assert_eq!(
        site.post_as(&editor, &format!("/edition/corrections/{id}"), &[("do", "x")]).await.status,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(open(&site).await, 1);
}

#[tokio::test]
async fn a_report_follows_its_page_through_a_new_name_and_outlives_it() {
    let site = Site::open().await;
    let reader = site.sign_in(Role::Reader).await;
    site.post_as(&reader, "/signaler", &[("page", "/offres/expertise"), ("text", TEXT)]).await;
    let mut editor = site.signed_in(Role::Editor).await;
    let renamed =
        edit(&mut editor, "/edition/offres/expertise", &[("slug", "expertise-longue"), ("title", "Expertise longue")])
            .await;
    assert_eq!(renamed.status, StatusCode::SEE_OTHER, "{}", renamed.text(".errors"));
    let account = site.get_as(&reader, "/compte").await;
    assert_eq!(account.attributes("#signalements a", "href"), ["/offres/expertise-longue"]);
    assert!(account.text("#signalements").contains("Expertise longue"));
    let former =
        site.visitor().post("/signaler", &[("page", "/offres/expertise"), ("text", "Par l’ancienne adresse")]).await;
    assert_eq!(former.location(), "/offres/expertise-longue");
    let asked = editor.get("/edition/offres/expertise-longue/retrait").await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    editor.post("/edition/offres/expertise-longue/retrait", &[("base", &base)]).await;
    assert_eq!(site.get("/offres/expertise-longue").await.status, StatusCode::GONE);
    let account = site.get_as(&reader, "/compte").await;
    assert!(
        account.text("#signalements").contains(&fold(TEXT)) && account.text("#signalements").contains("Page retirée")
    );
    assert_eq!(account.select("#signalements a").len(), 0);
    let list = editor.get("/edition/corrections").await;
    assert!(list.text(".feed").contains("Expertise longue (retirée)"), "{}", list.text(".feed"));
    assert_eq!(site.get("/signaler?page=/offres/expertise-longue").await.status, StatusCode::NOT_FOUND);
    let late = site.visitor().post("/signaler", &[("page", "/offres/expertise-longue"), ("text", "Trop tard ?")]).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, "/"), "what was typed is not lost");
}

/// Case 17, for what readers write.
#[tokio::test]
async fn an_account_that_is_no_more_leaves_its_reports() {
    let site = Site::open().await;
    let reader = site.sign_in(Role::Reader).await;
    site.post_as(&reader, "/signaler", &[("page", PAGE), ("text", TEXT)]).await;
    sqlx::query("DELETE FROM account WHERE id = $1").bind(reader.account).execute(&site.store.pool).await.unwrap();
    let list = site.get_as(&site.sign_in(Role::Editor).await, "/edition/corrections").await;
    assert!(list.text(".feed").contains("compte supprimé"), "{}", list.text(".feed"));
    let same = site.sign_in_as(&reader.email, Role::Reader, portail::access::Way::Passkey).await;
    assert_eq!(site.get_as(&same, "/compte").await.select("#signalements").len(), 0, "a new account inherits nothing");
}

#[tokio::test]
async fn many_reports_come_in_pages() {
    let site = Site::open().await;
    sqlx::query("INSERT INTO correction (id, once, page, text) SELECT gen_random_uuid(), gen_random_uuid(), '/missions', 'Faute ' || n FROM generate_series(1, 31) n")
        .execute(&site.store.pool).await.unwrap();
    let editor = site.sign_in(Role::Editor).await;
    let first = site.get_as(&editor, "/edition/corrections").await;
    assert_eq!(first.select(".feed > li").len(), 30);
    assert!(first.text(".tabs [aria-current]").contains("31"));
    assert_eq!(site.get_as(&editor, "/edition/corrections?page=2").await.select(".feed > li").len(), 1);
    let page = site.get_as(&editor, "/missions").await;
    assert!(
        page.select(".bands .band").len() == 3 && page.text(".bands").contains("28 autres"),
        "{}",
        page.text(".bands")
    );
}
