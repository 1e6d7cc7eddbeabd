//! What somebody made for the company besides missions: its products and the articles of its blog.

pub mod queries;

use serde::Deserialize;

use crate::site::parts::{Link, Marks, Sources, Spent};
use crate::web::page::Chrome;

#[derive(Default, Deserialize)]
pub struct Made {
    pub products: Vec<ProductPart>,
    pub articles: Vec<ArticlePart>,
}

/// One part that somebody had in a product: in its team, beside it, or in a decision.
#[derive(Deserialize)]
pub struct ProductPart {
    pub product: Link,
    /// The list of the product's document that says so, and the row in it.
    list: String,
    key: String,
    /// The role; of a decision its title.
    words: Option<String>,
    #[serde(flatten)]
    spent: Spent,
    sources: Sources,
}

/// An article that somebody wrote or asked for.
#[derive(Deserialize)]
pub struct ArticlePart {
    pub article: Link,
    pub wrote: bool,
    sources: Sources,
}

impl ProductPart {
    /// The message that tells a part outside the team.
    pub fn part_words(&self) -> Option<&'static str> {
        match self.list.as_str() {
            "contributors" => Some("person-contributor"),
            "decisions" => Some("person-decided"),
            _ => None,
        }
    }

    /// What is said of the part, in the words of the content.
    pub fn texts(&self, page: &Chrome) -> Vec<String> {
        self.words.iter().cloned().chain(self.spent.words(page)).collect()
    }

    pub fn marks(&self) -> Marks<'_> {
        let row = self.sources.row(&self.list, &self.key);
        if row.is_empty() { self.sources.at(&self.list) } else { row }
    }
}

impl ArticlePart {
    pub fn part_words(&self) -> &'static str {
        if self.wrote { "person-wrote" } else { "person-commissioned" }
    }

    pub fn marks(&self) -> Marks<'_> {
        if self.wrote { self.sources.at("author") } else { self.sources.within("commissioners") }
    }
}
