//! Passkeys, with a device of software.

use axum::http::StatusCode;
use portail::access::{Role, Way};
use serde_json::{Value, json};
use webauthn_authenticator_rs::WebauthnAuthenticator;
use webauthn_authenticator_rs::prelude::Url;
use webauthn_authenticator_rs::softpasskey::SoftPasskey;

use crate::support::{Page, Site, Visitor};

/// A device that keeps one key, and whose it is.
struct Device {
    soft: SoftPasskey,
    origin: Url,
    key: Value,
    user: Value,
}

impl Device {
    fn new() -> Self {
        let origin = Url::parse("http://localhost:3000").unwrap();
        Self { soft: SoftPasskey::new(true), origin, key: Value::Null, user: Value::Null }
    }

    /// The answer to the portal's question for a new key, as our script sends it.
    fn make(&mut self, question: &Page) -> String {
        let question: Value = serde_json::from_str(&question.html).unwrap();
        self.user = question["publicKey"]["user"]["id"].clone();
        let question = serde_json::from_value(question).unwrap();
        let made = serde_json::to_value(self.soft.do_registration(self.origin.clone(), question).unwrap()).unwrap();
        self.key = made["id"].clone();
        made.to_string()
    }

    /// The answer to the portal's question who it is.
    fn sign(&mut self, question: &Page) -> String {
        let mut question: Value = serde_json::from_str(&question.html).unwrap();
        // a real device finds its key by itself
        question["publicKey"]["allowCredentials"] = json!([{ "type": "public-key", "id": self.key }]);
        let question = serde_json::from_value(question).unwrap();
        let signed = self.soft.do_authentication(self.origin.clone(), question).unwrap();
        let mut signed = serde_json::to_value(signed).unwrap();
        signed["response"]["userHandle"] = self.user.clone();
        signed.to_string()
    }

    async fn add_to(&mut self, visitor: &mut Visitor<'_>) -> Page {
        let question = visitor.post("/compte/cles/defi", &[]).await;
        assert_eq!(question.status, StatusCode::OK, "{}", question.html);
        let answer = self.make(&question);
        visitor.post("/compte/cles", &[("do", "key.add"), ("credential", &answer)]).await
    }

    async fn open(&mut self, visitor: &mut Visitor<'_>) -> Page {
        let question = visitor.post("/connexion/cle/defi", &[]).await;
        assert_eq!(question.status, StatusCode::OK, "{}", question.html);
        let answer = self.sign(&question);
        visitor.post("/connexion/cle", &[("credential", &answer), ("suite", "/missions")]).await
    }
}

fn names(page: &Page) -> Vec<String> {
    page.select("#cles tbody th")
}

/// The button that removes the first key.
fn removal(page: &Page) -> String {
    page.attributes("button[form=remove_key]", "value").remove(0)
}

#[tokio::test]
async fn a_key_is_added_under_the_name_of_its_device_and_opens_the_portal() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let before = editor.cookies["portail"].clone();
    let mut device = Device::new();
    assert_eq!(device.add_to(&mut editor).await.location(), "/compte/cles");
    assert_ne!(editor.cookies["portail"], before, "whoever knew the old token is out");
    assert!(!editor.cookies.contains_key("cle"));
    let page = editor.get("/compte/cles").await;
    assert_eq!(names(&page), ["Firefox, Linux"]);
    assert!(page.text("#cles tbody").contains("pas encore"), "never used");

    let mut stranger = site.visitor();
    assert_eq!(device.open(&mut stranger).await.location(), "/missions");
    let page = stranger.get("/compte/cles").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("#cles tbody").contains("aujourd’hui"), "used by now");
    let counter: i64 = site.ask("SELECT (data->'cred'->>'counter')::bigint FROM passkey").await;
    assert_eq!(counter, 1);
    let audit: Vec<String> =
        site.ask("SELECT array_agg(event || ' ' || account || ' ' || detail ORDER BY id) FROM audit").await;
    let editor = "editor@exemple.fr";
    assert_eq!(audit[1..], [format!("key-added {editor} Firefox, Linux"), format!("entered {editor} passkey")]);
}

