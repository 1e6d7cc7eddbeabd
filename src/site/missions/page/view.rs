//! What the page shows of a mission: its document with names instead of slugs, and what refers to it.

use serde::Deserialize;

use crate::site::missions::{Decision, Gate, Nature, OutcomeNature, State};
use crate::site::parts::{Contributor, Link, Member, Neighbours, Sources, Standing, Text, Titled, Used};
use crate::web::page::Chrome;

#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub standing: Standing,
    pub state_at: Option<String>,
    pub client: Client,
    pub offer: Option<Link>,
    pub follows: Option<Link>,
    pub followed: Vec<Link>,
    /// Ways of working that it is an example of.
    pub practices: Vec<Link>,
    pub summary: Option<String>,
    pub aim: Option<String>,
    pub aims: Vec<Text>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub planned: Option<String>,
    pub taken: Option<String>,
    pub phases: Vec<Phase>,
    pub deliverables: Vec<Deliverable>,
    pub needs: Option<String>,
    pub data: Option<String>,
    pub team: Vec<Member>,
    pub contributors: Vec<Contributor>,
    pub technologies: Vec<Used>,
    pub trials: Vec<Trial>,
    pub steps: Vec<Titled>,
    pub difficulties: Vec<Difficulty>,
    pub outcomes: Vec<Outcome>,
    pub lessons: Option<String>,
    /// What came of it: trade shows, challenges.
    pub events: Vec<Link>,
    /// What was written about it.
    pub articles: Vec<Link>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Client {
    pub link: Link,
    pub nature: Option<String>,
    pub activity: Option<String>,
    pub sector: Option<String>,
    pub small: bool,
    /// The person that a private client is.
    pub person: Option<Link>,
    pub recognitions: Vec<Recognition>,
}

/// A title that another organisation awarded to the client.
#[derive(Deserialize)]
pub struct Recognition {
    pub by: Link,
    pub title: Option<String>,
}

#[derive(Deserialize)]
pub struct Phase {
    pub key: String,
    pub title: String,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub work: Option<String>,
    pub result: Option<String>,
    pub state: Option<State>,
    pub gate: Option<Gate>,
    pub decision: Option<Decision>,
    pub decided_by: Option<Link>,
    pub decided_by_client: bool,
    pub decided: Option<String>,
    pub reason: Option<String>,
}

#[derive(Deserialize)]
pub struct Deliverable {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
    pub features: Vec<Text>,
}

#[derive(Deserialize)]
pub struct Trial {
    pub key: String,
    pub question: String,
    pub technology: Option<Link>,
    pub criterion: Option<String>,
    /// In the order of the document.
    pub candidates: Vec<Candidate>,
}

#[derive(Deserialize)]
pub struct Candidate {
    pub link: Link,
    pub result: Option<String>,
    /// At most one of a trial.
    pub winner: bool,
}

#[derive(Deserialize)]
pub struct Difficulty {
    pub key: String,
    pub text: String,
    pub nature: Option<Nature>,
}

#[derive(Deserialize)]
pub struct Outcome {
    pub key: String,
    pub text: String,
    pub nature: Option<OutcomeNature>,
}

impl Page {
    /// The difficulties by nature: the three are always looked for, another column only if it has some.
    pub fn difficulties(&self) -> Vec<(&'static str, Vec<&Difficulty>)> {
        let of = |nature| self.difficulties.iter().filter(|row| row.nature == nature).collect::<Vec<_>>();
        let known = Nature::ALL.iter().map(|nature| (super::words::nature(*nature), of(Some(*nature))));
        let other = Some(("mission-other", of(None))).filter(|(_, rows)| !rows.is_empty());
        known.chain(other).collect()
    }

    /// The outcomes by nature, those natures that have some.
    pub fn outcomes(&self) -> Vec<(&'static str, Vec<&Outcome>)> {
        let of = |nature| self.outcomes.iter().filter(|row| row.nature == nature).collect::<Vec<_>>();
        let known = OutcomeNature::ALL.iter().map(|nature| (super::words::outcome(*nature), of(Some(*nature))));
        known.chain([("mission-other", of(None))]).filter(|(_, rows)| !rows.is_empty()).collect()
    }

    /// What no phase says, by name.
    pub fn phases_lack(&self, page: &Chrome) -> Vec<String> {
        let lacks = [
            ("mission-lacks-dates", self.phases.iter().all(|phase| phase.begins.is_none() && phase.ends.is_none())),
            ("mission-lacks-results", self.phases.iter().all(|phase| phase.result.is_none())),
        ];
        lacks.into_iter().filter(|(_, lacking)| *lacking).map(|(words, _)| page.t(words)).collect()
    }

    /// Whoever is said to have spent time on it.
    pub fn time_spent(&self) -> Vec<&Member> {
        self.team.iter().filter(|member| member.spent.is_given()).collect()
    }
}

impl Phase {
    /// When it was, in words; that nobody says so, if nobody does.
    pub fn dates(&self, page: &Chrome) -> String {
        page.period(&self.begins, &self.ends).unwrap_or_else(|| page.t("mission-undated"))
    }
}
