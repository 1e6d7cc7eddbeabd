//! Taking an image in: what it is, whether it can be borne, and what is kept of it.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;

use super::container::{container, png_size};
use super::made::{Made, digest, made_of, written};
use super::resize::{bounded, resized};
use super::{PIXELS, queries};
use crate::access::Editor;
use crate::error::{Error, Result, Wrong};
use crate::site::parts::picture::LARGEST;
use crate::store::Store;
use crate::web::form::File;

/// Bytes that the decoder may hold: the pixels that are allowed, with four bytes each, and its own needs.
const MEMORY: u64 = 256 * 1024 * 1024;

/// Decoded at once: each may hold hundreds of megabytes for a second.
static DECODING: Semaphore = Semaphore::const_new(1);

/// How long an upload waits for its turn.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

const TYPE: Wrong = Wrong::Rule("image-type");
const BROKEN: Wrong = Wrong::Rule("image-broken");
const TOO_MANY_PIXELS: Wrong = Wrong::Rule("image-pixels");
const TOO_DEEP: Wrong = Wrong::Rule("image-deep");
const TOO_LARGE: Wrong = Wrong::Rule("image-large");

/// Keeps an uploaded image, which no document shows yet: its digest, or why it is refused.
pub async fn taken_in(store: &Store, by: &Editor, bytes: Option<Vec<u8>>) -> Result<Result<String, Wrong>> {
    let Some(bytes) = bytes else { return Ok(Err(TOO_LARGE)) };
    let made = match prepared(bytes).await? {
        Ok(made) => made,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let (digest, account) = (made.digest.clone(), by.account().to_owned());
    store.write(move |tx| Box::pin(async move { queries::keep(tx, &made, &account).await })).await?;
    Ok(Ok(digest))
}

/// What is kept of an uploaded image.
pub async fn prepared(bytes: Vec<u8>) -> Result<Result<Made, Wrong>> {
    // most of what cannot be borne is known before anybody has to wait
    if let Err(wrong) = head(&bytes).map(drop) {
        return Ok(Err(wrong));
    }
    apart(move || prepare(&bytes)).await
}

/// An image as it was exported, whose name is its digest: nothing of it is written anew.
pub async fn checked(bytes: Vec<u8>, name: String) -> Result<Result<Made, Wrong>> {
    apart(move || check(bytes, &name)).await
}

/// Away from the threads that answer. A decoder that gives up in the middle has met a broken file.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Wrong> + Send + 'static,
) -> Result<Result<T, Wrong>> {
    let turn = tokio::time::timeout(PATIENCE, DECODING.acquire());
    let _turn = turn.await.map_err(|_| Error::Busy)?.expect("never closed");
    Ok(tokio::task::spawn_blocking(work).await.unwrap_or(Err(BROKEN)))
}

/// What a file is by its first bytes, and how large its head says that it is.
fn head(bytes: &[u8]) -> Result<ImageFormat, Wrong> {
    if bytes.len() > File::MOST {
        return Err(TOO_LARGE);
    }
    let format = image::guess_format(bytes)
        .ok()
        .filter(|format| matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP));
    let format = format.ok_or(TYPE)?;
    let claimed = if format == ImageFormat::Png { png_size(bytes) } else { None };
    match claimed.is_some_and(|(width, height)| u64::from(width) * u64::from(height) > PIXELS) {
        true => Err(TOO_MANY_PIXELS),
        false => Ok(format),
    }
}

fn prepare(bytes: &[u8]) -> Result<Made, Wrong> {
    let format = head(bytes)?;
    let image = decoded(bytes, format)?;
    container(bytes, format).ok_or(BROKEN)?;
    let (width, height) = bounded(image.width(), image.height(), LARGEST);
    let image = if (width, height) == (image.width(), image.height()) { image } else { resized(image, width, height) };
    kept(&image, format).map_err(|_| BROKEN)
}

/// Upright, in eight bits for each colour.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Wrong> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(TOO_MANY_PIXELS);
    }
    // sixteen bits for each colour: the limit above counts what the decoder takes besides, not this
    if decoder.total_bytes() > MEMORY {
        return Err(TOO_DEEP);
    }
    let orientation = decoder.orientation().map_err(refusal)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    image.apply_orientation(orientation);
    Ok(match image.color().has_alpha() {
        true => image.into_rgba8().into(),
        false => image.into_rgb8().into(),
    })
}

fn refusal(why: ImageError) -> Wrong {
    match why {
        ImageError::Limits(_) => TOO_MANY_PIXELS,
        _ => BROKEN,
    }
}

/// Photographs as JPEG; drawings, and what is transparent, as PNG. Which of the two an opaque PNG is, its size tells.
fn kept(image: &DynamicImage, format: ImageFormat) -> image::ImageResult<Made> {
    let is_transparent = image.as_rgba8().is_some_and(|image| image.pixels().any(|pixel| pixel.0[3] < u8::MAX));
    if is_transparent {
        return made_of(written(image, ImageFormat::Png)?, ImageFormat::Png);
    }
    let photograph = written(image, ImageFormat::Jpeg)?;
    if format == ImageFormat::Jpeg {
        return made_of(photograph, ImageFormat::Jpeg);
    }
    let drawing = written(&image.to_rgb8().into(), ImageFormat::Png)?;
    match drawing.len() <= photograph.len() {
        true => made_of(drawing, ImageFormat::Png),
        false => made_of(photograph, ImageFormat::Jpeg),
    }
}

fn check(bytes: Vec<u8>, name: &str) -> Result<Made, Wrong> {
    let format = head(&bytes)?;
    let image = decoded(&bytes, format)?;
    let is_bare = container(&bytes, format).ok_or(BROKEN)?.is_bare;
    let is_ours = is_bare && image.width().max(image.height()) <= LARGEST && digest(&bytes) == name;
    if !is_ours {
        return Err(Wrong::Rule("image-not-exported"));
    }
    made_of(bytes, format).map_err(|_| BROKEN)
}
