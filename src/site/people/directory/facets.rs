//! The facets beside the directory, each with what it would leave, and the filters that are set.

use super::Placed;
use super::filter::{CONTRACT, FUNCTION, Filter, GROUP, INTERNS, NAME, OTHER, OUTSIDE, STAFF};
use super::queries::Company;
use crate::site::parts::capital;
use crate::web::page::Chrome;

pub struct Facet {
    pub title: String,
    pub options: Vec<Choice>,
}

pub struct Choice {
    pub title: String,
    /// Whether the title is the company's own word, in French whatever the interface.
    pub content: bool,
    pub count: usize,
    pub href: String,
    pub current: bool,
}

/// A filter that is set, and the list without it.
pub struct Chip {
    pub title: String,
    pub value: String,
    pub content: bool,
    pub href: String,
}

const CONTRACTS: [&str; 6] = ["cdi", "cdd", "stage", "stage-alterne", "apprentissage", "independant"];

/// Values that nobody has are left out, unless one is set.
pub fn facets(page: &Chrome, company: &Company, named: &[Placed], filter: &Filter) -> Vec<Facet> {
    let groups = company.bodies.iter().map(|body| body.key.as_str()).chain([INTERNS, STAFF, OUTSIDE]).collect();
    let functions = company.professions.iter().map(|told| told.key.as_str()).chain([OTHER]).collect();
    let values: [(&str, Vec<&str>); 3] = [(GROUP, groups), (FUNCTION, functions), (CONTRACT, CONTRACTS.to_vec())];
    let facet = |(name, values)| Facet {
        title: facet_name(page, name),
        options: options(page, company, named, filter, name, values),
    };
    values.map(facet).into()
}

fn options(
    page: &Chrome,
    company: &Company,
    named: &[Placed],
    filter: &Filter,
    name: &str,
    values: Vec<&str>,
) -> Vec<Choice> {
    let open = filter.with(name, "");
    let left: Vec<_> = named.iter().filter(|(person, group)| open.takes(person, group)).collect();
    let choice = |value: &str, title: String| {
        let with = filter.with(name, value);
        let count = left.iter().filter(|(person, group)| with.takes(person, group)).count();
        Choice {
            title,
            content: is_content(company, name, value),
            count,
            href: with.href(),
            current: filter.get(name) == value,
        }
    };
    let all = choice("", page.t(if name == FUNCTION { "people-all-functions" } else { "people-all" }));
    let named = values.into_iter().map(|value| choice(value, value_name(page, company, name, value)));
    std::iter::once(all).chain(named.filter(|choice| choice.count > 0 || choice.current)).collect()
}

pub fn chips(page: &Chrome, company: &Company, filter: &Filter) -> Vec<Chip> {
    let set = [GROUP, FUNCTION, CONTRACT, NAME].into_iter().filter(|name| !filter.get(name).is_empty());
    let chip = |name| Chip {
        title: facet_name(page, name),
        value: value_name(page, company, name, filter.get(name)),
        content: is_content(company, name, filter.get(name)),
        href: filter.with(name, "").href(),
    };
    set.map(chip).collect()
}

fn facet_name(page: &Chrome, name: &str) -> String {
    page.t(match name {
        GROUP => "people-group",
        FUNCTION => "people-function",
        CONTRACT => "people-contract",
        _ => "people-name",
    })
}

fn value_name(page: &Chrome, company: &Company, name: &str, value: &str) -> String {
    match name {
        GROUP => group_name(page, company, value),
        FUNCTION if value == OTHER => page.t("people-function-other"),
        FUNCTION => {
            let told = company.professions.iter().find(|told| told.key == value);
            told.map_or_else(|| value.to_owned(), |told| capital(&told.name))
        }
        CONTRACT => contract_name(page, value),
        _ => value.to_owned(),
    }
}

fn is_content(company: &Company, name: &str, value: &str) -> bool {
    match name {
        GROUP => company.bodies.iter().any(|body| body.key == value),
        FUNCTION => company.professions.iter().any(|told| told.key == value),
        _ => false,
    }
}

pub fn group_name(page: &Chrome, company: &Company, key: &str) -> String {
    match key {
        INTERNS => page.t("people-interns"),
        STAFF => page.t("people-other-staff"),
        OUTSIDE => page.t("people-outside"),
        _ => company.bodies.iter().find(|body| body.key == key).map_or(key, |body| &body.name).to_owned(),
    }
}

fn contract_name(page: &Chrome, value: &str) -> String {
    let key = match value {
        "cdi" => "contract-permanent",
        "cdd" => "contract-fixed-term",
        "stage" => "contract-internship",
        "stage-alterne" => "contract-alternating",
        "apprentissage" => "contract-apprenticeship",
        "independant" => "contract-freelance",
        _ => return value.to_owned(),
    };
    capital(&page.t(key))
}
