//! What a file of an image is made of, without decoding it: whether it is whole, and whether it is bare.

use image::ImageFormat;

/// A file as its parts say.
#[derive(Debug, PartialEq)]
pub struct Container {
    /// Nothing but the picture: no metadata, no profile, no comment, nothing behind its end.
    pub is_bare: bool,
}

/// The container of a whole file; none if it breaks off.
pub fn container(bytes: &[u8], format: ImageFormat) -> Option<Container> {
    match format {
        ImageFormat::Jpeg => jpeg(bytes),
        ImageFormat::Png => png(bytes),
        ImageFormat::WebP => webp(bytes),
        _ => None,
    }
}

/// Width and height as the head of a PNG says, which may be a lie. Other formats cannot lie about more than 65,535.
pub fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((number(16)?, number(20)?))
}

/// Chunks of length, name, data and checksum up to `IEND` (PNG, 5.3).
fn png(bytes: &[u8]) -> Option<Container> {
    let mut rest = bytes.get(8..)?;
    let mut is_bare = true;
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let name = rest.get(4..8)?;
        is_bare &= [&b"IHDR"[..], b"PLTE", b"tRNS", b"IDAT", b"IEND"].contains(&name);
        rest = rest.get(length.checked_add(12)?..)?;
        if name == b"IEND" {
            return Some(Container { is_bare: is_bare && rest.is_empty() });
        }
    }
}

/// Segments up to the end of the image (ITU T.81, B.1); between `SOS` and the next marker stands coded data.
fn jpeg(bytes: &[u8]) -> Option<Container> {
    let mut at = 2; // after SOI
    let mut is_bare = true;
    loop {
        let marker = *bytes.get(at + 1).filter(|_| bytes.get(at) == Some(&0xff))?;
        match marker {
            0xd9 => return Some(Container { is_bare: is_bare && at + 2 == bytes.len() }), // EOI
            0xff => at += 1,                                                              // filling
            0x01 | 0xd0..=0xd7 => at += 2,
            _ => {
                let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
                is_bare &= match marker {
                    0xe0 => length == 16, // APP0 of JFIF without a thumbnail
                    0xc0..=0xc4 | 0xda | 0xdb | 0xdd => true,
                    _ => false,
                };
                at += 2 + length;
                if marker == 0xda {
                    at = coded_data_ends(bytes, at)?;
                }
            }
        }
    }
}

/// Where coded data ends: at a marker that is neither a stuffed byte nor a restart.
fn coded_data_ends(bytes: &[u8], from: usize) -> Option<usize> {
    let pairs = bytes.get(from..)?.windows(2);
    let end = pairs.enumerate().find(|(_, pair)| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff))?;
    Some(from + end.0)
}

/// RIFF says its own length; what is kept is never WebP.
fn webp(bytes: &[u8]) -> Option<Container> {
    let length = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    (bytes.len() >= length.checked_add(8)?).then_some(Container { is_bare: false })
}
