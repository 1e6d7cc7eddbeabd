//! Images: taken in with a form, shown to whoever may see them, kept as long as something refers to them.

mod refused;
mod rights;
mod stories;
mod swept;

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use crate::editing::{get, pairs, set};
use crate::support::knock::Browser;
use crate::support::{Page, Site};

pub const SAMY: &str = "/edition/equipe/samy-melaine";

/// A photograph: red above, green below, and grain, so that it is no drawing. Each `shade` is another one.
pub fn photograph(width: u32, height: u32, shade: u8) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain =
            u8::try_from((x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(0x045d_9f3b) >> 27)
                .unwrap();
        match y < height / 2 {
            true => Rgb([200 + grain, shade, grain]),
            false => Rgb([grain, 200 + grain, shade]),
        }
    })
    .into()
}

/// A drawing on nothing.
pub fn logo(width: u32, height: u32) -> DynamicImage {
    let ink = |x: u32| if x < width / 2 { Rgba([20, 40, 160, 255]) } else { Rgba([0, 0, 0, 0]) };
    RgbaImage::from_fn(width, height, |x, _| ink(x)).into()
}

pub fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

pub fn jpeg(width: u32, height: u32, shade: u8) -> Vec<u8> {
    written(&photograph(width, height, shade), ImageFormat::Jpeg)
}

/// A JPEG that says how the camera was held, where, and with what (EXIF: Orientation, Make, GPSLatitude).
pub fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    exif.extend([0, 3]);
    exif.extend([0x01, 0x0f, 0, 2, 0, 0, 0, 8, 0, 0, 0, 50]); // Make: at 50
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 58]); // GPS: at 58
    exif.extend([0; 4]);
    exif.extend(b"Appareil");
    exif.extend([0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 76, 0, 0, 0, 0]); // GPSLatitude: at 76
    exif.extend([0, 0, 0, 45, 0, 0, 0, 1, 0, 0, 0, 46, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// What the document of a form shows, by its digest; empty if it shows nothing.
pub fn digest(form: &Page) -> String {
    get(&pairs(form), "picture.digest").to_owned()
}

/// Opens a form, chooses a file, changes fields, and saves.
pub async fn choose(browser: &mut Browser<'_>, path: &str, file: &[u8], changes: &[(&str, &str)]) -> Page {
    choose_in(browser, path, ("picture.file", "photo.jpg", file), changes).await
}

pub async fn choose_in(
    browser: &mut Browser<'_>,
    path: &str,
    file: (&str, &str, &[u8]),
    changes: &[(&str, &str)],
) -> Page {
    let mut typed = pairs(&browser.get(path).await);
    // a browser sends the file in the field's place
    typed.retain(|(name, _)| !name.ends_with(".file"));
    changes.iter().for_each(|(name, value)| set(&mut typed, name, value));
    if !changes.iter().any(|(name, _)| *name == "do") {
        set(&mut typed, "do", "save");
    }
    browser.post_parts(path, &typed, &[file]).await
}

/// Samy's page shows a photograph: its digest.
pub async fn samy_with_a_photograph(site: &Site, browser: &mut Browser<'_>, shade: u8) -> String {
    let saved = choose(browser, SAMY, &jpeg(1200, 800, shade), &[("picture.alternative", "Portrait de Samy")]).await;
    assert_eq!(saved.location(), "/equipe/samy-melaine", "{}", saved.text("main"));
    let form = browser.get(SAMY).await;
    assert!(site.get("/equipe/samy-melaine").await.html.contains(&digest(&form)));
    digest(&form)
}
