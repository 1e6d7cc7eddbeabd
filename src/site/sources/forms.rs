//! The form of a source.

use super::{Contradiction, Section, Source};
use crate::web::form::{Form, Reader, sources};

impl Form for Source {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            title: f.text("title"),
            nature: f.choice("nature"),
            summary: f.long("summary"),
            authors: f.long("authors"),
            author: f.reference("author"),
            date: f.date("date"),
            printed_date: f.text("printed_date"),
            frame: f.text("frame"),
            object: f.long("object"),
            listed_in: f.reference("listed_in"),
            number: f.text("number"),
            position: f.number("position"),
            cited: f.text("cited"),
            venue: f.text("venue"),
            volume: f.text("volume"),
            issue: f.text("issue"),
            pages: f.text("pages"),
            publisher: f.text("publisher"),
            place: f.text("place"),
            url: f.text("url"),
            sections: f.rows("sections", section),
            contradictions: f.rows("contradictions", contradiction),
            sources: sources(f),
        }
    }
}

fn section(f: &mut Reader) -> Section {
    Section { key: f.key(), title: f.text("title"), number: f.text("number"), page: f.text("page") }
}

fn contradiction(f: &mut Reader) -> Contradiction {
    Contradiction {
        key: f.key(),
        title: f.text("title"),
        said: f.long("said"),
        reading: f.long("reading"),
        sections: f.text("sections"),
        nature: f.choice("nature"),
    }
}
