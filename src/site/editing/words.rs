//! What changed in a text, word by word, so that one sees it without reading both.

/// Words of both sides beyond which a text is shown as replaced: the table of a comparison grows with their product.
const MOST: usize = 1_000_000;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    Same,
    Gone,
    New,
}

/// Words that follow each other and share their fate, with the spaces after them.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub mark: Mark,
    pub text: String,
}

/// The longest common words stay; what is gone comes before what is new. Words that change side by side are one change,
/// with the spaces between them.
pub fn compare(before: &str, after: &str) -> Vec<Run> {
    let mut told: Vec<Run> = Vec::new();
    let (mut gone, mut new, mut space) = (String::new(), String::new(), String::new());
    for run in runs(before, after) {
        let is_changing = !gone.is_empty() || !new.is_empty();
        match run.mark {
            Mark::Same if is_changing && space.is_empty() && run.text.trim().is_empty() => space = run.text,
            Mark::Same => {
                flush(&mut told, &mut gone, &mut new, &mut space);
                push(&mut told, Mark::Same, &run.text);
            }
            changed => {
                let space = std::mem::take(&mut space);
                gone.push_str(&space);
                new.push_str(&space);
                if changed == Mark::Gone { &mut gone } else { &mut new }.push_str(&run.text);
            }
        }
    }
    flush(&mut told, &mut gone, &mut new, &mut space);
    told
}

/// Ends a change; the space after it is common.
fn flush(told: &mut Vec<Run>, gone: &mut String, new: &mut String, space: &mut String) {
    push(told, Mark::Gone, &std::mem::take(gone));
    push(told, Mark::New, &std::mem::take(new));
    push(told, Mark::Same, &std::mem::take(space));
}

/// Word by word.
fn runs(before: &str, after: &str) -> Vec<Run> {
    let (old, new) = (words(before), words(after));
    let mut runs = Vec::new();
    if (old.len() + 1) * (new.len() + 1) > MOST {
        push(&mut runs, Mark::Gone, before);
        push(&mut runs, Mark::New, after);
        return runs;
    }
    let common = common(&old, &new);
    let (mut o, mut n) = (0, 0);
    while o < old.len() || n < new.len() {
        if o < old.len() && n < new.len() && old[o] == new[n] {
            push(&mut runs, Mark::Same, new[n]);
            (o, n) = (o + 1, n + 1);
        } else if o < old.len() && (n == new.len() || common[o + 1][n] >= common[o][n + 1]) {
            push(&mut runs, Mark::Gone, old[o]);
            o += 1;
        } else {
            push(&mut runs, Mark::New, new[n]);
            n += 1;
        }
    }
    runs
}

/// How many words the rests from here on have in common, in this order.
fn common(old: &[&str], new: &[&str]) -> Vec<Vec<u32>> {
    let mut common = vec![vec![0; new.len() + 1]; old.len() + 1];
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            common[o][n] =
                if old[o] == new[n] { common[o + 1][n + 1] + 1 } else { common[o + 1][n].max(common[o][n + 1]) };
        }
    }
    common
}

/// A word or the space between two: a space that only moved to a line's end is no change of the word.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|sign: char| sign.is_whitespace() != first.is_whitespace()).unwrap_or(rest.len());
        words.push(&rest[..end]);
        rest = &rest[end..];
    }
    words
}

fn push(runs: &mut Vec<Run>, mark: Mark, text: &str) {
    match runs.last_mut().filter(|last| last.mark == mark) {
        Some(last) => last.text.push_str(text),
        None if text.is_empty() => {}
        None => runs.push(Run { mark, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let tell = |run: Run| match run.mark {
            Mark::Same => run.text,
            Mark::Gone => format!("[-{}]", run.text),
            Mark::New => format!("[+{}]", run.text),
        };
        compare(before, after).into_iter().map(tell).collect()
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        assert_eq!(told("le réseau lit bien", "le réseau apprend bien"), "le réseau [-lit][+apprend] bien");
        assert_eq!(told("", "neuf"), "[+neuf]");
        assert_eq!(told("parti", ""), "[-parti]");
        assert_eq!(told("égal à soi", "égal à soi"), "égal à soi");
    }

    #[test]
    fn words_that_change_side_by_side_are_one_change() {
        assert_eq!(told("un deux trois", "six sept trois"), "[-un deux][+six sept] trois");
        assert_eq!(told("un deux", "six sept"), "[-un deux][+six sept]");
        assert_eq!(told("un, deux", "un, dix et deux"), "un, [+dix et ]deux");
    }

    #[test]
    fn both_texts_can_be_read_off_a_comparison() {
        let (before, after) = ("un deux trois\n\nquatre", "deux un trois\ncinq quatre");
        let side = |gone: Mark| -> String {
            compare(before, after).into_iter().filter(|run| run.mark != gone).map(|run| run.text).collect()
        };
        assert_eq!((side(Mark::New).as_str(), side(Mark::Gone).as_str()), (before, after));
    }

    #[test]
    fn very_long_texts_are_shown_as_replaced() {
        let (before, after) = ("a ".repeat(1_000), "b ".repeat(1_000));
        assert_eq!(told(&before, &after), format!("[-{before}][+{after}]"));
    }
}
