//! The four roles, each with all of the one before.

/// What an account may do. A later role may do whatever an earlier one may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads.
    Reader,
    /// Makes and revokes share links.
    Recruiter,
    /// Changes content.
    Editor,
    /// Manages accounts and settings.
    Administrator,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Reader, Self::Recruiter, Self::Editor, Self::Administrator];

    /// How the database and forms write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Recruiter => "recruiter",
            Self::Editor => "editor",
            Self::Administrator => "administrator",
        }
    }

    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// How operators write it: in French, with or without accents, or as the code.
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace('é', "e");
        Self::ALL.into_iter().find(|role| text == role.code() || text == role.french().replace('é', "e"))
    }

    /// The French word, which command lines print.
    pub fn french(self) -> &'static str {
        match self {
            Self::Reader => "lecteur",
            Self::Recruiter => "recruteur",
            Self::Editor => "éditeur",
            Self::Administrator => "administrateur",
        }
    }

    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reader => "role-reader",
            Self::Recruiter => "role-recruiter",
            Self::Editor => "role-editor",
            Self::Administrator => "role-administrator",
        }
    }
}
