//! What a link shows: the chart, a branch or a person at its moment, with the chosen fields. Whatever is not shared is
//! taken out of the data here, before anything is drawn, listed or written to a file.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::queries::{self, Contact};
use crate::access::shares::{Field, Fields, Line, Scope, State, Subject};
use crate::app::App;
use crate::date::{Date, Moment};
use crate::error::{Error, Result};
use crate::site::moment;
use crate::site::org;
use crate::site::org::chart::{Chart, Occupant};
use crate::site::org::moment::Shown as Latest;
use crate::site::org::queries::{Employee, Employment, Everything, Holder, Post};
use crate::site::parts::{Link, Sources, Times};

/// Everything that is shown, and nothing else.
pub struct Shown {
    pub everything: Everything,
    pub moment: Moment,
    /// How the moment is written.
    pub date: String,
    /// At the top of the branch, or the person.
    pub subject: Option<Link>,
    pub contacts: HashMap<String, Contact>,
}

/// Why there is nothing to show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Nothing {
    /// The person or the post is not in the portal any more.
    Removed,
    /// They are not in the chart at that moment.
    Absent,
}

pub async fn shown(app: &App, scope: &Scope) -> Result<Result<Shown, Nothing>> {
    let subject = match scope.subject.document() {
        Some(document) => match queries::subjects(&app.store, &[document]).await?.remove(&document) {
            Some(subject) if !subject.is_removed => Some(subject.link),
            _ => return Ok(Err(Nothing::Removed)),
        },
        None => None,
    };
    let everything = org::queries::everything(&app.store).await?;
    let (moment, date) = moment_of(app, scope, &everything)?;
    let kept = Kept::of(&Chart::at(&everything, &moment), scope, subject.as_ref());
    if kept.seats.is_empty() && subject.is_some() {
        return Ok(Err(Nothing::Absent));
    }
    let everything = kept.only(everything, (&moment, &date), &scope.fields);
    let people: Vec<_> = kept.people.into_keys().collect();
    let contacts = match scope.fields.has(Field::Contact) {
        true => queries::contacts(&app.store, &people).await?,
        false => HashMap::new(),
    };
    Ok(Ok(Shown { everything, moment, date, subject, contacts }))
}

/// Which of these show nothing any more: whoever they are about is gone, from the portal or from the chart.
pub async fn empty(app: &App, lines: &[Line]) -> Result<HashSet<Uuid>> {
    let mut empty = HashSet::new();
    let about = lines.iter().filter(|line| line.state == State::Open);
    let about: Vec<_> = about.filter_map(|line| Some((line, line.scope.subject.document()?))).collect();
    if about.is_empty() {
        return Ok(empty);
    }
    let documents: Vec<_> = about.iter().map(|(_, document)| *document).collect();
    let subjects = queries::subjects(&app.store, &documents).await?;
    let everything = org::queries::everything(&app.store).await?;
    let mut charts: HashMap<Option<&str>, Chart> = HashMap::new();
    for (line, document) in about {
        let subject = subjects.get(&document).filter(|subject| !subject.is_removed);
        let chart = match charts.entry(line.scope.date.as_deref()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Chart::at(&everything, &moment_of(app, &line.scope, &everything)?.0)),
        };
        let is_there = |link: &Link| !seats(chart, line.scope.subject, Some(link)).is_empty();
        if !subject.is_some_and(|subject| is_there(&subject.link)) {
            empty.insert(line.id);
        }
    }
    Ok(empty)
}

/// Whether somebody is in the chart that is always current.
pub async fn is_somebody(app: &App) -> Result<bool> {
    let everything = org::queries::everything(&app.store).await?;
    let latest = Latest::of(&everything, app.clock.now().date());
    Ok(Chart::at(&everything, &latest.moment).people().next().is_some())
}

/// The date of the chart that is always current, as it is today.
pub async fn latest(app: &App) -> Result<String> {
    let everything = org::queries::everything(&app.store).await?;
    Ok(Latest::of(&everything, app.clock.now().date()).date)
}

/// Whether there is anything to say of a date: a chart of any other is not made.
pub async fn is_known(app: &App, date: &str) -> Result<bool> {
    let known = org::moment::known(&org::queries::everything(&app.store).await?);
    Ok(moment::read(date, &known, app.clock.now().date()).is_ok())
}

impl Shown {
    /// Nobody is there.
    pub fn is_empty(&self) -> bool {
        Chart::at(&self.everything, &self.moment).people().next().is_none()
    }
}

fn moment_of(app: &App, scope: &Scope, everything: &Everything) -> Result<(Moment, String)> {
    let Some(date) = &scope.date else {
        let latest = Latest::of(everything, app.clock.now().date());
        return Ok((latest.moment, latest.date));
    };
    let read = Date::parse(date).map_err(|why| Error::Internal(why.to_string()))?;
    Ok((Moment::try_from(&read).map_err(|why| Error::Internal(why.to_string()))?, date.clone()))
}

/// What stays, by slug.
struct Kept {
    seats: Vec<usize>,
    /// Of each post: its holders, and whether it is certain that they are there.
    posts: HashMap<String, HashMap<String, bool>>,
    /// Of each post: the keys of the lines that are shown.
    lines: HashMap<String, Vec<String>>,
    /// Everybody, and whether it is certain that they are there.
    people: HashMap<String, bool>,
    has_bodies: bool,
}

