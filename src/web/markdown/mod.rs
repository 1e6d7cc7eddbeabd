//! Long texts: Markdown as people write it, HTML as the page can bear it.
//!
//! A text never loads anything from elsewhere, never takes an `id` of the page around it, and never
//! holds a link that could run in a reader's browser. What is typed and cannot be shown as meant stays
//! as text: nothing is dropped in silence.

mod address;
mod clean;
mod size;
mod tame;
mod write;

use address::{Address, address};
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::text::Words;
use write::Writer;

/// Nested deeper than this, or of more parts, no person wrote it; it is shown as it was typed.
const DEPTH: usize = 40;
const NODES: usize = 10_000;

/// The HTML of a text, safe in a page. Ids inside it begin with `prefix:`, which must be one of a kind on
/// its page; headings begin at `h3`.
pub fn html(text: &str, prefix: &str, words: Words) -> String {
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, text, &options);
    let writer = Writer::new(prefix, words);
    let html = if tame::is_bearable(root) {
        writer.write(tame::tame(&arena, root), root, &options)
    } else {
        writer.typed(text)
    };
    size::sized(&clean::clean(&html))
}

/// The words of a text without its signs, for a place where it is not set: each paragraph on a line of its own.
pub fn plain(text: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    if !tame::is_bearable(root) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(words) => plain.push_str(words),
            NodeValue::Code(code) => plain.push_str(&code.literal),
            NodeValue::CodeBlock(code) => plain.push_str(&code.literal),
            NodeValue::HtmlInline(typed) => plain.push_str(typed),
            NodeValue::HtmlBlock(typed) => plain.push_str(&typed.literal),
            value if value.block() || matches!(value, NodeValue::SoftBreak | NodeValue::LineBreak) => {
                plain.push('\n');
            }
            _ => {}
        }
    }
    plain
}

/// Where a text leads, each address once.
#[derive(Debug, Default, PartialEq)]
pub struct Links {
    /// Paths of this portal.
    pub own: Vec<String>,
    /// Links that would run in a browser or lead nowhere, images from elsewhere: no page shows them.
    pub unshown: Vec<String>,
    /// Images of this portal that have no words for whoever does not see them.
    pub wordless: Vec<String>,
}

pub fn links(text: &str) -> Links {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut links = Links::default();
    if !tame::is_bearable(root) {
        return links;
    }
    for node in root.descendants() {
        let (url, list) = match &node.data().value {
            NodeValue::Link(link) => match address(&link.url) {
                Some(Address::Own) => (link.url.clone(), &mut links.own),
                None => (link.url.clone(), &mut links.unshown),
                Some(_) => continue,
            },
            NodeValue::Image(image) if address(&image.url) != Some(Address::Own) || !is_image(&image.url) => {
                (image.url.clone(), &mut links.unshown)
            }
            NodeValue::Image(image) if !node.descendants().any(has_words) => (image.url.clone(), &mut links.wordless),
            _ => continue,
        };
        if !list.contains(&url) {
            list.push(url);
        }
    }
    links
}

/// `/images/{digest}`, or with `/{width}`.
fn is_image(url: &str) -> bool {
    // a size may follow, so that the page keeps the room
    let path = url.split('?').next().unwrap_or(url);
    let Some(rest) = path.strip_prefix("/images/") else { return false };
    let (digest, width) = rest.split_once('/').unwrap_or((rest, "1"));
    let is_width = !width.is_empty() && width.bytes().all(|byte| byte.is_ascii_digit());
    digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) && is_width
}

fn has_words<'a>(node: &'a AstNode<'a>) -> bool {
    match &node.data().value {
        NodeValue::Text(text) => !text.trim().is_empty(),
        NodeValue::Code(code) => !code.literal.trim().is_empty(),
        _ => false,
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options
}
