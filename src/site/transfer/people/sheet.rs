//! A table as other tools write it: which signs, which separator, whether its first row names the columns.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::choices::Choices;
use crate::web::csv::bare;

/// Rows and columns of a table.
pub const ROWS: usize = 5_000;
const COLUMNS: usize = 80;

/// Rows among which names of columns are looked for.
const TITLED: usize = 10;

/// Rows by which the separator is found.
const LOOKED_AT: usize = 50;

/// The separators by their names in the form.
pub const SEPARATORS: [(&str, char); 4] = [("semicolon", ';'), ("comma", ','), ("tab", '\t'), ("bar", '|')];

/// The encodings by their names in the form.
pub const ENCODINGS: [&str; 5] = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "macintosh"];

pub struct Sheet {
    pub separator: char,
    pub encoding: &'static str,
    pub has_head: bool,
    /// Of each column its name; without a row of names, its number.
    pub head: Vec<String>,
    pub rows: Vec<Row>,
    /// Rows above the one that names the columns, which are left out.
    pub above: usize,
    /// Some signs do not exist in this encoding.
    pub is_garbled: bool,
}

pub struct Row {
    /// In the file, from 1.
    pub line: usize,
    pub cells: Vec<String>,
    /// A quotation mark opens in it and is never closed: whatever follows stands in one of its cells.
    pub is_open: bool,
}

/// The table, or the message that says why this is none.
pub fn read(bytes: &[u8], choices: &Choices, knows: impl Fn(&str) -> bool) -> Result<Sheet, &'static str> {
    if let Some(kind) = another_kind(bytes) {
        return Err(kind);
    }
    let (text, encoding, is_garbled) = decoded(bytes, choices.encoding);
    if text.contains('\0') {
        return Err("table-binary");
    }
    let (said, text) = said_separator(&text);
    let separator = choices.separator.or(said).unwrap_or_else(|| guessed_separator(text));
    let before = usize::from(said.is_some());
    let mut rows = rows(text, separator, ROWS + 2);
    rows.iter_mut().for_each(|row| row.line += before);
    let Some(first) = rows.first() else { return Err("table-empty") };
    let found = head_at(&rows, knows);
    let at = match choices.head {
        Some(true) => Some(found.unwrap_or(0)),
        Some(false) => None,
        None => found,
    };
    let (above, has_head) = (at.unwrap_or_default(), at.is_some());
    let head = match at {
        Some(at) => rows.drain(..=at).next_back().map(|row| row.cells).unwrap_or_default(),
        None => (1..=first.cells.len()).map(|n| n.to_string()).collect(),
    };
    let width = head.len();
    if let Some(last) = rows.last_mut() {
        last.is_open = ends_open(text, separator);
    }
    match () {
        () if rows.len() > ROWS => Err("table-rows"),
        () if width > COLUMNS => Err("table-columns"),
        () if rows.is_empty() => Err("table-empty"),
        () => Ok(Sheet { separator, encoding, has_head, head, rows, above, is_garbled }),
    }
}

/// The row that names the columns: the first, or after a title above it the first that names two.
fn head_at(rows: &[Row], knows: impl Fn(&str) -> bool) -> Option<usize> {
    let names = |row: &Row| row.cells.iter().filter(|cell| knows(cell)).count();
    let below_title = || rows.iter().take(TITLED).position(|row| names(row) > 1);
    rows.first().filter(|row| names(row) > 0).map(|_| 0).or_else(below_title)
}

/// Whether the text ends within a quotation that was begun in a cell.
fn ends_open(text: &str, separator: char) -> bool {
    let (mut is_quoted, mut begins) = (false, true);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => {
                signs.next();
            }
            '"' if is_quoted => is_quoted = false,
            '"' if begins => is_quoted = true,
            _ => {}
        }
        begins = !is_quoted && (sign == separator || sign == '\n');
    }
    is_quoted
}

