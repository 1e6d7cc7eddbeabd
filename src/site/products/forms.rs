//! The form of a product.

use super::{
    Comparison, Contributor, Decider, Decision, Difficulty, Member, Occasion, Product, Reuse, Step, Use, Vendor,
};
use crate::site::rows::{aliases, text, titled};
use crate::web::form::{Form, Reader, sources};

impl Form for Product {
    fn read(f: &mut Reader) -> Self {
        Self {
            slug: f.text("slug"),
            name: f.text("name"),
            aliases: aliases(f),
            position: f.number("position"),
            summary: f.long("summary"),
            form: f.text("form"),
            purpose: f.long("purpose"),
            audience: f.long("audience"),
            stage: f.choice("stage"),
            stage_words: f.text("stage_words"),
            stage_at: f.date("stage_at"),
            begins: f.date("begins"),
            ends: f.date("ends"),
            url: f.text("url"),
            online: f.date("online"),
            online_words: f.text("online_words"),
            clients: f.text("clients"),
            time: f.text("time"),
            time_unit: f.choice("time_unit"),
            time_nature: f.choice("time_nature"),
            time_words: f.text("time_words"),
            picture: f.picture("picture"),
            steps: f.rows("steps", step),
            features: f.rows("features", text),
            team: f.rows("team", member),
            contributors: f.rows("contributors", contributor),
            technologies: f.rows("technologies", usage),
            difficulties: f.rows("difficulties", difficulty),
            vendors: f.rows("vendors", vendor),
            tasks: f.rows("tasks", titled),
            results: f.rows("results", comparison),
            events: f.rows("events", occasion),
            decisions: f.rows("decisions", decision),
            reuses: f.rows("reuses", reuse),
            outcomes: f.rows("outcomes", text),
            sources: sources(f),
        }
    }
}

fn step(f: &mut Reader) -> Step {
    Step { key: f.key(), title: f.text("title"), text: f.long("text"), result: f.long("result") }
}

fn member(f: &mut Reader) -> Member {
    Member {
        key: f.key(),
        person: f.reference("person"),
        role: f.text("role"),
        begins: f.date("begins"),
        ends: f.date("ends"),
        time: f.text("time"),
        time_unit: f.choice("time_unit"),
        time_nature: f.choice("time_nature"),
        time_of: f.text("time_of"),
    }
}

fn contributor(f: &mut Reader) -> Contributor {
    Contributor { key: f.key(), person: f.reference("person"), role: f.text("role") }
}

fn usage(f: &mut Reader) -> Use {
    Use {
        key: f.key(),
        technology: f.reference("technology"),
        role: f.choice("role"),
        purpose: f.long("purpose"),
        certainty: f.choice("certainty"),
    }
}

fn difficulty(f: &mut Reader) -> Difficulty {
    Difficulty { key: f.key(), text: f.long("text"), nature: f.choice("nature") }
}

fn vendor(f: &mut Reader) -> Vendor {
    Vendor { key: f.key(), organisation: f.reference("organisation") }
}

fn comparison(f: &mut Reader) -> Comparison {
    Comparison {
        key: f.key(),
        vendor: f.reference("vendor"),
        task: f.row_of("task", "tasks"),
        result: f.text("result"),
    }
}

fn occasion(f: &mut Reader) -> Occasion {
    Occasion { key: f.key(), event: f.reference("event"), text: f.long("text") }
}

fn decision(f: &mut Reader) -> Decision {
    Decision {
        key: f.key(),
        title: f.text("title"),
        planned: f.long("planned"),
        decided: f.long("decided"),
        decided_at: f.date("decided_at"),
        reason: f.long("reason"),
        deciders: f.rows("deciders", decider),
    }
}

fn decider(f: &mut Reader) -> Decider {
    Decider { key: f.key(), person: f.reference("person") }
}

fn reuse(f: &mut Reader) -> Reuse {
    Reuse { key: f.key(), title: f.text("title"), product: f.reference("product"), text: f.long("text") }
}