#[tokio::test]
async fn the_question_wants_a_verified_person_and_no_key_twice() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let question = editor.post("/compte/cles/defi", &[]).await;
    assert_eq!(question.headers["content-type"], "application/json");
    assert_eq!(question.headers["cache-control"], "no-store");
    let question: Value = serde_json::from_str(&question.html).unwrap();
    let wanted = &question["publicKey"]["authenticatorSelection"];
    assert_eq!((&wanted["residentKey"], &wanted["userVerification"]), (&json!("preferred"), &json!("required")));
    assert_eq!(question["publicKey"]["excludeCredentials"][0]["id"], device.key);
    let question: Value = serde_json::from_str(&site.visitor().post("/connexion/cle/defi", &[]).await.html).unwrap();
    assert_eq!(question["publicKey"]["userVerification"], "required");
    assert_eq!(question["publicKey"]["allowCredentials"], json!([]), "who has keys is told nobody");
}

#[tokio::test]
async fn an_answer_opens_the_portal_once() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let mut visitor = site.visitor();
    let question = visitor.post("/connexion/cle/defi", &[]).await;
    let held = visitor.cookies["cle"].clone();
    let answer = device.sign(&question);
    let pairs = [("credential", answer.as_str())];
    assert_eq!(visitor.post("/connexion/cle", &pairs).await.status, StatusCode::SEE_OTHER);

    let mut thief = site.visitor();
    thief.cookies.insert("cle".into(), held);
    let page = thief.post("/connexion/cle", &pairs).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("déjà servi"), "{}", page.text(".band"));
    assert!(!thief.cookies.contains_key("portail"));
    // nor to a question of their own
    thief.post("/connexion/cle/defi", &[]).await;
    let page = thief.post("/connexion/cle", &pairs).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("n’a pas répondu"), "{}", page.text(".band"));
    assert!(!thief.cookies.contains_key("portail"));
    let refused: Vec<String> =
        site.ask("SELECT array_agg(detail || ' ' || account ORDER BY id) FROM audit WHERE event = 'refused'").await;
    assert_eq!(refused, ["passkey-late ", "passkey editor@exemple.fr"]);
}

#[tokio::test]
async fn a_question_is_forgotten_after_five_minutes() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let mut visitor = site.visitor();
    let answer = device.sign(&visitor.post("/connexion/cle/defi", &[]).await);
    let left: f64 = site.ask("SELECT extract(epoch FROM expires - now())::float8 FROM ceremony").await;
    assert!((240.0..=300.0).contains(&left), "{left} seconds");
    site.sql("UPDATE ceremony SET expires = now() - interval '1 second'").await;
    let page = visitor.post("/connexion/cle", &[("credential", &answer)]).await;
    assert!(page.text(".band").contains("expiré"), "{}", page.text(".band"));
    visitor.post("/connexion/cle/defi", &[]).await;
    let kept: i64 = site.ask("SELECT count(*) FROM ceremony").await;
    assert_eq!(kept, 1, "expired ones go");
}

#[tokio::test]
async fn an_answer_for_one_account_adds_no_key_to_another() {
    let site = Site::at_localhost().await;
    let (mut editor, mut reader) = (site.somebody(Role::Editor).await, site.somebody(Role::Reader).await);
    let mut device = Device::new();
    let answer = device.make(&editor.post("/compte/cles/defi", &[]).await);
    reader.cookies.insert("cle".into(), editor.cookies["cle"].clone());
    let page = reader.post("/compte/cles", &[("do", "key.add"), ("credential", &answer)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let keys: i64 = site.ask("SELECT count(*) FROM passkey").await;
    assert_eq!(keys, 0);
}

#[tokio::test]
async fn a_disabled_account_stays_outside_and_is_told_why() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    site.sql("UPDATE account SET disabled = now()").await;
    let mut visitor = site.visitor();
    let page = device.open(&mut visitor).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("désactivé"), "{}", page.text(".band"));
    assert!(!visitor.cookies.contains_key("portail"));
    let why: String = site.ask("SELECT detail FROM audit WHERE event = 'refused'").await;
    assert_eq!(why, "disabled");
}

