//! Where the links of a shared page lead: within the share, whoever looks at it.

use form_urlencoded::Serializer;

use crate::web::guests::PATH;

/// The addresses of one share.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// The address of the whole.
    whole: String,
    /// What every address asks besides.
    pairs: Vec<(String, String)>,
}

/// What a guest's address may ask: to be framed, and another language, for browsers that keep no cookie.
pub const FRAME: &str = "cadre";
pub const LANGUAGE: &str = "langue";

impl Links {
    /// Of a guest; `secret` as it stands in their address.
    pub fn of(secret: &str) -> Self {
        Self { whole: format!("{PATH}/{secret}"), pairs: Vec::new() }
    }

    /// Of whoever looks before sending: `query` says what they look at.
    pub fn preview(query: &str) -> Self {
        Self {
            whole: "/partages/apercu".into(),
            pairs: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        }
    }

    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut pairs: Vec<_> = self.pairs.iter().filter(|(known, _)| known != name).cloned().collect();
        pairs.push((name.to_owned(), value.to_owned()));
        Self { whole: self.whole.clone(), pairs }
    }

    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let pairs = self.pairs.iter().filter(|(known, _)| known != name).cloned().collect();
        Self { whole: self.whole.clone(), pairs }
    }

    pub fn whole(&self) -> String {
        self.asking(self.whole.clone())
    }

    /// A part of the share: a person by their slug, or the whole in another form (`organigramme.pdf`).
    pub fn part(&self, name: &str) -> String {
        self.asking(format!("{}/{name}", self.whole))
    }

    fn asking(&self, path: String) -> String {
        if self.pairs.is_empty() {
            return path;
        }
        format!("{path}?{}", Serializer::new(String::new()).extend_pairs(&self.pairs).finish())
    }
}
