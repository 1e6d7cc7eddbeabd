//! Signing in with the company's own account, with a provider that lies as it is told to. The real one is in the
//! browser's journeys.

mod fake;

use std::collections::HashMap;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use portail::access::provider::queries::identities;
use portail::access::{Token, sessions};
use portail::app::App;
use portail::app::provider::{Accounts, Provider};
use serde_json::json;
use sqlx::AssertSqlSafe;

use crate::support::{Page, Site};
use fake::Fake;

struct Stage {
    fake: Fake,
    site: Site,
    app: App,
}

/// Somebody who has left for the provider.
struct Way {
    sent: HashMap<String, String>,
    cookie: String,
    page: Page,
}

impl Stage {
    async fn open() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut Provider)) -> Self {
        let fake = Fake::start().await;
        let mut provider = Provider::new(&fake.issuer, "portail", "geheim").unwrap();
        change(&mut provider);
        let mut kept = None;
        let site = Site::equipped(|app| kept.insert(app.with_provider(Some(provider))).clone()).await;
        let stage = Self { fake, site, app: kept.unwrap() };
        stage.account("chef@exemple.fr", "administrator").await;
        stage
    }

    async fn account(&self, email: &str, role: &str) {
        self.run(&format!(
            "INSERT INTO account (id, email, role, password) VALUES (gen_random_uuid(), '{email}', '{role}', 'x')"
        ))
        .await;
    }

    async fn run(&self, sql: &str) {
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&self.site.store.pool).await.unwrap();
        self.app.refresh().await.unwrap();
    }

    async fn one(&self, sql: &'static str) -> String {
        let found: Option<String> = sqlx::query_scalar(sql).fetch_optional(&self.site.store.pool).await.unwrap();
        found.unwrap_or_default()
    }

    async fn last(&self) -> String {
        self.one("SELECT concat_ws(' ', event, account, nullif(by, ''), detail) FROM audit ORDER BY id DESC LIMIT 1")
            .await
    }

    async fn role(&self) -> String {
        self.one("SELECT role FROM account WHERE email = 'ada@exemple.fr'").await
    }

    async fn post(&self, form: &str) -> Page {
        let request = Request::post("/connexion/oidc").header(header::HOST, "portail.test");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.site.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    async fn leave(&self, form: &str) -> Way {
        let page = self.post(form).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
        let refresh = page.attributes("meta[http-equiv=refresh]", "content").remove(0);
        let address = refresh.strip_prefix("0;url=").unwrap();
        assert_eq!(page.attributes("main a.main", "href"), [address]);
        let (place, query) = address.split_once('?').unwrap();
        assert_eq!(place, format!("{}/authorize", self.fake.issuer));
        let sent = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let cookie = page.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
        Way { sent, cookie, page }
    }

    async fn back(&self, query: &str, cookie: &str) -> Page {
        let request = Request::get(format!("/connexion/oidc/retour?{query}")).header(header::HOST, "portail.test");
        self.site.send(request.header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// Leaves, signs in over there and comes back.
    async fn enter(&self) -> Page {
        let way = self.leave("").await;
        self.back(&self.answer(&way), way.kept()).await
    }

    fn answer(&self, way: &Way) -> String {
        let code = self.fake.code(&way.sent["nonce"], &way.sent["code_challenge"]);
        format!("code={code}&state={}", way.sent["state"])
    }

    /// The door says what to do, the audit why, and nobody is in.
    #[track_caller]
    fn assert_refused(page: &Page, status: u16, words: &str) {
        let said = page.text(".band.err");
        assert!(page.status == status && said.contains(words), "{}: {said}", page.status);
        assert!(session(page).is_none());
        assert!(page.attributes("form", "action").contains(&"/connexion".to_owned()), "no other way is offered");
        for secret in ["geheim", "code-0", "access"] {
            assert!(!page.html.contains(secret), "{secret} is on the page");
        }
    }
}

impl Way {
    /// What the browser sends back of the cookie.
    fn kept(&self) -> &str {
        self.cookie.split(';').next().unwrap()
    }
}

fn session(page: &Page) -> Option<Token> {
    let set = page.headers.get_all(header::SET_COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    set.filter_map(|text| text.strip_prefix("portail=")).find_map(|rest| Token::parse(rest.split(';').next()?))
}

#[tokio::test]
async fn one_leaves_by_a_page_that_names_the_place_and_binds_the_browser() {
    let stage = Stage::open().await;
    let door = stage.site.get("/connexion").await;
    assert_eq!(door.select("form[action='/connexion/oidc'] button"), ["Entrer avec le compte de l’entreprise"]);
    let way = stage.leave("").await;
    assert_eq!(way.page.text("h1"), "Vous partez vers 127.0.0.1");
    let sent = |name: &str| way.sent[name].as_str();
    assert_eq!(
        [sent("response_type"), sent("client_id"), sent("scope"), sent("code_challenge_method"), sent("ui_locales")],
        ["code", "portail", "openid email profile", "S256", "fr"]
    );
    assert_eq!(sent("redirect_uri"), "http://portail.test/connexion/oidc/retour");
    assert!(way.cookie.ends_with("; Path=/; Max-Age=600; SameSite=Lax; HttpOnly"), "{}", way.cookie);
    assert!(!way.cookie.contains(sent("state")), "the cookie holds the state");
    let kept = stage.one("SELECT state::text FROM ceremony").await;
    assert!(!kept.contains(sent("state")) && !kept.contains(sent("code_challenge")), "{kept}");
}

#[tokio::test]
async fn whoever_has_an_account_enters_and_lands_where_they_wanted() {
    let stage = Stage::open().await;
    stage.account("Ada@exemple.fr", "editor").await;
    let way = stage.leave("suite=%2Fmissions%3Fetat%3Den-cours").await;
    let page = stage.back(&stage.answer(&way), way.kept()).await;
    assert_eq!((page.status.as_u16(), page.location()), (303, "/missions?etat=en-cours"));
    let cleared =
        page.headers.get_all(header::SET_COOKIE).into_iter().any(|set| set.to_str().unwrap().contains("-oidc-"));
    assert!(cleared, "the cookie of the way stays");
    assert_eq!(stage.last().await, "entered Ada@exemple.fr provider");
    let viewer = sessions::viewer(&stage.site.store, &session(&page).unwrap()).await.unwrap().unwrap();
    assert_eq!((viewer.email(), viewer.role().code(), viewer.way().code()), ("Ada@exemple.fr", "editor", "provider"));
    let identities = identities(&stage.site.store, viewer.account(), "Europe/Paris").await.unwrap();
    assert_eq!(
        identities.iter().map(|it| (it.issuer.as_str(), it.ago)).collect::<Vec<_>>(),
        [(&*stage.fake.issuer, 0)]
    );
    // from then on by the provider's own number, whatever becomes of the address
    stage.fake.tell().claims = json!({ "email": "ada.lovelace@exemple.fr", "email_verified": false });
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.last().await, "entered Ada@exemple.fr provider");
    stage.fake.tell().claims = json!({ "sub": "4711" });
    Stage::assert_refused(&stage.enter().await, 403, "Une autre personne");
}

#[tokio::test]
async fn no_token_is_believed_that_is_not_for_us_now() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    let past = time::macros::datetime!(2026-11-25 12:00 UTC).unix_timestamp();
    for claims in [
        json!({ "nonce": "another" }),
        json!({ "nonce": null }),
        json!({ "aud": "another" }),
        json!({ "aud": ["portail", "another"] }),
        json!({ "exp": past }),
        json!({ "iss": "https://id.exemple.fr" }),
        json!({ "sub": "" }),
        json!({ "sub": "a\u{0}b" }),
    ] {
        stage.fake.tell().claims = claims.clone();
        let page = stage.enter().await;
        println!("{claims}");
        Stage::assert_refused(&page, 502, "ne peut pas croire");
        assert_eq!(stage.last().await, "refused  provider wrong");
    }
    stage.fake.tell().claims = json!({});
    stage.fake.tell().is_unsigned = true;
    Stage::assert_refused(&stage.enter().await, 502, "ne peut pas croire");
    stage.fake.tell().is_unsigned = false;
    stage.fake.tell().is_forger = true;
    Stage::assert_refused(&stage.enter().await, 502, "ne peut pas croire");
    stage.fake.tell().is_forger = false;
    assert_eq!(stage.enter().await.status, 303, "nothing was wrong with the rest");
}

#[tokio::test]
async fn keys_that_have_changed_are_read_again_and_otherwise_kept() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.fake.tell().discoveries, 1);
    stage.fake.tell().key = "two".into();
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.fake.tell().discoveries, 2);
}

