//! A QR code as our own SVG: dark squares joined line by line, no style, no script.

use std::fmt::Write;

use fast_qr::qr::QRBuilder;

use crate::error::{Error, Result};
use crate::site::parts::svg::escape;

/// The code of an address, named for whoever does not see it. The quiet zone around it is the page's affair.
pub fn svg(address: &str, name: &str) -> Result<String> {
    let code = QRBuilder::new(address).build().map_err(|why| Error::Internal(why.to_string()))?;
    let size = code.size;
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let length = (x..size).take_while(|at| code[y][*at].value()).count();
            if length > 0 {
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            x += length.max(1);
        }
    }
    let name = escape(name);
    Ok(format!(
        r#"<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{name}" shape-rendering="crispEdges"><path d="{path}"/></svg>"#
    ))
}
