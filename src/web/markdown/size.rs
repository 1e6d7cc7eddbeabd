//! Images of this portal within a text: their addresses say their size (`/images/{digest}/2400?1200x800`), so that the
//! page does not jump when they come, and browsers take the width that they need.

/// Widths in which a column of text may need an image, before the image's own.
const WIDTHS: [u32; 2] = [480, 960];

/// The clean HTML of a text, in which only a tag can begin with `<img`.
pub fn sized(html: &str) -> String {
    let mut parts = html.split("<img src=\"");
    let mut sized = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        sized.push_str("<img src=\"");
        match part.split_once('"').and_then(|(address, rest)| Some((address, attributes(address)?, rest))) {
            Some((address, attributes, rest)) => {
                sized.push_str(&format!("{address}\"{attributes}{rest}"));
            }
            None => sized.push_str(part),
        }
    }
    sized
}

fn attributes(address: &str) -> Option<String> {
    let (image, size) = address.strip_prefix("/images/")?.split_once("/2400?")?;
    let is_digest = image.len() == 64 && image.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (width, height) = size.split_once('x').filter(|_| is_digest)?;
    let (width, height): (u32, u32) = (width.parse().ok()?, height.parse().ok()?);
    let smaller = WIDTHS.iter().filter(|smaller| **smaller < width);
    let smaller: String = smaller.map(|width| format!("/images/{image}/{width} {width}w, ")).collect();
    let set = format!(r#"srcset="{smaller}{address} {width}w" sizes="(min-width: 48rem) 40rem, 100vw""#);
    Some(format!(r#" width="{width}" height="{height}" {set}"#))
}

#[cfg(test)]
mod tests {
    use super::sized;

    #[test]
    fn an_image_that_says_its_size_has_it_and_all_else_stays() {
        let image = "0a".repeat(32);
        let sized_one = sized(&format!(r#"<p><img src="/images/{image}/2400?700x500" alt="x"></p>"#));
        assert!(sized_one.contains(r#" width="700" height="500" srcset="/images/"#), "{sized_one}");
        assert!(
            sized_one.contains("/480 480w, ") && !sized_one.contains("960w") && sized_one.ends_with(r#" alt="x"></p>"#)
        );
        for other in [
            r#"<img src="/images/x/2400?7x5" alt="">"#.to_owned(),
            format!(r#"<img src="/images/{image}/2400" alt="">"#),
            format!(r#"<img src="/images/{image}/2400?7xé" alt="">"#),
            format!(r#"<p>src="/images/{image}/2400?7x5" et &lt;img src="/images/{image}/2400?7x5"</p>"#),
            "<p>rien</p>".to_owned(),
        ] {
            assert_eq!(sized(&other), other);
        }
    }
}
