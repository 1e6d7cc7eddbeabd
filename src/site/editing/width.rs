//! How much of a line a field takes. Knows what is asked; no words.

use crate::web::form::{Answer, Asked};

/// The columns of a line of a list.
const COLUMNS: usize = 12;

/// Fields that still stand in one line, on a wide screen.
const MOST: usize = 4;

/// Signs that a third of a line shows.
const SHOWN: usize = 36;

const CLASSES: [&str; COLUMNS + 1] = ["", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12"];

/// The share of a field among others: a third of the line, two for a title, all of it for a text, also for one that is
/// longer than it seemed. On a phone dates and numbers stand two by two.
pub fn in_grid(question: &Asked, value: Option<&str>) -> &'static str {
    match question.answer {
        Answer::Long | Answer::Rows(_) => "",
        Answer::Line if value.is_some_and(|text| text.chars().count() > 2 * SHOWN) => "",
        Answer::Line if value.is_some_and(|text| text.chars().count() > SHOWN) => "w4",
        _ if question.name == "title" => "w4",
        Answer::Date | Answer::Number => "w2 half",
        _ => "w2",
    }
}

/// The shares of a row's fields if they fit in one line: few, none of them rows or a box to tick.
pub fn columns(inside: &[Asked]) -> Option<Vec<&'static str>> {
    let weights: Vec<usize> = inside.iter().map(|question| weight(&question.answer)).collect::<Option<_>>()?;
    if weights.is_empty() || weights.len() > MOST {
        return None;
    }
    let sum: usize = weights.iter().sum();
    let mut shares: Vec<usize> = weights.iter().map(|weight| COLUMNS * weight / sum).collect();
    // what rounding left goes to those who lost most by it
    let mut losers: Vec<usize> = (0..shares.len()).collect();
    losers.sort_by_key(|n| std::cmp::Reverse(COLUMNS * weights[*n] % sum));
    for n in losers.into_iter().take(COLUMNS - shares.iter().sum::<usize>()) {
        shares[n] += 1;
    }
    Some(shares.into_iter().map(|share| CLASSES[share]).collect())
}

fn weight(answer: &Answer) -> Option<usize> {
    match answer {
        Answer::Long => Some(6),
        Answer::Line | Answer::Reference => Some(4),
        Answer::Date | Answer::Choice(_) => Some(3),
        Answer::Number => Some(2),
        Answer::Flag | Answer::Rows(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: &str, answer: Answer) -> Asked {
        Asked { name: name.into(), answer }
    }

    #[test]
    fn a_row_of_a_few_short_fields_fills_one_line() {
        let source = [asked("source", Answer::Reference), asked("at", Answer::Line), asked("note", Answer::Long)];
        assert_eq!(columns(&source), Some(vec!["c3", "c4", "c5"]));
        assert_eq!(columns(&source[..1]), Some(vec!["c12"]));
    }

    #[test]
    fn a_row_with_rows_or_many_fields_takes_several_lines() {
        assert_eq!(columns(&[asked("candidates", Answer::Rows(Vec::new()))]), None);
        assert_eq!(columns(&vec![asked("at", Answer::Date); MOST + 1]), None);
    }

    #[test]
    fn a_long_answer_gets_the_room_to_be_read() {
        let line = asked("summary", Answer::Line);
        assert_eq!(in_grid(&line, None), "w2");
        assert_eq!(in_grid(&line, Some(&"a".repeat(SHOWN + 1))), "w4");
        assert_eq!(in_grid(&line, Some(&"a".repeat(2 * SHOWN + 1))), "");
    }
}
