//! The form of an event.

use super::Event;
use crate::site::rows::aliases;
use crate::web::form::{Form, Reader, sources};

impl Form for Event {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            title: f.text("title"),
            aliases: aliases(f),
            nature: f.choice("nature"),
            summary: f.long("summary"),
            place: f.text("place"),
            begins: f.date("begins"),
            ends: f.date("ends"),
            organiser: f.reference("organiser"),
            url: f.text("url"),
            mission: f.reference("mission"),
            participation: f.long("participation"),
            decided_by: f.reference("decided_by"),
            decided: f.date("decided"),
            result: f.text("result"),
            sources: sources(f),
        }
    }
}
