//! Nothing secret is logged.

use std::io::Write;
use std::sync::{Arc, Mutex};

use portail::access::accounts::{self, Purpose};
use portail::access::{Administrator, Role};
use portail::cli::NEVER_LOGGED;
use tracing_subscriber::EnvFilter;

use crate::sharing::support::with;
use crate::support::knock::PASSWORD;
use crate::support::{Site, listening};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn passwords_tokens_and_cookies_stay_out_of_logs() {
    let log = Log::default();
    let written = log.clone();
    let everything = EnvFilter::new("trace").add_directive(NEVER_LOGGED.parse().unwrap());
    let subscriber = tracing_subscriber::fmt().with_env_filter(everything).with_ansi(false);
    let secrets = listening(visit(), subscriber.with_writer(move || written.clone()).finish()).await;
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("/connexion") && text.contains("/lien/{token}"), "{text}");
    for secret in secrets {
        assert!(!text.contains(&secret), "{secret} is in the log");
    }
    assert!(!text.contains("\nforged"), "a line break in a name made a line");
}

/// Signs in and out in all ways that there are: what must not be in the log.
async fn visit() -> Vec<String> {
    let site = Site::members().await;
    let mut browser = site.signed_in(Role::Editor).await;
    let session = browser.session.clone().unwrap();
    browser.sign_in("x@portail.test\nforged", "un mot de passe qui est faux").await;
    browser.get("/offres?q=very-secret-search").await;
    let made = site.store.write(|tx| {
        Box::pin(async move {
            let known = accounts::by_email(tx, "editor@portail.test").await?.unwrap();
            accounts::link(tx, &Administrator::operator(), known.id, Purpose::Entry).await
        })
    });
    let token = made.await.unwrap().secret().to_owned();
    let shared = share(&site, &mut browser).await;
    browser.get(&format!("/lien/{token}")).await;
    browser.post(&format!("/lien/{token}"), &[]).await;
    let second = browser.session.clone().unwrap();
    browser.post("/deconnexion", &[]).await;
    let others = ["un mot de passe qui est faux", "very-secret-search"].map(str::to_owned);
    [vec![PASSWORD.to_owned(), session, second, token], shared, others.to_vec()].concat()
}

/// Makes a link with a password and knocks at it in every way: the secret and the password.
async fn share(site: &Site, browser: &mut crate::support::knock::Browser<'_>) -> Vec<String> {
    let form = with(&[("password", "hirondelles"), ("once", "5b0c3c0e-96a4-4a4f-9d3d-3d4b8c6f9a12")]);
    let made = browser.post("/partages/nouveau", &form).await;
    let secret = made.attributes("#link", "value").remove(0).rsplit('/').next().unwrap().to_owned();
    let mut guest = site.browser();
    for rest in ["", "/", ".", "?date=2019", "/samy-melaine", "/nobody", "/a/b"] {
        guest.get(&format!("/partage/{secret}{rest}")).await;
        guest.post(&format!("/partage/{secret}{rest}"), &[("password", "hirondelles")]).await;
    }
    sqlx::query("UPDATE share SET revoked = now()").execute(&site.store.pool).await.unwrap();
    guest.get(&format!("/partage/{secret}")).await;
    vec![secret, "hirondelles".to_owned()]
}
