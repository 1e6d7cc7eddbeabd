//! Images that come with a form. Each is kept at once and its digest put into the form, so that nothing else that is wrong
//! can lose it; what is refused is said beside its field.

use super::kinds::Editable;
use crate::access::Editor;
use crate::app::App;
use crate::error::{Errors, Result, Wrong};
use crate::history::picture::{ADDRESS, ALTERNATIVE};
use crate::site::images;
use crate::site::parts::picture::LARGEST;
use crate::store::Store;
use crate::web::form::{Answer, Asked, Posted, Typed};

/// The form with its images in it, and what is wrong with them.
pub(super) async fn taken(app: &App, by: &Editor, editable: &Editable, posted: Posted) -> Result<(Typed, Errors)> {
    let Posted { mut typed, files } = posted;
    let (asked, mut errors) = ((editable.outline)(), Errors::default());
    for file in files {
        let of = |question: &&Asked| question.is_file() && file.field == format!("{}.file", question.name);
        let Some(question) = asked.iter().find(of) else {
            errors.add(&file.field, Wrong::Stray);
            continue;
        };
        match images::taken_in(&app.store, by, file.bytes).await? {
            Ok(digest) => {
                typed.set(&format!("{}.digest", question.name), &digest);
                typed.unset(&format!("{}.removed", question.name));
            }
            Err(wrong) => errors.add(file.field, wrong),
        }
    }
    for text in asked.iter().filter(|question| question.answer == Answer::Insertion) {
        insert(&app.store, &mut typed, &mut errors, &text.name).await?;
    }
    Ok((typed, errors))
}

/// An image that waits beside a text is put to its end, as Markdown writes it, once it is said what it shows.
async fn insert(store: &Store, typed: &mut Typed, errors: &mut Errors, at: &str) -> Result<()> {
    let names = ["file", "digest", "alternative"].map(|part| format!("{at}.{part}"));
    let [file, digest, alternative] =
        names.each_ref().map(|name| typed.get(name).unwrap_or_default().trim().to_owned());
    if file.is_empty() && digest.is_empty() && alternative.is_empty() {
        return Ok(());
    }
    match (images::queries::size(store, &digest).await?, alternative.chars().count()) {
        (None, _) if digest.is_empty() => errors.add(&names[0], Wrong::Missing),
        (None, _) => errors.add(&names[0], Wrong::Rule("image-unknown")),
        (Some(_), 0) => errors.add(&names[2], Wrong::Missing),
        (Some(_), signs) if signs > ALTERNATIVE => errors.add(&names[2], Wrong::TooLong(ALTERNATIVE)),
        (Some((width, height)), _) => {
            let text = typed.get(at).unwrap_or_default().trim_end();
            let gap = if text.is_empty() { "" } else { "\r\n\r\n" };
            // with its size, for the page that shows it
            let address = format!("{ADDRESS}{digest}/{LARGEST}?{width}x{height}");
            let text = format!("{text}{gap}![{}]({address})", spelled(&alternative));
            typed.put(at, &text);
            names.iter().for_each(|name| typed.unset(name));
        }
    }
    Ok(())
}

/// Words in which no sign of Markdown means anything.
fn spelled(words: &str) -> String {
    words.chars().fold(String::new(), |mut text, sign| {
        if sign.is_ascii_punctuation() {
            text.push('\\');
        }
        text.push(sign);
        text
    })
}
