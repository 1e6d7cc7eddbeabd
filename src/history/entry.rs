//! What the search looks through: a document's title and all its texts.

use serde_json::Value;

use super::Kind;
use super::key;
use super::value::{join, key as key_of};

/// More would not fit into one `tsvector`.
const MOST: usize = 200_000;

/// What stands between two texts, on a line of its own, so that an extract does not run one into the other.
pub const BETWEEN: &str = "·";

/// All texts of a document but its address, keys, dates and references: those lead to what has the name.
pub fn body(kind: &Kind, document: &Value) -> String {
    let mut texts = Vec::new();
    collect(kind, document, "", &mut texts);
    let mut body = String::new();
    for text in texts.into_iter().take_while(|text| text.len() < MOST) {
        if body.len() + text.len() > MOST {
            break;
        }
        if !body.is_empty() {
            body.push_str(&format!("{BETWEEN}\n"));
        }
        body.push_str(text);
        body.push('\n');
    }
    body
}

/// A text as it is looked up, whether it is stored or asked for: without accents and capitals, and with
/// names for the signs that tell languages apart (`C++` is not `C`, which French takes for « c’ »).
pub fn spelled(text: &str) -> String {
    key::fold(text).replace("c++", "cplusplus").replace("c#", "csharp").replace("f#", "fsharp")
}

/// The words by which a text is found: as they are spelled, compounds also in one piece
/// (`data-visualisation` by `datavisualisation`).
pub fn searchable(text: &str) -> String {
    let folded = spelled(text);
    let compounds =
        folded.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| word.trim_matches('-').contains('-'));
    let joined: Vec<_> = compounds.map(|word| word.replace('-', "")).collect();
    if joined.is_empty() { folded } else { format!("{folded}\n{}", joined.join(" ")) }
}

fn collect<'d>(kind: &Kind, value: &'d Value, at: &str, texts: &mut Vec<&'d str>) {
    match value {
        Value::Object(fields) => {
            let content =
                fields.iter().filter(|(name, _)| !["key", "slug", "sources", "digest"].contains(&name.as_str()));
            content.for_each(|(name, inner)| collect(kind, inner, &join(at, name), texts));
        }
        Value::Array(rows) => {
            rows.iter().for_each(|row| collect(kind, row, &join(at, key_of(row).unwrap_or_default()), texts));
        }
        Value::String(text) if !kind.names_at(at) && !is_choice(at, text) && !is_row(at) => texts.push(text),
        _ => {}
    }
}

/// Fields that hold one of a few choices have these names in every kind; readers see other words for them.
const CHOICES: [&str; 12] = [
    "certainty",
    "contract",
    "decision",
    "gate",
    "nature",
    "role",
    "stage",
    "standing",
    "state",
    "theme",
    "time_nature",
    "time_unit",
];

/// Fields that name another row of the same document by its key.
fn is_row(at: &str) -> bool {
    ["main_stake", "task"].contains(&at.rsplit('.').next().unwrap_or(at))
}

fn is_choice(at: &str, text: &str) -> bool {
    let field = at.rsplit('.').next().unwrap_or(at);
    (CHOICES.contains(&field) || field.ends_with("_certainty"))
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}
