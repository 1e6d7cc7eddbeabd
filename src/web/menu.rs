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

const OFFERS: Item = item("/offres", "offers-title");
const PEOPLE: Item = item("/equipe", "people-title");
const CHART: Item = item("/organigramme", "org-title");
const TECHNOLOGIES: Item = item("/choix-techniques", "technologies-title");
const PRODUCTS: Item = item("/produits", "products-title");
const MISSIONS: Item = item("/missions", "missions-title");
const BLOG: Item = item("/blog", "blog-title");
const ACTIVITY: Item = item("/activite", "activity-title");
const SEARCH: Item = item("/recherche", "search-title");
const PRACTICES: Item = item("/pratiques", "practices-title");
const SOURCES: Item = item("/sources", "sources-title");

pub static MENU: &[Item] = &[OFFERS, PEOPLE, CHART, TECHNOLOGIES, PRODUCTS, MISSIONS, BLOG, PRACTICES, SOURCES];

pub static PLAN: &[Group] = &[
    Group { words: "plan-company", items: &[OFFERS, PRACTICES, TECHNOLOGIES] },
    Group { words: "plan-people", items: &[PEOPLE, CHART] },
    Group { words: "plan-work", items: &[MISSIONS, PRODUCTS] },
    Group { words: "plan-reading", items: &[BLOG, SOURCES] },
    Group { words: "plan-portal", items: &[SEARCH, ACTIVITY] },
];