#[tokio::test]
async fn a_provider_that_is_away_broken_or_slow_is_named_and_the_form_stays() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    for (status, answered, words) in [
        (StatusCode::INTERNAL_SERVER_ERROR, 503, "ne répond pas"),
        (StatusCode::UNAUTHORIZED, 502, "ne peut pas croire"),
        (StatusCode::TEMPORARY_REDIRECT, 502, "ne peut pas croire"),
        (StatusCode::SEE_OTHER, 502, "ne peut pas croire"),
    ] {
        stage.fake.tell().status = Some(status);
        Stage::assert_refused(&stage.enter().await, answered, words);
    }
    assert!(!stage.fake.tell().was_followed, "a redirect was followed");
    stage.fake.tell().status = None;
    let way = stage.leave("suite=%2Fmissions&garde-pour=%2Foffres&garde.title=Une+offre").await;
    stage.fake.stop();
    let page = stage.back(&stage.answer(&way), way.kept()).await;
    Stage::assert_refused(&page, 503, "ne répond pas");
    assert_eq!(page.headers[header::RETRY_AFTER], "30");
    assert_eq!(page.attributes("form[action='/connexion/oidc'] input[name='garde.title']", "value"), ["Une offre"]);
    assert_eq!(stage.last().await, "refused  provider away");
    // what is known of it is a moment old
    let provider = stage.app.provider.clone().unwrap();
    provider.published.lock().await.as_mut().unwrap().0 -= Duration::from_secs(11);
    Stage::assert_refused(&stage.post("").await, 503, "ne répond pas");
    let slow = Stage::open().await;
    slow.fake.tell().is_slow = true;
    let start = Instant::now();
    Stage::assert_refused(&slow.post("").await, 503, "ne répond pas");
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_way_back_is_good_once_in_its_own_browser_and_for_ten_minutes() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    let (way, other) = (stage.leave("").await, stage.leave("").await);
    for (query, cookie) in [
        (stage.answer(&way), "langue=fr".to_owned()),
        (stage.answer(&other), way.kept().to_owned()),
        (stage.answer(&way), other.kept().to_owned()),
        (
            stage.answer(&way),
            format!("{}={}", way.kept().split('=').next().unwrap(), other.kept().split('=').nth(1).unwrap()),
        ),
        ("code=code-0&state=x".into(), way.kept().to_owned()),
        ("code=code-0".into(), way.kept().to_owned()),
    ] {
        Stage::assert_refused(&stage.back(&query, &cookie).await, 400, "Recommencez");
        assert_eq!(stage.last().await, "refused  provider lost");
    }
    assert_eq!(stage.one("SELECT count(*)::text FROM ceremony").await, "2", "a stranger's answer used one up");
    let query = stage.answer(&way);
    let page = stage.back(&query, way.kept()).await;
    assert_eq!(page.status, 303);
    Stage::assert_refused(&stage.back(&query, way.kept()).await, 400, "Recommencez");
    Stage::assert_refused(&stage.back(&stage.answer(&way), way.kept()).await, 400, "Recommencez");
    // whoever came in by it may load the page again
    let both = format!("{}; portail={}", way.kept(), session(&page).unwrap().secret());
    assert_eq!(stage.back(&query, &both).await.location(), "/");
    stage.run("UPDATE ceremony SET expires = clock_timestamp()").await;
    Stage::assert_refused(&stage.back(&stage.answer(&other), other.kept()).await, 400, "Recommencez");
    // a code that the provider takes back
    let way = stage.leave("").await;
    let query = format!("code=never&state={}", way.sent["state"]);
    Stage::assert_refused(&stage.back(&query, way.kept()).await, 400, "Recommencez");
}

