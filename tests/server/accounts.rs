//! Accounts from a terminal, and how the first people get in.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::child::{Running, demo, portail};
use crate::raw::{Answer, request, send};
use crate::support::{create, database_url, folder};

/// What a command says on standard output, and whether it went well.
#[track_caller]
fn run(data: &Path, args: &[&str], input: &str) -> (bool, String, String) {
    let mut command = portail(&["account"]);
    command.args(args).arg("--data").arg(data);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.success(), text(done.stdout), text(done.stderr))
}

#[track_caller]
fn says(data: &Path, args: &[&str]) -> String {
    let (well, said, error) = run(data, args, "");
    assert!(well, "{args:?}: {error}");
    said
}

#[track_caller]
fn refuses(data: &Path, args: &[&str], words: &str) {
    let (well, _, error) = run(data, args, "");
    let last = error.lines().last().unwrap_or_default();
    assert!(!well && last.starts_with("portail: ") && last.contains(words), "{args:?}: {error}");
}

async fn press(portal: &mut Running, path: &str, body: &str) -> Answer {
    let origin = "Sec-Fetch-Site: same-origin";
    let kind = "Content-Type: application/x-www-form-urlencoded";
    send(portal.address(), request("POST", path, &[origin, kind], body)).await
}

fn path(link: &str) -> String {
    let link = link.trim();
    link[link.find("/lien/").unwrap_or_else(|| panic!("no link: {link}"))..].to_owned()
}

#[tokio::test]
async fn the_demo_prints_a_link_per_role_and_each_opens_once() {
    let data = folder("demo-links");
    let mut portal = Running::start(&mut demo(&data));
    for role in ["lecteur", "recruteur", "éditeur", "administrateur"] {
        let link = path(&portal.says(&format!("\n  {role} ")));
        assert_eq!(portal.get(&link).await.status, 200);
        let entered = press(&mut portal, &link, "").await;
        assert_eq!((entered.status, entered.header("location")), (303, Some("/")), "{role}");
        assert!(entered.header("set-cookie").unwrap().starts_with("portail="));
        assert_eq!(press(&mut portal, &link, "").await.status, 410);
    }
    let first = path(&portal.says("\n  administrateur "));
    portal.signal("TERM");
    portal.ended_within(std::time::Duration::from_secs(10));
    let mut again = Running::start(&mut demo(&data));
    assert_ne!(path(&again.says("\n  administrateur ")), first, "a start prints new ones");
}

#[tokio::test]
async fn accounts_can_be_managed_from_a_terminal_while_the_demo_runs() {
    let data = folder("terminal");
    let mut portal = Running::start(&mut demo(&data));
    portal.says("administrateur");
    let made = says(&data, &["add", "ada@exemple.fr", "--role", "Editeur", "--public-url", "https://portail.example/"]);
    assert!(made.contains("ada@exemple.fr is éditeur") && made.contains("https://portail.example/lien/"), "{made}");
    let invitation = path(made.lines().nth(1).unwrap());
    let entered = press(&mut portal, &invitation, "").await;
    assert_eq!((entered.status, entered.header("location")), (303, Some("/compte/entree")));
    refuses(&data, &["add", "ADA@exemple.fr", "--role", "lecteur"], "belongs to another account");
    refuses(&data, &["add", "ada", "--role", "lecteur"], "is no e-mail address");
    let list = says(&data, &["list"]);
    let line = list.lines().find(|line| line.starts_with("ada@exemple.fr")).unwrap_or_else(|| panic!("{list}"));
    assert!(line.contains("éditeur") && line.contains("last entered"), "{line}");
    says(&data, &["role", "ada@exemple.fr", "recruteur"]);
    assert!(says(&data, &["list"]).contains("recruteur"));
    let link = says(&data, &["link", "--email", "ada@exemple.fr"]);
    assert_eq!(link.lines().count(), 1, "alone on standard output: {link}");
    let reset = path(&says(&data, &["reset-link", "ada@exemple.fr"]));
    assert_eq!(press(&mut portal, &path(&link), "").await.status, 404, "a newer link replaces it");
    assert_eq!(press(&mut portal, &reset, "").await.status, 303);
    refuses(&data, &["link", "--role", "recruteur"], "several accounts are recruteur");
    says(&data, &["disable", "ada@exemple.fr"]);
    refuses(&data, &["link", "--email", "ada@exemple.fr"], "is disabled");
    says(&data, &["enable", "ada@exemple.fr"]);
    refuses(&data, &["role", "nobody@exemple.fr", "lecteur"], "no account has the address");
    let administrator = path(&says(&data, &["link", "--role", "administrateur"]));
    assert_eq!(press(&mut portal, &administrator, "").await.status, 303);
    refuses(&data, &["disable", "administration@exemple.fr"], "the last administrator stays one");
    refuses(&data, &["role", "administration@exemple.fr", "lecteur"], "the last administrator stays one");
}

