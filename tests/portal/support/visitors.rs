//! People at the portal: each with a browser of their own, signed in or not.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use axum::body::Body;
use axum::http::{Request, header};
use futures_util::FutureExt;
use portail::access::{Administrator, Client, Role, Way, accounts, sessions};
use portail::app::Config;
use uuid::Uuid;

use super::site::{Page, Site};
use super::template;

/// A browser: it keeps the portal's cookies and says where its posts come from.
pub struct Visitor<'s> {
    site: &'s Site,
    pub cookies: BTreeMap<String, String>,
}

impl Site {
    /// A portal at the address where passkeys work without TLS. Requests may still be meant for `portail.test`.
    pub async fn at_localhost() -> Self {
        let hosts = vec!["localhost".into(), "portail.test".into()];
        let config = Config { public_url: "http://localhost:3000".into(), hosts, ..Config::default() };
        Self::configured(template("empty", |_| async {}).await, config).await
    }

    /// Somebody without a session.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor { site: self, cookies: BTreeMap::new() }
    }

    /// A new account `role@exemple.fr`, which has no way in yet.
    pub async fn account_of(&self, role: Role) -> Uuid {
        let email = format!("{}@exemple.fr", role.code());
        let added = self
            .store
            .write(move |tx| async move { accounts::add(tx, &Administrator::operator(), &email, role).await }.boxed());
        added.await.unwrap()
    }

    /// Somebody who has just entered by a way of entering.
    pub async fn entered(&self, account: Uuid, way: Way) -> Visitor<'_> {
        let client = Client { address: Ipv4Addr::LOCALHOST.into(), device: "Firefox, Linux".into() };
        let opened =
            self.store.write(move |tx| async move { sessions::open(tx, account, way, &client).await }.boxed()).await;
        let cookies = BTreeMap::from([("portail".to_owned(), opened.unwrap().secret().to_owned())]);
        Visitor { site: self, cookies }
    }

    /// Somebody new of this role, who has just entered by a password.
    pub async fn somebody(&self, role: Role) -> Visitor<'_> {
        let account = self.account_of(role).await;
        self.entered(account, Way::Password).await
    }

    /// Changes something behind the portal's back; settings count at once.
    pub async fn sql(&self, sql: &'static str) {
        sqlx::query(sql).execute(&self.store.pool).await.unwrap();
        self.app.refresh().await.unwrap();
    }

    pub async fn ask<T>(&self, sql: &'static str) -> T
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    {
        sqlx::query_scalar(sql).fetch_one(&self.store.pool).await.unwrap()
    }
}

impl Visitor<'_> {
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), String::new()).await
    }

    /// Posts a form of the portal's own.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request = Request::post(path)
            .header(header::ORIGIN, "http://portail.test")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Page {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let request = request
            .header(header::HOST, "portail.test")
            .header(header::USER_AGENT, agent)
            .header(header::COOKIE, cookies.join("; "));
        let page = self.site.send(request.body(Body::from(body)).unwrap()).await;
        for set in page.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            match rest.contains("Max-Age=0;") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        page
    }
}
