//! What missions are sorted by, as addresses and messages name it.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    #[default]
    Title,
    Offer,
    State,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::Title, Self::Offer, Self::State];

    /// Its name in addresses.
    pub fn value(self) -> &'static str {
        match self {
            Self::Title => "nom",
            Self::Offer => "offre",
            Self::State => "etat",
        }
    }

    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Title => "missions-by-title",
            Self::Offer => "missions-by-offer",
            Self::State => "missions-by-state",
        }
    }

    /// The message that says that a list is so sorted.
    pub fn caption(self) -> &'static str {
        match self {
            Self::Title => "missions-sorted-by-title",
            Self::Offer => "missions-sorted-by-offer",
            Self::State => "missions-sorted-by-state",
        }
    }

    pub fn named(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.value() == value)
    }
}
