//! The sections of the portal, as its menu and the plan at the foot of each page list them.

pub struct Item {
    pub href: &'static str,
    /// The message that names it.
    pub words: &'static str,
    /// Sections that hang from this one.
    pub below: &'static [&'static str],
}

pub struct Group {
    pub words: &'static str,
    pub items: &'static [Item],
}

const fn item(href: &'static str, words: &'static str) -> Item {
    Item { href, words, below: &[] }
}

impl Item {
    const fn with(self, below: &'static [&'static str]) -> Self {
        Self { below, ..self }
    }
}

const COMPANY: Item = item("/entreprise", "company-title");
const OFFERS: Item = item("/offres", "offers-title");
const PEOPLE: Item = item("/equipe", "people-title");
pub const CHART: Item = item("/organigramme", "org-title");
const TECHNOLOGIES: Item = item("/choix-techniques", "technologies-title");
const PRODUCTS: Item = item("/produits", "products-title");
const MISSIONS: Item = item("/missions", "missions-title").with(&["/clients", "/organisations"]);
const CLIENTS: Item = item("/clients", "clients-title");
const ORGANISATIONS: Item = item("/organisations", "organisations-title");
const BLOG: Item = item("/blog", "blog-title").with(&["/evenements"]);
const ACTIVITY: Item = item("/activite", "activity-title");
const SEARCH: Item = item("/recherche", "search-title");
const EVENTS: Item = item("/evenements", "events-title");
const PRACTICES: Item = item("/pratiques", "practices-title");
const SOURCES: Item = item("/sources", "sources-title");

pub static MENU: &[Item] =
    &[COMPANY, OFFERS, PEOPLE, CHART, TECHNOLOGIES, PRODUCTS, MISSIONS, BLOG, PRACTICES, SOURCES];

/// The sections whose pages have forms, at `/edition` before their address. Longer ones first.
pub static EDITED: &[&str] = &[
    "/organigramme/postes",
    "/entreprise",
    "/offres",
    "/equipe",
    "/choix-techniques",
    "/produits",
    "/missions",
    "/organisations",
    "/blog",
    "/evenements",
    "/pratiques",
    "/sources",
];

/// Lists and the pages that gather, by the message of their name, if something on them can be reported as wrong.
pub fn reported(path: &str) -> Option<&'static str> {
    let items =
        PLAN.iter().flat_map(|group| group.items).filter(|item| ![SEARCH.href, ACTIVITY.href].contains(&item.href));
    let home = (path == "/").then_some("home-title");
    items.into_iter().find(|item| item.href == path).map(|item| item.words).or(home)
}

pub static PLAN: &[Group] = &[
    Group { words: "plan-company", items: &[COMPANY, OFFERS, PRACTICES, TECHNOLOGIES] },
    Group { words: "plan-people", items: &[PEOPLE, CHART] },
    Group { words: "plan-work", items: &[MISSIONS, CLIENTS, ORGANISATIONS, PRODUCTS] },
    Group { words: "plan-reading", items: &[BLOG, EVENTS, SOURCES] },
    Group { words: "plan-portal", items: &[SEARCH, ACTIVITY] },
];