#[tokio::test]
async fn a_removed_key_opens_nothing() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let (mut lost, mut kept) = (Device::new(), Device::new());
    lost.add_to(&mut editor).await;
    kept.add_to(&mut editor).await;
    let page = editor.get("/compte/cles").await;
    assert_eq!(names(&page), ["Firefox, Linux", "Firefox, Linux 2"]);
    assert_eq!(editor.post("/compte/cles", &[("do", &removal(&page))]).await.location(), "/compte/cles");
    assert_eq!(names(&editor.get("/compte/cles").await), ["Firefox, Linux 2"]);

    let page = lost.open(&mut site.visitor()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("ne connaît pas cette clé"), "{}", page.text(".band"));
    assert_eq!(kept.open(&mut site.visitor()).await.status, StatusCode::SEE_OTHER);
    let audit: Vec<String> = site
        .ask(
            "SELECT array_agg(event || ' ' || detail ORDER BY id) FROM audit WHERE event IN ('key-removed', 'refused')",
        )
        .await;
    assert_eq!(audit, ["key-removed Firefox, Linux", "refused passkey-unknown"]);
}

#[tokio::test]
async fn a_removed_key_ends_what_it_may_have_opened() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let (mut lost, mut kept) = (Device::new(), Device::new());
    lost.add_to(&mut editor).await;
    kept.add_to(&mut editor).await;
    let mut thief = site.visitor();
    assert_eq!(lost.open(&mut thief).await.status, StatusCode::SEE_OTHER);
    assert_eq!(thief.get("/compte").await.status, StatusCode::OK);
    let before = editor.cookies["portail"].clone();
    let page = editor.get("/compte/cles").await;
    editor.post("/compte/cles", &[("do", &removal(&page))]).await;
    assert_eq!(thief.get("/compte").await.status, StatusCode::SEE_OTHER, "to the door");
    assert_ne!(editor.cookies["portail"], before, "a session that goes on gets another token");
    let page = editor.get("/compte/cles").await;
    assert!(page.html.contains("vos autres sessions sont fermées"));
    let mut old = site.visitor();
    old.cookies.insert("portail".into(), before);
    assert_eq!(old.get("/compte").await.status, StatusCode::SEE_OTHER, "to the door");
}

#[tokio::test]
async fn a_key_is_renamed_and_only_by_its_owner() {
    let site = Site::at_localhost().await;
    let (mut editor, mut reader) = (site.somebody(Role::Editor).await, site.somebody(Role::Reader).await);
    Device::new().add_to(&mut editor).await;
    let page = editor.get("/compte/cles").await;
    let rename = page.attributes("#cles tbody form button", "value").remove(0);
    let page = editor.post("/compte/cles", &[("do", &rename), ("name", " ")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.select("#cles .msg span").len(), 1, "the message stands beside the field");
    assert_eq!(page.attributes("#cles details", "open").len(), 1);
    let long = "n".repeat(61);
    let page = editor.post("/compte/cles", &[("do", &rename), ("name", &long)]).await;
    assert_eq!(page.attributes("#cles tbody input", "value"), [long]);

    let theirs = reader.post("/compte/cles", &[("do", &rename), ("name", "À moi")]).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    let theirs = reader.post("/compte/cles", &[("do", &rename.replace("rename", "remove"))]).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    editor.post("/compte/cles", &[("do", &rename), ("name", " Ordinateur ")]).await;
    assert_eq!(names(&editor.get("/compte/cles").await), ["Ordinateur"]);
}

#[tokio::test]
async fn the_last_way_in_stays() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    Device::new().add_to(&mut editor).await;
    let remove = removal(&editor.get("/compte/cles").await);
    let pairs = [("do", remove.as_str())];
    let refused = async |editor: &mut Visitor<'_>, why: &str| {
        let page = editor.post("/compte/cles", &pairs).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(page.text(".band").contains("seule voie"), "{why}: {}", page.text(".band"));
        assert_eq!(names(&page).len(), 1);
    };
    refused(&mut editor, "neither password nor identity").await;
    site.sql("UPDATE account SET password = 'x'").await;
    site.sql("UPDATE setting SET strong = '{editor}'").await;
    refused(&mut editor, "a password is not enough for the role").await;
    site.sql("UPDATE setting SET strong = '{}', passwords = false").await;
    refused(&mut editor, "passwords open nothing").await;
    site.sql("UPDATE setting SET passwords = true").await;
    assert_eq!(editor.post("/compte/cles", &pairs).await.status, StatusCode::SEE_OTHER);
    assert!(names(&editor.get("/compte/cles").await).is_empty());
}

