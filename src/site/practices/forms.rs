//! The form of a practice.

use super::{Application, Part, Practice, Tool};
use crate::site::rows::aliases;
use crate::web::form::{Form, Reader, sources};

impl Form for Practice {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            title: f.text("title"),
            aliases: aliases(f),
            position: f.number("position"),
            summary: f.long("summary"),
            aim: f.long("aim"),
            frequency: f.text("frequency"),
            day: f.text("day"),
            hours: f.text("hours"),
            duration: f.text("duration"),
            participants: f.text("participants"),
            parts: f.rows("parts", part),
            outcome: f.long("outcome"),
            tools: f.rows("tools", tool),
            applications: f.rows("applications", application),
            sources: sources(f),
        }
    }
}

fn part(f: &mut Reader) -> Part {
    Part { key: f.key(), title: f.text("title"), duration: f.text("duration"), text: f.long("text") }
}

fn tool(f: &mut Reader) -> Tool {
    Tool { key: f.key(), technology: f.reference("technology"), purpose: f.long("purpose") }
}

fn application(f: &mut Reader) -> Application {
    Application {
        key: f.key(),
        title: f.text("title"),
        product: f.reference("product"),
        mission: f.reference("mission"),
        text: f.long("text"),
    }
}
