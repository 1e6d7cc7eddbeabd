//! What the company says of itself, theme by theme.

use super::view::{Page, Statement};
use crate::site::parts::Marks;

/// What is said under one theme: a part of the page.
pub struct Theme<'a> {
    pub id: &'static str,
    /// The message that names it.
    pub words: &'static str,
    pub said: Vec<Said<'a>>,
}

pub struct Said<'a> {
    pub statement: &'a Statement,
    /// The one that matters most at the moment.
    pub main: bool,
    pub marks: Marks<'a>,
}

type Name = (&'static str, &'static str);

/// Where the company wants to go, and what stands in the way.
const DIRECTION: [Name; 2] = [("vision", "company-vision"), ("strategy", "company-strategy")];
const STAKES: [Name; 3] =
    [("stakes", "company-stakes"), ("economy", "company-economy"), ("resources", "company-resources")];
/// How it works.
const WORK: [Name; 4] = [
    ("hierarchy", "company-hierarchy"),
    ("offers", "offers-title"),
    ("technology", "company-technology"),
    ("blog", "company-blog"),
];
/// What was put under no theme.
const OTHER: Name = ("statements", "company-statements");

impl Page {
    /// Vision and stakes; the theme that holds the main stake comes first among the stakes.
    pub fn ahead(&self) -> Vec<Theme<'_>> {
        let mut stakes = self.themes(STAKES);
        stakes.sort_by_key(|theme| !theme.said.iter().any(|said| said.main));
        self.themes(DIRECTION).into_iter().chain(stakes).collect()
    }

    pub fn at_work(&self) -> Vec<Theme<'_>> {
        self.themes(WORK.into_iter().chain([OTHER]))
    }

    fn themes(&self, names: impl IntoIterator<Item = Name>) -> Vec<Theme<'_>> {
        let themes = names.into_iter().map(|(id, words)| Theme { id, words, said: self.said(id) });
        themes.filter(|theme| !theme.said.is_empty()).collect()
    }

    /// The main stake first.
    fn said(&self, theme: &str) -> Vec<Said<'_>> {
        let under = |statement: &&Statement| statement.theme.as_deref().unwrap_or(OTHER.0) == theme;
        let mut said: Vec<_> = self.statements.iter().filter(under).map(|statement| self.one(statement)).collect();
        said.sort_by_key(|said| !said.main);
        said
    }

    fn one<'a>(&'a self, statement: &'a Statement) -> Said<'a> {
        let main = self.main_stake.as_ref() == Some(&statement.key);
        Said { statement, main, marks: self.sources.row("statements", &statement.key) }
    }
}

impl Theme<'_> {
    pub fn marks(&self) -> Marks<'_> {
        Marks::all(self.said.iter().map(|said| said.marks.clone()))
    }

    /// How many statements there are besides the main one.
    pub fn others(&self) -> usize {
        self.said.iter().filter(|said| !said.main).count()
    }

    /// Whether each statement has to name its own sources: they are not all the same.
    pub fn differ(&self) -> bool {
        let places = |said: &Said| -> Vec<String> {
            said.marks.stated.iter().chain(&said.marks.inferred).map(|cited| cited.href()).collect()
        };
        self.said.windows(2).any(|pair| places(&pair[0]) != places(&pair[1]))
    }
}
