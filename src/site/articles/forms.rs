//! The form of an article.

use super::{Article, Commissioner};
use crate::web::form::{Form, Reader, sources};

impl Form for Article {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            title: f.text("title"),
            title_certainty: f.choice("title_certainty"),
            position: f.number("position"),
            summary: f.long("summary"),
            subject: f.long("subject"),
            technology: f.reference("technology"),
            author: f.reference("author"),
            commissioners: f.rows("commissioners", commissioner),
            picture: f.picture("picture"),
            reason: f.long("reason"),
            audience: f.long("audience"),
            aim: f.long("aim"),
            style: f.long("style"),
            state: f.choice("state"),
            state_words: f.text("state_words"),
            url: f.text("url"),
            published: f.date("published"),
            mission: f.reference("mission"),
            event: f.reference("event"),
            research: f.long("research"),
            body: f.illustrated("body"),
            sources: sources(f),
        }
    }
}

fn commissioner(f: &mut Reader) -> Commissioner {
    Commissioner { key: f.key(), person: f.reference("person") }
}
