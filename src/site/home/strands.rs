//! The figure « De l’offre à la technique »: three columns, joined by strands. CSS pixels, 1328 wide.

use super::view::Mission;
use crate::site::parts::{Link, organisation_words};

const ROW: f32 = 30.0;
/// Two lines of text under each other need this much.
const APART: f32 = 54.0;

#[derive(Default)]
pub struct Strands {
    pub offers: Vec<Offer>,
    pub missions: Vec<Strand>,
    pub technologies: Vec<Technology>,
    pub height: f32,
}

pub struct Offer {
    pub link: Link,
    pub words: Option<String>,
    pub y: f32,
}

pub struct Strand {
    pub link: Link,
    /// The message that names what kind of client it was for, if that is known.
    pub client: Option<&'static str>,
    pub y: f32,
    /// From the offer to the mission, and from the mission to its technologies.
    pub paths: Vec<(&'static str, String)>,
    pub technologies: Vec<Link>,
}

pub struct Technology {
    pub link: Link,
    pub y: f32,
}

impl Strands {
    /// Technologies stand every 30 px in the order in which missions name them, a mission at the mean
    /// of its own, an offer at the mean of its missions.
    pub fn of(missions: &[Mission]) -> Self {
        let technologies = technologies(missions);
        let of = |link: &Link| technologies.iter().find(|t| t.link == *link).map_or(0.0, |t| t.y);
        let mut free = 14.0;
        let ys: Vec<f32> = missions
            .iter()
            .map(|mission| {
                let wanted = mean(mission.technologies.iter().map(of)).unwrap_or(free);
                let y = wanted.max(free);
                free = y + APART;
                y
            })
            .collect();
        let offers = offers(missions, &ys);
        let strands = missions.iter().zip(&ys).map(|(mission, y)| strand(mission, *y, &offers, &of)).collect();
        let last = technologies.last().map_or(0.0, |t| t.y).max(free - APART + 33.0);
        Self { offers, missions: strands, technologies, height: last + 50.0 }
    }
}

fn technologies(missions: &[Mission]) -> Vec<Technology> {
    let mut found: Vec<Technology> = Vec::new();
    for link in missions.iter().flat_map(|mission| &mission.technologies) {
        if !found.iter().any(|t| t.link == *link) {
            found.push(Technology { link: link.clone(), y: 8.0 + ROW * found.len() as f32 });
        }
    }
    found
}

fn offers(missions: &[Mission], ys: &[f32]) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    let mut free = 14.0_f32;
    for mission in missions {
        let Some(link) = mission.offer.as_ref().filter(|link| !found.iter().any(|o| o.link == **link)) else {
            continue;
        };
        let own = missions.iter().zip(ys).filter(|(m, _)| m.offer.as_ref() == Some(link)).map(|(_, y)| *y);
        let y = mean(own).unwrap_or(free).max(free);
        free = y + APART;
        found.push(Offer { link: link.clone(), words: mission.offer_words.clone(), y });
    }
    found
}

fn strand(mission: &Mission, y: f32, offers: &[Offer], at: &impl Fn(&Link) -> f32) -> Strand {
    let offer = mission.offer.as_ref().and_then(|link| offers.iter().find(|offer| offer.link == *link));
    let sold = offer.map(|offer| ("l-acc", curve((250.0, offer.y), (500.0, y))));
    let made = mission.technologies.iter().map(|link| ("l-soft", curve((780.0, y), (1030.0, at(link)))));
    Strand {
        link: mission.standing.link.clone(),
        client: mission.client_nature.as_deref().map(|nature| organisation_words(Some(nature))),
        y,
        paths: sold.into_iter().chain(made).collect(),
        technologies: mission.technologies.clone(),
    }
}

/// A cubic whose control points stand half-way.
fn curve(from: (f32, f32), to: (f32, f32)) -> String {
    let middle = (from.0 + to.0) / 2.0;
    format!("M{} {}C{middle} {} {middle} {} {} {}", from.0, from.1, from.1, to.1, to.0, to.1)
}

fn mean(values: impl Iterator<Item = f32>) -> Option<f32> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}
