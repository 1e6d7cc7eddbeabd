use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::broken;
use crate::error::{Error, Result};

/// Pixels for one unit of the drawing: sharp on the screens of today.
const SCALE: f32 = 2.0;
/// The most pixels of a picture (128 MB while it is drawn).
const MOST: f32 = 32_000_000.0;

/// No side of a picture has more pixels: what shows pictures takes no more, and nobody scrolls as far.
const SIDE: f32 = 10_000.0;

/// Pixels for one unit of a drawing of this size.
pub fn resolution(width: i32, height: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
    scale(width.max(1) as f32, height.max(1) as f32)
}

fn scale(width: f32, height: f32) -> f32 {
    SCALE.min((MOST / (width * height)).sqrt()).min(SIDE / width.max(height))
}

/// A PNG file.
pub fn picture(tree: &Tree) -> Result<Vec<u8>> {
    draw(tree)?.encode_png().map_err(|why| broken(&why))
}

pub fn draw(tree: &Tree) -> Result<Pixmap> {
    let size = tree.size();
    let scale = scale(size.width(), size.height());
    let whole = size.to_int_size().scale_by(scale).ok_or_else(|| Error::Internal("drawing: no size".into()))?;
    let mut picture =
        Pixmap::new(whole.width(), whole.height()).ok_or_else(|| Error::Internal("drawing: no picture".into()))?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}
