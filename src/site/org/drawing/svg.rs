//! Writes a drawing as SVG: with the classes of the stylesheet into a page, with colours and fonts of its own into a
//! file. Attributes only, since a page takes no inline style.

use std::fmt::Write;

use super::super::layout::Place;
use super::pieces::{Align, Drawing, Ink, Piece};
use crate::site::parts::svg::escape;
use crate::web::drawing;

pub enum Palette<'p> {
    /// Inside a page, where the list beside it says the same: hidden from screen readers, out of the way of the Tab key.
    Page { class: &'p str, content_lang: &'p str, ids: bool },
    /// By itself.
    File(Leaf<'p>),
}

/// What a file says of itself, and how it looks.
pub struct Leaf<'p> {
    pub colours: &'p Colours,
    pub lang: &'p str,
    /// Of names and titles.
    pub content_lang: &'p str,
    /// The drawing in words.
    pub told: &'p str,
    /// As large as this, with the drawing in the middle; otherwise as large as the drawing.
    pub size: Option<(i32, i32)>,
    /// A picture or document is made of it, with the fonts that come along: each line is of one that has its letters.
    pub is_set: bool,
}

/// The colours of a file.
pub struct Colours {
    pub paper: &'static str,
    pub sheet: &'static str,
    pub ink: &'static str,
    pub soft: &'static str,
    pub control: &'static str,
    pub accent: &'static str,
    pub accent_ink: &'static str,
    pub tint: &'static str,
    pub doubt: &'static str,
    /// Font families: of labels, of names, of what is set in italics.
    pub sans: &'static str,
    pub display: &'static str,
    pub italic: &'static str,
}

/// Those of the light theme; the fonts are those in `fonts/`, which pictures and documents are made with.
pub const LIGHT: Colours = Colours {
    paper: "#f7f4ec",
    sheet: "#fffdf7",
    ink: "#1c1914",
    soft: "#5c5448",
    control: "#82796a",
    accent: "#2733b4",
    accent_ink: "#fffdf7",
    tint: "#eae8f3",
    doubt: "#865000",
    sans: "'Instrument Sans', sans-serif",
    display: "'Newsreader Display', Newsreader, serif",
    italic: "'Newsreader Text', Newsreader, serif",
};

/// On paper, which is white already.
pub const PRINTED: Colours = Colours { paper: "#ffffff", sheet: "#ffffff", ..LIGHT };

/// Around the drawing in a file.
const MARGIN: i32 = 24;

/// The same drawing and palette make the same bytes.
pub fn draw(drawing: &Drawing, palette: &Palette) -> String {
    let mut svg = String::with_capacity(drawing.pieces.len() * 96);
    let (width, height) = (drawing.width.max(1), drawing.height.max(1));
    let _ = match palette {
        Palette::Page { class, .. } => write!(
            svg,
            r#"<svg class="{class}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">"#
        ),
        Palette::File(leaf) => leaf.open(&mut svg, drawing),
    };
    drawing.pieces.iter().for_each(|piece| write_piece(&mut svg, piece, palette));
    svg.push_str("</svg>");
    svg
}

