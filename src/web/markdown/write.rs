//! A tamed text as HTML: as the library writes it, but for headings, links, code, tables and notes.

use std::fmt::{Result, Write};
use std::vec::IntoIter;

use comrak::html::{ChildRendering, Context, escape, format_document_with_formatter, format_node_default};
use comrak::nodes::{Node, NodeFootnoteDefinition, NodeFootnoteReference, NodeLink, NodeValue, TableAlignment};
use comrak::options::{Options, Plugins};

use super::address::{Address, address};
use crate::web::text::Words;

/// What is known of the text while it is written.
pub struct Writer {
    /// Of every id.
    prefix: String,
    words: Words,
    /// Of the headings that are still to come.
    names: IntoIter<String>,
    codes: usize,
    tables: usize,
    /// Of the row that is being written: how its cells that are still to come stand.
    cells: IntoIter<TableAlignment>,
    notes: u32,
}

/// Calls of one note that it leads back to.
const BACK: u32 = 9;

type Text<'o, 'c> = Context<'o, 'c, Writer>;

impl Writer {
    pub fn new(prefix: &str, words: Words) -> Self {
        Self {
            prefix: prefix.into(),
            words,
            names: IntoIter::default(),
            codes: 0,
            tables: 0,
            cells: IntoIter::default(),
            notes: 0,
        }
    }

    /// The tree, whose headings have these names.
    pub fn write<'a>(mut self, names: Vec<String>, root: Node<'a>, options: &Options) -> String {
        self.names = names.into_iter();
        let mut html = String::new();
        let plugins = Plugins::default();
        let written = format_document_with_formatter(root, options, &mut html, &plugins, node, self);
        if written.expect("a string takes all").notes > 0 {
            html.push_str("</ol>");
        }
        html
    }

    /// The text as it was typed.
    pub fn typed(mut self, text: &str) -> String {
        let mut html = self.code_begins();
        escape(&mut html, text).expect("a string takes all");
        html + "</code></pre>"
    }

    /// Long lines roll in a frame that the keyboard reaches.
    fn code_begins(&mut self) -> String {
        self.codes += 1;
        let label = self.words.count("markdown-code", self.codes);
        format!(r#"<pre tabindex="0" role="group" aria-label="{label}"><code>"#)
    }

    fn table_begins(&mut self) -> String {
        self.tables += 1;
        let label = self.words.count("markdown-table", self.tables);
        format!(r#"<div class="roll" tabindex="0" role="group" aria-label="{label}">"#)
    }

    /// « prefix:note:1 »; headings have no colon in their names.
    fn note(&self, number: u32) -> String {
        format!("{}:note:{number}", self.prefix)
    }

    fn call(&self, number: u32, time: u32) -> String {
        format!("{}:call:{number}:{time}", self.prefix)
    }
}

fn node<'a>(to: &mut Text, node: Node<'a>, entering: bool) -> std::result::Result<ChildRendering, std::fmt::Error> {
    match &node.data().value {
        NodeValue::Heading(heading) => self::heading(to, heading.level, entering)?,
        NodeValue::Link(link) => self::link(to, link, entering)?,
        NodeValue::CodeBlock(code) if entering => self::code(to, &code.literal)?,
        NodeValue::CodeBlock(_) => {}
        NodeValue::Table(_) => return table(to, node, entering),
        NodeValue::TableRow(_) if entering => return row(to, node),
        NodeValue::TableCell => self::cell(to, node, entering)?,
        NodeValue::FootnoteReference(call) if entering => self::call(to, call)?,
        NodeValue::FootnoteReference(_) => {}
        NodeValue::FootnoteDefinition(note) => self::note(to, note, entering)?,
        _ => return format_node_default(to, node, entering),
    }
    Ok(ChildRendering::HTML)
}

