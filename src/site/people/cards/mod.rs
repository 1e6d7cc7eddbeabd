//! Business cards of people, for address books: `/equipe/samy-melaine.vcf`, and all of the company in `/equipe.vcf`.

mod queries;

use axum::extract::State;
use axum::response::Response;

pub use queries::{Contact, contacts};

use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::Shared;
use crate::web::vcard::Card;

const MEDIA_TYPE: &str = "text/vcard; charset=utf-8";

pub async fn index(page: Shared, State(app): State<App>) -> Result<Response> {
    let cards: String =
        contacts(&app.store, None).await?.iter().map(|one| one.card(Some(&app.config.public_url))).collect();
    Ok(page.file(MEDIA_TYPE, "equipe.vcf", cards.into_bytes()))
}

/// The card of one person; a former address leads to the current one.
pub async fn show(page: &Shared, app: &App, slug: &str) -> Result<Response> {
    let contact = contacts(&app.store, Some(slug)).await?.pop().ok_or(Error::NotFound)?;
    if contact.link.slug != slug {
        return Err(Error::Moved(format!("/equipe/{}.vcf", contact.link.slug)));
    }
    let card = contact.card(Some(&app.config.public_url));
    Ok(page.file(MEDIA_TYPE, &format!("{}.vcf", contact.link.slug), card.into_bytes()))
}

impl Contact {
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
        card.value("REV", &self.revised).finish()
    }

    /// Family name, given name, others, what stands before, what stands behind. A name that nobody has parted is
    /// a family name: address books sort by it.
    fn name(&self) -> [&str; 5] {
        let (given, family) = (self.given.as_deref(), self.family.as_deref());
        let whole = if given.or(family).is_none() { self.link.title.as_str() } else { "" };
        [family.unwrap_or(whole), given.unwrap_or_default(), "", self.honorific.as_deref().unwrap_or_default(), ""]
    }
}
