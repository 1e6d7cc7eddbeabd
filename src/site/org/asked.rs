//! What the address of the chart asks for, and the addresses of other views of it. Everything stands in the address,
//! so that a chart can be sent to somebody as it is seen.
//!
//! Of a parameter given twice the first counts, but for `ouvert`; an empty one is none, an unknown one is ignored.

use super::formats::Format;
use super::layout::Arrangement;
use super::view::Open;
use crate::site::moment::asked;
use crate::site::parts::Link;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// Whose place is marked: the end of the path.
    pub person: Option<String>,
    pub date: Option<String>,
    /// The date that is compared with.
    pub with: Option<String>,
    pub arrangement: Option<Arrangement>,
    pub open: Open,
    /// The post whose branch this is.
    pub under: Option<String>,
    /// Somebody by name, to be found in the chart.
    pub name: Option<String>,
}

/// Branches that one address can hold open.
const OPEN: usize = 200;

impl Asked {
    pub fn of(person: Option<String>, query: &str) -> Self {
        let arrangement = match asked(query, "disposition").as_deref() {
            Some("verticale") => Some(Arrangement::Vertical),
            Some("compacte") => Some(Arrangement::Compact),
            _ => None,
        };
        Self {
            person,
            date: asked(query, "date"),
            with: asked(query, "avec"),
            arrangement,
            open: open(query),
            under: asked(query, "sous"),
            name: asked(query, "personne"),
        }
    }

    pub fn path(&self) -> String {
        match &self.person {
            Some(person) => format!("/organigramme/{person}"),
            None => "/organigramme".into(),
        }
    }

    /// The same chart as a file.
    pub fn file(&self, format: Format) -> String {
        let bare = Self { with: None, name: None, ..self.clone() };
        let (path, href) = (bare.path(), bare.href());
        format!("{path}.{}{}", format.suffix(), &href[path.len()..])
    }

    /// The date that was asked for, or else the one that is shown.
    pub fn date_or<'a>(&'a self, shown: &'a str) -> &'a str {
        self.date.as_deref().unwrap_or(shown)
    }

    /// The address of this view.
    pub fn href(&self) -> String {
        let path = self.path();
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut pair = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        };
        pair("date", self.date.as_deref());
        pair("avec", self.with.as_deref());
        pair("disposition", self.arrangement.and_then(disposition));
        pair("sous", self.under.as_deref());
        match &self.open {
            Open::Some => {}
            Open::Least => pair("ouvert", Some("rien")),
            Open::All => pair("ouvert", Some("tout")),
            Open::With(posts) => posts.iter().for_each(|post| pair("ouvert", Some(post))),
        }
        let query = query.finish();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    pub fn at(&self, date: Option<&str>) -> String {
        Self { date: date.map(str::to_owned), ..self.clone() }.href()
    }

    /// At another date, as a page or in the form that was asked for.
    pub fn at_as(&self, date: Option<&str>, format: Option<Format>) -> String {
        let asked = Self { date: date.map(str::to_owned), ..self.clone() };
        format.map_or_else(|| asked.href(), |format| asked.file(format))
    }

    pub fn compared(&self, with: Option<&str>) -> String {
        Self { with: with.map(str::to_owned), ..self.clone() }.href()
    }

    pub fn arranged(&self, arrangement: Arrangement) -> String {
        Self { arrangement: Some(arrangement), ..self.clone() }.href()
    }

    pub fn opened(&self, open: Open) -> String {
        Self { open, ..self.clone() }.href()
    }

    /// With what is below a post shown besides.
    pub fn with_open(&self, post: &str) -> String {
        let mut posts = if let Open::With(posts) = &self.open { posts.clone() } else { Vec::new() };
        posts.push(post.to_owned());
        let start = posts.len().saturating_sub(OPEN);
        format!("{}#d-{post}", self.opened(Open::With(posts.split_off(start))))
    }

    /// The same date and arrangement, with somebody marked.
    pub fn marking(&self, person: Option<&str>) -> String {
        let (date, arrangement) = (self.date.clone(), self.arrangement);
        Self { person: person.map(str::to_owned), date, arrangement, ..Self::default() }.href()
    }

    /// The page of a person or a post, at the same date.
    pub fn page_of(&self, link: &Link) -> Option<String> {
        let href = link.href()?;
        Some(match &self.date {
            Some(date) if link.kind == "person" => format!("{href}?date={date}"),
            _ => href,
        })
    }
}

fn open(query: &str) -> Open {
    let posts: Vec<String> = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, value)| name == "ouvert" && !value.is_empty())
        .map(|(_, value)| value.into_owned())
        .take(OPEN)
        .collect();
    match posts.first().map(String::as_str) {
        None => Open::Some,
        Some("rien") => Open::Least,
        Some("tout") => Open::All,
        Some(_) => Open::With(posts),
    }
}

fn disposition(arrangement: Arrangement) -> Option<&'static str> {
    match arrangement {
        Arrangement::Vertical => Some("verticale"),
        Arrangement::Compact => Some("compacte"),
        Arrangement::Slim | Arrangement::Stacked => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for query in
            ["date=2019-04&avec=2018&disposition=compacte&sous=cto&ouvert=a&ouvert=b", "ouvert=tout", "ouvert=rien", ""]
        {
            let asked = Asked::of(Some("ada".into()), query);
            let end = if query.is_empty() { String::new() } else { format!("?{query}") };
            assert_eq!(asked.href(), format!("/organigramme/ada{end}"));
        }
        assert_eq!(Asked::of(None, "date=+&date=2019&disposition=x&autre=1").href(), "/organigramme");
    }

    #[test]
    fn what_is_opened_is_added_and_shown_at_once() {
        let asked = Asked::of(None, "ouvert=a");
        assert_eq!(asked.with_open("b"), "/organigramme?ouvert=a&ouvert=b#d-b");
    }
}
