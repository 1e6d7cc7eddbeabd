//! A browser that knocks: posts forms, keeps cookies.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use portail::access::{Administrator, Client, Role, Token, Way, accounts, passwords, sessions};
use portail::store::Store;

use super::site::{Page, Site};

/// Whoever comes with this password is the account's owner.
pub const PASSWORD: &str = "le héron gris dort debout";

/// A browser with its cookies, on one portal.
pub struct Browser<'s> {
    site: &'s Site,
    pub session: Option<String>,
}

impl Site {
    pub fn browser(&self) -> Browser<'_> {
        Browser { site: self, session: None }
    }

    /// An account with a password.
    pub async fn account(&self, email: &str, role: Role) -> uuid::Uuid {
        account(&self.store, email, role).await
    }

    /// A browser in which somebody of this role has signed in, as `role@portail.test`.
    pub async fn signed_in(&self, role: Role) -> Browser<'_> {
        let email = format!("{}@portail.test", role.code());
        self.account(&email, role).await;
        let mut browser = self.browser();
        browser.sign_in(&email, PASSWORD).await;
        assert!(browser.session.is_some(), "{email} is not in");
        browser
    }
}

/// The hash of `PASSWORD`, made once.
async fn hash() -> String {
    static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    HASH.get_or_init(|| async { passwords::hash(PASSWORD).await.unwrap() }).await.clone()
}

pub async fn account(store: &Store, email: &str, role: Role) -> uuid::Uuid {
    let (email, hash) = (email.to_owned(), hash().await);
    let made = store.write(move |tx| {
        Box::pin(async move {
            let id = accounts::add(tx, &Administrator::operator(), &email, role).await?;
            accounts::set_password(tx, id, &hash).await?;
            Ok(id)
        })
    });
    made.await.unwrap()
}

/// A session as signing in opens one, without the time that a password takes.
pub async fn session(store: &Store, account: uuid::Uuid) -> Token {
    let client = Client { address: [127, 0, 0, 1].into(), device: "Firefox, Linux".into() };
    let opened =
        store.write(move |tx| Box::pin(async move { sessions::open(tx, account, Way::Password, &client).await }));
    opened.await.unwrap()
}

impl Browser<'_> {
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Page {
        loop {
            let page = self.post("/connexion", &[("email", email), ("password", password)]).await;
            // the other tests of this process hash passwords too, and only a few may at once
            if page.status != StatusCode::SERVICE_UNAVAILABLE {
                return page;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = Request::get(path).header(header::HOST, "portail.test");
        self.send(request, Body::empty()).await
    }

    /// As a form of the portal's own pages.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let request = Request::post(path)
            .header(header::HOST, "portail.test")
            .header(header::ORIGIN, "http://portail.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        self.send(request, Body::from(body)).await
    }

    /// As a form with a file: its name, and what it holds.
    pub async fn upload(&mut self, path: &str, pairs: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        const BOUNDARY: &str = "----a-line-that-no-file-holds";
        let mut body = Vec::new();
        for (name, value) in pairs {
            let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
            Content-Type: application/octet-stream\r\n\r\n",
            file.0
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let request = Request::post(path)
            .header(header::HOST, "portail.test")
            .header(header::ORIGIN, "http://portail.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        self.send(request, Body::from(body)).await
    }

    /// The same in parts, with files: the field, the name that the file has there, its bytes.
    pub async fn post_parts(&mut self, path: &str, pairs: &[(String, String)], files: &[(&str, &str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (name, value) in pairs {
            body.extend(
                format!("--limite\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (name, called, bytes) in files {
            let head = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{called}\"");
            body.extend(format!("--limite\r\n{head}\r\nContent-Type: image/png\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--limite--\r\n");
        let request = Request::post(path)
            .header(header::HOST, "portail.test")
            .header(header::ORIGIN, "http://portail.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limite");
        self.send(request, Body::from(body)).await
    }

    /// Asks with further headers.
    pub async fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)]) -> Page {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "portail.test");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        self.send(request, Body::empty()).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let cookie = self.session.as_ref().map(|session| format!("portail={session}"));
        let request = match cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let page = self.site.send(request.body(body).unwrap()).await;
        for set in page.headers.get_all(header::SET_COOKIE).iter().filter_map(|set| set.to_str().ok()) {
            if let Some(value) = set.strip_prefix("portail=").and_then(|rest| rest.split(';').next()) {
                self.session = Some(value.to_owned()).filter(|value| !value.is_empty());
            }
        }
        page
    }
}
