//! Smaller images.

use image::imageops::{FilterType, resize};
use image::{DynamicImage, Rgba, RgbaImage};

/// The size within a square of `most`, the shape kept; never larger.
pub fn bounded(width: u32, height: u32, most: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= most {
        return (width, height);
    }
    let scaled = |side: u32| (u64::from(side) * u64::from(most)).div_ceil(u64::from(longer)).max(1);
    let side = |side: u32| u32::try_from(scaled(side)).unwrap_or(most).min(most);
    (side(width), side(height))
}

/// The height that goes with a width.
pub fn height_at(width: u32, of: (u32, u32)) -> u32 {
    let height = (u64::from(of.1) * u64::from(width) + u64::from(of.0) / 2) / u64::from(of.0);
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

/// Much larger images are first averaged down to twice the size: the finer filter holds rows of floating point numbers.
pub fn resized(image: DynamicImage, width: u32, height: u32) -> DynamicImage {
    let image = match image.width() > 3 * width && image.height() > 3 * height {
        true => image.thumbnail_exact(2 * width, 2 * height),
        false => image,
    };
    match image {
        DynamicImage::ImageRgba8(image) => transparent(image, width, height),
        other => other.resize_exact(width, height, FilterType::Lanczos3),
    }
}

/// The colour of what is not seen must not shine through at its edges: each counts as much as it is seen.
fn transparent(mut image: RgbaImage, width: u32, height: u32) -> DynamicImage {
    image.pixels_mut().for_each(|pixel| weigh(pixel, |colour, alpha| colour * alpha / 255));
    let mut small = resize(&image, width, height, FilterType::Lanczos3);
    small.pixels_mut().for_each(|pixel| weigh(pixel, |colour, alpha| (colour * 255).checked_div(alpha).unwrap_or(0)));
    small.into()
}

fn weigh(pixel: &mut Rgba<u8>, of: impl Fn(u32, u32) -> u32) {
    let alpha = u32::from(pixel.0[3]);
    pixel.0[..3].iter_mut().for_each(|colour| {
        *colour = u8::try_from(of(u32::from(*colour), alpha)).unwrap_or(u8::MAX);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_is_kept_and_nothing_grows() {
        assert_eq!(bounded(4800, 2400, 2400), (2400, 1200));
        assert_eq!(bounded(100, 4800, 2400), (50, 2400));
        assert_eq!(bounded(1, 30_000, 2400), (1, 2400));
        assert_eq!(bounded(600, 400, 2400), (600, 400));
        assert_eq!((height_at(96, (600, 400)), height_at(96, (30_000, 1))), (64, 1));
    }

    #[test]
    fn what_is_transparent_gives_no_colour_to_its_neighbours() {
        let red = RgbaImage::from_fn(64, 64, |x, _| if x < 30 { Rgba([255, 0, 0, 255]) } else { Rgba([0, 0, 255, 0]) });
        let small = resized(red.into(), 16, 16).to_rgba8();
        let seen = small.pixels().filter(|pixel| pixel.0[3] > 40);
        assert!(seen.clone().count() > 100 && seen.clone().all(|pixel| pixel.0[2] < 10 && pixel.0[0] > 240));
    }
}
