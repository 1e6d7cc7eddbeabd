//! What an operator says of the company's own accounts.

use std::fs;
use std::time::Duration;

use crate::child::{Running, demo, portail, refusal};
use crate::support::folder;

const WHOLE: [(&str, &str); 3] = [
    ("PORTAIL_OIDC_ISSUER", "https://id.example.org/realms/company"),
    ("PORTAIL_OIDC_CLIENT_ID", "portail"),
    ("PORTAIL_OIDC_CLIENT_SECRET", "geheim"),
];

/// What `serve` and the demo say when it is started with these settings.
#[track_caller]
fn assert_refused(settings: &[(&str, &str)], args: &[&str], words: &[&str]) {
    let data = folder("provider-refused");
    let serve = ["serve", "--listen", "127.0.0.1:0", "--public-url", "https://portail.example"];
    let mut serve = portail(&[&serve[..], args].concat());
    serve.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
    let mut trial = demo(&data);
    trial.args(args);
    for mut command in [serve, trial] {
        command.envs(settings.iter().copied());
        let said = refusal(command);
        assert!(said.starts_with("portail: ") && said.trim_end().ends_with('.'), "{said}");
        assert!(said.lines().count() == 1 && !said.contains("geheim"), "{said}");
        assert!(words.iter().all(|word| said.contains(word)), "{words:?}: {said}");
    }
    assert_eq!(fs::read_dir(&data).unwrap().count(), 0, "something was started");
}

#[tokio::test]
async fn half_or_wrong_settings_of_the_provider_are_named_before_anything_is_started() {
    let [issuer, client, secret] = WHOLE;
    assert_refused(&[client, secret], &[], &["--oidc-issuer"]);
    assert_refused(&[("PORTAIL_OIDC_ISSUER", ""), client, secret], &[], &["--oidc-issuer"]);
    assert_refused(&[issuer, secret], &[], &["--oidc-client-id"]);
    assert_refused(&[issuer, client], &[], &["--oidc-client-secret-file"]);
    assert_refused(&[], &["--oidc-role", "éditeur=x"], &["--oidc-issuer"]);
    let missing = ("PORTAIL_OIDC_CLIENT_SECRET_FILE", "/proc/nowhere/secret");
    assert_refused(&[issuer, client, missing], &[], &["/proc/nowhere/secret", "PORTAIL_OIDC_CLIENT_SECRET_FILE"]);
    for wrong in ["nonsense", "http://id.example.org", "http://localhost.example.org", "ftp://localhost", "https:"] {
        assert_refused(&[("PORTAIL_OIDC_ISSUER", wrong), client, secret], &[], &["--oidc-issuer", "https://"]);
    }
    assert_refused(&WHOLE, &["--oidc-role", "chef=x"], &["--oidc-role", "chef", "administrateur"]);
    assert_refused(&WHOLE, &["--oidc-role", "éditeur"], &["--oidc-role", "ROLE=VALUE"]);
    assert_refused(&WHOLE, &["--oidc-default-role", "chef"], &["--oidc-default-role", "lecteur"]);
    assert_refused(&WHOLE, &["--oidc-default-role", "none"], &["--oidc-default-role", "--oidc-role"]);
}

/// Nobody asks the provider for anything before somebody signs in: it may be away when the portal starts.
#[tokio::test]
async fn whole_settings_put_a_button_on_the_door() {
    let data = folder("provider-named");
    let mut command = demo(&data);
    command.envs(WHOLE).env("PORTAIL_OIDC_ROLES", "éditeur=cn=editors,ou=portail;administrateur=chefs");
    command.args(["--oidc-name", "Exemple ID", "--oidc-default-role", "none", "--oidc-accounts", "first-sign-in"]);
    let mut portal = Running::start(&mut command);
    let door = portal.get("/connexion").await.text();
    assert!(door.contains("Entrer avec Exemple ID"), "{door}");
    assert!(!portal.said().contains("geheim"), "{}", portal.said());
    portal.signal("TERM");
    portal.ended_within(Duration::from_secs(10));
}
