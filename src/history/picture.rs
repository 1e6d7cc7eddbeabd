//! Images in documents: the one that stands for the document, and those within its texts. The same in every kind, so it
//! belongs to no section. An image is known by the digest of its bytes.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::value::{join, key};
use super::{Check, Id, queries};
use crate::error::{Errors, Result, Wrong};
use crate::store::Tx;

/// Characters of what is read aloud in place of an image.
pub const ALTERNATIVE: usize = 300;

/// Before the digest, in an address.
pub const ADDRESS: &str = "/images/";

/// The image that stands for a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Picture {
    pub digest: String,
    /// What it shows, for whoever does not see it.
    pub alternative: String,
    pub credit: Option<String>,
}

impl Picture {
    /// Words without an image are an image that was forgotten.
    pub fn check(picture: &Option<Self>, c: &mut Check) {
        let Some(picture) = picture else { return };
        let mut c = c.part("picture");
        match picture.digest.as_str() {
            "" => c.add("digest", Wrong::Missing),
            digest => c.rule("digest", is_digest(digest), "image-unknown"),
        }
        c.given("alternative", &picture.alternative, ALTERNATIVE);
        c.rule("alternative", !picture.alternative.contains('\n'), "one-line");
        c.lines(&[("credit", &picture.credit)]);
    }
}

/// SHA-256 in small letters.
pub fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Every place of a document that shows an image, with its digest.
pub fn found(document: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}

fn walk(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| walk(inner, &join(at, name), found)),
        Value::Array(rows) => rows.iter().for_each(|row| walk(row, &join(at, key(row).unwrap_or_default()), found)),
        Value::String(digest) if at == "picture.digest" => found.push((at.to_owned(), digest.clone())),
        Value::String(text) => {
            let addresses = text.split(ADDRESS).skip(1).filter_map(|rest| rest.get(..64));
            found.extend(addresses.filter(|digest| is_digest(digest)).map(|digest| (at.to_owned(), digest.to_owned())));
        }
        _ => {}
    }
}

/// Remembers which images a document shows; one that is not there is an error at its field.
pub(super) async fn mention(tx: &mut Tx, id: Id, document: &Value) -> Result<()> {
    let (places, digests): (Vec<_>, Vec<_>) = found(document).into_iter().unzip();
    if digests.is_empty() {
        return Ok(());
    }
    let known = queries::images(tx, &digests).await?;
    let mut errors = Errors::default();
    let unknown = places.iter().zip(&digests).filter(|(_, digest)| !known.contains(digest));
    unknown.for_each(|(at, _)| errors.add(at, Wrong::Rule("image-unknown")));
    errors.none()?;
    queries::mention_images(tx, id, &digests).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_found_as_a_picture_and_within_texts() {
        let (one, two) = ("a".repeat(64), "0".repeat(64));
        let document = serde_json::json!({
            "picture": { "digest": one, "alternative": "x" }, "digest": "no",
            "rows": [{ "key": "k", "text": format!("![x](/images/{two}/480) /images/{} /images/é", "A".repeat(64)) }],
        });
        assert_eq!(found(&document), [("picture.digest".to_owned(), one), ("rows.k.text".to_owned(), two)]);
    }
}
