//! The form of a post.

use super::{Function, Holder, Line, Membership, Post};
use crate::site::rows::{attested, text};
use crate::web::form::{Form, Reader, sources};

impl Form for Post {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            title: f.text("title"),
            abbreviation: f.text("abbreviation"),
            position: f.number("position"),
            summary: f.long("summary"),
            functions: f.rows("functions", function),
            bodies: f.rows("bodies", membership),
            responsibilities: f.rows("responsibilities", text),
            holders: f.rows("holders", holder),
            lines: f.rows("lines", line),
            sources: sources(f),
        }
    }
}

fn function(f: &mut Reader) -> Function {
    Function { key: f.key(), profession: f.reference("profession") }
}

fn membership(f: &mut Reader) -> Membership {
    Membership { key: f.key(), body: f.reference("body") }
}

fn holder(f: &mut Reader) -> Holder {
    Holder {
        key: f.key(),
        person: f.reference("person"),
        begins: f.date("begins"),
        ends: f.date("ends"),
        attested: attested(f),
        certainty: f.choice("certainty"),
    }
}

fn line(f: &mut Reader) -> Line {
    Line {
        key: f.key(),
        post: f.reference("post"),
        nature: f.choice("nature"),
        begins: f.date("begins"),
        ends: f.date("ends"),
        certainty: f.choice("certainty"),
    }
}