#[tokio::test]
async fn an_account_is_found_by_an_address_only_if_the_provider_vouches_for_it() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    stage.fake.tell().claims = json!({ "email_verified": false });
    Stage::assert_refused(&stage.enter().await, 403, "n’a pas vérifié");
    assert_eq!(stage.last().await, "refused ada@exemple.fr provider unverified");
    for email in [json!(null), json!("nobody"), json!("a\u{0}@exemple.fr")] {
        stage.fake.tell().claims = json!({ "email": email });
        Stage::assert_refused(&stage.enter().await, 403, "ne donne pas d’adresse");
    }
    assert_eq!(stage.one("SELECT count(*)::text FROM identity").await, "0");
    stage.fake.tell().claims = json!({ "email_verified": null });
    assert_eq!(stage.enter().await.status, 303, "a provider that does not say is believed");
}

#[tokio::test]
async fn what_the_token_does_not_say_is_asked() {
    let stage = Stage::with(|provider| provider.roles = vec![("editor", "redaction".into())]).await;
    stage.account("ada@exemple.fr", "reader").await;
    stage.fake.tell().claims = json!({ "email": null, "email_verified": null });
    let told = json!({ "sub": "0815", "email": "ada@exemple.fr", "email_verified": "true", "roles": ["redaction"] });
    let mut unverified = told.clone();
    unverified["email_verified"] = false.into();
    stage.fake.tell().info = unverified;
    Stage::assert_refused(&stage.enter().await, 403, "n’a pas vérifié");
    let mut stranger = told.clone();
    stranger["sub"] = "4711".into();
    stage.fake.tell().info = stranger;
    Stage::assert_refused(&stage.enter().await, 502, "ne peut pas croire");
    stage.fake.tell().info = told;
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.role().await, "editor");
}