/// What people take for a table, by how it begins.
fn another_kind(bytes: &[u8]) -> Option<&'static str> {
    let begins = |signs: &[u8]| bytes.starts_with(signs);
    let start: String = bytes.iter().take(200).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    match () {
        () if bytes.iter().all(u8::is_ascii_whitespace) => Some("table-empty"),
        () if begins(b"PK\x03\x04") || begins(b"\xd0\xcf\x11\xe0") => Some("table-workbook"),
        () if begins(b"\x89PNG")
            || begins(b"\xff\xd8\xff")
            || begins(b"GIF8")
            || begins(b"%PDF")
            || begins(b"\x1f\x8b") =>
        {
            Some("table-binary")
        }
        () if ["<!doctype", "<html", "<?xml"]
            .iter()
            .any(|tag| start.trim_start_matches(['ï', '»', '¿', ' ', '\n', '\r']).starts_with(tag)) =>
        {
            Some("table-html")
        }
        () => None,
    }
}

/// The text, its encoding, and whether some signs were none.
fn decoded(bytes: &[u8], chosen: Option<&'static str>) -> (String, &'static str, bool) {
    let marked = Encoding::for_bom(bytes).map(|(encoding, length)| (encoding, &bytes[length..]));
    let encoding = chosen.map_or_else(|| marked.map_or_else(|| guessed(bytes), |(encoding, _)| encoding), named);
    let rest = marked.filter(|(of, _)| *of == encoding).map_or(bytes, |(_, rest)| rest);
    let (text, is_garbled) = encoding.decode_without_bom_handling(rest);
    // lines end alike from here on, also those of old Macs
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n").replace('\r', "\n");
    (text, ENCODINGS.into_iter().find(|code| named(code) == encoding).unwrap_or("utf-8"), is_garbled)
}

fn named(code: &str) -> &'static Encoding {
    match code {
        "windows-1252" => WINDOWS_1252,
        "utf-16le" => UTF_16LE,
        "utf-16be" => UTF_16BE,
        "macintosh" => MACINTOSH,
        _ => UTF_8,
    }
}

/// Without a mark: UTF-16 has a NUL in every second place, and what is no UTF-8 is what Windows writes.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let nuls = |from: usize| bytes.iter().skip(from).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let half = (bytes.len().min(400) / 2).max(1);
    match () {
        () if nuls(1) * 2 > half => UTF_16LE,
        () if nuls(0) * 2 > half => UTF_16BE,
        () if std::str::from_utf8(bytes).is_ok() => UTF_8,
        () if is_mac(bytes) => MACINTOSH,
        () => WINDOWS_1252,
    }
}

/// Whether the letters with accents are where old Macs have them, rather than Windows.
fn is_mac(bytes: &[u8]) -> bool {
    let letters = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        text.chars().filter(|sign| "éèêëàâäçîïôöùûüÿœæÉÈÊËÀÂÇÎÏÔÙÛ".contains(*sign)).count()
    };
    letters(MACINTOSH) > letters(WINDOWS_1252)
}

/// `sep=;`, by which spreadsheets tell each other, and the text after it.
fn said_separator(text: &str) -> (Option<char>, &str) {
    let Some(rest) = text.strip_prefix("sep=").or(text.strip_prefix("\"sep=")) else { return (None, text) };
    let Some(sign) = rest.chars().next().filter(|sign| SEPARATORS.iter().any(|(_, known)| known == sign)) else {
        return (None, text);
    };
    let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
    (Some(sign), &rest[end..])
}

/// The separator by which most of the first rows have as many cells as the first of them, and the most cells.
fn guessed_separator(text: &str) -> char {
    let score = |sign: char| {
        let rows = rows(text, sign, LOOKED_AT);
        let width = rows.first().map_or(0, |row| row.cells.len());
        let alike = rows.iter().filter(|row| row.cells.len() == width).count();
        if width < 2 { (0, 0) } else { (alike * 100 / rows.len(), width) }
    };
    let scored = SEPARATORS.map(|(_, sign)| (score(sign), sign));
    // of equal ones the first: `max_by` would take the last
    scored.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(';', |(_, sign)| sign)
}

