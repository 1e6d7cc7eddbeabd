//! The form of a domain.

use super::{Choice, Domain};
use crate::web::form::{Form, Reader, sources};

impl Form for Domain {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            title: f.text("title"),
            section: f.text("section"),
            position: f.number("position"),
            summary: f.long("summary"),
            decider: f.text("decider"),
            decided_by: f.reference("decided_by"),
            decided: f.date("decided"),
            circumstance: f.text("circumstance"),
            occasioned_by: f.reference("occasioned_by"),
            choices: f.rows("choices", choice),
            sources: sources(f),
        }
    }
}

fn choice(f: &mut Reader) -> Choice {
    Choice {
        key: f.key(),
        technology: f.reference("technology"),
        none: f.text("none"),
        purpose: f.long("purpose"),
        reason: f.long("reason"),
        version: f.text("version"),
        condition: f.text("condition"),
        standing: f.choice("standing"),
        practice: f.reference("practice"),
        since: f.date("since"),
        certainty: f.choice("certainty"),
    }
}
