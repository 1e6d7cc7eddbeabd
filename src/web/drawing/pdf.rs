use krilla::geom::{Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use super::broken;
use crate::error::{Error, Result};

/// Points of an A4 and an A3 sheet, the short side first (ISO 216: 210 × 297 and 297 × 420 mm).
const A4: (f32, f32) = (595.28, 841.89);
const A3: (f32, f32) = (841.89, 1190.55);
/// Points left free on each side: 10 mm.
const MARGIN: f32 = 28.35;
/// Under this scale a text of 13 units is smaller than 7 points: the larger sheet reads better.
const SMALLEST_ON_A4: f32 = 0.54;

/// What a document says of itself.
pub struct Document {
    pub title: String,
    /// BCP 47: `fr`.
    pub language: String,
}

/// A file of a page for each drawing: A4 if it can be read on that, A3 otherwise; upright or across as the drawing is.
pub fn document(trees: &[Tree], about: Document) -> Result<Vec<u8>> {
    let mut document = krilla::Document::new();
    let metadata = Metadata::new().title(about.title).language(about.language).creator("Portail".into());
    document.set_metadata(metadata);
    trees.iter().try_for_each(|tree| add(&mut document, tree))?;
    document.finish().map_err(|why| broken(&format!("{why:?}")))
}

fn add(document: &mut krilla::Document, tree: &Tree) -> Result<()> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let (sheet, scale) = sheet(width, height);
    let failed = || Error::Internal("drawing: no page".into());
    let mut page = document.start_page_with(PageSettings::from_wh(sheet.0, sheet.1).ok_or_else(failed)?);
    let mut surface = page.surface();
    let left = (sheet.0 - width * scale) / 2.0;
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, left, MARGIN));
    let size = Size::from_wh(width, height).ok_or_else(failed)?;
    surface.draw_svg(tree, size, SvgSettings::default()).ok_or_else(failed)?;
    surface.pop();
    surface.finish();
    page.finish();
    Ok(())
}

/// The sheet for a drawing of this size, and the points for one of its units.
fn sheet(width: f32, height: f32) -> ((f32, f32), f32) {
    let laid = |(short, long): (f32, f32)| if width > height { (long, short) } else { (short, long) };
    let fit = |(across, down): (f32, f32)| {
        // never enlarged: a small chart is no poster
        ((across - 2.0 * MARGIN) / width).min((down - 2.0 * MARGIN) / height).min(1.0)
    };
    let small = laid(A4);
    if fit(small) >= SMALLEST_ON_A4 { (small, fit(small)) } else { (laid(A3), fit(laid(A3))) }
}

/// The points that a unit of a drawing of this size is given on paper, 1 at most.
pub fn fit(width: i32, height: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
    sheet(width.max(1) as f32, height.max(1) as f32).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_lies_as_it_is_wide_on_the_smallest_sheet_that_can_be_read() {
        assert_eq!(sheet(700.0, 400.0).0, (A4.1, A4.0));
        assert_eq!(sheet(400.0, 700.0).0, A4);
        assert_eq!(sheet(3000.0, 900.0).0, (A3.1, A3.0));
        assert_eq!(sheet(100.0, 80.0).1, 1.0);
    }
}
