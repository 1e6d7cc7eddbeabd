//! What people, missions and articles refer to: the source of it all, the company, organisations, technologies, offers.

use serde_json::{Value, json};

use super::random::Random;
use super::words::{CLIENTS, PLACES, SECTORS, TECHNOLOGY, TECHNOLOGY_END, family, month, sentence, sentences, subject};
use super::{Company, Plan, slug};

/// The source that all generated documents name.
pub const SOURCE: &str = "jeu-d-essai";
const SECTIONS: usize = 12;

pub fn source(_: &Plan, _: usize) -> Value {
    let sections = (1..=SECTIONS)
        .map(|n| json!({ "key": n.to_string(), "title": format!("Partie {n}"), "number": n.to_string() }));
    json!({
        "slug": SOURCE, "title": "Jeu d’essai", "nature": "report",
        "summary": "Des documents inventés par le générateur du portail, pour le regarder avec beaucoup de contenu.",
        "sections": sections.collect::<Vec<_>>(),
    })
}

/// A citation of the whole document and one of each part that it names.
pub fn sources(random: &mut Random, parts: &[&str]) -> Value {
    let cited = parts.iter().map(|part| {
        let source = format!("{SOURCE}#{}", random.between(1, SECTIONS));
        if part.is_empty() { json!({ "source": source }) } else { json!({ "source": source, "at": part }) }
    });
    cited.collect()
}

/// For a portal that has no company yet.
pub fn company() -> Value {
    json!({
        "slug": Company::NEW, "name": "Société d’essai", "place": "Villeurbanne", "since": "2012-03",
        "summary": "Une entreprise inventée, assez grande pour que les listes soient longues.",
        "professions": [{ "name": "Data scientist" }, { "name": "Data consultant" }, { "name": "Développement" }],
        "bodies": [{ "name": "Comité de direction" }, { "name": "Équipe technique" }],
        "sources": [{ "source": SOURCE }],
    })
}

pub fn organisation(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "organisation", n);
    let name = client(&mut random);
    json!({
        "slug": slug(&name, n), "name": name,
        "summary": sentence(&mut random), "activity": sentences(&mut random, 2),
        "nature": random.one(&["company", "company", "company", "start_up", "body", "school", "vendor"]),
        "sector": random.one(&SECTORS), "small": random.chance(30), "place": random.one(&PLACES),
        "sources": sources(&mut random, &[""]),
    })
}

fn client(random: &mut Random) -> String {
    format!("{} {}", random.one(&CLIENTS), family(random))
}

pub fn technology(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "technology", n);
    let name = named(&mut random);
    let natures =
        ["language", "library", "framework", "service", "system", "model", "technique", "data_set", "hardware", "tool"];
    json!({
        "slug": slug(&name, n), "name": name, "summary": sentences(&mut random, 2), "nature": random.one(&natures),
        "sources": sources(&mut random, &[""]),
    })
}

fn named(random: &mut Random) -> String {
    format!("{}{}", random.one(&TECHNOLOGY), random.one(&TECHNOLOGY_END))
}

pub fn offer(plan: &Plan, n: usize) -> Value {
    let mut random = Random::of(plan.seed, "offer", n);
    let title = subject(&mut random);
    json!({
        "slug": slug(&title, n), "title": title, "position": 100 + n, "summary": sentence(&mut random),
        "audience": sentences(&mut random, 2), "maturity": sentence(&mut random), "purpose": sentences(&mut random, 2),
        "outcome": sentence(&mut random), "duration": format!("{} mois", random.between(1, 9)),
        "sources": sources(&mut random, &["", "audience"]),
    })
}

/// The slugs that others refer to: the same as above, without the rest of the document.
impl Plan {
    pub fn client(&self, random: &mut Random) -> String {
        let n = skewed(random, self.organisations());
        slug(&client(&mut Random::of(self.seed, "organisation", n)), n)
    }

    pub fn technology(&self, n: usize) -> String {
        slug(&named(&mut Random::of(self.seed, "technology", n)), n)
    }

    /// So many different technologies, some of them in use everywhere.
    pub fn technologies_of(&self, random: &mut Random, most: usize) -> Vec<String> {
        let mut chosen: Vec<_> = (0..most).map(|_| skewed(random, self.technologies())).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen.into_iter().map(|n| self.technology(n)).collect()
    }

    pub fn offer(&self, random: &mut Random) -> String {
        let n = random.below(Self::OFFERS);
        slug(&subject(&mut Random::of(self.seed, "offer", n)), n)
    }
}

/// Low numbers more often than high ones, as names are used in life.
fn skewed(random: &mut Random, end: usize) -> usize {
    let n = random.below(end);
    if random.chance(50) { random.below(n + 1) } else { n }
}

pub fn begun(random: &mut Random) -> String {
    month(random, 2014, 2024)
}