fn heading(to: &mut Text, level: u8, entering: bool) -> Result {
    if !entering {
        return writeln!(to, "</h{level}>");
    }
    to.cr()?;
    match to.user.names.next().filter(|name| !name.is_empty()) {
        Some(name) => {
            let id = format!("{}:{name}", to.user.prefix);
            write!(to, r#"<h{level} id=""#)?;
            to.escape(&id)?;
            to.write_str("\">")
        }
        None => write!(to, "<h{level}>"),
    }
}

fn link(to: &mut Text, link: &NodeLink, entering: bool) -> Result {
    if !entering {
        return to.write_str("</a>");
    }
    let known = address(&link.url);
    to.write_str("<a href=\"")?;
    match &known {
        Some(Address::Within) => {
            let href = format!("#{}:{}", to.user.prefix, &link.url[1..]);
            to.escape_href(&href)?;
        }
        _ => to.escape_href(&link.url)?,
    }
    if known == Some(Address::Foreign) {
        to.write_str("\" rel=\"nofollow noopener")?;
    }
    if !link.title.is_empty() {
        to.write_str("\" title=\"")?;
        to.escape(&link.title)?;
    }
    to.write_str("\">")
}

fn code(to: &mut Text, literal: &str) -> Result {
    to.cr()?;
    let begins = to.user.code_begins();
    to.write_str(&begins)?;
    to.escape(literal)?;
    to.write_str("</code></pre>\n")
}

fn table<'a>(to: &mut Text, node: Node<'a>, entering: bool) -> std::result::Result<ChildRendering, std::fmt::Error> {
    if entering {
        let begins = to.user.table_begins();
        to.cr()?;
        to.write_str(&begins)?;
        return format_node_default(to, node, entering);
    }
    let rendering = format_node_default(to, node, entering)?;
    to.write_str("</div>\n")?;
    Ok(rendering)
}

fn row<'a>(to: &mut Text, node: Node<'a>) -> std::result::Result<ChildRendering, std::fmt::Error> {
    let columns = node.parent().and_then(|table| match &table.data().value {
        NodeValue::Table(table) => Some(table.alignments.clone()),
        _ => None,
    });
    to.user.cells = columns.unwrap_or_default().into_iter();
    format_node_default(to, node, true)
}

/// The library says with `align` how a column stands, which is no HTML any more; a class does.
fn cell(to: &mut Text, node: Node<'_>, entering: bool) -> Result {
    let in_head = node.parent().is_some_and(|row| matches!(row.data().value, NodeValue::TableRow(true)));
    let tag = if in_head { "th" } else { "td" };
    if !entering {
        return write!(to, "</{tag}>");
    }
    to.cr()?;
    match to.user.cells.next() {
        Some(TableAlignment::Center) => write!(to, r#"<{tag} class="mid">"#),
        Some(TableAlignment::Right) => write!(to, r#"<{tag} class="end">"#),
        _ => write!(to, "<{tag}>"),
    }
}

/// The number of a note in the text.
fn call(to: &mut Text, call: &NodeFootnoteReference) -> Result {
    let (note, id, label) = (
        to.user.note(call.ix),
        to.user.call(call.ix, call.ref_num),
        to.user.words.count("markdown-note", call.ix as usize),
    );
    write!(to, r##"<sup><a href="#{note}" id="{id}" aria-label="{label}">{}</a></sup>"##, call.ix)
}

/// A note at the foot of the text, and the ways back to it.
fn note(to: &mut Text, note: &NodeFootnoteDefinition, entering: bool) -> Result {
    if entering {
        if to.user.notes == 0 {
            let label = to.user.words.t("markdown-notes");
            write!(to, "<hr>\n<ol class=\"notes\" aria-label=\"{label}\">\n")?;
        }
        to.user.notes += 1;
        let id = to.user.note(to.user.notes);
        return write!(to, r#"<li id="{id}">"#);
    }
    let (back, language) = (to.user.words.t("markdown-back"), to.user.words.language.code());
    for time in 1..=note.total_references.min(BACK) {
        let id = to.user.call(to.user.notes, time);
        write!(to, r##" <a href="#{id}" lang="{language}">{back}"##)?;
        if time > 1 {
            write!(to, " {time}")?;
        }
        to.write_str("</a>")?;
    }
    to.write_str("</li>\n")
}
