//! The form of a technology.

use super::Technology;
use crate::site::rows::aliases;
use crate::web::form::{Form, Reader, sources};

impl Form for Technology {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            name: f.text("name"),
            aliases: aliases(f),
            summary: f.long("summary"),
            nature: f.choice("nature"),
            maker: f.reference("maker"),
            reference: f.reference("reference"),
            remark: f.long("remark"),
            sources: sources(f),
        }
    }
}
