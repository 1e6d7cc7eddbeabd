//! Style, fonts and pictures: kept for ever under their digest, and only what is ours.

use crate::support::Portal;

/// The folder of today's digest, as pages name it.
async fn folder(portal: &Portal) -> String {
    let page = portal.get("/").await.text();
    let address = page.split("href=\"/static/").nth(1).unwrap().split('/').next().unwrap();
    format!("/static/{address}")
}

#[tokio::test]
async fn an_asset_is_kept_for_ever_under_its_digest_only() {
    let portal = Portal::open().await;
    let today = folder(&portal).await;
    for (file, media_type) in [
        ("app.css", "text/css; charset=utf-8"),
        ("img/icon.svg", "image/svg+xml"),
        ("fonts/text.woff2", "font/woff2"),
        ("fonts/LICENSE-newsreader.txt", "text/plain; charset=utf-8"),
    ] {
        let on_disk = std::fs::read(format!("{}/static/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let asset = portal.get(&format!("{today}/{file}")).await;
        assert_eq!(asset.status, 200, "{file}");
        assert_eq!(asset.body, on_disk, "{file}");
        assert_eq!(asset.header("content-type"), Some(media_type));
        assert_eq!(asset.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(asset.header("vary"), Some("Accept-Encoding"));
        let old = portal.get(&format!("/static/0123456789ab/{file}")).await;
        assert_eq!((old.status, old.header("cache-control")), (200, Some("no-cache")));
        assert_eq!(old.body, on_disk);
    }
}

#[tokio::test]
async fn assets_come_compressed_where_that_helps_each_copy_with_its_tag() {
    let portal = Portal::open().await;
    let today = folder(&portal).await;
    let (style, font) = (format!("{today}/app.css"), format!("{today}/fonts/text.woff2"));
    let mut tags = Vec::new();
    for coding in ["identity", "gzip", "br"] {
        let accept = format!("Accept-Encoding: {coding}");
        let answer = portal.ask("GET", &style, &[&accept], "").await;
        assert_eq!(answer.header("content-encoding").unwrap_or("identity"), coding);
        let tag = answer.header("etag").unwrap().to_owned();
        let again = portal.ask("GET", &style, &[&accept, &format!("If-None-Match: W/{tag}")], "").await;
        assert_eq!((again.status, again.body.len()), (304, 0));
        for other in &tags {
            let other = portal.ask("GET", &style, &[&accept, &format!("If-None-Match: {other}")], "").await;
            assert_eq!(other.status, 200, "a copy of another coding was taken for {coding}");
        }
        tags.push(tag);
        let font = portal.ask("GET", &font, &[&accept], "").await;
        assert_eq!((font.status, font.header("content-encoding")), (200, None));
    }
}

#[tokio::test]
async fn nothing_but_our_own_files_can_be_had() {
    let portal = Portal::open().await;
    let today = folder(&portal).await;
    for path in [
        "app.css.map",
        "fonts",
        "../Cargo.toml",
        "..%2fCargo.toml",
        "..%2F..%2Fetc%2Fpasswd",
        "fonts/..%2fapp.css",
        "%2e%2e/app.css",
        "fonts/%2e%2e/app.css",
        "..%5cCargo.toml",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "app.css%00",
        "APP.CSS",
    ] {
        let answer = portal.get(&format!("{today}/{path}")).await;
        assert!(answer.is_page(404, "fr") || answer.is_page(400, "fr"), "{path}: {answer:?}");
    }
}