#[tokio::test]
async fn a_weak_session_may_only_add_a_key_and_is_strong_with_it() {
    let site = Site::at_localhost().await;
    site.sql("UPDATE setting SET strong = '{editor}'").await;
    let mut editor = site.somebody(Role::Editor).await;
    assert_eq!(editor.get("/missions").await.location(), "/compte#cles");
    let page = editor.get("/compte/cles").await;
    assert!(page.text(".band").contains("Votre rôle demande une clé"), "{}", page.html);
    Device::new().add_to(&mut editor).await;
    assert_eq!(editor.get("/missions").await.status, StatusCode::OK);
    let way: String = site.ask("SELECT way FROM session").await;
    assert_eq!(way, "passkey");
}

#[tokio::test]
async fn keys_change_only_after_a_fresh_proof() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let remove = removal(&editor.get("/compte/cles").await);
    let answer = device.make(&editor.post("/compte/cles/defi", &[]).await);
    site.sql("UPDATE session SET confirmed = now() - interval '16 minutes'").await;
    let prove = "/compte/confirmer?suite=/compte/cles";
    assert_eq!(editor.post("/compte/cles/defi", &[]).await.location(), prove);
    assert_eq!(editor.post("/compte/cles", &[("do", &remove)]).await.location(), prove);
    let added = editor.post("/compte/cles", &[("do", "key.add"), ("credential", &answer)]).await;
    assert_eq!(added.location(), prove);
    let keys: i64 = site.ask("SELECT count(*) FROM passkey").await;
    assert_eq!(keys, 1);
}

