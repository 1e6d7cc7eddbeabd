//! The pages of a share, the same for guests and for whoever looks before sending.

use std::collections::HashSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::figure::{Figures, figures};
use super::files;
use super::links::{FRAME, LANGUAGE, Links};
use super::queries::Contact;
use super::shown::{Nothing, Shown};
use super::words;
use crate::access::shares::{Field, Scope, Subject};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::org;
use crate::site::org::chart::{Chart, Occupant, Seat};
use crate::site::org::formats::Format;
use crate::site::org::steps::Step;
use crate::site::org::view::{Open, View};
use crate::site::parts::{Link, when};
use crate::web::page::{Chrome, Private};

/// Around a shared page: who looks at it, and how.
pub struct Around {
    /// The link; none yet: the nil id.
    pub share: Uuid,
    pub links: Links,
    pub is_framed: bool,
    /// The last day on which the link opens; none: there is no link yet.
    pub day: Option<String>,
    /// The absolute address of a picture of the share, for the cards of messengers.
    pub picture: Option<String>,
    pub bar: Bar,
}

impl Around {
    /// Of links to files: a frame keeps the page, which has no way back.
    pub fn outward(&self) -> &'static str {
        if self.is_framed { " target=_blank rel=noopener" } else { "" }
    }
}

/// Above the page of whoever looks at it as its recipient would.
pub enum Bar {
    None,
    /// Of a link that is not made yet: the form, as it was typed.
    Draft(Vec<(String, String)>),
    /// Of a link that is made.
    Made,
}

#[derive(Template)]
#[template(path = "sharing/whole.html")]
struct Whole<'a> {
    page: &'a Chrome,
    around: &'a Around,
    scope: &'a Scope,
    shown: &'a Shown,
    chart: &'a Chart<'a>,
    /// What the list holds: everything.
    view: View,
    figures: Option<Figures>,
}

#[derive(Template)]
#[template(path = "sharing/person.html")]
struct Person<'a> {
    page: &'a Chrome,
    around: &'a Around,
    scope: &'a Scope,
    shown: &'a Shown,
    link: &'a Link,
    held: Vec<(&'a Seat<'a>, &'a Occupant<'a>)>,
}

#[derive(Template)]
#[template(path = "sharing/nothing.html")]
struct Empty<'a> {
    page: &'a Chrome,
    around: &'a Around,
    why: Nothing,
    made_by: &'a str,
}

/// What of a share is asked for: the whole, a person by their slug, or a file.
///
/// # Errors
/// `NotFound` for what is not in it.
pub async fn answer(
    page: Private,
    app: &App,
    around: &Around,
    scope: &Scope,
    shown: &Shown,
    name: Option<&str>,
) -> Result<Response> {
    match name {
        None => whole(page, around, scope, shown),
        Some(name) => {
            let made = match name.contains('.') {
                true => files::file(&page, app, around, scope, shown, name).await,
                false => person(page, around, scope, shown, name),
            };
            match made {
                Err(Error::NotFound) => Err(elsewhere(app, around, shown, name).await?),
                made => made,
            }
        }
    }
}

/// Whoever had this address before and has another now, or their card, is found there, if they are in the share.
async fn elsewhere(app: &App, around: &Around, shown: &Shown, name: &str) -> Result<Error> {
    let slug = name.strip_suffix(&files::card("")).unwrap_or(name);
    let now = org::queries::person(&app.store, slug).await?.filter(|link| link.slug != slug);
    let is_shown = |link: &Link| shown.everything.staff.iter().any(|one| one.link.slug == link.slug);
    Ok(now.filter(is_shown).map_or(Error::NotFound, |link| {
        let part = if slug == name { link.slug } else { files::card(&link.slug) };
        Error::Moved(around.links.part(&part))
    }))
}

/// All that is shared; of a person, their page.
fn whole(page: Private, around: &Around, scope: &Scope, shown: &Shown) -> Result<Response> {
    let chart = Chart::at(&shown.everything, &shown.moment);
    if let (Subject::Person(_), Some(link)) = (scope.subject, &shown.subject) {
        return person(page, around, scope, shown, &link.slug);
    }
    let mut page = page;
    let title = title(page.chrome(), scope, shown, &chart);
    let deck = deck(page.chrome(), shown, &chart);
    page.titled(title).described(deck);
    let view = View::of(&chart, &Open::All, None);
    let figures = figures(page.chrome(), around, shown, &chart);
    page.html(StatusCode::OK, &Whole { page: page.chrome(), around, scope, shown, chart: &chart, view, figures })
}

/// One person of the share.
///
/// # Errors
/// `NotFound` for whoever is not in it.
fn person(mut page: Private, around: &Around, scope: &Scope, shown: &Shown, slug: &str) -> Result<Response> {
    let chart = Chart::at(&shown.everything, &shown.moment);
    let occupants = chart.seats.iter().flat_map(|seat| seat.holders.iter().map(move |one| (seat, one)));
    let held: Vec<_> = occupants.filter(|(_, one)| one.link.slug == slug).collect();
    let link = held.first().map(|(_, one)| one.link).ok_or(Error::NotFound)?;
    let deck = page.chrome().name("share-person-deck", &when(page.chrome(), &shown.date));
    page.titled(&link.title).described(deck);
    page.html(StatusCode::OK, &Person { page: page.chrome(), around, scope, shown, link, held })
}

