//! A drawing (SVG) as a picture or a document, the same on every machine: fonts come along, none of the machine's is
//! looked for.
//!
//! Each is heavy work: it runs off the async threads, two at a time.

mod fonts;
mod pdf;
mod png;

use std::cell::Cell;

use resvg::usvg::{Options, Tree};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

pub use pdf::{Document, fit};
pub use png::resolution;

/// The family that drawings name.
pub const FAMILY: &str = "Instrument Sans";

/// The family that has the letters which the others lack; its letters are broader by a seventh.
pub const OTHER: &str = "DejaVu Sans";

/// The most pictures and documents that are made at the same time.
const AT_ONCE: usize = 2;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

thread_local! {
    static MADE: Cell<usize> = const { Cell::new(0) };
}

/// Pictures and documents that this thread has asked for: tests see by it what was not drawn again.
pub fn made() -> usize {
    MADE.get()
}

/// A drawing as PNG, twice as fine as it is large, or as fine as a picture may get.
///
/// # Errors
/// `Internal` if it is no SVG or has no size: drawings are ours.
pub async fn png(svg: String) -> Result<Vec<u8>> {
    work(move || png::picture(&tree(&svg)?)).await
}

/// Drawings as a document, each on a sheet of its own, their text as text.
///
/// # Errors
/// As [`png`].
pub async fn pdf(sheets: Vec<String>, document: Document) -> Result<Vec<u8>> {
    work(move || {
        let trees = sheets.iter().map(|svg| tree(svg)).collect::<Result<Vec<_>>>()?;
        pdf::document(&trees, document)
    })
    .await
}

/// The family for a line of text: the one that is asked for, or the one that has every letter where that lacks some.
/// A line is of one font: letters of another one in its midst get lost, or cannot be found by their word.
pub fn family<'f>(wanted: &'f str, weight: u16, text: &str) -> &'f str {
    let is_common = |c: char| c < '\u{100}' || matches!(c, 'œ' | 'Œ' | '\u{2000}'..='\u{206f}');
    match text.chars().all(is_common) || fonts::draws(wanted, weight, text) || !fonts::draws(OTHER, weight, text) {
        true => wanted,
        false => OTHER,
    }
}

/// As the fonts that come along draw it.
///
/// # Errors
/// As [`png`].
pub fn tree(svg: &str) -> Result<Tree> {
    let options = Options {
        fontdb: fonts::all(),
        font_family: FAMILY.into(),
        font_resolver: fonts::resolver(),
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|why| broken(&why))
}

fn broken(why: &dyn std::fmt::Display) -> Error {
    Error::Internal(format!("drawing: {why}"))
}

async fn work<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    MADE.set(MADE.get() + 1);
    let turn = TURNS.acquire().await.map_err(|why| broken(&why))?;
    // who hangs up gives the turn back only when the work is done
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(|why| broken(&why))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(text: &str) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40" font-family="{FAMILY}">
            <text x="4" y="26" font-size="20">{text}</text></svg>"#
        )
    }

    /// The ink of a text, left of a column.
    fn ink(text: &str, columns: usize) -> Vec<u8> {
        let picture = png::draw(&tree(&drawing(text)).expect("an SVG")).expect("a picture");
        let width = picture.width() as usize;
        let pixels = picture.pixels().iter().enumerate().filter(|(at, _)| at % width < columns);
        pixels.map(|(_, pixel)| pixel.alpha()).collect()
    }

    #[test]
    fn a_picture_is_twice_as_fine_as_the_drawing_is_large() {
        let picture = png::draw(&tree(&drawing("Zoë")).expect("an SVG")).expect("a picture");
        assert_eq!((picture.width(), picture.height()), (400, 80));
    }

    #[test]
    fn letters_of_all_europe_and_of_vietnam_are_drawn_without_a_font_of_the_machine() {
        let unknown = ink("李", 400);
        for letter in ["ë", "ů", "ł", "ễ", "Ж", "Ω"] {
            assert_ne!(ink(letter, 400), unknown, "{letter} is a box");
            assert!(ink(letter, 400).iter().any(|ink| *ink > 0), "{letter} is empty");
        }
    }

    #[test]
    fn a_character_that_no_font_has_leaves_the_others_as_they_are() {
        assert_eq!(ink("Léa 李", 60), ink("Léa", 60));
        assert!(ink("Léa", 60).iter().any(|ink| *ink > 0));
    }

    #[test]
    fn what_is_no_drawing_is_our_mistake() {
        assert!(matches!(tree("<svg"), Err(Error::Internal(_))));
    }
}
