//! Two people changed the same field: base, theirs and mine side by side, one choice each; below, what was merged without a
//! question. Nothing is written before every choice is made, and what was typed stays in the form.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;
use uuid::Uuid;

use super::address;
use super::kinds::Editable;
use super::queries::{self, Revision};
use super::said;
use super::told::{Names, Teller, image};
use super::words::{Mark, Run, compare};
use crate::access::Editor;
use crate::error::{Error, Errors, Result};
use crate::history::{self, Base, Clash, Conflict, Edit};
use crate::site::parts::author;
use crate::store::Tx;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// The choices that were made, against the version that was shown.
#[derive(Clone)]
pub struct Picks {
    pub shown: i32,
    sides: HashMap<String, String>,
    others: HashMap<String, String>,
}

impl Picks {
    /// Takes the fields of the merge page out of the form; none if it is no merge.
    pub fn take(typed: &mut Typed) -> Option<Self> {
        let shown = typed.get("shown")?.parse().ok()?;
        let (mut sides, mut others) = (HashMap::new(), HashMap::new());
        for (name, text) in typed.pairs() {
            if let Some(at) = name.strip_prefix("pick.") {
                sides.insert(at.to_owned(), text.clone());
            } else if let Some(at) = name.strip_prefix("other.") {
                others.insert(at.to_owned(), text.replace("\r\n", "\n"));
            }
        }
        *typed = typed.without(|name| name == "shown" || name.starts_with("pick.") || name.starts_with("other."));
        Some(Self { shown, sides, others })
    }

    pub fn of(&self, clash: &Clash) -> Option<Value> {
        match self.sides.get(&clash.at)?.as_str() {
            "base" => Some(clash.base.clone()),
            "theirs" => Some(clash.theirs.clone()),
            "mine" => Some(clash.mine.clone()),
            "other" => Some(self.others.get(&clash.at)?.clone().into()),
            _ => None,
        }
    }
}

pub struct Merge {
    editable: &'static Editable,
    slug: String,
    title: String,
    conflict: Conflict,
    names: Names,
    typed: Typed,
    base: i32,
    once: Uuid,
    /// The version that both began with and theirs, against which the choices are made; none: not there.
    before: Option<Revision>,
    theirs: Option<Revision>,
    /// Everybody who saved between the two.
    by: Vec<Option<String>>,
    /// What has been chosen already, once somebody posted.
    picks: Option<Picks>,
    /// What is wrong with what was chosen.
    errors: Errors,
    /// Whose form it is, and the draft that holds it meanwhile.
    held: Option<(String, Uuid)>,
}

/// One field, three texts.
struct Duel<'a> {
    at: &'a str,
    label: String,
    /// The three sides: what is posted, and the text with what changed marked.
    sides: [(&'static str, Vec<Run>); 3],
    /// The image of each side, if the field is one; empty: none.
    images: [String; 3],
    /// A text, of which a fourth version can be written.
    is_text: bool,
    pick: &'a str,
    other: String,
    error: String,
}

impl Duel<'_> {
    /// Whether nothing is left of what both began with: crossing it out alone would not be heard.
    fn is_gone(&self, runs: &[Run]) -> bool {
        runs.iter().all(|run| run.mark == Mark::Gone)
    }

    fn image(&self, side: &str) -> &str {
        let place = self.sides.iter().position(|(name, _)| *name == side);
        place.map_or("", |place| &self.images[place])
    }
}

/// What only one side changed.
struct United {
    label: String,
    runs: Vec<Run>,
    by: String,
}

#[derive(Template)]
#[template(path = "editing/merge.html")]
struct Show<'a> {
    page: &'a Chrome,
    merge: &'a Merge,
    duels: Vec<Duel<'a>>,
    united: Vec<United>,
}

impl Show<'_> {
    fn action(&self) -> String {
        address::form(self.merge.editable, &self.merge.slug)
    }

    /// The choices that wait, once somebody posted without them, and those that cannot be.
    fn open(&self) -> Vec<&Duel<'_>> {
        let was_posted = self.merge.picks.is_some();
        self.duels.iter().filter(|duel| was_posted && (duel.pick.is_empty() || !duel.error.is_empty())).collect()
    }

    /// What is wrong elsewhere with what was chosen.
    fn others(&self) -> Vec<String> {
        let is_shown = |at: &str| self.duels.iter().any(|duel| duel.at == at);
        let others = self.merge.errors.0.iter().filter(|(at, _)| !is_shown(at));
        others.map(|(_, wrong)| said::wrong(self.page, wrong)).collect()
    }

    fn moment(&self, revision: &Revision) -> String {
        self.page.moment(&revision.ago, &revision.day, &revision.time)
    }

    fn when(&self) -> String {
        self.merge.theirs.as_ref().map(|theirs| self.moment(theirs)).unwrap_or_default()
    }

    fn by(&self) -> String {
        self.merge.by(self.page)
    }

    fn deck(&self) -> &'static str {
        if self.merge.by.len() > 1 { "merge-deck-several" } else { "merge-deck" }
    }

    /// The form as it was typed, in hidden fields.
    fn pairs(&self) -> impl Iterator<Item = &(String, String)> {
        let own = ["do", "base", "once", "note"];
        self.merge.typed.pairs().iter().filter(move |(name, _)| !own.contains(&name.as_str()))
    }

    /// What the button that led here asked for.
    fn goal(&self) -> &str {
        if self.merge.typed.get("do") == Some("schedule") { "schedule" } else { "save" }
    }

    fn note(&self) -> &str {
        self.merge.typed.get("note").unwrap_or_default()
    }
}

