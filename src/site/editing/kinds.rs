//! What can be edited, and where. The typed halves of each kind's form, with the type erased.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde_json::Value;

use super::keyed::Keyed;
use super::provisional::Named;
use crate::error::{Error, Errors, Result};
use crate::history::{Kind, value};
use crate::site::{
    articles, company, domains, events, missions, offers, organisations, people, posts, practices, products, sources,
    technologies,
};
use crate::store::Tx;
use crate::web::form::{Answer, Asked, Form, Typed, limits, outline, required};

/// Field by field, with `*` for any row, how many characters it takes. Worked out once: every rule is asked for it.
type Limits = BTreeMap<String, usize>;
static LIMITS: LazyLock<HashMap<&str, Limits>> =
    LazyLock::new(|| EDITABLE.iter().map(|editable| (editable.kind.name, (editable.limits)())).collect());

pub struct Editable {
    pub kind: &'static Kind,
    /// The address of the kind's pages; its forms are under `/edition` before it.
    pub address: &'static str,
    pub outline: fn() -> Vec<Asked>,
    pub required: fn() -> BTreeSet<String>,
    /// Documents that can be published at a time: what becomes of one on that day.
    pub publish: Option<fn(&mut Value, &str)>,
    limits: fn() -> Limits,
    typed: fn(&Value) -> Result<Typed>,
    spell: for<'t> fn(&'t mut Typed, &'t mut Tx) -> BoxFuture<'t, Result<()>>,
    resolve: for<'t> fn(&'t mut Typed, &'t mut Tx) -> BoxFuture<'t, Result<()>>,
    read: fn(&Typed) -> Result<Value, Errors>,
}

/// Every kind, in the order in which the editors' home offers them.
pub static EDITABLE: &[Editable] = &[
    Editable::of::<missions::Mission>(&missions::KIND, "/missions"),
    Editable::of::<people::Person>(&people::KIND, "/equipe"),
    Editable::of::<posts::Post>(&posts::KIND, "/organigramme/postes"),
    Editable::of::<offers::Offer>(&offers::KIND, "/offres"),
    Editable::of::<products::Product>(&products::KIND, "/produits"),
    Editable::of::<articles::Article>(&articles::KIND, "/blog").published_by(articles::publish),
    Editable::of::<technologies::Technology>(&technologies::KIND, "/choix-techniques"),
    Editable::of::<domains::Domain>(&domains::KIND, "/domaines"),
    Editable::of::<practices::Practice>(&practices::KIND, "/pratiques"),
    Editable::of::<events::Event>(&events::KIND, "/evenements"),
    Editable::of::<organisations::Organisation>(&organisations::KIND, "/organisations"),
    Editable::of::<sources::Source>(&sources::KIND, "/sources"),
    Editable::of::<company::Company>(&company::KIND, "/entreprise"),
];

impl Editable {
    const fn of<D: Form>(kind: &'static Kind, address: &'static str) -> Self {
        Self {
            kind,
            address,
            outline: outline::<D>,
            required: required::<D>,
            publish: None,
            limits: limits::<D>,
            typed: typed::<D>,
            spell: |form, tx| form.spell::<D>(tx).boxed(),
            resolve: |form, tx| form.resolve::<D>(tx).boxed(),
            read: read::<D>,
        }
    }

    const fn published_by(self, publish: fn(&mut Value, &str)) -> Self {
        Self { publish: Some(publish), ..self }
    }

    pub fn named(kind: &str) -> Option<&'static Self> {
        EDITABLE.iter().find(|editable| editable.kind.name == kind)
    }

    /// How many characters a field takes, by its pattern.
    pub fn limit(&self, pattern: &str) -> Option<usize> {
        LIMITS.get(self.kind.name)?.get(pattern).copied()
    }

    /// The field that names a document of this kind.
    pub fn naming(&self) -> &'static str {
        if (self.outline)().iter().any(|question| question.name == "name") { "name" } else { "title" }
    }

    /// The form of a document as it is, with names in place of slugs.
    pub async fn form(&self, tx: &mut Tx, document: &Value) -> Result<Typed> {
        let mut form = (self.typed)(document)?;
        self.spell(tx, &mut form).await?;
        self.note(document, &mut form)?;
        Ok(form)
    }

    /// Notes in a form what its names refer to in a document.
    pub fn note(&self, document: &Value, form: &mut Typed) -> Result<()> {
        let slugs = (self.typed)(document)?;
        form.note_references(&slugs, |name| self.kind.references.iter().any(|reference| reference.is_at(name)));
        Ok(())
    }

    /// Names in place of slugs.
    pub async fn spell(&self, tx: &mut Tx, form: &mut Typed) -> Result<()> {
        (self.spell)(form, tx).await?;
        Keyed::load(tx, self).await?.spell(self, form);
        Ok(())
    }

    /// The document that was typed, or all that is wrong with it.
    pub async fn read(&self, tx: &mut Tx, form: &Typed) -> Result<Result<Value, Errors>> {
        Ok(self.read_rows(tx, form).await?.map(|named| named.document))
    }

    /// The same with what is known of its new rows.
    pub async fn read_rows(&self, tx: &mut Tx, form: &Typed) -> Result<Result<Named, Errors>> {
        let mut form = form.clone();
        form.keep_references();
        Keyed::load(tx, self).await?.read(self, &mut form);
        (self.resolve)(&mut form, tx).await?;
        Ok((self.read)(&form).map(|document| Named::of(document, &(self.outline)())))
    }
}

