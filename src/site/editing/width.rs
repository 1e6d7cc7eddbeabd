//! How much of a line a field takes. Knows what is asked; no words.

use crate::web::form::{Answer, Asked};

/// The columns of a line of a list.
const COLUMNS: usize = 12;

/// Fields that still stand in one line, on a wide screen.
const MOST: usize = 4;

/// The columns between which fields share a line.
const GRID: usize = 6;

/// Signs that a third of a line shows.
const SHOWN: usize = 36;

/// As long as a text that takes a whole line.
pub const LINE: usize = 2 * SHOWN + 1;

const CLASSES: [&str; COLUMNS + 1] = ["", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12"];

/// The shares of fields among others: short ones three to a line, two where a third is missing, a text alone; an answer
/// gets more if it is longer than it seemed. On a phone dates, numbers and choices stand two by two.
pub fn in_grid(asked: &[Asked], value: impl Fn(&str) -> usize) -> Vec<&'static str> {
    let wants: Vec<usize> = asked.iter().map(|question| wanted(&question.answer, value(&question.name))).collect();
    let mut classes = Vec::new();
    while classes.len() < asked.len() {
        let from = classes.len();
        let mut taken = 0;
        let fits = wants[from..].iter().take_while(|want| {
            let is_room = taken + **want <= GRID;
            taken += if is_room { **want } else { 0 };
            is_room
        });
        let to = from + fits.count();
        let missing = GRID - wants[from..to].iter().sum::<usize>();
        classes.extend((from..to).map(|n| class(&asked[n].answer, wants[n], missing, to - from)));
    }
    classes
}

/// What a field takes of a line of six columns.
fn wanted(answer: &Answer, signs: usize) -> usize {
    match answer {
        Answer::Long | Answer::Markdown | Answer::Picture | Answer::Insertion | Answer::Rows(_) => GRID,
        Answer::Line if signs > 2 * SHOWN => GRID,
        Answer::Line if signs > SHOWN => 4,
        _ => 2,
    }
}

/// The class of a field that wants this much of a line where so much is `missing` to fill it.
fn class(answer: &Answer, want: usize, missing: usize, fields: usize) -> &'static str {
    let is_half = matches!(answer, Answer::Date | Answer::Number | Answer::Choice(_));
    match (want, missing, fields) {
        (GRID, ..) => "",
        (4, 2, _) => "",
        (4, ..) => "w4",
        (2, 2, 2) if is_half => "w3 half",
        (2, 2, 2) => "w3",
        (2, _, 1) if matches!(answer, Answer::Line | Answer::Reference | Answer::RowOf(_) | Answer::Part) => "",
        _ if is_half => "w2 half",
        _ => "w2",
    }
}

/// The shares of a row's fields if they fit in one line: few, none of them rows or a box to tick.
pub fn columns(inside: &[Asked]) -> Option<Vec<&'static str>> {
    // a source: its section and the part are what is read first
    if let [Answer::Reference, Answer::Part, Answer::Long, Answer::Choice(_)] =
        inside.iter().map(|question| &question.answer).collect::<Vec<_>>()[..]
    {
        return Some(vec!["c5", "c3", "c2", "c2"]);
    }
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
        Answer::Reference => Some(8),
        Answer::Line => Some(4),
        Answer::RowOf(_) => Some(4),
        Answer::Part => Some(3),
        Answer::Date | Answer::Choice(_) => Some(3),
        Answer::Number => Some(2),
        Answer::Flag | Answer::Markdown | Answer::Picture | Answer::Insertion | Answer::Rows(_) => None,
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
        assert_eq!(columns(&source), Some(vec!["c5", "c3", "c4"]));
        assert_eq!(columns(&source[..1]), Some(vec!["c12"]));
        let names = ["source", "at", "note", "certainty"];
        let answers = [Answer::Reference, Answer::Part, Answer::Long, Answer::Choice(vec![])];
        let cited: Vec<_> = names.into_iter().zip(answers).map(|(name, answer)| asked(name, answer)).collect();
        assert_eq!(columns(&cited), Some(vec!["c5", "c3", "c2", "c2"]), "a section and a part can be read");
    }

    #[test]
    fn a_row_with_rows_or_many_fields_takes_several_lines() {
        assert_eq!(columns(&[asked("candidates", Answer::Rows(Vec::new()))]), None);
        assert_eq!(columns(&vec![asked("at", Answer::Date); MOST + 1]), None);
    }

    #[test]
    fn short_fields_fill_their_lines_and_a_long_answer_gets_the_room_to_be_read() {
        let asked = [
            asked("title", Answer::Line),
            asked("begins", Answer::Date),
            asked("ends", Answer::Date),
            asked("client", Answer::Reference),
            asked("state", Answer::Flag),
            asked("aim", Answer::Long),
        ];
        let with = |signs: usize| in_grid(&asked, |name| if name == "title" { signs } else { 0 });
        assert_eq!(with(SHOWN), ["w2", "w2 half", "w2 half", "w3", "w3", ""]);
        assert_eq!(with(SHOWN + 1), ["w4", "w2 half", "w2 half", "w2", "w2", ""]);
        assert_eq!(with(2 * SHOWN + 1), ["", "w2 half", "w2 half", "w2", "w2", ""]);
    }
}
