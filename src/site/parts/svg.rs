//! Text inside figures: SVG written by the server, in `viewBox` units of CSS pixels.

use std::fmt::Write;

use crate::web::page::Chrome;

/// Text and attribute values for SVG; whatever came from a document passes here.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// One line of text with its baseline at `y`; `class` may be empty.
pub fn text(svg: &mut String, class: &str, x: i32, y: i32, text: &str) {
    let _ = write!(svg, r#"<text class="{class}" x="{x}" y="{y}">{}</text>"#, escape(text));
}

/// The same of a document, which is French whatever the interface, and marked so where it is not.
pub fn content(svg: &mut String, page: &Chrome, class: &str, x: i32, y: i32, text: &str) {
    let lang = page.content_lang();
    let _ = write!(svg, r#"<text class="{class}" x="{x}" y="{y}"{lang}>{}</text>"#, escape(text));
}

/// The name of a figure in the words of documents; directly after `<svg …>`.
pub fn content_title(svg: &mut String, page: &Chrome, text: &str) {
    let _ = write!(svg, "<title{}>{}</title>", page.content_lang(), escape(text));
}

pub fn rect(svg: &mut String, class: &str, x: i32, y: i32, width: i32, height: i32) {
    let _ = write!(svg, r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}"/>"#);
}

pub fn path(svg: &mut String, class: &str, d: &str) {
    let _ = write!(svg, r#"<path class="{class}" d="{d}"/>"#);
}

/// At most `lines` lines of about `width` characters; the last ends in « … » if more was to come. SVG
/// breaks no lines itself.
pub fn wrap(text: &str, width: usize, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match wrapped.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => wrapped.push(word.to_owned()),
        }
    }
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        wrapped.last_mut().into_iter().for_each(|line| line.push('…'));
    }
    wrapped.into_iter().map(|line| shortened(line, width)).collect()
}

/// As much of a text as `most` characters hold.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        text.to_owned()
    } else {
        text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
    }
}

/// A word that is longer than a line.
fn shortened(line: String, width: usize) -> String {
    if line.chars().count() <= width + 1 { line } else { line.chars().take(width).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(escape("<a href='x'>&\"</a>"), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&lt;/a&gt;");
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!((cut("éléphant", 8).as_str(), cut("éléphants", 8).as_str()), ("éléphant", "éléphan…"));
    }

    #[test]
    fn long_text_is_broken_and_cut() {
        assert_eq!(wrap("du neurone au réseau", 12, 3), ["du neurone", "au réseau"]);
        assert_eq!(wrap("du neurone au réseau", 10, 1), ["du neurone…"]);
        assert_eq!(wrap("anticonstitutionnellement", 10, 2), ["anticonsti…"]);
    }
}
