//! The form of the company.

use super::{Body, Company, Profession, Recognition, Service, Statement};
use crate::site::rows::{aliases, titled};
use crate::web::form::{Form, Reader, sources};

impl Form for Company {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            name: f.text("name"),
            aliases: aliases(f),
            summary: f.long("summary"),
            form: f.text("form"),
            place: f.text("place"),
            since: f.date("since"),
            website: f.text("website"),
            definition: f.text("definition"),
            promise: f.long("promise"),
            ambition: f.long("ambition"),
            area: f.text("area"),
            activities: f.rows("activities", titled),
            legal_form: f.text("legal_form"),
            address: f.text("address"),
            registration: f.text("registration"),
            capital: f.text("capital"),
            revenue: f.text("revenue"),
            founders: f.text("founders"),
            founded: f.date("founded"),
            departures: f.long("departures"),
            statements: f.rows("statements", statement),
            main_stake: f.row_of("main_stake", "statements"),
            support: f.long("support"),
            recognitions: f.rows("recognitions", recognition),
            professions: f.rows("professions", profession),
            distinction: f.long("distinction"),
            bodies: f.rows("bodies", body),
            sources: sources(f),
        }
    }
}

fn statement(f: &mut Reader) -> Statement {
    Statement { key: f.key(), title: f.text("title"), theme: f.choice("theme"), text: f.long("text") }
}

fn recognition(f: &mut Reader) -> Recognition {
    Recognition {
        key: f.key(),
        organisation: f.reference("organisation"),
        title: f.text("title"),
        since: f.date("since"),
        certainty: f.choice("certainty"),
        services: f.rows("services", service),
    }
}

fn service(f: &mut Reader) -> Service {
    Service { key: f.key(), title: f.text("title"), text: f.long("text"), provider: f.text("provider") }
}

fn profession(f: &mut Reader) -> Profession {
    Profession { key: f.key(), name: f.text("name"), text: f.long("text") }
}

fn body(f: &mut Reader) -> Body {
    Body { key: f.key(), name: f.text("name"), text: f.long("text") }
}