/// A mistyped folder is said, and nothing is made there.
#[tokio::test]
async fn accounts_are_of_a_portal_that_is_there() {
    let data = folder("nowhere").join("mistyped");
    refuses(&data, &["list"], "there is no portal in");
    refuses(&data, &["add", "ada@exemple.fr", "--role", "lecteur"], "--data");
    assert!(!data.exists());
}

#[tokio::test]
async fn a_password_can_come_from_standard_input() {
    let data = folder("stdin");
    let mut portal = Running::start(&mut demo(&data));
    portal.says("administrateur");
    let add = ["add", "ada@exemple.fr", "--role", "lecteur", "--password-stdin"];
    let (well, _, error) = run(&data, &add, "court\n");
    assert!(!well && error.contains("fewer than 15 characters"), "{error}");
    let (well, said, error) = run(&data, &add, "le héron gris dort debout\n");
    assert!(well && !said.contains("/lien/"), "{said}{error}");
    let body = "email=ada%40exemple.fr&password=le+h%C3%A9ron+gris+dort+debout";
    let entered = press(&mut portal, "/connexion", body).await;
    assert_eq!(entered.status, 303);
    portal.says("entered");
    let said = portal.said();
    let token = entered.header("set-cookie").unwrap().split(['=', ';']).nth(1).unwrap().to_owned();
    assert!(said.contains("entered") && !said.contains("héron") && !said.contains(&token), "{said}");
}

fn serve(name: &str) -> Command {
    let mut command = portail(&["serve", "--listen", "127.0.0.1:0", "--public-url", "http://localhost"]);
    command.env("DATABASE_URL", database_url(name));
    command
}

/// From an empty database to a page that an administrator reads, as the README says.
#[tokio::test]
async fn the_first_start_prints_a_link_that_makes_the_first_administrator() {
    create("first_start").await;
    let mut portal = Running::start(&mut serve("first_start"));
    let code = portal.says("/premier-demarrage?code=");
    assert_eq!(code.split('-').count(), 6, "{code}");
    assert_eq!(portal.says("at http://localhost/premier-demarrage: ").split(' ').next(), Some(code.as_str()));
    let log = portal.said();
    assert!(!log.lines().any(|line| line.starts_with('{') && line.contains(&code)), "the log holds no code: {log}");
    assert_eq!(portal.get("/").await.header("location"), Some("/connexion"));
    assert_eq!(portal.get("/connexion").await.header("location"), Some("/premier-demarrage"));
    let form = portal.get(&format!("/premier-demarrage?code={code}")).await;
    assert!(form.is_page(200, "fr") && form.text().contains("Premier démarrage"), "{form:?}");
    let body = format!(
        "code={code}&email=ada%40exemple.fr&new_password=le+h%C3%A9ron+gris+dort+debout&company=Atelier+Colibri\
         &language=fr&time_zone=Europe%2FParis&start=sample&reading=members"
    );
    let begun = press(&mut portal, "/premier-demarrage", &body).await;
    assert_eq!(begun.status, 303, "{begun:?}");
    let cookie = begun.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let home = send(portal.address(), request("GET", "/missions", &[&format!("Cookie: {cookie}")], "")).await;
    assert!(home.is_page(200, "fr") && home.text().contains("Atelier Colibri"), "{home:?}");
    portal.signal("TERM");
    portal.ended_within(std::time::Duration::from_secs(10));
    let mut again = Running::start(&mut serve("first_start"));
    again.says("\"message\":\"ready\"");
    assert_eq!(again.get("/connexion").await.status, 200);
    assert!(!again.said().contains("premier-demarrage"), "nothing is printed once there is an administrator");
}