/// The rows that say anything, each with the line on which it begins.
fn rows(text: &str, separator: char, most: usize) -> Vec<Row> {
    let mut options = csv::ReaderBuilder::new();
    options.has_headers(false).flexible(true).delimiter(u8::try_from(separator).unwrap_or(b';'));
    let mut reader = options.from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    let read = reader.records().filter_map(std::result::Result::ok).map(|record| Row {
        line: lines.of(record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or_default())),
        cells: record.iter().map(|cell| bare(cell).trim().to_owned()).collect(),
        is_open: false,
    });
    read.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).take(most).collect()
}

/// Counts lines on the way through a text. The reader of tables counts too, but where lines end by two signs it is at
/// the second of them when the next row begins.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the first sign from here on that does not end one.
    fn of(&mut self, byte: usize) -> usize {
        let rest = self.text.get(byte..).unwrap_or_default();
        let begin = byte + rest.iter().take_while(|sign| matches!(sign, b'\r' | b'\n')).count();
        let passed = self.text.get(self.at..begin).unwrap_or_default();
        self.line += passed.iter().filter(|sign| **sign == b'\n').count();
        self.at = self.at.max(begin);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(bytes: &[u8]) -> Sheet {
        read(bytes, &Choices::default(), |cell| cell == "nom").unwrap()
    }

    fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    #[test]
    fn every_separator_and_encoding_gives_the_same_table() {
        let text = |sign: char| format!("nom{sign}lieu\r\nÉlodie{sign}\"a;b,c\"\r\n\r\nZoë{sign}\"deux\nlignes\"\r\n");
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let mut files: Vec<Vec<u8>> = [';', ',', '\t', '|'].map(|sign| text(sign).into_bytes()).into();
        files.push([b"\xef\xbb\xbf", text(';').as_bytes()].concat());
        files.push(WINDOWS_1252.encode(&text(';')).0.into_owned());
        files.push([b"\xff\xfe".to_vec(), utf16(&text('\t'))].concat());
        files.push(utf16(&text(';')));
        files.push([b"sep=;\r\n", text(';').as_bytes()].concat());
        for file in files {
            let sheet = sheet(&file);
            assert_eq!(sheet.head, ["nom", "lieu"], "{}", sheet.encoding);
            assert_eq!(cells(&sheet), [["Élodie", "a;b,c"], ["Zoë", "deux\nlignes"]], "{}", sheet.encoding);
        }
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let lines = |text: &str| sheet(text.as_bytes()).rows.iter().map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(lines("nom;x\na;\"1\n2\"\n\nb;3\n"), [2, 5]);
        assert_eq!(lines("nom;x\r\na;\"1\r\n2\"\r\n\r\nb;3\r\n"), [2, 5]);
        assert_eq!(lines("sep=;\nnom;x\na;1\n"), [3]);
        assert_eq!(lines("nom;x\ra;\"1\r2\"\r\rb;3\r"), [2, 5]);
        assert_eq!(lines("sep=;\rnom;x\ra;1\r"), [3]);
    }

    #[test]
    fn what_is_no_table_is_called_by_its_name() {
        let refused = |bytes: &[u8]| read(bytes, &Choices::default(), |_| true).err();
        assert_eq!(refused(b"PK\x03\x04xl/workbook"), Some("table-workbook"));
        assert_eq!(refused(b"\x89PNG\r\n"), Some("table-binary"));
        assert_eq!(refused(b"\n<!DOCTYPE html><html>"), Some("table-html"));
        assert_eq!(refused(b" \r\n"), Some("table-empty"));
        assert_eq!(refused(b"a;\0b\nc;d"), Some("table-binary"));
    }
}