#[tokio::test]
async fn roles_follow_the_provider_up_and_down() {
    let stage = Stage::with(|provider| {
        let of = |code, value: &str| (code, value.to_owned());
        provider.roles = vec![of("recruiter", "rh"), of("administrator", "chefs"), of("editor", "redaction")];
    })
    .await;
    stage.account("ada@exemple.fr", "recruiter").await;
    for (roles, expected) in
        [(json!(["redaction", "rh"]), "editor"), (json!(["chefs"]), "administrator"), (json!([]), "reader")]
    {
        stage.fake.tell().claims = json!({ "roles": roles });
        assert_eq!(stage.enter().await.status, 303);
        assert_eq!(stage.role().await, expected);
    }
    let changes = "SELECT string_agg(detail || ' ' || (by LIKE 'http://127%'), ', ' ORDER BY id) FROM audit
        WHERE event = 'role-changed'";
    let expected = "recruiter editor true, editor administrator true, administrator reader true";
    assert_eq!(stage.one(changes).await, expected);
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.one(changes).await, expected, "a role that stays is no change");
    // the last administrator stays one
    stage.fake.tell().claims = json!({ "roles": ["chefs"] });
    assert_eq!(stage.enter().await.status, 303);
    stage.run("DELETE FROM account WHERE email <> 'ada@exemple.fr'").await;
    stage.fake.tell().claims = json!({ "roles": ["rh"] });
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.role().await, "administrator");
    assert_eq!(stage.one(changes).await, format!("{expected}, reader administrator true"));
}

#[tokio::test]
async fn without_mappings_roles_are_ours_alone() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "editor").await;
    stage.fake.tell().claims = json!({ "roles": ["administrator", "administrateur"] });
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.role().await, "editor");
}

#[tokio::test]
async fn accounts_are_made_at_the_first_sign_in_only_where_an_operator_says_so() {
    let invited = Stage::open().await;
    Stage::assert_refused(&invited.enter().await, 403, "Demandez une invitation");
    assert_eq!(invited.last().await, "refused ada@exemple.fr provider unknown");
    assert_eq!(invited.one("SELECT count(*)::text FROM account").await, "1");
    let everyone = Stage::with(|provider| provider.accounts = Accounts::FirstSignIn).await;
    assert_eq!(everyone.enter().await.status, 303);
    assert_eq!(everyone.role().await, "reader");
    assert_eq!(everyone.enter().await.status, 303);
    assert_eq!(everyone.one("SELECT count(*)::text FROM account").await, "2");
    let mapped = Stage::with(|provider| {
        provider.accounts = Accounts::FirstSignIn;
        provider.roles = vec![("editor", "redaction".into())];
        provider.default_role = None;
    })
    .await;
    Stage::assert_refused(&mapped.enter().await, 403, "pas de rôle");
    assert_eq!(mapped.role().await, "");
    mapped.fake.tell().claims = json!({ "roles": "redaction" });
    assert_eq!(mapped.enter().await.status, 303);
    assert_eq!(mapped.role().await, "editor");
    mapped.fake.tell().claims = json!({});
    Stage::assert_refused(&mapped.enter().await, 403, "pas de rôle");
}

