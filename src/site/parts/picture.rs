//! The image that stands for a document, in the width in which it is shown.

use std::borrow::Borrow;

use serde::Deserialize;

/// Pixels of the longer side of what is kept of an image.
pub const LARGEST: u32 = 2400;

/// Widths in which an image is kept besides, where it is wider: for a list on a plain and on a fine screen, for a page and
/// its column.
pub const WIDTHS: [u32; 4] = [96, 192, 480, 960];

/// As the SQL function `picture_of` gives it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Picture {
    pub digest: String,
    pub width: u32,
    pub height: u32,
    pub alternative: String,
    pub credit: Option<String>,
}

impl Picture {
    /// Its address in one of the widths.
    pub fn at(&self, width: impl Borrow<u32>) -> String {
        format!("/images/{}/{}", self.digest, width.borrow())
    }

    /// As a page is known by it elsewhere.
    pub fn known_by(&self) -> (String, &str) {
        (self.at(960), &self.alternative)
    }

    /// Its addresses up to a width, each with its width, for `srcset`.
    pub fn up_to(&self, most: impl Borrow<u32>) -> String {
        let most = *most.borrow();
        let smaller = WIDTHS.into_iter().filter(|width| *width < self.width && *width <= most);
        let mut all: Vec<_> = smaller.map(|width| format!("{} {width}w", self.at(width))).collect();
        // the image itself, where none of its variants is as wide as may be
        if most >= LARGEST || self.width <= most {
            all.push(format!("{} {}w", self.at(LARGEST), self.width));
        }
        all.join(", ")
    }
}
