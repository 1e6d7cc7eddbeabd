//! What missions are filtered by, as addresses, the SQL of the list and messages name it.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    Offer,
    State,
    Client,
    Person,
    Technology,
}

/// What a mission without a state is filtered by.
pub const UNKNOWN: &str = "unknown";

/// States as addresses name them, and as the database does.
const STATES: [(&str, &str); 5] = [
    ("prevue", "planned"),
    ("en-cours", "running"),
    ("terminee", "done"),
    ("arretee", "stopped"),
    ("non-precise", UNKNOWN),
];

impl Facet {
    /// Whether its values are names, in the language of the content, and not words of the interface.
    pub fn is_content(self) -> bool {
        self != Self::State
    }

    pub const ALL: [Self; 5] = [Self::Offer, Self::State, Self::Client, Self::Person, Self::Technology];

    /// Its name in addresses.
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Offer => "offre",
            Self::State => "etat",
            Self::Client => "client",
            Self::Person => "personne",
            Self::Technology => "technique",
        }
    }

    /// Its name in the SQL of the list.
    pub fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::State => "state",
            Self::Client => "client",
            Self::Person => "person",
            Self::Technology => "technology",
        }
    }

    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::State => "mission-state",
            Self::Client => "mission-client",
            Self::Person => "mission-team",
            Self::Technology => "mission-technologies",
        }
    }

    /// The message for « every one of them »: French agrees.
    pub fn any(self) -> &'static str {
        match self {
            Self::Offer => "missions-any-offer",
            Self::State => "missions-any-state",
            Self::Client => "missions-any-client",
            Self::Person => "missions-any-person",
            Self::Technology => "missions-any-technology",
        }
    }

    pub fn named(parameter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.parameter() == parameter)
    }
}

/// The states in their order: the name in addresses and that in the database.
pub fn states() -> impl Iterator<Item = (&'static str, &'static str)> {
    STATES.into_iter()
}
