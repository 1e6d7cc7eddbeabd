//! An image as it is kept: its bytes, and all that follows from them. The same bytes always give the same variants, so an
//! image that is exported and imported is the same.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageFormat, ImageResult};
use sha2::{Digest, Sha256};

use super::resize::{height_at, resized};
use crate::site::parts::picture::WIDTHS;

pub struct Made {
    pub digest: String,
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
    /// The same, smaller: by width.
    pub variants: Vec<(u32, Vec<u8>)>,
}

/// Sharp enough for a photograph of any size that is shown.
const QUALITY: u8 = 85;

/// The image that these bytes are; they have been written by `written`.
pub fn made_of(bytes: Vec<u8>, format: ImageFormat) -> ImageResult<Made> {
    let mut image = image::load(Cursor::new(&bytes), format)?;
    let (width, height) = (image.width(), image.height());
    let mut variants = Vec::new();
    // each from the one before it, which is quick and as good
    for smaller in WIDTHS.into_iter().rev().filter(|smaller| *smaller < width) {
        image = resized(image, smaller, height_at(smaller, (width, height)));
        variants.push((smaller, written(&image, format)?));
    }
    Ok(Made { digest: digest(&bytes), media_type: media_type(format), width, height, bytes, variants })
}

/// SHA-256 in small letters.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn media_type(format: ImageFormat) -> &'static str {
    if format == ImageFormat::Png { "image/png" } else { "image/jpeg" }
}

/// The pixels and nothing else.
pub fn written(image: &DynamicImage, format: ImageFormat) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        ImageFormat::Png => {
            image.write_with_encoder(PngEncoder::new_with_quality(
                &mut bytes,
                CompressionType::Default,
                FilterType::Adaptive,
            ))?;
        }
        _ => JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&image.to_rgb8())?,
    }
    Ok(bytes)
}
