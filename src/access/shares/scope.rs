//! What a link opens.

use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Chart,
    /// The branch under a person or a post.
    Branch(Uuid),
    Person(Uuid),
}

/// What is told of each person besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Title,
    Function,
    Contract,
    Period,
    /// E-mail address and telephone.
    Contact,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<Field>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    pub subject: Subject,
    /// The moment that is shown, as EDTF; none: always the current one.
    pub date: Option<String>,
    pub fields: Fields,
    /// Above everything else; may be empty.
    pub message: String,
}

impl Scope {
    /// Whether it tells who belongs to which body: membership says rank, so it goes with titles and functions.
    pub fn has_bodies(&self) -> bool {
        self.subject == Subject::Chart && (self.fields.has(Field::Title) || self.fields.has(Field::Function))
    }
}

/// What has become of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    Revoked,
    Expired,
    /// Whoever made it may not share any more.
    Closed,
}

impl Subject {
    pub(super) fn read(code: &str, document: Option<Uuid>) -> Option<Self> {
        match (code, document) {
            ("chart", None) => Some(Self::Chart),
            ("branch", Some(document)) => Some(Self::Branch(document)),
            ("person", Some(document)) => Some(Self::Person(document)),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Branch(_) => "branch",
            Self::Person(_) => "person",
        }
    }

    pub fn document(self) -> Option<Uuid> {
        match self {
            Self::Chart => None,
            Self::Branch(document) | Self::Person(document) => Some(document),
        }
    }
}

impl Field {
    pub const ALL: [Self; 5] = [Self::Title, Self::Function, Self::Contract, Self::Period, Self::Contact];

    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Function => "function",
            Self::Contract => "contract",
            Self::Period => "period",
            Self::Contact => "contact",
        }
    }
}

impl Fields {
    pub fn has(&self, field: Field) -> bool {
        self.0.contains(&field)
    }

    pub(super) fn read(codes: &[String]) -> Self {
        Self(Field::ALL.into_iter().filter(|field| codes.iter().any(|code| code == field.code())).collect())
    }

    pub(super) fn codes(&self) -> Vec<String> {
        self.0.iter().map(|field| field.code().to_owned()).collect()
    }
}

impl State {
    pub(super) fn named(code: &str) -> Option<Self> {
        Some(match code {
            "open" => Self::Open,
            "revoked" => Self::Revoked,
            "expired" => Self::Expired,
            "closed" => Self::Closed,
            _ => return None,
        })
    }
}
