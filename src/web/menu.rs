//! The sections of the portal, as its menu and the plan at the foot of each page list them.

pub struct Item {
    pub href: &'static str,
    /// The message that names it.
    pub words: &'static str,
}

pub struct Group {
    pub words: &'static str,
    pub items: &'static [Item],
}

const fn item(href: &'static str, words: &'static str) -> Item {
    Item { href, words }
}

pub static MENU: &[Item] =
    &[item("/offres", "offers-title"), item("/missions", "missions-title"), item("/sources", "sources-title")];

pub static PLAN: &[Group] = &[
    Group { words: "plan-company", items: &[item("/offres", "offers-title")] },
    Group { words: "plan-work", items: &[item("/missions", "missions-title")] },
    Group { words: "plan-reading", items: &[item("/sources", "sources-title")] },
];