impl Merge {
    pub(super) async fn of(
        tx: &mut Tx,
        editable: &'static Editable,
        conflict: Conflict,
        typed: Typed,
        (base, once): (i32, Uuid),
        zone: &str,
    ) -> Result<Self> {
        let title = editable.kind.read(conflict.merged.clone()).map(|(_, title)| title).unwrap_or_default();
        let slug = conflict.merged["slug"].as_str().unwrap_or_default().to_owned();
        let id = conflict.document;
        let begun = history::queries::at_version(tx, id, base).await?.unwrap_or_default();
        let names = Names::load(tx, editable, &[&conflict.merged, &conflict.mine, &begun]).await?;
        let before = queries::revision(tx, id, zone, base).await?;
        let theirs = queries::revision(tx, id, zone, conflict.version).await?;
        let by = queries::authors(tx, id, base, conflict.version).await?;
        let (picks, errors, held) = (None, Errors::default(), None);
        Ok(Self { editable, slug, title, conflict, names, typed, base, once, before, theirs, by, picks, errors, held })
    }

    pub(super) fn held(self, by: &Editor, kept: Option<Uuid>) -> Self {
        Self { held: kept.map(|draft| (by.account().to_owned(), draft)), ..self }
    }

    pub(super) fn page(&self, mut page: Private) -> Result<Response> {
        let (title, editing) = (page.chrome().name("merge-title", &self.title), page.chrome().t("editing-title"));
        page.titled(title).under(editing, "/edition");
        let teller =
            Teller::new(page.chrome(), self.editable, &self.names, &[&self.conflict.merged, &self.conflict.mine]);
        let mut clashes: Vec<_> = self.conflict.clashes.iter().collect();
        clashes.sort_by_key(|clash| teller.place(&clash.at));
        let duels = clashes.into_iter().map(|clash| self.duel(page.chrome(), &teller, clash)).collect();
        let united = self.united(page.chrome(), &teller);
        let status = if self.errors.0.is_empty() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        page.html(status, &Show { page: page.chrome(), merge: self, duels, united })
    }

    fn by(&self, page: &Chrome) -> String {
        let all: Vec<_> = self.by.iter().map(|by| author(page, by)).collect();
        if all.is_empty() { page.t("merge-somebody") } else { all.join(", ") }
    }

    fn duel<'a>(&'a self, page: &Chrome, teller: &Teller, clash: &'a Clash) -> Duel<'a> {
        let at = clash.at.as_str();
        let is_text = teller.is_text(at);
        let [base, theirs, mine] = [&clash.base, &clash.theirs, &clash.mine].map(|side| teller.text(at, side));
        let picks = self.picks.as_ref();
        let other = picks.and_then(|picks| picks.others.get(at)).cloned();
        let wrong = self.errors.at(at).map(|wrong| said::wrong(page, wrong));
        Duel {
            at,
            label: teller.label(at),
            sides: [
                ("base", compare(&base, &base)),
                ("theirs", compare(&base, &theirs)),
                ("mine", compare(&base, &mine)),
            ],
            images: [&clash.base, &clash.theirs, &clash.mine].map(image),
            is_text,
            pick: picks.and_then(|picks| picks.sides.get(at)).map(String::as_str).unwrap_or_default(),
            other: other.unwrap_or(mine),
            error: wrong.unwrap_or_default(),
        }
    }

    fn united(&self, page: &Chrome, teller: &Teller) -> Vec<United> {
        let mut united = self.conflict.united();
        united.sort_by_key(|(one, ..)| teller.place(&one.at));
        let all = united.into_iter().map(|(one, they, we)| {
            let is_order = one.before.is_array() && one.after.is_array();
            let tell = |value: &Value| match is_order {
                true => teller.order(&one.at, value),
                false => teller.text(&one.at, value),
            };
            let by = match (they, we && self.conflict.own.contains(one)) {
                (true, true) => page.name("merge-both", &self.by(page)),
                (true, false) => self.by(page),
                (false, _) => page.t("merge-you"),
            };
            United { label: teller.label(&one.at), runs: compare(&tell(&one.before), &tell(&one.after)), by }
        });
        all.collect()
    }
}

/// The choices that can stand although somebody saved once more: those where the other side is still what was chosen
/// against. The texts that were written stay.
pub(super) async fn still_good(tx: &mut Tx, edit: &Edit, picks: &Picks, now: i32) -> Result<Picks> {
    let before = history::shown(tx, edit, picks.shown).await?.clashes;
    let after = history::shown(tx, edit, now).await?.clashes;
    let mut picks = Picks { shown: now, ..picks.clone() };
    picks.sides.retain(|at, _| {
        let of = |clashes: &[Clash]| clashes.iter().find(|clash| clash.at == *at).map(|clash| clash.theirs.clone());
        of(&before) == of(&after)
    });
    Ok(picks)
}

/// The merge page once more, with the choices that were made, those that still wait, and what is wrong with them.
pub(super) async fn reopen(
    tx: &mut Tx,
    edit: Edit,
    picks: &Picks,
    errors: Errors,
    typed: Typed,
    zone: &str,
) -> Result<Merge> {
    let editable = Editable::named(edit.kind.name).ok_or(Error::NotFound)?;
    let Base::Version(base) = edit.base else { return Err(Error::Malformed) };
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    let conflict = history::shown(tx, &edit, picks.shown).await?;
    let merge = Merge::of(tx, editable, conflict, typed, (base, once), zone).await?;
    Ok(Merge { picks: Some(picks.clone()), errors, ..merge })
}
