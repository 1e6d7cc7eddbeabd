//! What the pages say of drafts.

use axum::http::Uri;
use uuid::Uuid;

use super::queries::{self, Draft, Resumed};
use crate::access::Editor;
use crate::error::{Error, Result};
use crate::history::Id;
use crate::site::editing::address::{self, Target};
use crate::site::editing::kinds::Editable;
use crate::store::Tx;
use crate::web::page::Chrome;

/// The name in an address of the draft that a form is to be filled from.
const NAME: &str = "brouillon";

/// « 12 minutes », « 3 jours ».
pub fn age(page: &Chrome, minutes: &i32) -> String {
    let minutes = usize::try_from(*minutes).unwrap_or_default();
    match minutes {
        0 => page.t("draft-age-now"),
        1..60 => page.count("draft-age-minutes", minutes),
        60..2880 => page.count("draft-age-hours", minutes / 60),
        _ => page.count("draft-age-days", minutes / 1440),
    }
}

/// The draft that an address asks for, if it asks for one.
///
/// # Errors
/// `NotFound`: not this editor's, not of this form, or gone.
pub async fn resumed(
    tx: &mut Tx,
    by: &Editor,
    uri: &Uri,
    target: &Target,
    document: Option<Id>,
    zone: &str,
) -> Result<Option<Resumed>> {
    let asked = uri.query().into_iter().flat_map(|query| form_urlencoded::parse(query.as_bytes()));
    let Some(id) = asked.into_iter().find(|(name, _)| name == NAME).map(|(_, id)| id) else { return Ok(None) };
    let id = Uuid::parse_str(&id).map_err(|_| Error::NotFound)?;
    let draft = queries::one(tx, by.account(), id, zone).await?.ok_or(Error::NotFound)?;
    let is_here = match document {
        Some(_) => draft.document == document,
        None => draft.document.is_none() && draft.form == target.form(),
    };
    if is_here { Ok(Some(draft)) } else { Err(Error::NotFound) }
}

impl Draft {
    /// What it is a draft of.
    pub fn editable(&self) -> Option<&'static Editable> {
        Target::of(&self.form).ok().map(|target| target.editable)
    }

    /// Where its document is changed, or a new one is made.
    pub fn at(&self) -> String {
        match (self.editable(), &self.slug) {
            (Some(editable), Some(slug)) => address::form(editable, slug),
            _ => self.form.clone(),
        }
    }

    /// Where it is taken up again.
    pub fn resume_at(&self) -> String {
        format!("{}?{NAME}={}", self.at(), self.id)
    }

    /// Whether somebody saved since.
    pub fn is_behind(&self) -> bool {
        self.version.is_some_and(|version| version > self.base)
    }

    pub fn is_removed(&self) -> bool {
        self.removed == Some(true)
    }

    /// When it is to be published, in words.
    pub fn publish(&self, page: &Chrome) -> Option<String> {
        let (day, time) = (self.publish_day.as_ref()?, self.publish_time.as_ref()?);
        Some(moment(page, day, time))
    }

    /// Why it could not be.
    pub fn failure(&self, page: &Chrome) -> Option<String> {
        self.failed.as_deref().map(|why| page.t(failure(why)))
    }
}

impl Resumed {
    pub fn publish(&self, page: &Chrome) -> Option<String> {
        let (day, time) = (self.publish_day.as_ref()?, self.publish_time.as_ref()?);
        Some(moment(page, day, time))
    }

    pub fn failure(&self, page: &Chrome) -> Option<String> {
        self.failed.as_deref().map(|why| page.t(failure(why)))
    }
}

fn moment(page: &Chrome, day: &str, time: &str) -> String {
    page.say("publish-moment", &[("day", &page.date(day)), ("time", &page.time(time))])
}

/// The message of a reason.
fn failure(why: &str) -> &'static str {
    match why {
        "role" => "publish-failed-role",
        "removed" => "publish-failed-removed",
        "clash" => "publish-failed-clash",
        "check" => "publish-failed-check",
        _ => "publish-failed-fault",
    }
}
