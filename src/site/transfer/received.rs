//! A form with a file, as it arrives.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::error::Error;
use crate::web::form::Typed;

/// Characters of a file's name that are kept.
const NAME: usize = 120;

/// Bytes of the other fields together.
const FIELDS: usize = 4096;

pub struct Received {
    /// As it was called, without folders; empty if none was chosen.
    pub name: String,
    /// None: more than the form takes.
    pub bytes: Option<Vec<u8>>,
    /// The other fields.
    pub typed: Typed,
}

/// The one file of a form, or the text in its place: the parts `file` and `text`. Bytes beyond `most` are read and
/// forgotten, so that the answer can say what was wrong.
pub async fn receive(mut parts: Multipart, most: usize) -> Result<Received, Response> {
    let (mut file, mut text, mut pairs, mut taken) = (None, None, Vec::new(), 0);
    while let Some(mut part) = parts.next_field().await.map_err(|why| refusal(&why))? {
        let field = part.name().unwrap_or_default().to_owned();
        let (is_file, called) = (part.file_name().is_some(), bare(part.file_name().unwrap_or_default()));
        let limit = if matches!(field.as_str(), "file" | "text") { most } else { FIELDS };
        let mut bytes = Some(Vec::new());
        while let Some(chunk) = part.chunk().await.map_err(|why| refusal(&why))? {
            match &mut bytes {
                Some(kept) if kept.len() + chunk.len() <= limit => kept.extend_from_slice(&chunk),
                _ => bytes = None,
            }
        }
        match field.as_str() {
            "file" if is_file => file = Some((called, bytes)),
            "text" => text = Some(bytes),
            _ => {
                let value = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
                let value = value.ok_or_else(|| Error::Malformed.into_response())?;
                taken += field.len() + value.len();
                pairs.push((field, value));
            }
        }
        if taken > FIELDS {
            return Err(Error::Malformed.into_response());
        }
    }
    let typed = pairs.into_iter().collect();
    let chosen = file.filter(|(_, bytes)| bytes.as_ref().is_none_or(|bytes| !bytes.is_empty()));
    let (name, bytes) = chosen.unwrap_or_else(|| (String::new(), text.unwrap_or_else(|| Some(Vec::new()))));
    Ok(Received { name, bytes, typed })
}

/// The last part of a name, without what no page can show.
fn bare(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME).collect()
}

fn refusal(why: &MultipartError) -> Response {
    match why.status() {
        StatusCode::PAYLOAD_TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        _ => Error::Malformed.into_response(),
    }
}
