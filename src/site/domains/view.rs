//! What the page of technical choices shows.

use serde::Deserialize;

use crate::site::parts::{Choice, Decision, Link, Marks, Reference, Sources, technology_words};
use crate::web::page::Chrome;

#[derive(Deserialize)]
pub struct Choices {
    pub domains: Vec<Card>,
    /// All of them, from A to Z.
    pub technologies: Vec<Technology>,
}

/// A domain with what was chosen in it.
#[derive(Deserialize)]
pub struct Card {
    pub link: Link,
    /// What joins it to others: back end and front end are « Web ».
    pub section: Option<String>,
    pub summary: Option<String>,
    pub decision: Decision,
    pub choices: Vec<Chosen>,
    pub sources: Sources,
}

/// A technology, or what is done without.
#[derive(Deserialize)]
pub struct Chosen {
    pub technology: Option<Link>,
    pub none: Option<String>,
    pub reference: Option<Reference>,
    /// Whether a source says that no bibliography has the technology.
    pub unreferenced: bool,
    pub choice: Choice,
}

#[derive(Deserialize)]
pub struct Technology {
    pub link: Link,
    nature: Option<String>,
    /// Those in which it was chosen.
    pub domains: Vec<Link>,
}

/// Domains that belong together, in their order.
pub struct Group<'d> {
    pub section: Option<&'d str>,
    pub domains: Vec<&'d Card>,
}

/// Domains that were decided on the same occasion.
pub struct Occasion<'d> {
    pub decision: &'d Decision,
    pub domains: Vec<&'d Card>,
}

impl Choices {
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group> = Vec::new();
        for domain in &self.domains {
            let section = domain.section.as_deref();
            match groups.iter_mut().find(|known| section.is_some() && known.section == section) {
                Some(known) => known.domains.push(domain),
                None => groups.push(Group { section, domains: vec![domain] }),
            }
        }
        groups
    }

    /// The occasions of several domains each; what is of one alone is said with it.
    pub fn occasions(&self) -> Vec<Occasion<'_>> {
        let mut occasions: Vec<Occasion> = Vec::new();
        for domain in self.domains.iter().filter(|domain| domain.decision.circumstance.is_some()) {
            let decision = &domain.decision;
            match occasions.iter_mut().find(|known| known.decision.circumstance == decision.circumstance) {
                Some(known) => known.domains.push(domain),
                None => occasions.push(Occasion { decision, domains: vec![domain] }),
            }
        }
        occasions.retain(|occasion| occasion.domains.len() > 1);
        occasions
    }

    /// Whether a domain has an occasion, or none is known, and shares it with no other.
    pub fn is_own_occasion(&self, domain: &Card) -> bool {
        let same = |other: &&Card| other.decision.circumstance == domain.decision.circumstance;
        domain.decision.circumstance.is_none() || self.domains.iter().filter(same).count() == 1
    }
}

impl Occasion<'_> {
    /// What readers should know of the occasion, each thing once.
    pub fn notes(&self) -> Vec<&str> {
        let mut notes: Vec<&str> = Vec::new();
        for note in self.domains.iter().flat_map(|domain| domain.sources.at("circumstance").into_notes()) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }
}

impl Card {
    /// What supports the domain and no single choice in it.
    pub fn marks(&self) -> Marks<'_> {
        self.sources.outside("choices")
    }

    /// The choices whose version is not known, as one name if there is no other.
    pub fn versions_missing(&self, page: &Chrome) -> Vec<String> {
        let technologies = || self.choices.iter().filter_map(|row| Some((row.technology.as_ref()?, &row.choice)));
        let without: Vec<_> = technologies().filter(|(_, choice)| choice.version.is_none()).collect();
        match without.len() {
            0 => Vec::new(),
            count if count == technologies().count() => vec![page.count("choice-versions", count)],
            _ => without.iter().map(|(link, _)| page.name("choice-version-of", &link.title)).collect(),
        }
    }

    /// What readers should know besides; that of a shared occasion stands beside all domains.
    pub fn notes(&self, own_occasion: bool) -> Marks<'_> {
        if own_occasion { self.sources.all() } else { self.sources.besides("circumstance") }
    }
}

impl Technology {
    /// The message that names what it is.
    pub fn words(&self) -> Option<&'static str> {
        technology_words(self.nature.as_deref())
    }
}
