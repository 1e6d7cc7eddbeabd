//! What the page shows of the company: its document with names instead of slugs, and who fills it with life.

use serde::Deserialize;

use crate::site::parts::{First, Link, Sources, Titled};

#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub aliases: Vec<String>,
    pub summary: Option<String>,
    pub form: Option<String>,
    pub place: Option<String>,
    pub since: Option<String>,
    pub website: Option<String>,
    pub definition: Option<String>,
    pub promise: Option<String>,
    pub ambition: Option<String>,
    pub area: Option<String>,
    pub activities: Vec<Titled>,
    pub legal_form: Option<String>,
    pub address: Option<String>,
    pub registration: Option<String>,
    pub capital: Option<String>,
    pub revenue: Option<String>,
    pub founders: Option<String>,
    pub founded: Option<String>,
    pub departures: Option<String>,
    pub statements: Vec<Statement>,
    /// The key of a statement.
    pub main_stake: Option<String>,
    pub support: Option<String>,
    pub recognitions: Vec<Recognition>,
    pub professions: Vec<Group>,
    pub distinction: Option<String>,
    pub bodies: Vec<Group>,
    pub offers: Vec<Link>,
    pub products: Vec<Link>,
    pub missions: usize,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Statement {
    pub key: String,
    pub title: String,
    pub theme: Option<String>,
    pub text: Option<String>,
}

#[derive(Deserialize)]
pub struct Recognition {
    pub key: String,
    pub organisation: Link,
    pub title: Option<String>,
    pub since: Option<String>,
    pub certainty: Option<String>,
    pub services: Vec<Service>,
    /// Whom the same organisation recognised.
    pub peers: Vec<Link>,
}

#[derive(Deserialize)]
pub struct Service {
    pub title: String,
    pub text: Option<String>,
    pub provider: Option<String>,
}

/// A profession or a body, with the posts that belong to it.
#[derive(Deserialize)]
pub struct Group {
    pub key: String,
    pub name: String,
    pub text: Option<String>,
    pub posts: First<Post>,
}

#[derive(Deserialize)]
pub struct Post {
    pub link: Link,
    /// In short where there is a short form: « CTO ».
    pub title: String,
    pub holders: Vec<Link>,
}
