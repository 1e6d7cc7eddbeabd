//! The tree of a text, before it is written: what may not stand in a page becomes text.

use std::borrow::Cow;
use std::collections::HashSet;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};
use comrak::{Anchorizer, Arena};

use super::address::{Address, address};
use super::{DEPTH, NODES};

/// Characters of a heading that its id is made of.
const NAME: usize = 60;

/// Whether a text has a shape that a person could have given it.
pub fn is_bearable<'a>(root: Node<'a>) -> bool {
    let mut depth = 0;
    let mut deepest = 0;
    let mut nodes = 0;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) => (depth, nodes) = (depth + 1, nodes + 1),
            NodeEdge::End(_) => depth -= 1,
        }
        deepest = deepest.max(depth);
        if deepest > DEPTH || nodes > NODES {
            return false;
        }
    }
    true
}

/// Changes the tree; gives the names of its headings in their order, those without words without a name.
pub fn tame<'a>(arena: &'a Arena<'a>, root: Node<'a>) -> Vec<String> {
    let nodes: Vec<_> = root.descendants().collect();
    nodes.iter().for_each(|node| unmask(arena, node));
    let headings = headings(&nodes);
    level(&headings);
    let mut anchorizer = Anchorizer::new();
    let names: Vec<_> = headings.iter().map(|heading| name(&mut anchorizer, &heading.collect_text())).collect();
    let known: HashSet<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    nodes.iter().filter(|node| !may_stay(node, &known)).for_each(|node| unwrap(node));
    names
}

/// Tags that were typed are text.
fn unmask<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let text = |tags: &mut String| NodeValue::Text(Cow::Owned(std::mem::take(tags)));
    let value = &mut node.data_mut().value;
    match value {
        NodeValue::HtmlInline(tag) => *value = text(tag),
        NodeValue::HtmlBlock(block) => {
            let text = text(&mut block.literal);
            *value = NodeValue::Paragraph;
            node.append(arena.alloc(text.into()));
        }
        _ => {}
    }
}

/// The headings; one without words is none.
fn headings<'a>(nodes: &[Node<'a>]) -> Vec<Node<'a>> {
    let (empty, headings): (Vec<_>, Vec<_>) = nodes
        .iter()
        .copied()
        .filter(|node| matches!(node.data().value, NodeValue::Heading(_)))
        .partition(|node| node.collect_text().trim().is_empty());
    empty.iter().for_each(|node| node.detach());
    headings
}

/// Under the `h2` of its part the text begins at `h3`, and no level is left out.
fn level(headings: &[Node<'_>]) {
    let mut open: Vec<u8> = Vec::new();
    for heading in headings {
        if let NodeValue::Heading(heading) = &mut heading.data_mut().value {
            while open.last().is_some_and(|above| *above >= heading.level) {
                open.pop();
            }
            open.push(heading.level);
            heading.level = u8::try_from(open.len() + 2).unwrap_or(6).min(6);
        }
    }
}

fn name(anchorizer: &mut Anchorizer, text: &str) -> String {
    let text: String = text.chars().take(NAME).collect();
    let words = text.trim_matches(|char: char| !char.is_alphanumeric());
    if words.is_empty() { String::new() } else { anchorizer.anchorize(words) }
}

/// Whether a link leads somewhere, and a picture is one of this portal.
fn may_stay(node: Node<'_>, headings: &HashSet<&str>) -> bool {
    match &node.data().value {
        NodeValue::Link(link) => match address(&link.url) {
            Some(Address::Within) => headings.contains(&link.url[1..]),
            known => known.is_some(),
        },
        NodeValue::Image(image) => address(&image.url) == Some(Address::Own),
        _ => true,
    }
}

/// Leaves the words of a link or a picture in its place.
fn unwrap<'a>(node: Node<'a>) {
    let children: Vec<_> = node.children().collect();
    children.into_iter().for_each(|child| node.insert_before(child));
    node.detach();
}
