//! What passes from a product to another: a line from the one to the other.

use super::Card;
use super::queries::Reuse;
use crate::site::parts::svg::{content, cut, escape, path};
use crate::site::parts::{Link, Marks};
use crate::web::page::Chrome;

pub struct ReuseFigure<'p> {
    pub from: &'p Link,
    pub to: &'p Card,
    pub reuse: &'p Reuse,
}

/// Characters of a name of 21 px in half of the width, and of the words of 13 px between.
const NAME: usize = 30;
const WORDS: usize = 80;

impl<'p> ReuseFigure<'p> {
    /// Every passage between named products, in the order of those that took over.
    pub fn all(products: &'p [Card]) -> Vec<Self> {
        let passages = |to: &'p Card| to.reuses.iter().map(move |reuse| Self { from: &reuse.link, to, reuse });
        products.iter().flat_map(passages).collect()
    }

    /// 656 wide; says what the list beside it says.
    pub fn svg(&self, page: &Chrome) -> String {
        let (from, to) = (cut(&self.from.title, NAME), cut(&self.to.link.title, NAME));
        let mut svg = format!(
            r#"<svg class="broad" viewBox="0 0 656 64" role="img" aria-label="{}">"#,
            escape(&self.sentence(page))
        );
        path(&mut svg, "l-acc", "M8 32H640M632 26l8 6-8 6");
        svg.push_str(r#"<circle class="f-acc" cx="8" cy="32" r="6"/>"#);
        content(&mut svg, page, "t-name", 0, 14, &from);
        content(&mut svg, page, "t-name end", 656, 14, &to);
        content(&mut svg, page, "t-soft mid", 328, 56, &cut(&self.reuse.title, WORDS));
        svg + "</svg>"
    }

    pub fn marks(&self) -> Marks<'p> {
        let row = self.to.sources.row("reuses", &self.reuse.key);
        if row.is_empty() { self.to.sources.at("reuses") } else { row }
    }

    pub fn sentence(&self, page: &Chrome) -> String {
        let words = [("from", self.from.title.as_str()), ("to", &self.to.link.title), ("what", &self.reuse.title)];
        page.say("products-passage", &words)
    }
}
