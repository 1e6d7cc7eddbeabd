//! A few words of a text around those that were found, in the text's own spelling.

use std::collections::HashSet;

use crate::history::entry::{BETWEEN, spelled};

/// Words that are shown of a text, and how many of them before the first that was found.
const LONG: usize = 28;
const BEFORE: usize = 8;

/// A word as it is written, whether it was asked for, and what follows it.
#[derive(Debug, PartialEq)]
pub struct Word {
    pub text: String,
    pub found: bool,
    /// A space, or the no-break space that holds it to the next word (« mot », 20 000).
    pub after: char,
}

#[derive(Debug, Default)]
pub struct Extract {
    pub words: Vec<Word>,
    /// Something was left out before, and behind.
    pub cut_before: bool,
    pub cut_after: bool,
}

/// The folded forms by which a text's words are looked up: `l'entreprise` as the search reads it.
pub fn folded(text: &str) -> impl Iterator<Item = String> {
    words(text).map(|(word, _)| spelled(word))
}

/// Each word, and the space after it.
fn words(text: &str) -> impl Iterator<Item = (&str, char)> {
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        let holds = |sign: &char| matches!(sign, '\u{a0}' | '\u{202f}');
        (piece.trim(), piece.chars().next_back().filter(holds).unwrap_or(' '))
    });
    pieces.filter(|(word, _)| !word.is_empty())
}

/// All of a short text, its found words told apart.
pub fn whole(text: &str, found: &HashSet<String>) -> Vec<Word> {
    let told =
        |(word, after): (&str, char)| Word { text: word.to_owned(), found: found.contains(&spelled(word)), after };
    words(text).map(told).collect()
}

/// The part of a longer text in which something was found, or its beginning.
pub fn part(text: &str, found: &HashSet<String>) -> Extract {
    let mut words = whole(text, found);
    let is_between = |word: &Word| word.text == BETWEEN;
    // of a text whose title is shown already
    let leading = words.iter().take_while(|word| is_between(word)).count();
    words.drain(..leading);
    let first = words.iter().position(|word| word.found).unwrap_or(0).saturating_sub(BEFORE);
    let cut_after = words.len() > first + LONG;
    words.truncate(first + LONG);
    let mut words = words.split_off(first);
    while words.last().is_some_and(is_between) {
        words.pop();
    }
    Extract { words, cut_before: first > 0, cut_after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extract_stands_around_the_word_and_keeps_its_spelling() {
        let text = format!("{}Élan trouvé{}", "mot ".repeat(40), " suite".repeat(40));
        let extract = part(&text, &HashSet::from(["elan".to_owned()]));
        assert_eq!(extract.words.len(), LONG);
        assert_eq!(extract.words[BEFORE], Word { text: "Élan".into(), found: true, after: ' ' });
        assert!(extract.cut_before && extract.cut_after);
    }

    #[test]
    fn texts_stay_apart_and_signs_stay_where_they_are_held() {
        let text = "·\nun « mot\u{a0}» : 20\u{202f}000\n·\n";
        let said = |text: &str| {
            let words = part(text, &HashSet::new()).words.into_iter();
            words.map(|word| format!("{}{}", word.text, word.after)).collect::<String>()
        };
        assert_eq!(said(text), "un « mot\u{a0}» : 20\u{202f}000 ");
        assert_eq!(said("Bilan\n·\nPython"), "Bilan · Python ");
    }
}