/// A link that is good and shows nothing.
pub fn nothing(mut page: Private, around: &Around, why: Nothing, made_by: &str) -> Result<Response> {
    page.titled(page.chrome().t("share-nothing"));
    page.html(StatusCode::NOT_FOUND, &Empty { page: page.chrome(), around, why, made_by })
}

fn title(page: &Chrome, scope: &Scope, shown: &Shown, chart: &Chart) -> String {
    let Some(link) = &shown.subject else { return page.t("share-whole") };
    let is_told = link.kind == "person" || scope.fields.has(Field::Title);
    let holders = || chart.seats.first().map(|seat| names(seat)).filter(|names| !names.is_empty());
    match if is_told { Some(link.title.clone()) } else { holders() } {
        Some(name) => page.name("share-branch", &name),
        None => page.t("share-branch-unnamed"),
    }
}

fn names(seat: &Seat) -> String {
    seat.holders.iter().map(|one| one.link.title.as_str()).collect::<Vec<_>>().join(", ")
}

/// « 7 personnes, en avril 2019. »
fn deck(page: &Chrome, shown: &Shown, chart: &Chart) -> String {
    let (all, unsure) = chart.count();
    if all == 0 {
        return page.t("org-deck-none");
    }
    let people = page.count("org-people", all);
    let deck = page.say("share-deck", &[("people", &people), ("when", &when(page, &shown.date))]);
    if unsure > 0 { format!("{deck} {}", page.count("org-deck-possible", unsure)) } else { deck }
}

impl Bar {
    fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

impl Around {
    /// The whole in a page of its own, for whoever sees it in a frame.
    fn outside(&self) -> String {
        self.links.without(FRAME).whole()
    }

    /// The same page in the other language.
    fn in_language(&self, code: &str, slug: &str) -> String {
        let links = self.links.with(LANGUAGE, code);
        if slug.is_empty() { links.whole() } else { links.part(slug) }
    }
}

/// What is shared of a place besides names: title, functions, further lines; of one holder, contract and period too.
fn told(page: &Chrome, chart: &Chart, seat: &Seat) -> Vec<Told> {
    let title = seat.post.map(|post| &post.link.title).filter(|title| !title.is_empty());
    let title = title.map(|_| Told::content(seat.title(page)));
    let functions = seat.functions().map(Told::content);
    let holder = seat.holders.first().filter(|_| seat.holders.len() == 1);
    let holder = holder.into_iter().flat_map(|one| one.told(page)).map(Told::ours);
    let member = chart.member_of(page, seat).map(Told::ours);
    let others = seat.others.iter().map(|(line, above)| Told::ours(chart.other_line(page, line, *above)));
    title.into_iter().chain(functions).chain(holder).chain(member).chain(others).collect()
}

/// A few words, of a document or of ours.
struct Told {
    words: String,
    is_content: bool,
}

impl Told {
    fn content(words: String) -> Self {
        Self { words, is_content: true }
    }

    fn ours(words: String) -> Self {
        Self { words, is_content: false }
    }
}

impl Occupant<'_> {
    /// Contract and period, as far as they are shared.
    fn told(&self, page: &Chrome) -> Vec<String> {
        let certainty = self.possible.then(|| page.t("org-possible"));
        [self.contract(page), self.times(page), certainty].into_iter().flatten().collect()
    }
}

impl Whole<'_> {
    fn told(&self, seat: &Seat) -> Vec<Told> {
        told(self.page, self.chart, seat)
    }

    fn contact(&self, link: &Link) -> Option<&Contact> {
        self.shown.contacts.get(&link.slug)
    }

    fn fields(&self) -> String {
        words::fields(self.page, self.scope)
    }

    /// The chart in other forms: address and name.
    fn files(&self) -> Vec<(String, &'static str)> {
        let file = |format: Format| (self.around.links.part(&files::chart(format)), format.name());
        Format::ALL.map(file).into()
    }
}

impl Person<'_> {
    fn has(&self, code: &str) -> bool {
        self.scope.fields.0.iter().any(|field| field.code() == code)
    }

    /// Its bounds or length; where neither is known, the dates on which it is attested.
    fn presence(&self, one: &Occupant) -> Option<String> {
        let attested = || {
            let mut times = one.span()?.clone();
            let mut seen = HashSet::new();
            times.attested.retain(|date| seen.insert(date.clone()));
            Some(times.attested(self.page).join(", ")).filter(|words| !words.is_empty())
        };
        one.times(self.page).or_else(attested)
    }

    fn card(&self) -> String {
        self.around.links.part(&files::card(&self.link.slug))
    }

    fn part(&self) -> &str {
        if self.is_whole() { "" } else { &self.link.slug }
    }

    fn functions(&self, seat: &Seat) -> String {
        seat.post.map(|post| post.functions.join(", ")).unwrap_or_default()
    }

    fn email(&self) -> Option<&String> {
        self.shown.contacts.get(&self.link.slug)?.email.as_ref()
    }

    fn phone(&self) -> Option<&String> {
        self.shown.contacts.get(&self.link.slug)?.phone.as_ref()
    }

    /// Whether this is all that is shared.
    fn is_whole(&self) -> bool {
        matches!(self.scope.subject, Subject::Person(_))
    }

    fn fields(&self) -> String {
        words::fields(self.page, self.scope)
    }
}
