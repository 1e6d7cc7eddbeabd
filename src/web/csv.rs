//! Tables for spreadsheets (RFC 4180, UTF-8 with its mark): what every CSV of the portal is written with, and how
//! its cells are read back.
//!
//! A spreadsheet runs a cell that begins with one of `= + - @` (also full width), a tab or a line break as a formula,
//! whoever wrote it. Such a cell gets an apostrophe in front, and so does what would begin a cell if a program took
//! another separator; `bare` takes exactly that away again. Numbers and telephone numbers stay as they are: the cure
//! would ruin them, and they run nothing.

use super::text::Language;
use crate::error::{Error, Result};

const GUARD: char = '\'';
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];

/// UTF-8 says so to spreadsheets by this mark only.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A table as it is written: every row has as many cells as the head.
pub struct Table {
    rows: csv::Writer<Vec<u8>>,
}

impl Table {
    /// With a head in the reader's words. French spreadsheets keep the comma for decimals and part cells by
    /// semicolons.
    pub fn new(language: Language, head: &[String]) -> Result<Self> {
        let separator = match language {
            Language::Fr => b';',
            Language::En => b',',
        };
        let mut options = csv::WriterBuilder::new();
        let mut table =
            Self { rows: options.delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec()) };
        table.row(head)?;
        Ok(table)
    }

    /// # Errors
    /// A row that is longer or shorter than the head: its cells would stand under other columns.
    pub fn row<C: AsRef<str>>(&mut self, cells: &[C]) -> Result<()> {
        self.rows.write_record(cells.iter().map(|cell| guarded(cell.as_ref()))).map_err(broken)
    }

    pub fn finish(self) -> Result<Vec<u8>> {
        self.rows.into_inner().map_err(broken)
    }
}

fn broken(why: impl std::fmt::Display) -> Error {
    Error::Internal(format!("a table: {why}"))
}

/// A cell that no spreadsheet takes for a formula.
pub fn guarded(text: &str) -> String {
    let is_safe = is_number(text);
    pieces(text, |piece, is_first, runs| {
        let is_safe = if is_first { is_safe } else { is_number(piece) };
        (runs && !is_safe).then(|| format!("{GUARD}{piece}"))
    })
}

/// The text that `guarded` was given; a text without such an apostrophe is left as it is.
pub fn bare(cell: &str) -> String {
    pieces(cell, |piece, _, runs| piece.strip_prefix(GUARD).filter(|_| runs).map(str::to_owned))
}

/// The text with some of its pieces changed: of what would be a cell of its own by another separator. A piece is
/// told whether it is the first, and whether it would run, whatever apostrophes it has in front.
fn pieces(text: &str, change: impl Fn(&str, bool, bool) -> Option<String>) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let end = rest.find(SEPARATORS).unwrap_or(rest.len());
        let (piece, is_first) = (&rest[..end], rest.len() == text.len());
        let behind = piece.trim_start_matches(GUARD);
        let runs = match is_first {
            true => begins_all(behind) || (behind.is_empty() && rest[end..].starts_with('\t')),
            false => behind.starts_with(FORMULA),
        };
        changed.push_str(change(piece, is_first, runs).as_deref().unwrap_or(piece));
        let Some(separator) = rest[end..].chars().next() else { return changed };
        changed.push(separator);
        rest = &rest[end + separator.len_utf8()..];
    }
}

fn begins_all(text: &str) -> bool {
    text.starts_with(['\r', '\n']) || text.trim_start().starts_with(FORMULA)
}

/// `-5`, `+0,5`, `+33 1 99 00 12 34`: there is nothing in it to calculate with.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let may_follow = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '\u{a0}' | '\u{202f}');
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(may_follow)
}

#[cfg(test)]
mod tests {
    use super::{bare, guarded};

    #[test]
    fn formulas_get_an_apostrophe_and_numbers_do_not() {
        let guarded_ones = [
            ("=1+1", "'=1+1"),
            ("@somme(A1)", "'@somme(A1)"),
            ("-2+3", "'-2+3"),
            ("+33-1", "'+33-1"),
            (" =1", "' =1"),
            ("\t=1", "'\t'=1"),
            ("\r\n=1", "'\r\n=1"),
            ("＝1", "'＝1"),
            ("a;=cmd", "a;'=cmd"),
            ("'=1", "''=1"),
            ("-1|x", "'-1|x"),
        ];
        guarded_ones.iter().for_each(|(text, cell)| assert_eq!(guarded(text), *cell));
        let safe = ["-5", "+33 1 99 00 12 34", "+0,5", "48.85,-2.35", "l'été, -5 au matin", "’=", "", "a=b", "'a"];
        safe.iter().for_each(|text| assert_eq!(guarded(text), *text));
    }

    #[test]
    fn whatever_is_written_is_read_back() {
        let signs = ["'", "=", "-", "+3", "\t", ";", ",", "|", " ", "\n", "a", "@"];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts =
                texts.iter().flat_map(|text| signs.map(|sign| format!("{text}{sign}"))).chain(texts.clone()).collect();
        }
        texts.iter().for_each(|text| assert_eq!(bare(&guarded(text)), *text, "{text:?}"));
    }
}
