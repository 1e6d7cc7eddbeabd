//! The made-up data: a workshop that does not exist, its people and its work.

use std::collections::HashSet;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::site::home::view;
use crate::site::missions::list::queries::Found;
use crate::site::missions::page::{Phase, Trial};
use crate::site::org::queries::Everything;
use crate::site::parts::{Contributor, Link, Member, Neighbours, Sources, Standing, Used};
use crate::site::practices::view::Card;
use crate::site::search::extract::{Extract, Word, part, whole};

#[derive(Deserialize)]
pub struct Samples {
    /// A document with a page, and one of a kind that has none.
    pub links: Vec<Link>,
    pub neighbours: Neighbours,
    /// At the parts of the page that show them.
    pub sources: Sources,
    pub standings: Vec<Standing>,
    pub team: Vec<Member>,
    pub contributors: Vec<Contributor>,
    pub technologies: Vec<Used>,
    pub found: Found,
    /// Each as one figure.
    pub phases: Vec<Vec<Phase>>,
    pub trial: Trial,
    /// With and without a part of unknown length.
    pub meetings: Vec<Card>,
    pub chart: Everything,
    pub home: Home,
    pub hits: Vec<Text>,
    /// In EDTF; the last is none.
    pub dates: Vec<String>,
    /// A sentence, one that names somebody, several paragraphs, and Markdown.
    pub sentence: Option<String>,
    pub said: Option<String>,
    pub person: Option<Link>,
    pub paragraphs: String,
    pub markdown: String,
}

/// What the home page draws its strands from.
#[derive(Deserialize)]
pub struct Home {
    pub missions: Vec<view::Mission>,
}

/// A text in which words are found.
#[derive(Deserialize)]
pub struct Text {
    link: Link,
    body: String,
    /// Folded, as the search compares words.
    words: HashSet<String>,
}

pub struct Hit<'a> {
    pub link: &'a Link,
    pub title: Vec<Word>,
    pub extract: Extract,
}

impl Samples {
    pub fn read() -> Result<Self> {
        serde_json::from_str(include_str!("samples.json")).map_err(|why| Error::Internal(why.to_string()))
    }
}

impl Text {
    pub fn hit(&self) -> Hit<'_> {
        Hit { link: &self.link, title: whole(&self.link.title, &self.words), extract: part(&self.body, &self.words) }
    }
}