/// Whoever is first, the other finds the account that was made.
#[tokio::test]
async fn two_first_sign_ins_at_once_make_one_account() {
    let stage = Stage::with(|provider| provider.accounts = Accounts::FirstSignIn).await;
    let (one, other) = tokio::join!(stage.enter(), stage.enter());
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
    assert_eq!(stage.one("SELECT count(*)::text FROM account WHERE email = 'ada@exemple.fr'").await, "1");
}

#[tokio::test]
async fn a_disabled_account_stays_shut_whether_it_is_tied_or_not() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    stage.run("UPDATE account SET disabled = now()").await;
    Stage::assert_refused(&stage.enter().await, 403, "désactivé");
    assert_eq!(stage.one("SELECT count(*)::text FROM identity").await, "0");
    stage.run("UPDATE account SET disabled = NULL").await;
    assert_eq!(stage.enter().await.status, 303);
    stage.run("UPDATE account SET disabled = now()").await;
    Stage::assert_refused(&stage.enter().await, 403, "désactivé");
    assert_eq!(stage.last().await, "refused ada@exemple.fr disabled");
}

#[tokio::test]
async fn administrators_can_close_this_way_also_for_whoever_has_left() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    let way = stage.leave("").await;
    stage.run("UPDATE setting SET provider = false").await;
    Stage::assert_refused(&stage.back(&stage.answer(&way), way.kept()).await, 403, "n’ouvrent plus");
    let page = stage.post("").await;
    Stage::assert_refused(&page, 403, "n’ouvrent plus");
    assert!(!page.attributes("form", "action").contains(&"/connexion/oidc".to_owned()), "the button is there");
    let without = Site::empty().await;
    assert_eq!(without.get("/connexion/oidc/retour?code=x&state=y").await.status, 404);
}

#[tokio::test]
async fn whoever_changes_their_mind_finds_their_form_again() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "editor").await;
    let form = "garde-pour=%2Foffres%2Fx&garde.title=Une%00+%C3%A9t%C3%A9&garde.password=secret";
    let way = stage.leave(form).await;
    let page = stage.back(&format!("error=access_denied&state={}", way.sent["state"]), way.kept()).await;
    Stage::assert_refused(&page, 403, "renoncé");
    assert_eq!(stage.last().await, "refused  provider denied");
    assert_eq!(page.text("h1"), "Votre saisie est gardée");
    let way = stage.leave(form).await;
    let page = stage.back(&stage.answer(&way), way.kept()).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, "Votre saisie est là"));
    assert_eq!(page.attributes("main form", "action"), ["/offres/x"]);
    assert!(page.text("textarea[name=title]").ends_with("été") && !page.html.contains("secret"), "{}", page.html);
    assert!(session(&page).is_some());
    let way = stage.leave("suite=https%3A%2F%2Fmechant.fr").await;
    assert_eq!(stage.back(&stage.answer(&way), way.kept()).await.location(), "/");
}

#[tokio::test]
async fn a_role_that_demands_more_is_content_with_the_company_account() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "editor").await;
    stage.run("UPDATE setting SET strong = '{editor}'").await;
    let session = session(&stage.enter().await).unwrap();
    let weak = async || sessions::viewer(&stage.site.store, &session).await.unwrap().unwrap().is_weak();
    assert!(!weak().await);
    stage.run("UPDATE session SET way = 'password'").await;
    assert!(weak().await);
}

#[tokio::test]
async fn too_many_ways_in_from_one_address_wait() {
    let stage = Stage::open().await;
    stage.account("ada@exemple.fr", "reader").await;
    assert_eq!(stage.enter().await.status, 303);
    assert_eq!(stage.one("SELECT max(count)::text FROM attempt").await, "0", "many people may share an address");
    stage.run("UPDATE attempt SET count = 120").await;
    let page = stage.post("").await;
    Stage::assert_refused(&page, 429, "quart d’heure");
    assert_eq!(page.headers[header::RETRY_AFTER], "900");
    Stage::assert_refused(&stage.back("code=x&state=y", "").await, 429, "quart d’heure");
}
