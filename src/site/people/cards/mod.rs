//! Business cards of people, for address books: `/equipe/samy-melaine.vcf`, and all of the company in `/equipe.vcf`.

mod queries;

use std::collections::{BTreeSet, HashMap};

use axum::extract::{RawQuery, State};
use axum::response::Response;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

pub use queries::{Contact, contacts};

use super::directory;
use super::directory::queries::Person;
use super::profile::{urlencoded, with_query};
use crate::app::App;
use crate::date::Moment;
use crate::error::{Error, Result};
use crate::site::moment::{self, At, Known, Trouble};
use crate::web::page::Shared;
use crate::web::vcard::Card;

const MEDIA_TYPE: &str = "text/vcard; charset=utf-8";

/// Of everybody, as they are today; at a date, of whoever is there.
pub async fn index(page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let mut all = contacts(&app.store, None).await?;
    let at = match at(&app, query.as_deref()).await? {
        Ok(at) => at,
        Err((known, trouble)) => return refused(page, &known, &trouble, "/equipe.vcf"),
    };
    let there = There::at(&app, at.as_ref()).await?;
    all.retain(|one| at.is_none() || there.has(one));
    let cards: String = all.into_iter().map(|one| there.tell(one).card(Some(&app.config.public_url))).collect();
    Ok(page.file(MEDIA_TYPE, "equipe.vcf", cards.into_bytes()))
}

/// The card of one person, as they are today or at a date; a former address leads to the current one.
pub async fn show(page: Shared, app: &App, slug: &str, query: Option<&str>) -> Result<Response> {
    let contact = contacts(&app.store, Some(slug)).await?.pop().ok_or(Error::NotFound)?;
    let path = format!("/equipe/{}.vcf", contact.link.slug);
    if contact.link.slug != slug {
        return Err(with_query(Error::Moved(path), query));
    }
    let at = match at(app, query).await? {
        Ok(at) => at,
        Err((known, trouble)) => return refused(page, &known, &trouble, &path),
    };
    let card = There::at(app, at.as_ref()).await?.tell(contact).card(Some(&app.config.public_url));
    Ok(page.file(MEDIA_TYPE, &format!("{slug}.vcf"), card.into_bytes()))
}

/// The date that is asked for, as the page of a person reads it.
async fn at(app: &App, query: Option<&str>) -> Result<Result<Option<At>, (Known, Trouble)>> {
    let Some(date) = query.and_then(|query| moment::asked(query, "date")) else { return Ok(Ok(None)) };
    let known = moment::queries::known(&app.store).await?;
    let read = moment::read(&date, &known, app.clock.now().date());
    Ok(read.map(Some).map_err(|trouble| (known, trouble)))
}

fn refused(page: Shared, known: &Known, trouble: &Trouble, path: &str) -> Result<Response> {
    let href = |date: Option<&str>| match date {
        Some(date) => format!("{path}?date={}", urlencoded(date)),
        None => path.to_owned(),
    };
    moment::refused(page, known, trouble, &href)
}

/// Whoever is there at a moment, or may be, with what they do then; and whoever is outside.
struct There {
    people: HashMap<String, Person>,
    bodies: HashMap<String, String>,
}

impl There {
    async fn at(app: &App, at: Option<&At>) -> Result<Self> {
        let mut everybody = directory::queries::everybody(&app.store, true).await?;
        everybody.keep_at(&at.map_or_else(|| Moment::day(app.clock.now().date()), |at| at.moment));
        let bodies = everybody.company.into_iter().flat_map(|company| company.bodies);
        let bodies = bodies.map(|body| (body.key, body.name)).collect();
        let people = everybody.people.into_iter().map(|one| (one.link.slug.clone(), one)).collect();
        Ok(Self { people, bodies })
    }

    fn has(&self, contact: &Contact) -> bool {
        self.people.contains_key(&contact.link.slug)
    }

    /// What they are at that moment, and nothing of what they were before or will be.
    fn tell(&self, contact: Contact) -> Contact {
        let Some(person) = self.people.get(&contact.link.slug) else {
            let (titles, functions, bodies) = (Vec::new(), Vec::new(), Vec::new());
            return Contact { organisation: None, titles, functions, bodies, ..contact };
        };
        let posts = || person.posts.iter();
        let functions: BTreeSet<_> = posts().flat_map(|post| &post.functions).map(|one| one.name.clone()).collect();
        let bodies: BTreeSet<_> =
            posts().flat_map(|post| &post.bodies).filter_map(|key| self.bodies.get(key)).collect();
        Contact {
            titles: posts().map(|post| post.long.clone()).collect(),
            functions: functions.into_iter().collect(),
            bodies: bodies.into_iter().cloned().collect(),
            ..contact
        }
    }
}

impl Contact {
    /// The same for whoever is shown the name and not what stands behind it: not its parts, not when it was written
    /// last, and a mark that is another in each `place` where the card is given away, which leads back to nothing.
    pub fn apart(self, place: Uuid) -> Self {
        let mut mark = Sha256::new();
        mark.update(place.as_bytes());
        mark.update(self.id.as_bytes());
        let id = Builder::from_custom_bytes(mark.finalize()[..16].try_into().expect("a digest is longer")).into_uuid();
        Self { id, honorific: None, given: None, family: None, revised: String::new(), ..self }
    }

    /// The card as text, with the address of the person's page in a portal that is open to whoever gets it.
    pub fn card(&self, portal: Option<&str>) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let name = self.name();
        let mut card = Card::of(&format!("urn:uuid:{}", self.id), &self.link.title).parts("N", &name);
        for title in &self.titles {
            card = card.text("TITLE", title);
        }
        for function in &self.functions {
            card = card.text("ROLE", function);
        }
        if let Some(organisation) = &self.organisation {
            let units = self.bodies.iter().map(String::as_str).take(1);
            card = card.parts("ORG", &[organisation.as_str()].into_iter().chain(units).collect::<Vec<_>>());
        }
        if let Some(place) = &self.place {
            card = card.parts("ADR", &["", "", "", place, "", "", ""]);
        }
        card = card.text("EMAIL", &text(&self.email)).text("TEL", &text(&self.phone));
        if let Some(portal) = portal {
            card = card.value("URL", &format!("{portal}/equipe/{}", self.link.slug));
        }
        let card = if self.revised.is_empty() { card } else { card.value("REV", &self.revised) };
        card.finish()
    }

    /// Family name, given name, others, what stands before, what stands behind. A name that nobody has parted is
    /// a family name: address books sort by it.
    fn name(&self) -> [&str; 5] {
        let (given, family) = (self.given.as_deref(), self.family.as_deref());
        let whole = if given.or(family).is_none() { self.link.title.as_str() } else { "" };
        [family.unwrap_or(whole), given.unwrap_or_default(), "", self.honorific.as_deref().unwrap_or_default(), ""]
    }
}
