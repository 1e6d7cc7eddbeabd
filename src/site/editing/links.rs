//! Links from a text to pages of this portal: added by the name of the page, and looked at before the text is saved.

use serde_json::Value;

use super::address;
use super::kinds::{EDITABLE, Editable};
use super::queries::{self, Page};
use crate::error::{Errors, Result, Wrong};
use crate::history::value;
use crate::site::parts::kind_words;
use crate::store::Tx;
use crate::web::form::{Answer, Typed};
use crate::web::markdown;
use crate::web::page::Chrome;

/// The field beside a text in which a page is named.
pub fn field(text: &str) -> String {
    format!("link.{text}")
}

impl Page {
    pub fn href(&self) -> String {
        Editable::named(&self.kind).map(|editable| address::page(editable, &self.slug)).unwrap_or_default()
    }

    /// « Michel Condemine, mission »: several kinds may have the same name.
    pub fn words(&self, page: &Chrome) -> String {
        page.say("md-link-page", &[("name", &self.title), ("kind", &page.t(kind_words(&self.kind)))])
    }
}

/// Adds a link at the end of a text, to the page that is named beside it; if there is none or there are several, the
/// form says so.
pub async fn add(tx: &mut Tx, typed: &mut Typed, text: &str) -> Result<Errors> {
    let name = typed.get(&field(text)).unwrap_or_default().trim().to_owned();
    typed.focus = Some(field(text));
    let (kind, slug) = place(&name).unwrap_or_default();
    let mut found = queries::pages_named(tx, &name, &kind, &slug).await?;
    if found.len() != 1 {
        let wrong = match found.as_slice() {
            _ if name.is_empty() => Wrong::Missing,
            [] => Wrong::Unknown("page", name),
            several => Wrong::Several(several.iter().map(Page::href).collect()),
        };
        return Ok(Errors::one(field(text), wrong));
    }
    let page = found.remove(0);
    let before = typed.get(text).unwrap_or_default().trim_end().to_owned();
    let gap = if before.is_empty() { "" } else { "\n\n" };
    typed.put(text, &format!("{before}{gap}[{}]({})", escaped(&page.title), page.href()));
    typed.put(&field(text), "");
    typed.focus = Some(text.to_owned());
    Ok(Errors::default())
}

/// A title between the brackets of a link.
fn escaped(title: &str) -> String {
    let is_sign = |sign: char| matches!(sign, '[' | ']' | '\\' | '*' | '_' | '`' | '<');
    title.chars().flat_map(|sign| is_sign(sign).then_some('\\').into_iter().chain([sign])).collect()
}

/// Links that lead to no page and what no page shows, unless it stood in the text before: whoever mends something else is
/// not stopped by it.
pub async fn dead(tx: &mut Tx, editable: &Editable, mine: &Value, before: Option<&Value>) -> Result<Errors> {
    let mut errors = Errors::default();
    for question in (editable.outline)().iter().filter(|question| question.answer == Answer::Markdown) {
        let text = value::get(mine, &question.name).as_str().unwrap_or_default();
        let known = before.and_then(|before| value::get(before, &question.name).as_str()).unwrap_or_default();
        let found = markdown::links(text);
        if let Some(foreign) = found.unshown.into_iter().find(|link| !known.contains(link)) {
            errors.add(&question.name, Wrong::Foreign(foreign));
        }
        if found.wordless.iter().any(|image| !known.contains(image)) {
            errors.add(&question.name, Wrong::Rule("image-wordless"));
        }
        let mut links = found.own;
        links.retain(|link| place(link).is_some() && !known.contains(link));
        let (kinds, slugs): (Vec<_>, Vec<_>) = links.iter().filter_map(|link| place(link)).unzip();
        let there = queries::are_there(tx, &kinds, &slugs).await?;
        if let Some((link, _)) = links.into_iter().zip(there).find(|(_, there)| !there) {
            errors.add(&question.name, Wrong::Nowhere(link));
        }
    }
    Ok(errors)
}

/// The kind and slug of the document that an address means; none: some other page.
fn place(link: &str) -> Option<(String, String)> {
    let path = link.split(['?', '#']).next()?;
    let (kind, slug) = EDITABLE.iter().find_map(|editable| {
        let slug = path.strip_prefix(editable.address)?.strip_prefix('/')?;
        (!slug.is_empty() && !slug.contains('/')).then_some((editable.kind.name, slug))
    })?;
    // `/equipe/samy-melaine.vcf` is the same in another form
    Some((kind.to_owned(), slug.split('.').next()?.to_owned()))
}
