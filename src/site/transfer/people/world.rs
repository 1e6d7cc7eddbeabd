//! What the portal knows already, as a table of people is compared with it.

use std::collections::{HashMap, HashSet};

use time::Date as Day;

use super::names::{key, plain};
use crate::error::{Result, Wrong};
use crate::site::people::table::{Line, lines};
use crate::site::transfer::queries::{self, Company, Known, Named};
use crate::store::Tx;

pub struct World {
    pub known: Vec<Known>,
    by_slug: HashMap<String, usize>,
    by_email: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    /// Addresses that nobody else can have.
    pub addresses: HashSet<(String, String)>,
    organisations: HashMap<String, Vec<String>>,
    pub company: Company,
    lines: HashMap<String, Line>,
    /// The titles of every post that somebody ever held.
    held: HashMap<String, Vec<String>>,
}

impl World {
    pub async fn load(tx: &mut Tx, day: Day) -> Result<Self> {
        let known = queries::people(tx).await?;
        let (mut by_email, mut by_name) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (n, person) in known.iter().enumerate() {
            by_name.entry(key(&person.title)).or_default().push(n);
            person.email.iter().for_each(|email| by_email.entry(email.to_lowercase()).or_default().push(n));
        }
        let mut organisations = HashMap::<String, Vec<String>>::new();
        for (name, slug) in queries::organisations(tx).await? {
            let slugs = organisations.entry(plain(&name)).or_default();
            if !slugs.contains(&slug) {
                slugs.push(slug);
            }
        }
        let mut by_slug: HashMap<_, _> = known.iter().enumerate().map(|(n, person)| (person.slug.clone(), n)).collect();
        for (former, slug) in queries::former_people(tx).await? {
            if let Some(&n) = by_slug.get(&slug) {
                by_slug.entry(former).or_insert(n);
            }
        }
        let mut held = HashMap::<String, Vec<String>>::new();
        for (person, title) in queries::held(tx).await? {
            held.entry(person).or_default().push(plain(&title));
        }
        Ok(Self {
            by_slug,
            held,
            by_email,
            by_name,
            addresses: queries::addresses(tx).await?.into_iter().collect(),
            organisations,
            company: queries::company(tx).await?,
            lines: lines(tx, (day, day), false).await?,
            known,
        })
    }

    pub fn by_slug(&self, slug: &str) -> Option<usize> {
        self.by_slug.get(slug).copied()
    }

    pub fn by_email(&self, email: &str) -> &[usize] {
        self.by_email.get(&email.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    pub fn by_name(&self, name: &str) -> &[usize] {
        self.by_name.get(&key(name)).map_or(&[], Vec::as_slice)
    }

    /// What the table would say of somebody today.
    pub fn line(&self, slug: &str) -> Option<&Line> {
        self.lines.get(slug)
    }

    /// To whom somebody reports today, where that is one person.
    pub fn manager_of(&self, slug: &str) -> Option<&str> {
        let name = self.line(slug)?.posts.iter().flat_map(|post| &post.managers).next()?;
        match self.by_name(name) {
            [one] => Some(&self.known[*one].slug),
            _ => None,
        }
    }

    /// Whether somebody ever held a post; of this title, if one is given.
    pub fn has_held(&self, slug: &str, title: Option<&str>) -> bool {
        let held = self.held.get(slug);
        held.is_some_and(|held| title.is_none_or(|title| held.contains(&plain(title))))
    }

    /// The organisation of this name; none for the company itself, whose own people belong to nobody else.
    pub fn organisation(&self, name: &str) -> Result<Option<String>, Wrong> {
        let wanted = plain(name);
        if wanted == plain(&self.company.name) {
            return Ok(None);
        }
        match self.organisations.get(&wanted).map(Vec::as_slice) {
            Some([one]) => Ok(Some(one.clone())),
            Some(several) => Err(Wrong::Several(several.to_vec())),
            None => Err(Wrong::Unknown("organisation", name.to_owned())),
        }
    }

    /// The reference to one of the company's professions or bodies.
    pub fn row(&self, rows: &[Named], name: &str) -> Option<String> {
        let row = rows.iter().find(|row| plain(&row.name) == plain(name) || row.key == name)?;
        Some(format!("{}#{}", self.company.slug, row.key))
    }
}
