//! A drawing before it is written: shapes and words, each in an ink that a page and a file mix for themselves.

use super::super::layout::{Arrangement, Place};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    pub title: String,
    /// How it came out: as it was asked for, or as it fitted.
    pub arrangement: Arrangement,
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Rect(Ink, Place),
    Path(Ink, String),
    Text {
        ink: Ink,
        x: i32,
        y: i32,
        align: Align,
        text: String,
        content: bool,
    },
    /// What belongs together: a box, with its whole text in one line. May lead somewhere.
    Open {
        id: Option<String>,
        href: Option<String>,
        told: String,
        content: bool,
    },
    Close(bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Middle,
    Right,
}

/// What a piece is for; its look is the palette's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    // areas
    Sheet,
    Paper,
    Filled,
    Band,
    // lines
    Line,
    Edge,
    Chosen,
    Heavy,
    Guess,
    Dotted,
    /// Dotted, and inferred.
    DottedGuess,
    Unknown,
    Maybe,
    Group,
    // words
    Plain,
    Strong,
    Big,
    Name,
    Vacant,
    Soft,
    Accent,
    Doubt,
    Inverse,
    BigInverse,
    NameInverse,
}

impl Ink {
    /// For words upon a filled box.
    pub fn inverse(self) -> Self {
        match self {
            Self::Big => Self::BigInverse,
            Self::Name => Self::NameInverse,
            _ => Self::Inverse,
        }
    }
}

impl Drawing {
    pub fn rect(&mut self, ink: Ink, place: Place) {
        self.pieces.push(Piece::Rect(ink, place));
    }

    pub fn path(&mut self, ink: Ink, d: String) {
        self.pieces.push(Piece::Path(ink, d));
    }

    /// Words of the interface, their baseline at `y`.
    pub fn text(&mut self, ink: Ink, x: i32, y: i32, align: Align, text: impl Into<String>) {
        self.pieces.push(Piece::Text { ink, x, y, align, text: text.into(), content: false });
    }

    /// Words of a document, which are French.
    pub fn content(&mut self, ink: Ink, x: i32, y: i32, align: Align, text: impl Into<String>) {
        self.pieces.push(Piece::Text { ink, x, y, align, text: text.into(), content: true });
    }

    /// What follows leads to an address, until [`Drawing::close`].
    pub fn open(&mut self, href: &str) {
        let href = Some(href.to_owned());
        self.pieces.push(Piece::Open { id: None, href, told: String::new(), content: false });
    }

    /// Opens what leads nowhere, with its whole text.
    pub fn open_told(&mut self, id: Option<String>, told: &str, content: bool) {
        self.pieces.push(Piece::Open { id, href: None, told: told.to_owned(), content });
    }

    pub fn close(&mut self, leads: bool) {
        self.pieces.push(Piece::Close(leads));
    }
}
