//! A form as it was sent: what was typed, from which version, and which button was pressed.

use time::OffsetDateTime;
use uuid::Uuid;

use super::address::Target;
use super::carry::Carry;
use super::press::Press;
use super::{drafts, merge};
use crate::error::{Errors, Wrong};
use crate::history::{Change, Edit, LINE, Origin};
use crate::web::form::Typed;

/// A form as it was sent.
pub struct Sent {
    pub target: Target,
    pub typed: Typed,
    /// What is wrong with the files that came with it.
    pub files: Errors,
    pub picks: Option<merge::Picks>,
    /// The form that waits for what is created here.
    pub carry: Option<Carry>,
    pub base: i32,
    pub once: Uuid,
    /// The button that was pressed, if nothing is to be saved.
    pub press: Option<Press>,
    pub goal: Goal,
    pub zone: String,
    pub now: OffsetDateTime,
}

/// What is to become of what was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    Save,
    Draft,
    /// Published at a time.
    Publish,
}

impl Sent {
    pub fn read(target: Target, mut typed: Typed, zone: String, now: OffsetDateTime) -> Self {
        let press = Press::take(&mut typed);
        let picks = merge::Picks::take(&mut typed);
        let carry = Carry::take(&mut typed);
        let (base, once) = made_from(&typed);
        let goal = match typed.get("do") {
            Some("draft") => Goal::Draft,
            Some("schedule") if target.editable.publish.is_some() => Goal::Publish,
            _ => Goal::Save,
        };
        let files = Errors::default();
        Self { target, typed, files, picks, carry, base, once, press, goal, zone, now }
    }

    pub fn change(&self, edit: Edit) -> Change {
        Change { origin: Origin::Form, note: note(&self.typed), once: Some(self.once), edits: vec![edit] }
    }

    /// All that was sent, with the form that waits: as a draft keeps it.
    pub fn whole(&self) -> Typed {
        let waits = self.carry.iter().flat_map(Carry::hidden);
        self.typed.pairs().iter().cloned().chain(waits).collect()
    }

    /// What is typed of the document itself.
    pub fn plain(&self) -> Typed {
        match self.target.editable.publish {
            Some(_) => self.typed.without(drafts::is_field),
            None => self.typed.clone(),
        }
    }
}

/// Why it is changed, in the words of who changes it.
pub fn note(typed: &Typed) -> Option<String> {
    typed.get("note").map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned)
}

/// What is wrong with these words; they are no part of the document, which has rules of its own.
pub fn wrong_note(typed: &Typed) -> Option<Wrong> {
    let note = typed.get("note")?.trim();
    if note.chars().count() > LINE {
        return Some(Wrong::TooLong(LINE));
    }
    let is_refused = |sign: char| sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}');
    note.contains(is_refused).then_some(Wrong::Character)
}

/// The version that a form was made from, and its one-time key.
fn made_from(typed: &Typed) -> (i32, Uuid) {
    let base = typed.get("base").and_then(|base| base.parse().ok()).unwrap_or(0);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    (base, once)
}
