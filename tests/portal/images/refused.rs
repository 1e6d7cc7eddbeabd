//! Files that are no image, or none that can be borne: said beside the field, with all that was typed.

use axum::http::StatusCode;
use image::ImageFormat;
use portail::site::images::prepared;

use super::{SAMY, choose, jpeg, photograph, written};
use crate::editing::{editor, get, pairs};
use crate::support::{Page, Site};

const BOMB: &[u8] = include_bytes!("files/bomb-20000.png");

fn said(page: &Page) -> String {
    page.text("[id='picture.file-error']")
}

#[tokio::test]
async fn what_is_no_image_is_refused_whatever_it_is_called() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let (mut cut_jpeg, mut cut_png, mut cut_webp) = (
        jpeg(400, 300, 1),
        written(&photograph(400, 300, 1), ImageFormat::Png),
        written(&photograph(400, 300, 1), ImageFormat::WebP),
    );
    [&mut cut_jpeg, &mut cut_png, &mut cut_webp].into_iter().for_each(|bytes| bytes.truncate(bytes.len() - 200));
    let cases: &[(&str, &[u8], &str)] = &[
        ("hostile.svg", include_bytes!("files/hostile.svg"), "JPEG, PNG ou WebP"),
        ("page.png", include_bytes!("files/page.png"), "JPEG, PNG ou WebP"),
        ("polyglot.gif", include_bytes!("files/polyglot.gif"), "JPEG, PNG ou WebP"),
        ("bomb.png", BOMB, "40 millions"),
        ("lying.png", include_bytes!("files/lying-100000.png"), "40 millions"),
        ("cut.jpg", &cut_jpeg, "incomplet"),
        ("cut.png", &cut_png, "incomplet"),
        ("cut.webp", &cut_webp, "incomplet"),
        ("x.jpg", b"\xff\xd8\xff\xe0 and nothing more", "incomplet"),
    ];
    for (name, bytes, words) in cases {
        let changes = [("picture.alternative", "Portrait"), ("summary", "Gardez ceci")];
        let page = choose(&mut ada, SAMY, bytes, &changes).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(said(&page).contains(words), "{name}: {}", page.text("main"));
        assert_eq!(get(&pairs(&page), "summary"), "Gardez ceci");
        assert_eq!(page.attributes("[autofocus]", "name"), ["picture.file"], "{name}");
    }
    let kept: i64 = site.ask("SELECT count(*) FROM image").await;
    assert_eq!(kept, 1, "nothing of it is kept but what the tests began with");
}

/// What hides behind an image or beside it does not come along.
#[tokio::test]
async fn nothing_that_a_file_carries_along_is_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut polyglot = jpeg(400, 300, 1);
    polyglot.extend(b"<script>alert(1)</script>");
    let comment = b"\xff\xfe\x00\x1b<script>alert(2)</script>";
    let polyglot = [&polyglot[..2], comment, &polyglot[2..]].concat();
    let saved = choose(&mut ada, SAMY, &polyglot, &[("picture.alternative", "Portrait")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    let kept = site.get(&format!("/images/{}", super::digest(&ada.get(SAMY).await))).await;
    assert!(!kept.bytes.windows(7).any(|bytes| bytes == b"<script"));
    assert_eq!(kept.headers["content-type"], "image/jpeg");
    assert_eq!(kept.headers["x-content-type-options"], "nosniff");
    assert_eq!(kept.headers["content-security-policy"], "default-src 'none'; sandbox");
    assert!(kept.headers["content-disposition"].to_str().unwrap().starts_with("inline; filename=\""));
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_in_words_and_the_text_after_it_is_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let path = SAMY;
    let mut typed = pairs(&ada.get(path).await);
    let after = typed.split_off(typed.iter().position(|(name, _)| name == "email").unwrap());
    assert!(after.len() > 5);
    let large = vec![0xff; 11 * 1024 * 1024];
    let page = ada.post_parts(path, &[typed, after].concat(), &[("picture.file", "x.jpg", &large)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said(&page).contains("10 Mo"), "{}", page.text("main"));
    let huge = vec![0; 65 * 1024 * 1024];
    let page = ada.post_parts(path, &[], &[("picture.file", "x.jpg", &huge)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text("main").contains("réduisez le fichier"), "{}", page.text("main"));
    let long = [("summary".to_owned(), "x".repeat(2 * 1024 * 1024))];
    assert_eq!(ada.post_parts(path, &long, &[]).await.status, StatusCode::PAYLOAD_TOO_LARGE, "text has its own limit");
    let nobody = site.browser().post_parts(path, &[], &[("picture.file", "x.jpg", &large)]).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}

/// Each would be 1.6 GB once unpacked; none is unpacked.
#[tokio::test]
async fn ten_bombs_at_once_are_refused_by_their_heads() {
    let began = std::time::Instant::now();
    let bombs = (0..10).map(|_| tokio::spawn(prepared(BOMB.to_vec())));
    for bomb in bombs.collect::<Vec<_>>() {
        assert!(bomb.await.unwrap().unwrap().is_err_and(|wrong| wrong.to_string().contains("40 million")));
    }
    assert!(began.elapsed().as_secs() < 2, "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_body_that_breaks_off_or_has_a_strange_file_is_refused() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let stray = choose(&mut ada, "/edition/missions/biomeca", &jpeg(40, 30, 1), &[]).await;
    assert_eq!(stray.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stray.text("main").contains("ce champ n’existe plus"), "{}", stray.text("main"));
    let pairs = [("name".to_owned(), "a".to_owned())];
    let many: Vec<_> = (0..6).map(|_| ("picture.file", "x.jpg", b"x".as_slice())).collect();
    assert_eq!(ada.post_parts(SAMY, &pairs, &many).await.status, StatusCode::BAD_REQUEST);
}

/// Within the limit of pixels, and with eight bytes for each: 320 MB that are never asked for.
#[tokio::test]
async fn an_image_whose_pixels_are_too_deep_is_refused_by_its_head() {
    let mut deep = BOMB.to_vec();
    let mut head = b"IHDR".to_vec();
    head.extend([6300_u32.to_be_bytes(), 6300_u32.to_be_bytes()].concat());
    head.extend([16, 6, 0, 0, 0]);
    let check = crc32(&head).to_be_bytes();
    deep.splice(12..33, head.into_iter().chain(check));
    let wrong = prepared(deep).await.unwrap().err();
    assert_eq!(wrong, Some(portail::error::Wrong::Rule("image-deep")));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (!(crc & 1)).wrapping_add(1)))
    })
}

/// Kept with the longest side that an import takes back, also when only the height is too much.
#[tokio::test]
async fn an_image_that_is_only_too_high_is_made_smaller_too() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for (width, height) in [(1600, 2401), (3, 2600)] {
        let saved = choose(&mut ada, SAMY, &jpeg(width, height, 1), &[("picture.alternative", "Portrait")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    }
    let highest: i32 = site.ask("SELECT max(height) FROM image").await;
    assert_eq!(highest, 2400);
}
