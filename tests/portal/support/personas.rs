//! People who have signed in, by their role.

use axum::body::Body;
use axum::http::{Request, header};
use futures_util::FutureExt;
use portail::access::accounts::{self, Account};
use portail::access::{Administrator, Client, Role, Way, sessions};
use uuid::Uuid;

use super::{Page, Site};

/// Somebody who has signed in: what their browser sends.
#[derive(Debug, Clone)]
pub struct Cookie {
    pub account: Uuid,
    pub email: String,
    /// The value of the header `Cookie`.
    pub header: String,
}

impl Site {
    /// Somebody new with this role.
    pub async fn sign_in(&self, role: Role) -> Cookie {
        let email = format!("{}-{}@exemple.fr", role.code(), Uuid::new_v4().simple());
        self.sign_in_as(&email, role, Way::Passkey).await
    }

    /// The same under a name, and by a way.
    pub async fn sign_in_as(&self, email: &str, role: Role, way: Way) -> Cookie {
        let address = email.to_owned();
        let made = self.store.write(move |tx| {
            async move {
                let account = accounts::add(tx, &Administrator::operator(), &address, role).await?;
                Ok((account, sessions::open(tx, account, way, &client()).await?))
            }
            .boxed()
        });
        let (account, token) = made.await.unwrap();
        Cookie { account, email: email.into(), header: format!("portail={}", token.secret()) }
    }

    /// Another session of the same person.
    pub async fn again(&self, cookie: &Cookie) -> Cookie {
        let account = cookie.account;
        let opened = self
            .store
            .write(move |tx| async move { sessions::open(tx, account, Way::Password, &client()).await }.boxed());
        Cookie { header: format!("portail={}", opened.await.unwrap().secret()), ..cookie.clone() }
    }

    pub async fn get_as(&self, cookie: &Cookie, path: &str) -> Page {
        let request = Request::get(path).header(header::HOST, "portail.test").header(header::COOKIE, &cookie.header);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts a form from a page of the portal.
    pub async fn post_as(&self, cookie: &Cookie, path: &str, pairs: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request = Request::post(path)
            .header(header::HOST, "portail.test")
            .header(header::ORIGIN, "http://portail.test")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, &cookie.header);
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// The account as the administration lists it.
    pub async fn listed(&self, cookie: &Cookie) -> Account {
        accounts::one(&self.store, cookie.account, "Europe/Paris").await.unwrap().unwrap()
    }
}

fn client() -> Client {
    Client { address: [192, 0, 2, 7].into(), device: "Firefox, Linux".into() }
}

impl Cookie {
    /// What the browser sends after an answer: a cookie that it sets takes the place of the one of this name.
    pub fn after(&self, page: &Page) -> Self {
        let mut pairs: Vec<(String, String)> = self.header.split("; ").filter_map(pair).collect();
        for set in page.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            let (name, value) = pair(set.split(';').next().unwrap()).unwrap();
            pairs.retain(|(known, _)| *known != name);
            if !set.contains("Max-Age=0") {
                pairs.push((name, value));
            }
        }
        let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        Self { header: pairs.join("; "), ..self.clone() }
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))
}