impl Kept {
    fn of(chart: &Chart, scope: &Scope, subject: Option<&Link>) -> Self {
        let seats = seats(chart, scope.subject, subject);
        let mut kept = Self {
            posts: HashMap::new(),
            lines: HashMap::new(),
            people: HashMap::new(),
            has_bodies: scope.has_bodies(),
            seats,
        };
        for &number in &kept.seats {
            let seat = &chart.seats[number];
            let alone = |one: &&Occupant| {
                !matches!(scope.subject, Subject::Person(_)) || subject.is_some_and(|it| it.slug == one.link.slug)
            };
            let holders: HashMap<_, _> =
                seat.holders.iter().filter(alone).map(|one| (one.link.slug.clone(), !one.possible)).collect();
            for (slug, certain) in &holders {
                *kept.people.entry(slug.clone()).or_default() |= certain;
            }
            let Some(post) = seat.post else { continue };
            // a further line is told by the title of the post above
            let others = seat.others.iter().filter(|_| scope.fields.has(Field::Title));
            let lines = seat.line.iter().chain(others).filter(|(_, above)| kept.seats.contains(above));
            kept.lines.insert(post.link.slug.clone(), lines.map(|(line, _)| line.key.clone()).collect());
            kept.posts.insert(post.link.slug.clone(), holders);
        }
        kept
    }

    fn only(&self, everything: Everything, at: (&Moment, &str), fields: &Fields) -> Everything {
        let posts = everything.posts.into_iter().filter(|post| self.posts.contains_key(&post.link.slug));
        let staff = everything.staff.into_iter().filter(|one| self.people.contains_key(&one.link.slug));
        let company = everything.company.filter(|_| self.has_bodies).map(|mut company| {
            company.bodies.iter_mut().for_each(|body| body.text = None);
            org::queries::Company { bodies: company.bodies, ..Default::default() }
        });
        let mut posts: Vec<_> = posts.map(|post| self.post(post, at.1, fields)).collect();
        let staff: Vec<_> = staff.map(|one| self.employee(one, at, fields)).collect();
        if !fields.has(Field::Title) {
            // that no post is given would tell of titles too
            let seated: HashSet<_> = posts.iter().flat_map(|post| &post.holders).map(|one| &one.link.slug).collect();
            let rest = staff.iter().filter(|one| !seated.contains(&one.link.slug)).map(untitled);
            let rest = rest.collect::<Vec<_>>();
            posts.extend(rest);
        }
        Everything { posts, staff, company }
    }

    fn post(&self, mut post: Post, date: &str, fields: &Fields) -> Post {
        let (holders, lines) = (&self.posts[&post.link.slug], &self.lines[&post.link.slug]);
        post.holders.retain(|holder| holders.contains_key(&holder.link.slug));
        for holder in post.holders.iter_mut().filter(|holder| holder.times.is_given()) {
            let certain = holders[&holder.link.slug];
            match fields.has(Field::Period) {
                true => holder.times.attested.extend(certain.then(|| date.to_owned())),
                false => holder.times = presence(certain, date),
            }
        }
        post.lines.retain(|line| lines.contains(&line.key));
        for line in &mut post.lines {
            line.times = Times { certainty: line.times.certainty.take(), ..Times::default() };
        }
        if !fields.has(Field::Title) {
            (post.link.title, post.abbreviation) = (String::new(), None);
        }
        if !fields.has(Field::Function) {
            post.functions.clear();
        }
        if !self.has_bodies {
            post.bodies.clear();
        }
        post.sources = Sources::default();
        post
    }

    /// With the one employment that holds at the moment, or may: earlier and later ones are not of it.
    fn employee(&self, one: Employee, (moment, date): (&Moment, &str), fields: &Fields) -> Employee {
        let employment = one.employments.into_iter().max_by_key(|employment| employment.times.period().at(moment));
        let employment = employment.map(|Employment { contract, times }| {
            let mut told = if fields.has(Field::Period) { times } else { Times::default() };
            told.attested.extend(self.people[&one.link.slug].then(|| date.to_owned()));
            Employment { contract: contract.filter(|_| fields.has(Field::Contract)), times: told }
        });
        Employee { link: one.link, employments: employment.into_iter().collect() }
    }
}

/// A place without a title.
fn untitled(one: &Employee) -> Post {
    let link = Link { kind: "post".into(), slug: String::new(), title: String::new() };
    let holders = vec![Holder { link: one.link.clone(), times: Times::default() }];
    Post {
        link,
        abbreviation: None,
        functions: Vec::new(),
        bodies: Vec::new(),
        holders,
        lines: Vec::new(),
        sources: Sources::default(),
    }
}

/// Times that say of the moment what is known of it, and of no other.
fn presence(certain: bool, date: &str) -> Times {
    let date = if certain { date } else { ANY_YEAR };
    Times { attested: vec![date.to_owned()], ..Times::default() }
}

/// A date that may be any: what is attested then is possible at every moment and certain at none.
const ANY_YEAR: &str = "XXXX-01";

/// The places that are shared, by their numbers.
fn seats(chart: &Chart, subject: Subject, link: Option<&Link>) -> Vec<usize> {
    let all = 0..chart.seats.len();
    let Some(link) = link else { return all.collect() };
    let is_subject = |number: &usize| {
        let seat = &chart.seats[*number];
        let holds = seat.holders.iter().any(|one| link.kind == "person" && one.link.slug == link.slug);
        holds || seat.post.is_some_and(|post| link.kind == "post" && post.link.slug == link.slug)
    };
    let mut seats: Vec<_> = all.filter(is_subject).collect();
    let mut next = 0;
    while let Some(&seat) = seats.get(next).filter(|_| matches!(subject, Subject::Branch(_))) {
        let below = chart.seats[seat].below.iter().copied().filter(|seat| !seats.contains(seat)).collect::<Vec<_>>();
        seats.extend(below);
        next += 1;
    }
    seats
}
