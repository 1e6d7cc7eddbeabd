//! Drawing on the server: what every figure needs.

use std::fmt::Write;

/// A text as it may stand in SVG, as content or in an attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// One line of text with its baseline at `y`; `class` may be empty.
pub fn text(svg: &mut String, class: &str, x: i32, y: i32, text: &str) {
    let _ = write!(svg, r#"<text class="{class}" x="{x}" y="{y}">{}</text>"#, escape(text));
}

pub fn rect(svg: &mut String, class: &str, x: i32, y: i32, width: i32, height: i32) {
    let _ = write!(svg, r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}"/>"#);
}

pub fn path(svg: &mut String, class: &str, d: &str) {
    let _ = write!(svg, r#"<path class="{class}" d="{d}"/>"#);
}

/// As much of a text as `most` characters hold, cut with « … ».
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => {
            let kept: String = text.chars().take(most.saturating_sub(1)).collect();
            format!("{}…", kept.trim_end())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, escape};

    #[test]
    fn no_text_opens_a_tag_or_leaves_an_attribute() {
        assert_eq!(escape(r#"<a b="c">d'&</a>"#), "&lt;a b=&quot;c&quot;&gt;d&#39;&amp;&lt;/a&gt;");
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(cut("éléphant", 8), "éléphant");
        assert_eq!(cut("éléphants", 8), "éléphan…");
    }
}