impl Leaf<'_> {
    fn open(&self, svg: &mut String, drawing: &Drawing) -> std::fmt::Result {
        let (width, height) = (drawing.width.max(1) + 2 * MARGIN, drawing.height.max(1) + 2 * MARGIN);
        let (w, h) = self.size.unwrap_or((width, height));
        let (across, down) = match self.size {
            // the paper is as wide for its height as the file is
            Some((w, h)) => (width.max(height * w / h), height.max(width * h / w)),
            None => (width, height),
        };
        let (x, y) = (-MARGIN - (across - width) / 2, -MARGIN - (down - height) / 2);
        let (lang, paper) = (self.lang, self.colours.paper);
        write!(
            svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="{x} {y} {across} {down}" lang="{lang}" xml:lang="{lang}" role="img">"#
        )?;
        write!(svg, "<title>{}</title><desc>{}</desc>", safe(&drawing.title), safe(self.told))?;
        write!(svg, r#"<rect x="{x}" y="{y}" width="{across}" height="{down}" fill="{paper}"/>"#)
    }

    /// Said where it is another than that of the file.
    fn content_lang(&self) -> String {
        let lang = self.content_lang;
        if lang == self.lang { String::new() } else { format!(r#" xml:lang="{lang}""#) }
    }
}

fn write_piece(svg: &mut String, piece: &Piece, palette: &Palette) {
    let _ = match piece {
        Piece::Rect(ink, Place { x, y, width, height }) => {
            write!(svg, r#"<rect{} x="{x}" y="{y}" width="{width}" height="{height}"/>"#, palette.mix(*ink))
        }
        Piece::Path(ink, d) => write!(svg, r#"<path{} d="{d}"/>"#, palette.mix(*ink)),
        Piece::Text { ink, x, y, align, text, content } => {
            let mixed = palette.mix_text(*ink, *align, text);
            let lang = if *content { palette.content_lang() } else { String::new() };
            write!(svg, r#"<text{mixed} x="{x}" y="{y}"{lang}>{}</text>"#, safe(text))
        }
        Piece::Open { id, href, told, content } => {
            let id = id
                .as_ref()
                .filter(|_| palette.has_ids())
                .map(|id| format!(r#" id="{}""#, safe(id)))
                .unwrap_or_default();
            let _ = match href {
                Some(href) => write!(svg, r#"<a{id} href="{}" tabindex="-1">"#, safe(href)),
                None => write!(svg, "<g{id}>"),
            };
            let lang = if *content { palette.content_lang() } else { String::new() };
            if told.is_empty() { Ok(()) } else { write!(svg, "<title{lang}>{}</title>", safe(told)) }
        }
        Piece::Close(leads) => svg.write_str(if *leads { "</a>" } else { "</g>" }),
    };
}

/// Escaped, and without what XML does not allow at all.
fn safe(text: &str) -> String {
    let allowed =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    escape(&text.chars().filter(allowed).collect::<String>())
}

impl Palette<'_> {
    /// Of two drawings on one page only one can have the ids.
    fn has_ids(&self) -> bool {
        matches!(self, Self::Page { ids: true, .. })
    }

    fn content_lang(&self) -> String {
        match self {
            Self::Page { content_lang, .. } => (*content_lang).to_owned(),
            Self::File(leaf) => leaf.content_lang(),
        }
    }

    fn mix(&self, ink: Ink) -> String {
        match self {
            Self::Page { .. } => format!(r#" class="{}""#, class(ink)),
            Self::File(leaf) => leaf.colours.mix(ink),
        }
    }

    fn mix_text(&self, ink: Ink, align: Align, text: &str) -> String {
        match self {
            Self::Page { .. } => {
                let end = match align {
                    Align::Left => "",
                    Align::Middle => " mid",
                    Align::Right => " end",
                };
                match (class(ink), end) {
                    ("", "") => String::new(),
                    (class, end) => format!(r#" class="{}""#, format!("{class}{end}").trim()),
                }
            }
            Self::File(leaf) => {
                let anchor = match align {
                    Align::Left => "",
                    Align::Middle => r#" text-anchor="middle""#,
                    Align::Right => r#" text-anchor="end""#,
                };
                format!("{}{anchor}", leaf.colours.mix_text(ink, Some(text).filter(|_| leaf.is_set)))
            }
        }
    }
}

/// The class of the stylesheet.
fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Sheet => "f-sheet",
        Ink::Paper => "f-paper",
        Ink::Filled => "f-acc",
        Ink::Band => "f-band",
        Ink::Line => "l",
        Ink::Edge => "l-soft",
        Ink::Chosen => "l-acc",
        Ink::Heavy => "l-heavy",
        Ink::Guess => "l-guess",
        Ink::Dotted => "l-dot",
        Ink::DottedGuess => "l-dotguess",
        Ink::Unknown => "l-nil",
        Ink::Maybe => "l-maybe",
        Ink::Group => "f-group",
        Ink::Plain => "",
        Ink::Strong => "t-b",
        Ink::Big => "t-big",
        Ink::Name => "t-name",
        Ink::Vacant => "t-it",
        Ink::Soft => "t-soft",
        Ink::Accent => "t-acc",
        Ink::Doubt => "t-doubt",
        Ink::Inverse => "t-inv",
        Ink::BigInverse => "t-big t-on",
        Ink::NameInverse => "t-name t-on",
    }
}

impl Colours {
    /// As `static/app.css` has them.
    fn mix(&self, ink: Ink) -> String {
        let (colour, width, dashes) = match ink {
            Ink::Sheet => return format!(r#" fill="{}""#, self.sheet),
            Ink::Paper => return format!(r#" fill="{}""#, self.paper),
            Ink::Filled => return format!(r#" fill="{}""#, self.accent),
            Ink::Band => return format!(r#" fill="{}""#, self.tint),
            Ink::Edge => (self.control, "1.25", ""),
            Ink::Chosen => (self.accent, "1.75", ""),
            Ink::Heavy => (self.accent, "4", ""),
            Ink::Guess => (self.doubt, "1.75", "5 4"),
            Ink::Dotted => (self.ink, "1.5", "9 3 1.5 3"),
            Ink::DottedGuess => (self.doubt, "1.75", "9 3 1.5 3 1.5 3"),
            Ink::Unknown => (self.control, "1.5", "1.5 5"),
            Ink::Maybe => (self.control, "1.25", "6 4"),
            Ink::Group => (self.accent, "1.25", ""),
            _ => (self.ink, "1.75", ""),
        };
        let dashes = if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) };
        let round = if ink == Ink::Unknown { r#" stroke-linecap="round""# } else { "" };
        format!(r#" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}{round}"#)
    }

    /// `text`: what is set in it, where the font is chosen by its letters.
    fn mix_text(&self, ink: Ink, text: Option<&str>) -> String {
        let (family, size, weight, colour): (&str, u16, u16, &str) = match ink {
            Ink::Big => (self.display, 25, 400, self.ink),
            Ink::Name => (self.display, 21, 400, self.ink),
            Ink::Strong => (self.sans, 14, 600, self.ink),
            Ink::Soft => (self.sans, 13, 400, self.soft),
            Ink::Accent => (self.sans, 14, 600, self.accent),
            Ink::Doubt => (self.sans, 13, 400, self.doubt),
            Ink::Inverse => (self.sans, 14, 600, self.accent_ink),
            Ink::BigInverse => (self.display, 25, 400, self.accent_ink),
            Ink::NameInverse => (self.display, 21, 400, self.accent_ink),
            Ink::Vacant => (self.italic, 16, 400, self.soft),
            _ => (self.sans, 14, 400, self.ink),
        };
        let style = if ink == Ink::Vacant { r#" font-style="italic""# } else { "" };
        let first = family.split('\'').nth(1).unwrap_or(family);
        let (family, size) = match text.map(|text| drawing::family(first, weight, text)) {
            Some(drawing::OTHER) => (drawing::OTHER, size * 6 / 7),
            _ => (family, size),
        };
        format!(r#" font-family="{family}" font-size="{size}" font-weight="{weight}"{style} fill="{colour}""#)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_a_given_size_has_the_drawing_in_its_middle() {
        let drawing = Drawing { width: 100, height: 100, ..Drawing::default() };
        let file = |size| {
            let leaf = Leaf { colours: &LIGHT, lang: "fr", content_lang: "fr", told: "", size, is_set: false };
            draw(&drawing, &Palette::File(leaf))
        };
        assert!(file(Some((600, 315))).contains(r#"width="600" height="315" viewBox="-90 -24 281 148""#));
        assert!(file(None).contains(r#"width="148" height="148" viewBox="-24 -24 148 148""#));
    }
}
