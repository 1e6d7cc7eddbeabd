//! Which corrections are listed: `?etat=ouverts|clos|tous&page=2`.

use crate::error::{Error, Result};
use crate::web::pager;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Open,
    Closed,
    All,
}

pub struct Filter {
    pub state: State,
    pub page: usize,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::All];

    fn value(self) -> &'static str {
        match self {
            Self::Open => "ouverts",
            Self::Closed => "clos",
            Self::All => "tous",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "corrections-open",
            Self::Closed => "corrections-closed",
            Self::All => "corrections-all",
        }
    }

    pub fn is_open(self) -> Option<bool> {
        match self {
            Self::Open => Some(true),
            Self::Closed => Some(false),
            Self::All => None,
        }
    }

    pub fn count(self, (open, closed): &(usize, usize)) -> usize {
        match self {
            Self::Open => *open,
            Self::Closed => *closed,
            Self::All => open + closed,
        }
    }

    pub fn address(self) -> String {
        match self {
            Self::Open => "/edition/corrections".into(),
            _ => format!("/edition/corrections?etat={}", self.value()),
        }
    }
}

impl Filter {
    /// # Errors
    /// `Malformed` for a state or a page that there is not.
    pub fn read(query: Option<&str>) -> Result<Self> {
        let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        let state = match pairs.find(|(name, _)| name == "etat").map(|(_, value)| value) {
            None => State::default(),
            Some(value) => State::ALL.into_iter().find(|state| state.value() == value).ok_or(Error::Malformed)?,
        };
        Ok(Self { state, page: pager::asked(query)? })
    }

    /// The address of another page of the same.
    pub fn at(&self, page: &usize) -> String {
        let address = self.state.address();
        match page {
            1 => address,
            page => format!("{address}{}page={page}", if address.contains('?') { '&' } else { '?' }),
        }
    }
}
