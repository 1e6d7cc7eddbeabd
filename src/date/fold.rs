//! Brings what people type or paste to one spelling, before it is read.

/// Signs that stand without blanks around them.
const TIGHT: &str = "-/?~%,()";

/// Lower case without accents, plain dashes, apostrophes and blanks.
pub(super) fn fold(text: &str) -> String {
    let plain: String = text.chars().flat_map(char::to_lowercase).filter_map(plain).collect();
    let words: Vec<_> = plain.split_whitespace().collect();
    let mut folded = String::with_capacity(plain.len());
    for word in words {
        if !folded.is_empty() && !folded.ends_with(tight) && !word.starts_with(tight) {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn tight(c: char) -> bool {
    TIGHT.contains(c)
}

/// None for what has no width of its own: accents apart from their letter, joiners, soft hyphens.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => return None,
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ᵉ' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ʳ' => 'r',
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn what_a_word_processor_makes_is_undone() {
        assert_eq!(fold(" DÉCEMBRE\u{a0}2019\u{202f}? "), "decembre 2019?");
        assert_eq!(fold("de\u{301}cembre – d’août"), "decembre-d'aout");
    }
}
