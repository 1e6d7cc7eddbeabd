//! Images that come with a form. Each is kept at once and its digest put into the form, so that nothing else that is wrong
//! can lose it; what is refused is said beside its field.

use super::kinds::Editable;
use crate::access::Editor;
use crate::app::App;
use crate::error::{Errors, Result, Wrong};
use crate::history::picture::{ADDRESS, ALTERNATIVE, is_digest};
use crate::site::images;
use crate::site::parts::picture::LARGEST;
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
        insert(&mut typed, &mut errors, &text.name);
    }
    Ok((typed, errors))
}

/// An image that waits beside a text is put to its end, as Markdown writes it, once it is said what it shows.
fn insert(typed: &mut Typed, errors: &mut Errors, at: &str) {
    let names = ["file", "digest", "alternative"].map(|part| format!("{at}.{part}"));
    let [file, digest, alternative] =
        names.each_ref().map(|name| typed.get(name).unwrap_or_default().trim().to_owned());
    let wrong = match (is_digest(&digest), alternative.chars().count()) {
        (false, 0) if digest.is_empty() && file.is_empty() => return,
        (false, _) => (&names[0], Wrong::Missing),
        (true, 0) => (&names[2], Wrong::Missing),
        (true, signs) if signs > ALTERNATIVE => (&names[2], Wrong::TooLong(ALTERNATIVE)),
        (true, _) => {
            let text = typed.get(at).unwrap_or_default().trim_end().to_owned();
            let gap = if text.is_empty() { "" } else { "\r\n\r\n" };
            typed.replace(at, &format!("{text}{gap}![{}]({ADDRESS}{digest}/{LARGEST})", spelled(&alternative)));
            names.iter().for_each(|name| typed.unset(name));
            return;
        }
    };
    errors.add(wrong.0, wrong.1);
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
