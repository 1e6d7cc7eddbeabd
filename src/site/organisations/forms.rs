//! The form of an organisation.

use super::{Organisation, Probable, Recognition};
use crate::site::rows::aliases;
use crate::web::form::{Form, Reader, sources};

impl Form for Organisation {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            name: f.text("name"),
            aliases: aliases(f),
            summary: f.long("summary"),
            nature: f.choice("nature"),
            activity: f.long("activity"),
            sector: f.text("sector"),
            small: f.flag("small"),
            place: f.text("place"),
            website: f.text("website"),
            person: f.reference("person"),
            remark: f.long("remark"),
            picture: f.picture("picture"),
            recognitions: f.rows("recognitions", recognition),
            probable: f.rows("probable", probable),
            sources: sources(f),
        }
    }
}

fn recognition(f: &mut Reader) -> Recognition {
    Recognition {
        key: f.key(),
        organisation: f.reference("organisation"),
        title: f.text("title"),
        since: f.date("since"),
    }
}

fn probable(f: &mut Reader) -> Probable {
    Probable { key: f.key(), organisation: f.reference("organisation"), text: f.long("text") }
}
