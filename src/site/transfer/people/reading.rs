//! How a table is read, as the preview offers it: separator, encoding, head, columns, and what is chosen for all rows.

use super::choices::{All, ONGOING};
use super::pages::Opened;
use super::sheet::{ENCODINGS, SEPARATORS};
use super::view::Preview;
use crate::history::Choose;
use crate::site::parts::capital;
use crate::site::people::table::Column;
use crate::site::people::{Contract, contract_words};
use crate::web::page::Chrome;

/// Values that show what is in a column, and their length.
const VALUES: usize = 3;
const LONG: usize = 40;

/// An option of a select: value, words, chosen.
type Choice = (String, String, bool);

/// One column of the table.
pub struct Mapped {
    pub name: String,
    pub values: String,
    pub options: Vec<Choice>,
}

impl Preview<'_> {
    /// What may be chosen for all doubles at once.
    pub fn for_all(&self) -> Vec<Choice> {
        let now = self.opened.choices.all;
        let words = |all| match all {
            None => "import-all-none",
            Some(All::Same) => "import-all-same",
            Some(All::Other) => "import-all-other",
        };
        All::CODES.map(|(code, all)| (code.to_owned(), self.page.t(words(all)), all == now)).into()
    }

    pub fn separators(&self) -> Vec<Choice> {
        let sign = self.opened.sheet.separator;
        SEPARATORS.map(|(code, known)| (code.to_owned(), self.page.t(separator_words(code)), known == sign)).into()
    }

    pub fn encodings(&self) -> Vec<Choice> {
        let now = self.opened.sheet.encoding;
        ENCODINGS.map(|code| (code.to_owned(), encoding_name(code).to_owned(), code == now)).into()
    }

    /// How the table is read, so that a change of it is noticed.
    pub fn was(&self) -> String {
        let chosen = |options: Vec<Choice>| options.into_iter().find(|(.., now)| *now).map(|(code, ..)| code);
        let all = [self.separators(), self.encodings(), self.heads()];
        all.map(|options| chosen(options).unwrap_or_default()).join(" ")
    }

    pub fn heads(&self) -> Vec<Choice> {
        let has_head = self.opened.sheet.has_head;
        vec![
            ("names".to_owned(), self.page.t("import-head-names"), has_head),
            ("person".to_owned(), self.page.t("import-head-person"), !has_head),
        ]
    }

    pub fn contracts(&self) -> Vec<Choice> {
        let now = self.opened.choices.contract.as_deref();
        let none = (String::new(), self.page.t("import-contract-none"), now.is_none());
        let of = |code: String| {
            let words = capital(&self.page.t(contract_words(Some(&code))));
            let is_now = now == Some(&code);
            (code, words, is_now)
        };
        std::iter::once(none).chain(Contract::names().into_iter().map(of)).collect()
    }

    pub fn ends(&self) -> Vec<Choice> {
        let is_ongoing = self.opened.choices.is_ongoing;
        vec![
            (String::new(), self.page.t("import-ends-none"), !is_ongoing),
            (ONGOING.to_owned(), self.page.t("import-ends-ongoing"), is_ongoing),
        ]
    }

    /// The columns that no field takes.
    pub fn unused(&self) -> Vec<&str> {
        let unused = self.opened.columns.iter().zip(&self.mapped).filter(|(column, _)| column.is_none());
        unused.map(|(_, column)| column.name.as_str()).collect()
    }
}

pub fn mapped(page: &Chrome, opened: &Opened) -> Vec<Mapped> {
    let options = |now: Option<Column>| {
        let none = (String::new(), page.t("import-column-none"), now.is_none());
        let of = |column: Column| (column.code().to_owned(), page.t(column.words()), now == Some(column));
        std::iter::once(none).chain(Column::all().map(of)).collect()
    };
    let column = |(n, (name, now)): (usize, (&String, &Option<Column>))| {
        let cells = opened.sheet.rows.iter().filter_map(|row| row.cells.get(n)).filter(|cell| !cell.is_empty());
        let values: Vec<String> = cells.take(VALUES).map(|cell| cell.chars().take(LONG).collect()).collect();
        let name = if name.is_empty() { page.count("import-column-nameless", n + 1) } else { name.clone() };
        Mapped { name, values: values.join(" · "), options: options(*now) }
    };
    opened.sheet.head.iter().zip(&opened.columns).enumerate().map(column).collect()
}

fn separator_words(code: &str) -> &'static str {
    match code {
        "comma" => "separator-comma",
        "tab" => "separator-tab",
        "bar" => "separator-bar",
        _ => "separator-semicolon",
    }
}

/// Encodings are called alike in every language.
fn encoding_name(code: &str) -> &'static str {
    match code {
        "windows-1252" => "Windows-1252",
        "utf-16le" => "UTF-16 LE",
        "utf-16be" => "UTF-16 BE",
        "macintosh" => "Macintosh",
        _ => "UTF-8",
    }
}
