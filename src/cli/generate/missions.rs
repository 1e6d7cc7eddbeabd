//! Missions and articles.

use serde_json::{Value, json};

use super::around::{begun, sources};
use super::random::Random;
use super::words::{month, sentence, sentences, subject};
use super::{Plan, slug};

const STATES: [&str; 8] = ["done", "done", "done", "done", "running", "running", "planned", "stopped"];
const ROLES: [&str; 4] = ["data scientist", "data consultant", "développement", "conduite du projet"];

pub fn mission(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "mission", n);
    let random = &mut random;
    let title = title(random);
    let state = random.one(&STATES);
    let (begins, ends) = (begun(random), Some(month(random, 2025, 2025)).filter(|_| state == "done"));
    json!({
        "slug": slug(&title, n), "title": title, "client": plan.client(random), "offer": plan.offer(random),
        "follows": (n > 0 && random.chance(10)).then(|| plan.mission(random.below(n))),
        "summary": sentence(random), "aim": sentences(random, 2),
        "aims": several(random, 0, 2, |random| json!({ "text": sentence(random) })),
        "state": state, "begins": begins, "ends": ends,
        "planned": format!("{} mois", random.between(1, 12)),
        "phases": phases(plan, random, state),
        "deliverables": several(random, 1, 3, |random| json!({
            "title": subject(random), "text": sentence(random),
            "features": several(random, 0, 3, |random| json!({ "text": sentence(random) })),
        })),
        "needs": sentence(random), "data": sentences(random, 2),
        "team": team(plan, random),
        "contributors": plan.people_of(random, n % 2).iter().map(|person| json!({ "person": person })).collect::<Vec<_>>(),
        "technologies": technologies(plan, random),
        "trials": trials(plan, random),
        "steps": several(random, 0, 4, |random| json!({ "title": subject(random), "text": sentence(random) })),
        "difficulties": several(random, 0, 3, |random| json!({
            "text": sentence(random), "nature": random.one(&["technical", "organisational", "human"]),
        })),
        "outcomes": several(random, 0, 3, |random| json!({
            "text": sentence(random), "nature": random.one(&["objectives", "schedule", "judgement", "benefit"]),
        })),
        "lessons": format!("{}\n\n- {}\n- {}", plan.words(random), sentence(random), sentence(random)),
        "sources": sources(random, &["", "phases", "team", "technologies", "outcomes"]),
    })
}

fn title(random: &mut Random) -> String {
    subject(random)
}

fn several(random: &mut Random, least: usize, most: usize, row: impl Fn(&mut Random) -> Value) -> Vec<Value> {
    (0..random.between(least, most)).map(|_| row(random)).collect()
}

/// The last phase is where the mission stands; each after the first is opened by a gate.
fn phases(plan: &Plan, random: &mut Random, state: &str) -> Vec<Value> {
    let count = random.between(2, 5);
    let phase = |n: usize| {
        let last = n + 1 == count;
        let mut phase = json!({
            "title": format!("Phase {}, {}", n + 1, subject(random).to_lowercase()),
            "work": sentences(random, 2), "result": sentence(random), "state": if last { state } else { "done" },
        });
        if n > 0 {
            phase["gate"] = random.one(&["go_no_go", "signature"]).into();
            phase["decision"] = if last && state == "stopped" { "no_go" } else { "go" }.into();
            phase["decided_by"] = plan.anybody(random).into();
            phase["decided"] = month(random, 2019, 2024).into();
            phase["reason"] = sentence(random).into();
        }
        phase
    };
    (0..count).map(phase).collect()
}

fn team(plan: &Plan, random: &mut Random) -> Vec<Value> {
    let size = random.between(1, 5);
    let people = plan.people_of(random, size).into_iter();
    let member = |person| {
        let time = random.between(1, 20).to_string();
        json!({ "person": person, "role": random.one(&ROLES), "time": time, "time_unit": "day", "time_nature": "effort" })
    };
    people.map(member).collect()
}

fn technologies(plan: &Plan, random: &mut Random) -> Vec<Value> {
    let size = random.between(2, 7);
    let chosen = plan.technologies_of(random, size).into_iter();
    let roles = ["source", "target", "method", "tool", "data", "problem", "language"];
    chosen.map(|slug| json!({ "technology": slug, "role": random.one(&roles), "purpose": sentence(random) })).collect()
}

fn trials(plan: &Plan, random: &mut Random) -> Vec<Value> {
    let tried = plan.technologies_of(random, 4);
    if tried.len() < 2 || random.chance(60) {
        return Vec::new();
    }
    let candidates: Vec<_> = tried
        .iter()
        .map(|slug| json!({ "technology": slug, "result": format!("{} %", random.between(60, 99)) }))
        .collect();
    vec![json!({
        "question": subject(random), "candidates": candidates, "winner": tried[random.below(tried.len())],
        "criterion": "la part des réponses justes",
    })]
}

pub fn article(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "article", n);
    let random = &mut random;
    let title = format!("{} : ce que nous avons appris", subject(random));
    let state = random.one(&["published", "published", "published", "published", "written", "planned"]);
    json!({
        "slug": slug(&title, n), "title": title, "summary": sentence(random), "subject": sentence(random),
        "technology": plan.technologies_of(random, 1).first(), "author": plan.anybody(random),
        "commissioners": plan.people_of(random, n % 2).iter().map(|person| json!({ "person": person })).collect::<Vec<_>>(),
        "audience": sentence(random), "aim": sentence(random), "state": state,
        "published": (state == "published").then(|| format!("{}-{:02}", month(random, 2015, 2025), random.between(1, 28))),
        "mission": (plan.missions > 0 && random.chance(40)).then(|| plan.mission(random.below(plan.missions))),
        "body": (state != "planned").then(|| body(plan, random)),
        "sources": sources(random, &["", "body"]),
    })
}

fn body(plan: &Plan, random: &mut Random) -> String {
    let part = |_| {
        format!("## {}\n\n{}\n\n- {}\n- {}\n", subject(random), plan.words(random), sentence(random), sentence(random))
    };
    (0..4).map(part).collect::<Vec<_>>().join("\n")
}

impl Plan {
    fn mission(&self, n: usize) -> String {
        slug(&title(&mut Random::of(self.seed, "mission", n)), n)
    }
}