#[tokio::test]
async fn without_javascript_both_forms_say_what_to_do() {
    let site = Site::at_localhost().await;
    let page = site.visitor().post("/connexion/cle", &[("suite", "/missions")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("JavaScript"), "{}", page.text(".band"));
    assert_eq!(page.attributes("input[name=suite]", "value"), ["/missions", "/missions"], "nothing is lost");
    let mut editor = site.somebody(Role::Editor).await;
    let page = editor.post("/compte/cles", &[("do", "key.add")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("JavaScript"), "{}", page.text(".band"));
}

#[tokio::test]
async fn passkeys_that_are_switched_off_open_nothing() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    assert_eq!(site.visitor().get("/connexion").await.attributes("form", "data-passkey"), ["enter"]);
    let mut visitor = site.visitor();
    let answer = device.sign(&visitor.post("/connexion/cle/defi", &[]).await);
    site.sql("UPDATE setting SET passkeys = false").await;
    let page = visitor.post("/connexion/cle", &[("credential", &answer)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".band").contains("n’ouvrent pas ce portail"), "{}", page.text(".band"));
    let page = visitor.get("/connexion").await;
    assert!(page.attributes("form", "data-passkey").is_empty());
    assert!(page.attributes("script", "src").is_empty());
    assert_eq!(visitor.post("/connexion/cle/defi", &[]).await.status, StatusCode::NOT_FOUND);
    let page = editor.get("/compte/cles").await;
    assert!(page.attributes("form", "data-passkey").is_empty());
    assert_eq!(names(&page).len(), 1, "keys can still be seen and removed");
}

#[tokio::test]
async fn at_an_address_without_passkeys_nobody_is_offered_one() {
    let site = Site::empty().await; // http, and not on the machine itself
    let mut editor = site.somebody(Role::Editor).await;
    assert!(site.visitor().get("/connexion").await.attributes("form", "data-passkey").is_empty());
    assert!(editor.get("/compte/cles").await.attributes("form", "data-passkey").is_empty());
    assert_eq!(editor.post("/compte/cles/defi", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_address_that_asks_too_often_has_to_wait() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let mut visitor = site.visitor();
    for _ in 0..3 {
        assert_eq!(device.open(&mut visitor).await.status, StatusCode::SEE_OTHER);
    }
    let count: i32 = site.ask("SELECT count FROM attempt").await;
    assert_eq!(count, 1, "whoever comes in counts for nothing");
    site.sql("UPDATE attempt SET count = 120").await;
    for (path, pairs) in [("/connexion/cle/defi", vec![]), ("/connexion/cle", vec![("credential", "{}")])] {
        let page = visitor.post(path, &pairs).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        assert!(page.headers.contains_key("retry-after"), "{path}");
    }
}

#[tokio::test]
async fn nothing_in_the_database_opens_the_portal() {
    let site = Site::at_localhost().await;
    let account = site.account_of(Role::Editor).await;
    let mut editor = site.entered(account, Way::Link).await;
    Device::new().add_to(&mut editor).await;
    editor.post("/compte/cles/defi", &[]).await;
    let kept: String = site
        .ask(
            "SELECT concat((SELECT string_agg(c::text, '') FROM ceremony c), (SELECT string_agg(s::text, '') FROM session s),
                    (SELECT string_agg(p::text, '') FROM passkey p), (SELECT string_agg(a::text, '') FROM audit a))",
        )
        .await;
    for name in ["cle", "portail"] {
        let secret = &editor.cookies[name];
        let spelled: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!kept.contains(secret.as_str()) && !kept.contains(&spelled), "{name} is kept");
    }
    let known: bool = site.ask("SELECT EXISTS (SELECT FROM ceremony WHERE length(token) = 32)").await;
    assert!(known, "what was asked is kept under a digest");
}

#[tokio::test]
async fn a_form_that_was_kept_comes_back_after_a_key_opens_the_portal() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let mut visitor = site.visitor();
    let answer = device.sign(&visitor.post("/connexion/cle/defi", &[]).await);
    let pairs = [("credential", answer.as_str()), ("garde-pour", "/compte/cles"), ("garde.name", "Ordinateur")];
    let page = visitor.post("/connexion/cle", &pairs).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attributes("#contenu form", "action"), ["/compte/cles"]);
    assert!(page.text("#contenu textarea").contains("Ordinateur"));
}

#[tokio::test]
async fn a_key_proves_again_who_one_is() {
    let site = Site::at_localhost().await;
    let mut editor = site.somebody(Role::Editor).await;
    let mut device = Device::new();
    device.add_to(&mut editor).await;
    let remove = removal(&editor.get("/compte/cles").await);
    site.sql("UPDATE session SET confirmed = now() - interval '16 minutes'").await;
    let asked = editor.post("/compte/cles", &[("do", &remove)]).await.location().to_owned();
    let page = editor.get(&asked).await;
    assert_eq!(page.attributes(".pane form", "data-passkey"), ["enter"], "nothing but the key proves anything here");
    assert_eq!(page.attributes(".pane input[name=suite]", "value"), ["/compte/cles"]);
    assert_eq!(page.attributes("script", "src").len(), 1);
    device.open(&mut editor).await;
    let page = editor.post("/compte/cles", &[("do", &remove)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "proved: the last key stays for another reason");
}
