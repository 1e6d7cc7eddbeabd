//! A form that waits while something that it lacks is created: the other form carries it along in hidden fields, and so
//! on, as deep as it takes.

use uuid::Uuid;

use super::address::Target;
use crate::error::Result;
use crate::web::form::Typed;

const TO: &str = "carried.to";
const FIELD: &str = "carried.field";
const TITLE: &str = "carried.title";
/// Before the names of the fields of the form that waits.
const PAIR: &str = "carried.pair.";

#[derive(Debug, Clone, PartialEq)]
pub struct Carry {
    /// Where the form that waits is posted to.
    pub to: String,
    /// The field there that is to be filled.
    pub field: String,
    /// What that form is about; empty if that has no name yet.
    pub title: String,
    pairs: Vec<(String, String)>,
    /// The draft that holds it too, once it has just been kept.
    pub kept: Option<Uuid>,
}

impl Carry {
    /// The form that was typed, with what it carries itself.
    pub fn of(to: String, field: &str, title: String, typed: &Typed, inner: Option<&Self>) -> Self {
        let own = typed.pairs().iter().filter(|(name, _)| name != "do").cloned();
        let inner = inner.into_iter().flat_map(Self::hidden);
        Self { to, field: field.to_owned(), title, pairs: own.chain(inner).collect(), kept: None }
    }

    /// Takes the form that waits out of the one that carries it.
    pub fn take(typed: &mut Typed) -> Option<Self> {
        let text = |name: &str| typed.get(name).unwrap_or_default().to_owned();
        let (to, field, title) = (typed.get(TO)?.to_owned(), text(FIELD), text(TITLE));
        let pairs = typed.pairs().iter();
        let pairs =
            pairs.filter_map(|(name, text)| Some((name.strip_prefix(PAIR)?.to_owned(), text.clone()))).collect();
        *typed = typed.without(|name| name.starts_with("carried."));
        Some(Self { to, field, title, pairs, kept: None })
    }

    /// The hidden fields.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let own = [(TO, &self.to), (FIELD, &self.field), (TITLE, &self.title)];
        let own = own.into_iter().map(|(name, text)| (name.to_owned(), text.clone()));
        own.chain(self.pairs.iter().map(|(name, text)| (format!("{PAIR}{name}"), text.clone()))).collect()
    }

    pub fn target(&self) -> Result<Target> {
        Target::of(&self.to)
    }

    /// The form that waits, as it was typed.
    pub fn typed(&self) -> Typed {
        self.pairs.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_form_that_waits_while_another_waits_comes_back_as_it_was() {
        let mission = typed(&[("title", "M"), ("team._1.person", "Jeanne"), ("do", "create team._1.person")]);
        let first = Carry::of("/edition/missions".into(), "team._1.person", String::new(), &mission, None);
        let person = typed(&[("name", "Jeanne"), ("affiliation", "École")]);
        let second = Carry::of("/edition/equipe".into(), "affiliation", "Jeanne".into(), &person, Some(&first));
        let mut school: Typed = second.hidden().into_iter().chain([("name".to_owned(), "École".to_owned())]).collect();
        assert_eq!(Carry::take(&mut school), Some(second.clone()));
        assert_eq!(school, typed(&[("name", "École")]));
        let mut back = second.typed();
        assert_eq!(Carry::take(&mut back), Some(first.clone()));
        assert_eq!(back, person);
        assert_eq!(first.typed(), mission.without(|name| name == "do"));
    }
}
