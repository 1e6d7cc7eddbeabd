//! The figure « De l’offre à la technique »: three columns, joined by strands. CSS pixels, 1328 wide.

use super::view::Mission;
use crate::site::org::drawing::measure::{Face, cut, wrap};
use crate::site::parts::{Link, organisation_words};

const ROW: f32 = 30.0;
/// A name and the line under it need this much.
const APART: f32 = 54.0;
/// From one line of a name to the next.
const LINE: f32 = 23.0;
/// How wide a name may be before the strands begin; longer ones go on below, or end in « … ».
const ROOM: [i32; 3] = [234, 248, 278];
const LINES: usize = 2;

#[derive(Default)]
pub struct Strands {
    pub offers: Vec<Offer>,
    pub missions: Vec<Strand>,
    pub technologies: Vec<Technology>,
    pub height: f32,
}

/// The name of a document, in lines that fit.
pub struct Label {
    pub link: Link,
    pub lines: Vec<String>,
}

pub struct Offer {
    pub label: Label,
    pub words: Option<String>,
    pub y: f32,
}

pub struct Strand {
    pub label: Label,
    /// The message that names what kind of client it was for, if that is known.
    pub client: Option<&'static str>,
    pub y: f32,
    /// From the offer to the mission, and from the mission to its technologies.
    pub paths: Vec<(&'static str, String)>,
    pub technologies: Vec<Link>,
}

pub struct Technology {
    pub label: Label,
    pub y: f32,
}

impl Label {
    fn of(link: &Link, room: i32) -> Self {
        Self { link: link.clone(), lines: wrap(&link.title, Face::Display, 21, room, LINES) }
    }

    /// How much further down whatever stands under the name begins.
    pub fn further(&self) -> f32 {
        LINE * (self.lines.len() - 1) as f32
    }

    /// Whether something of the name is missing.
    pub fn is_cut(&self) -> bool {
        self.lines.concat().replace(' ', "") != self.link.title.replace([' ', '\n', '\t'], "")
    }
}

impl Strands {
    /// Technologies stand every 30 px in the order in which missions name them, a mission at the mean
    /// of its own, an offer at the mean of its missions.
    pub fn of(missions: &[Mission]) -> Self {
        let technologies = technologies(missions);
        let of = |link: &Link| technologies.iter().find(|t| t.label.link == *link).map_or(0.0, |t| t.y);
        let mut free = 14.0;
        let ys: Vec<f32> = missions
            .iter()
            .map(|mission| {
                let wanted = mean(mission.technologies.iter().map(of)).unwrap_or(free);
                let y = wanted.max(free);
                free = y + APART + Label::of(&mission.standing.link, ROOM[1]).further();
                y
            })
            .collect();
        let offers = offers(missions, &ys);
        let strands = missions.iter().zip(&ys).map(|(mission, y)| strand(mission, *y, &offers, &of)).collect();
        let sold = offers.last().map_or(0.0, |offer| offer.y + offer.label.further() + 33.0);
        let last = technologies.last().map_or(0.0, |t| t.y).max(free - APART + 33.0).max(sold);
        Self { offers, missions: strands, technologies, height: last + 50.0 }
    }
}

fn technologies(missions: &[Mission]) -> Vec<Technology> {
    let mut found: Vec<Technology> = Vec::new();
    for link in missions.iter().flat_map(|mission| &mission.technologies) {
        if !found.iter().any(|t| t.label.link == *link) {
            let label = Label { link: link.clone(), lines: vec![cut(&link.title, Face::Sans, 14, ROOM[2])] };
            found.push(Technology { label, y: 8.0 + ROW * found.len() as f32 });
        }
    }
    found
}

fn offers(missions: &[Mission], ys: &[f32]) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    let mut free = 14.0_f32;
    for mission in missions {
        let Some(link) = mission.offer.as_ref().filter(|link| !found.iter().any(|o| o.label.link == **link)) else {
            continue;
        };
        let own = missions.iter().zip(ys).filter(|(m, _)| m.offer.as_ref() == Some(link)).map(|(_, y)| *y);
        let y = mean(own).unwrap_or(free).max(free);
        let label = Label::of(link, ROOM[0]);
        free = y + APART + label.further();
        let words = mission.offer_words.as_deref().map(|words| cut(words, Face::Sans, 13, ROOM[0]));
        found.push(Offer { label, words, y });
    }
    found
}

fn strand(mission: &Mission, y: f32, offers: &[Offer], at: &impl Fn(&Link) -> f32) -> Strand {
    let offer = mission.offer.as_ref().and_then(|link| offers.iter().find(|offer| offer.label.link == *link));
    let sold = offer.map(|offer| ("l-acc", curve((250.0, offer.y), (500.0, y))));
    let made = mission.technologies.iter().map(|link| ("l-soft", curve((780.0, y), (1030.0, at(link)))));
    Strand {
        label: Label::of(&mission.standing.link, ROOM[1]),
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
