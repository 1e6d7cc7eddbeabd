//! The columns, and the words by which other tools name them.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The last part of the address: the same person whatever else changes.
    Identifier,
    Name,
    Given,
    Family,
    Honorific,
    Description,
    Title,
    Function,
    Body,
    Manager,
    Contract,
    ContractWords,
    Begins,
    Ends,
    /// Beginning and end in one cell; goes in only.
    Period,
    Duration,
    Affiliation,
    Email,
    Phone,
    Place,
    Summary,
}

impl Column {
    /// What goes out, in this order.
    pub const OUT: [Self; 20] = [
        Self::Identifier,
        Self::Name,
        Self::Given,
        Self::Family,
        Self::Honorific,
        Self::Description,
        Self::Title,
        Self::Function,
        Self::Body,
        Self::Manager,
        Self::Contract,
        Self::ContractWords,
        Self::Begins,
        Self::Ends,
        Self::Duration,
        Self::Affiliation,
        Self::Email,
        Self::Phone,
        Self::Place,
        Self::Summary,
    ];

    /// What comes in.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OUT.into_iter().chain([Self::Period])
    }

    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Identifier => "column-identifier",
            Self::Name => "column-name",
            Self::Given => "column-given",
            Self::Family => "column-family",
            Self::Honorific => "column-honorific",
            Self::Description => "column-description",
            Self::Title => "column-title",
            Self::Function => "column-function",
            Self::Body => "column-body",
            Self::Manager => "column-manager",
            Self::Contract => "column-contract",
            Self::ContractWords => "column-contract-words",
            Self::Begins => "column-begins",
            Self::Ends => "column-ends",
            Self::Period => "column-period",
            Self::Duration => "column-duration",
            Self::Affiliation => "column-affiliation",
            Self::Email => "column-email",
            Self::Phone => "column-phone",
            Self::Place => "column-place",
            Self::Summary => "column-summary",
        }
    }

    /// How forms write it.
    pub fn code(self) -> &'static str {
        self.words().trim_start_matches("column-")
    }

    pub fn named(code: &str) -> Option<Self> {
        Self::all().find(|column| column.code() == code)
    }

    /// What other tools call it besides our own words, in small letters without accents.
    pub fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Identifier => &["id", "slug", "code", "matricule", "identifier", "employee id", "uid"],
            Self::Name => {
                &["nom complet", "full name", "display name", "personne", "collaborateur", "employee", "nom prenom"]
            }
            Self::Given => &["prenoms", "first name", "given name", "firstname", "forename"],
            Self::Family => &["last name", "family name", "surname", "lastname", "nom usuel", "nom de naissance"],
            Self::Honorific => &["titre de civilite", "salutation", "prefix"],
            Self::Description => &["designation"],
            Self::Title => &["poste", "intitule", "intitule du poste", "job title", "position", "emploi", "job"],
            Self::Function => &["metier", "role", "profession", "fonctions"],
            Self::Body => &["comite", "equipe", "service", "team", "department", "departement", "direction"],
            Self::Manager => {
                &["manager", "n+1", "superieur", "hierarchique", "reports to", "supervisor", "responsable hierarchique"]
            }
            Self::Contract => &["type de contrat", "contract type", "employment type"],
            Self::ContractWords => &["precision", "contract detail"],
            Self::Begins => &[
                "depuis",
                "arrivee",
                "date d'arrivee",
                "entree",
                "date d'entree",
                "start",
                "start date",
                "hire date",
                "since",
                "embauche",
                "date d'embauche",
                "date de debut",
            ],
            Self::Ends => {
                &["depart", "date de depart", "sortie", "date de sortie", "end", "end date", "until", "date de fin"]
            }
            Self::Period => &["dates", "presence"],
            Self::Duration => &["length"],
            Self::Affiliation => &["organisation", "organization", "societe", "entreprise", "company", "employeur"],
            Self::Email => &[
                "mail",
                "courriel",
                "adresse e-mail",
                "adresse mail",
                "email",
                "e-mail address",
                "email address",
                "adresse electronique",
            ],
            Self::Phone => {
                &["tel", "tel.", "mobile", "portable", "telephone number", "phone number", "numero de telephone"]
            }
            Self::Place => &["site", "bureau", "ville", "location", "office", "city"],
            Self::Summary => &["bio", "biographie", "about", "resume"],
        }
    }
}
