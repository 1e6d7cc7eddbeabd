//! The form of a person.

use super::{Education, Employment, Later, Person, Remark};
use crate::site::rows::attested;
use crate::web::form::{Form, Reader, sources};

impl Form for Person {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            name: f.text("name"),
            sorted: f.text("sorted"),
            honorific: f.text("honorific"),
            given: f.text("given"),
            family: f.text("family"),
            description: f.text("description"),
            summary: f.long("summary"),
            email: f.text("email"),
            phone: f.text("phone"),
            place: f.text("place"),
            affiliation: f.reference("affiliation"),
            picture: f.picture("picture"),
            employments: f.rows("employments", employment),
            education: f.rows("education", education),
            later: f.rows("later", later),
            remarks: f.rows("remarks", remark),
            sources: sources(f),
        }
    }
}

fn employment(f: &mut Reader) -> Employment {
    Employment {
        key: f.key(),
        contract: f.choice("contract"),
        words: f.text("words"),
        begins: f.date("begins"),
        ends: f.date("ends"),
        duration: f.text("duration"),
        attested: attested(f),
        certainty: f.choice("certainty"),
    }
}

fn education(f: &mut Reader) -> Education {
    Education {
        key: f.key(),
        title: f.text("title"),
        institution: f.reference("institution"),
        level: f.text("level"),
        text: f.long("text"),
    }
}

fn later(f: &mut Reader) -> Later {
    Later {
        key: f.key(),
        title: f.text("title"),
        organisation: f.reference("organisation"),
        place: f.text("place"),
        begins: f.date("begins"),
        ends: f.date("ends"),
        text: f.long("text"),
    }
}

fn remark(f: &mut Reader) -> Remark {
    Remark { key: f.key(), text: f.long("text"), nature: f.choice("nature"), person: f.reference("person") }
}
