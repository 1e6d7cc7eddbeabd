//! The messages that name the choices of a mission, and what is said with several of them.

use super::Phase;
use crate::site::missions::{Decision, Gate, Nature, OutcomeNature, State};
use crate::web::page::Chrome;

pub fn state(state: State) -> &'static str {
    match state {
        State::Planned => "mission-state-planned",
        State::Running => "mission-state-running",
        State::Done => "mission-state-done",
        State::Stopped => "mission-state-stopped",
    }
}

pub fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Technical => "mission-technical",
        Nature::Organisational => "mission-organisational",
        Nature::Human => "mission-human",
    }
}

pub fn outcome(nature: OutcomeNature) -> &'static str {
    match nature {
        OutcomeNature::Objectives => "mission-objectives",
        OutcomeNature::Schedule => "mission-schedule",
        OutcomeNature::Judgement => "mission-judgement",
        OutcomeNature::Benefit => "mission-benefit",
    }
}

/// What a gate asks for: « GO / NO GO », « signature ».
pub fn gate(gate: Gate) -> &'static str {
    match gate {
        Gate::GoNoGo => "mission-gate-go-no-go",
        Gate::Signature => "mission-gate-signature",
    }
}

/// How a gate was decided, short enough to stand in its diamond.
pub fn decision(phase: &Phase) -> &'static str {
    match (phase.gate, phase.decision) {
        (Some(Gate::Signature), Some(Decision::Go)) => "mission-gate-signed",
        (Some(Gate::Signature), Some(Decision::NoGo)) => "mission-gate-refused",
        (_, Some(Decision::Go)) => "mission-gate-go",
        (_, Some(Decision::NoGo)) => "mission-gate-no-go",
        (_, None) => "mission-gate-pending",
    }
}

/// Who decided, and when: « par le client, mars 2019 »; empty if neither is known.
pub fn decided(page: &Chrome, phase: &Phase) -> String {
    let client = phase.decided_by_client.then(|| page.t("mission-by-client"));
    let person = phase.decided_by.as_ref().map(|person| match client {
        Some(_) => person.title.clone(),
        None => page.name("mission-by-person", &person.title),
    });
    let date = phase.decided.as_ref().map(|date| page.date(date));
    [client, person, date].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