fn typed<D: Form>(document: &Value) -> Result<Typed> {
    let document: D = serde_json::from_value(document.clone()).map_err(|why| Error::Internal(why.to_string()))?;
    Ok(Typed::from(&document))
}

fn read<D: Form>(form: &Typed) -> Result<Value, Errors> {
    form.read::<D>().map(|document| value::of(&document))
}

/// The message keys that the forms may ask for: of each field its own label before the common one, of each choice
/// likewise. A test wants one of each pair.
pub fn labels() -> Vec<[String; 2]> {
    let all = EDITABLE.iter().flat_map(|editable| {
        let kind = editable.kind.name;
        within(kind, "", &(editable.outline)())
    });
    all.collect()
}

/// The keys of help that a form asks for and may not have.
pub fn helps() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for editable in EDITABLE {
        let kind = editable.kind.name;
        for path in paths("", &(editable.outline)()) {
            keys.extend(help_keys(kind, &path));
            keys.extend(part_keys(kind, &path));
        }
        keys.insert(new_key(kind));
    }
    keys
}

fn paths(at: &str, asked: &[Asked]) -> Vec<String> {
    let mut paths = Vec::new();
    for question in asked {
        let path = if at.is_empty() { question.name.clone() } else { format!("{at}-{}", question.name) };
        if let Answer::Rows(inside) = &question.answer {
            paths.extend(self::paths(&path, inside));
        }
        paths.push(path);
    }
    paths
}

fn within(kind: &str, at: &str, asked: &[Asked]) -> Vec<[String; 2]> {
    let mut keys = Vec::new();
    for question in asked {
        let path = if at.is_empty() { question.name.clone() } else { format!("{at}-{}", question.name) };
        match question.answer {
            Answer::Insertion => {} // its words follow
            _ => keys.push(label_keys(kind, &path)),
        }
        match &question.answer {
            Answer::RowOf(_) | Answer::Part => keys.push(none_keys(&path)),
            Answer::Choice(values) => {
                keys.push(none_keys(&path));
                keys.extend(values.iter().map(|value| choice_keys(kind, &path, value)));
            }
            Answer::Picture => {
                keys.extend(["file", "alternative", "credit"].map(|part| label_keys(kind, &format!("{path}-{part}"))));
            }
            Answer::Insertion => {
                keys.extend(["file", "alternative"].map(|part| label_keys(kind, &format!("{path}-{part}"))));
            }
            Answer::Rows(inside) => {
                keys.push(add_keys(kind, &path));
                keys.extend(within(kind, &path, inside));
            }
            _ => {}
        }
    }
    keys
}

/// `field-mission-phases-title`, then `field-title`.
pub(super) fn label_keys(kind: &str, path: &str) -> [String; 2] {
    let last = path.rsplit('-').next().unwrap_or(path);
    [format!("field-{kind}-{path}"), format!("field-{last}")].map(|key| key.replace('_', "-"))
}

/// `help-mission-phases-gate`, then, for a field at the top of the form, `help-gate`.
pub(super) fn help_keys(kind: &str, path: &str) -> [String; 2] {
    let last = path.rsplit('-').next().unwrap_or(path);
    [format!("help-{kind}-{path}"), format!("help-{last}")].map(|key| key.replace('_', "-"))
}

/// How to fill in a part, by its first field: `part-mission-team`, then `part-team`.
pub(super) fn part_keys(kind: &str, name: &str) -> [String; 2] {
    [format!("part-{kind}-{name}"), format!("part-{name}")].map(|key| key.replace('_', "-"))
}

/// The button that adds a row: `add-mission-phases`, then `add-phases`.
pub(super) fn add_keys(kind: &str, path: &str) -> [String; 2] {
    let last = path.rsplit('-').next().unwrap_or(path);
    [format!("add-{kind}-{path}"), format!("add-{last}")].map(|key| key.replace('_', "-"))
}

/// « Nouvelle mission »
pub(super) fn new_key(kind: &str) -> String {
    format!("new-{kind}")
}

/// What is chosen where nothing is: `choice-certainty-none`, then the common word.
pub(super) fn none_keys(path: &str) -> [String; 2] {
    let last = path.rsplit('-').next().unwrap_or(path).replace('_', "-");
    [format!("choice-{last}-none"), "form-choice-none".into()]
}

/// `choice-mission-phases-gate-signature`, then `choice-gate-signature`.
pub(super) fn choice_keys(kind: &str, path: &str, value: &str) -> [String; 2] {
    let last = path.rsplit('-').next().unwrap_or(path);
    [format!("choice-{kind}-{path}-{value}"), format!("choice-{last}-{value}")].map(|key| key.replace('_', "-"))
}
