//! Letters: what is sent to whom, and what nobody learns from it.

use axum::http::{StatusCode, header};
use portail::access::Role;
use portail::app::Mail;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::support::Site;
use crate::support::knock::PASSWORD;

/// A server that takes mail and hands it over: its address, and the letters.
pub async fn post_office() -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let (sent, letters) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take(stream, sent.clone()));
        }
    });
    (url, letters)
}

/// As much of SMTP (RFC 5321) as a letter needs.
async fn take(stream: TcpStream, sent: mpsc::UnboundedSender<String>) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 here\r\n").await.ok()?;
    let mut letter = String::new();
    while let Some(line) = lines.next_line().await.ok()? {
        let answer: &[u8] = match line.split(' ').next()?.to_uppercase().as_str() {
            "EHLO" => b"250 here\r\n",
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    letter += &format!("{line}\n");
                }
                sent.send(std::mem::take(&mut letter)).ok()?;
                b"250 taken\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 well\r\n",
        };
        write.write_all(answer).await.ok()?;
    }
    Some(())
}

/// The text of a letter as its reader sees it (quoted-printable or base64 undone).
pub fn text(letter: &str) -> String {
    let (head, body) = letter.split_once("\n\n").unwrap();
    if head.contains("base64") {
        use base64::Engine;
        let bytes = base64::engine::general_purpose::STANDARD.decode(body.replace('\n', "")).unwrap();
        return String::from_utf8(bytes).unwrap();
    }
    let mut bytes = Vec::new();
    let joined = body.replace("=\n", "");
    let mut rest = joined.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = std::str::from_utf8(after.get(..2).unwrap_or_default()).unwrap_or_default();
        match (*byte, u8::from_str_radix(hex, 16)) {
            (b'=', Ok(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            (byte, _) => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

async fn site() -> (Site, mpsc::UnboundedReceiver<String>) {
    let (url, letters) = post_office().await;
    let site = Site::members().await.with_mail(Mail::new(&url, "Portail <portail@portail.test>").unwrap());
    (site, letters)
}

#[tokio::test]
async fn a_forgotten_password_is_reset_by_mail() {
    let (site, mut letters) = site().await;
    site.account("ada@portail.test", Role::Reader).await;
    let mut browser = site.browser();
    let sent = browser.post("/connexion/oubli", &[("email", "Ada@portail.test")]).await;
    assert_eq!(sent.status, StatusCode::OK);
    let letter = letters.recv().await.unwrap();
    assert!(
        letter.contains("To: ada@portail.test") && letter.contains("From: Portail <portail@portail.test>"),
        "{letter}"
    );
    let said = text(&letter);
    assert!(said.contains("quelqu’un, sans doute vous"), "{said}");
    let link = said.split("http://portail.test").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    assert_eq!(browser.get(&link).await.text("h1"), "Retrouver l’accès");
    let entered = browser.post(&link, &[]).await;
    assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/compte/entree"));
}

#[tokio::test]
async fn asking_tells_nobody_who_has_an_account() {
    let (site, mut letters) = site().await;
    site.account("ada@portail.test", Role::Reader).await;
    let known = site.browser().post("/connexion/oubli", &[("email", "ada@portail.test")]).await;
    let unknown = site.browser().post("/connexion/oubli", &[("email", "bea@portail.test")]).await;
    assert_eq!(known.html, unknown.html.replace("bea@", "ada@"));
    letters.recv().await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(letters.try_recv().is_err(), "nothing is sent to whom nobody knows");
    for _ in 0..2 {
        site.browser().post("/connexion/oubli", &[("email", "ada@portail.test")]).await;
    }
    let often = site.browser().post("/connexion/oubli", &[("email", "ada@portail.test")]).await;
    assert_eq!(often.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(often.headers.contains_key(header::RETRY_AFTER));
    let wrong = site.browser().post("/connexion/oubli", &[("email", "ada")]).await;
    assert_eq!(
        (wrong.status, wrong.attributes("#email", "value")),
        (StatusCode::UNPROCESSABLE_ENTITY, vec!["ada".into()])
    );
}

/// The page answers, the owner can still sign in, and the log says what to mend.
#[tokio::test]
async fn a_server_that_takes_no_mail_breaks_no_page() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let site = Site::members().await.with_mail(Mail::new(&url, "portail@portail.test").unwrap());
    site.account("ada@portail.test", Role::Reader).await;
    let sent = site.browser().post("/connexion/oubli", &[("email", "ada@portail.test")]).await;
    assert_eq!(sent.status, StatusCode::OK);
    assert_eq!(site.browser().sign_in("ada@portail.test", PASSWORD).await.status, StatusCode::SEE_OTHER);
}
