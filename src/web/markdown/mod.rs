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
use comrak::nodes::NodeValue;
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

/// The paths of this portal to which a text links, each once.
pub fn own_links(text: &str) -> Vec<String> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut links = Vec::new();
    if tame::is_bearable(root) {
        for node in root.descendants() {
            if let NodeValue::Link(link) = &node.data().value
                && address(&link.url) == Some(Address::Own)
                && !links.contains(&link.url)
            {
                links.push(link.url.clone());
            }
        }
    }
    links
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options
}
