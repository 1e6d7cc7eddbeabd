//! People and their posts: a tree in which everybody but the first reports to somebody with a lower number.

use serde_json::{Value, json};

use super::around::{begun, sources};
use super::random::Random;
use super::words::{GIVEN, PLACES, family, month, sentence, sentences, subject};
use super::{Plan, slug};

/// The month in which everybody who is still there is known to be there.
const ATTESTED: &str = "2025-06";
/// How many report to each.
const SPAN: usize = 4;
/// One post in so many is vacant.
const VACANT: usize = 33;
/// One person in so many has left.
const FORMER: usize = 8;

const DEPARTMENTS: [&str; 4] = ["Études", "Produits", "Clients", "Opérations"];
const TEAMS: [&str; 8] = ["images", "séries", "textes", "visualisation", "serveurs", "qualité", "conseil", "essais"];
const ROLES: [&str; 6] =
    ["Data scientist", "Data consultant", "Développement", "Chargé d’études", "Conduite de projet", "Assistance"];

pub fn person(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "person", n);
    let (given, family) = name(&mut random);
    let name = format!("{given} {family}");
    let slug = slug(&name, n);
    json!({
        "slug": slug, "name": name, "given": given, "family": family,
        "summary": sentence(&mut random),
        "email": format!("{slug}@exemple.fr"),
        // numbers that are kept for works of fiction
        "phone": format!("01 99 00 {:02} {:02}", n / 100 % 100, n % 100),
        "place": random.one(&PLACES),
        "employments": [employment(&mut random, n < plan.staff())],
        "education": [{ "title": format!("Diplôme en {}", random.one(&TEAMS)), "text": sentence(&mut random) }],
        "remarks": remarks(plan, &mut random, n),
        "sources": sources(&mut random, &["", "employments"]),
    })
}

fn name(random: &mut Random) -> (&'static str, String) {
    (random.one(&GIVEN), family(random))
}

fn employment(random: &mut Random, present: bool) -> Value {
    let contract = random.one(&["permanent", "permanent", "permanent", "fixed_term", "apprenticeship", "internship"]);
    match present {
        true => json!({ "contract": contract, "begins": begun(random), "attested": [{ "date": ATTESTED }] }),
        false => {
            json!({ "contract": contract, "begins": month(random, 2012, 2017), "ends": month(random, 2018, 2024) })
        }
    }
}

fn remarks(plan: &Plan, random: &mut Random, n: usize) -> Value {
    match random.chance(20) {
        true => json!([{ "text": sentence(random), "nature": "thanks", "person": plan.person(random.below(n + 1)) }]),
        false => json!([]),
    }
}

pub fn post(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "post", n);
    let title = title(plan, n);
    json!({
        "slug": slug(&title, n), "title": title, "position": 100 + n,
        "summary": sentence(&mut random),
        "functions": plan.company.profession(random.below(9)).map(|at| json!({ "profession": at })).into_iter().collect::<Vec<_>>(),
        "bodies": body(plan, n),
        "responsibilities": (0..random.between(1, 3)).map(|_| json!({ "text": subject(&mut random) })).collect::<Vec<_>>(),
        "holders": holders(plan, n),
        "lines": lines(plan, &mut random, n),
        "sources": sources(&mut random, &["", "lines"]),
    })
}

/// The head and those who report to it are the first body.
fn body(plan: &Plan, n: usize) -> Value {
    let body = plan.company.bodies.first().filter(|_| n <= SPAN);
    body.map_or_else(|| json!([]), |key| json!([{ "body": format!("{}#{key}", plan.company.slug) }]))
}

/// Who holds the post, and who held it before.
fn holders(plan: &Plan, n: usize) -> Vec<Value> {
    let present = (n % VACANT != VACANT - 1).then(|| n - n / VACANT);
    let former = (n > 0).then(|| plan.staff() + n - 1).filter(|former| *former < plan.people);
    present.into_iter().chain(former).map(|person| json!({ "person": plan.person(person) })).collect()
}

fn lines(plan: &Plan, random: &mut Random, n: usize) -> Vec<Value> {
    let Some(above) = superior(plan.seed, n) else { return Vec::new() };
    let mut lines = vec![json!({ "post": plan.post(above), "nature": "solid" })];
    let other = random.below(n);
    if random.chance(6) && other != above {
        lines.push(json!({ "post": plan.post(other), "nature": "dotted" }));
    }
    lines
}

/// Not quite regular: some have two who report to them, others eight.
fn superior(seed: u64, n: usize) -> Option<usize> {
    let regular = n.checked_sub(1)? / SPAN;
    Some(regular.saturating_sub(Random::of(seed, "superior", n).below(3)))
}

fn title(plan: &Plan, n: usize) -> String {
    let mut random = Random::of(plan.seed, "title", n);
    let above: Vec<_> = std::iter::successors(Some(n), |n| superior(plan.seed, *n)).collect();
    let department = above.iter().rev().nth(1).map_or("", |n| DEPARTMENTS[n % DEPARTMENTS.len()]);
    match above.len() {
        1 => "Direction générale".into(),
        2 => format!("Direction {department}"),
        3 | 4 => format!("Responsable {} {}", department.to_lowercase(), random.one(&TEAMS)),
        _ => format!("{} {}", random.one(&ROLES), random.one(&TEAMS)),
    }
}

impl Plan {
    /// Those who have not left come first.
    fn staff(&self) -> usize {
        self.people - self.people / FORMER
    }

    pub fn posts(&self) -> usize {
        self.staff() + self.staff().saturating_sub(1) / (VACANT - 1)
    }

    pub fn person(&self, n: usize) -> String {
        let (given, family) = name(&mut Random::of(self.seed, "person", n));
        slug(&format!("{given} {family}"), n)
    }

    fn post(&self, n: usize) -> String {
        slug(&title(self, n), n)
    }

    pub fn anybody(&self, random: &mut Random) -> Option<String> {
        (self.people > 0).then(|| self.person(random.below(self.people)))
    }

    /// Some people to whom one thing happened.
    pub fn people_of(&self, random: &mut Random, most: usize) -> Vec<String> {
        random.several(most, self.people).into_iter().map(|n| self.person(n)).collect()
    }

    pub fn words(&self, random: &mut Random) -> String {
        let count = random.between(2, 4);
        sentences(random, count)
    }
}
