//! An image with a form: chosen, shown, replaced, taken away, brought back.

use axum::http::StatusCode;
use image::{GenericImageView, ImageFormat};
use portail::access::Role;

use super::{SAMY, choose, choose_in, digest, jpeg, logo, samy_with_a_photograph, with_exif, written};
use crate::editing::{edit, editor, get, pairs, post, set, versions};
use crate::support::Site;
use crate::support::knock::PASSWORD;

#[tokio::test]
async fn a_photograph_is_chosen_shown_replaced_taken_away_and_brought_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = site.get("/equipe/samy-melaine").await;
    assert_eq!(before.select("main img").len(), 0);
    assert_eq!(ada.get(SAMY).await.attributes("form.form", "enctype"), ["multipart/form-data"]);
    let first = samy_with_a_photograph(&site, &mut ada, 10).await;
    let page = site.get_in_english("/equipe/samy-melaine").await;
    assert_eq!(page.attributes(".portrait img", "alt"), ["Portrait de Samy"]);
    assert_eq!(page.attributes(".portrait img", "lang"), ["fr"]);
    assert_eq!(
        (page.attributes(".portrait img", "width"), page.attributes(".portrait img", "height")),
        (vec!["1200".to_owned()], vec!["800".to_owned()])
    );
    assert_eq!(page.attributes(".portrait img", "srcset")[0].matches("/images/").count(), 3);
    let list = site.get("/equipe").await;
    assert_eq!(list.attributes("img.face", "src"), [format!("/images/{first}/96")]);
    assert_eq!(list.attributes("img.face", "alt"), [""], "the name beside it says all");

    let replaced = choose(&mut ada, SAMY, &jpeg(900, 900, 90), &[]).await;
    assert_eq!(replaced.status, StatusCode::SEE_OTHER, "{}", replaced.text("main"));
    let second = digest(&ada.get(SAMY).await);
    assert_ne!(first, second);
    let mut typed = pairs(&ada.get(SAMY).await);
    set(&mut typed, "do", "picture.remove");
    let asked = post(&mut ada, SAMY, &typed).await;
    assert!(asked.text("main").contains("sera retirée"), "{}", asked.text("main"));
    let mut kept = pairs(&asked);
    set(&mut kept, "do", "picture.keep");
    assert!(!post(&mut ada, SAMY, &kept).await.text("main").contains("sera retirée"));
    let mut removed = pairs(&asked);
    set(&mut removed, "do", "save");
    assert_eq!(post(&mut ada, SAMY, &removed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get("/equipe/samy-melaine").await.text("main"), before.text("main"), "as it was without");
    assert_eq!(site.get(&format!("/images/{second}")).await.status, StatusCode::NOT_FOUND);

    let compared = ada.get(&format!("{SAMY}/historique?de=2&a=3")).await;
    assert_eq!(
        compared.attributes(".thumbs img", "src"),
        [format!("/images/{first}/192"), format!("/images/{second}/192")]
    );
    ada.post(&format!("{SAMY}/historique"), &[("number", "2"), ("base", "4")]).await;
    assert_eq!(digest(&ada.get(SAMY).await), first, "a revision keeps its image");
    assert_eq!(site.get(&format!("/images/{first}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_kind_that_has_one_shows_it() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let pages = [
        ("/organisations/biomeca", ".logo img", "/organisations"),
        ("/produits/ai-compare", ".plate img", "/produits/ai-compare"),
        ("/blog/participation-au-challenge-isic-2019", ".plate img", "/blog/participation-au-challenge-isic-2019"),
    ];
    for (page, css, list) in pages {
        let png = written(&logo(600, 300), ImageFormat::Png);
        let words = [("picture.alternative", "Un dessin"), ("picture.credit", "Ada & fils")];
        let saved = choose(&mut ada, &format!("/edition{page}"), &png, &words).await;
        assert_eq!(saved.location(), page, "{}", saved.text("main"));
        let shown = site.get(page).await;
        assert_eq!(shown.attributes(css, "alt"), ["Un dessin"], "{page}");
        assert!(shown.text("figcaption").contains("Ada & fils"), "{page}");
        assert_eq!(shown.attributes("[property='og:image']", "content").len(), 1, "{page}");
        assert!(site.get(list).await.select("main img").len() == 1, "{list}");
    }
}

/// Whatever else is wrong: the image is there already, and is not chosen again.
#[tokio::test]
async fn what_is_wrong_elsewhere_does_not_lose_the_image() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let (photo, before) = (jpeg(400, 300, 1), versions(&site, "person", "samy-melaine").await);
    let changes = [("email", "sans arobase"), ("summary", "Gardez <ceci>"), ("picture.alternative", "Portrait")];
    let refused = choose(&mut ada, SAMY, &photo, &changes).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.select(".errors li").len(), 1, "{}", refused.text(".errors"));
    assert_eq!(
        (get(&pairs(&refused), "summary"), get(&pairs(&refused), "picture.alternative")),
        ("Gardez <ceci>", "Portrait")
    );
    let shown = refused.attributes("img.ph", "src");
    assert_eq!(ada.get(&shown[0]).await.status, StatusCode::OK, "its author sees it");
    assert_eq!(versions(&site, "person", "samy-melaine").await, before);
    let mut typed = pairs(&refused);
    set(&mut typed, "email", "samy@exemple.fr");
    set(&mut typed, "do", "save");
    let saved = post(&mut ada, SAMY, &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
    assert_eq!(site.get("/equipe/samy-melaine").await.attributes(".portrait img", "alt"), ["Portrait"]);
}

#[tokio::test]
async fn a_row_button_keeps_the_image_and_the_order_of_what_was_typed() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let pressed =
        choose(&mut ada, SAMY, &jpeg(400, 300, 1), &[("do", "remarks.add"), ("summary", "deux\r\nlignes")]).await;
    assert_eq!((pressed.status, digest(&pressed).len()), (StatusCode::OK, 64), "{}", pressed.text("main"));
    let names = |page| pairs(page).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let rest: Vec<_> = names(&pressed)
        .into_iter()
        .filter(|name| name != "picture.digest" && !name.starts_with("remarks._1"))
        .collect();
    assert_eq!(rest, names(&ada.get(SAMY).await));
}

#[tokio::test]
async fn words_for_whoever_does_not_see_it_are_asked_beside_the_field() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let refused = choose(&mut ada, SAMY, &jpeg(400, 300, 1), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("[id='picture.alternative-error']").contains("demandé"), "{}", refused.text(".errors"));
    assert_eq!(refused.attributes(".errors a", "href"), ["#picture.alternative"]);
    let long = "é".repeat(301);
    let refused = choose(&mut ada, SAMY, &jpeg(400, 300, 1), &[("picture.alternative", &long)]).await;
    assert!(refused.text("[id='picture.alternative-error']").contains("300"));
    let forgotten = edit(&mut ada, SAMY, &[("picture.alternative", "Portrait")]).await;
    assert!(forgotten.text("[id='picture.file-error']").contains("demandé"), "{}", forgotten.text(".errors"));
    let unknown =
        edit(&mut ada, SAMY, &[("picture.alternative", "Portrait"), ("picture.digest", &"0".repeat(64))]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text("[id='picture.file-error']").contains("n’est plus là"), "{}", unknown.text("main"));
}

#[tokio::test]
async fn a_photograph_stands_upright_and_says_nothing_of_where_it_was_taken() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let lying = with_exif(&jpeg(300, 200, 0), 6);
    assert!(lying.windows(8).any(|bytes| bytes == b"Appareil"));
    choose(&mut ada, SAMY, &lying, &[("picture.alternative", "Portrait")]).await;
    let name = digest(&ada.get(SAMY).await);
    for width in [2400, 192] {
        let kept = site.get(&format!("/images/{name}/{width}")).await;
        assert!(!kept.bytes.windows(4).any(|bytes| bytes == b"Exif"));
        assert!(!kept.bytes.windows(8).any(|bytes| bytes == b"Appareil"));
        let image = image::load_from_memory(&kept.bytes).unwrap();
        assert!(image.height() > image.width(), "turned by a quarter");
        let (right, left) = (image.get_pixel(image.width() - 3, 9), image.get_pixel(3, 9));
        assert!(right[0] > 150 && left[1] > 150, "what was above is at the right: {right:?} {left:?}");
    }
}

#[tokio::test]
async fn large_ones_are_bounded_and_kept_in_the_widths_of_the_pages() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    choose(&mut ada, SAMY, &jpeg(3000, 1000, 0), &[("picture.alternative", "Portrait")]).await;
    let name = digest(&ada.get(SAMY).await);
    for (asked, size) in [(96, (96, 32)), (192, (192, 64)), (480, (480, 160)), (960, (960, 320)), (2400, (2400, 800))] {
        let kept = site.get(&format!("/images/{name}/{asked}")).await;
        assert_eq!(image::load_from_memory(&kept.bytes).unwrap().dimensions(), size);
        assert_eq!(kept.headers["content-type"], "image/jpeg");
    }
    for strange in [format!("/images/{name}/97"), format!("/images/{name}/-1"), format!("/images/{}", &name[1..])] {
        assert_eq!(site.get(&strange).await.status, StatusCode::NOT_FOUND, "{strange}");
    }
}

#[tokio::test]
async fn drawings_and_what_is_transparent_stay_sharp_and_photographs_stay_small() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let photo = super::photograph(800, 600, 7);
    let cases = [
        (written(&logo(500, 400), ImageFormat::Png), "image/png"),
        (written(&photo, ImageFormat::Png), "image/jpeg"),
        (written(&photo, ImageFormat::WebP), "image/jpeg"),
        (written(&logo(500, 400), ImageFormat::WebP), "image/png"),
        (written(&logo(500, 400).to_rgb8().into(), ImageFormat::Png), "image/png"),
    ];
    for (bytes, media_type) in cases {
        choose(&mut ada, SAMY, &bytes, &[("picture.alternative", "Portrait")]).await;
        let kept = site.get(&format!("/images/{}", digest(&ada.get(SAMY).await))).await;
        assert_eq!(kept.headers["content-type"], media_type);
    }
}

#[tokio::test]
async fn an_image_is_put_into_the_text_of_an_article() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let (page, form) =
        ("/blog/participation-au-challenge-isic-2019", "/edition/blog/participation-au-challenge-isic-2019");
    let photo = jpeg(400, 300, 1);
    let file = ("body.file", "../x.svg", photo.as_slice());
    let wordless = choose_in(&mut ada, form, file, &[("do", "body.insert"), ("body", "Avant.")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wordless.text("[id='body.alternative-error']").contains("demandé"), "{}", wordless.text("main"));
    let mut typed = pairs(&wordless);
    set(&mut typed, "body.alternative", "Une *vue* [du] stand");
    set(&mut typed, "do", "body.insert");
    let put = post(&mut ada, form, &typed).await;
    assert_eq!(put.status, StatusCode::OK, "{}", put.text(".errors"));
    assert!(
        get(&pairs(&put), "body").starts_with("Avant.\r\n\r\n![")
            || get(&pairs(&put), "body").starts_with("Avant.\n\n![")
    );
    assert_eq!(get(&pairs(&put), "body.alternative"), "");
    let mut typed = pairs(&put);
    set(&mut typed, "do", "save");
    let saved = post(&mut ada, form, &typed).await;
    assert_eq!(saved.location(), page, "{}", saved.text(".errors"));
    let shown = site.get(page).await;
    assert_eq!(shown.attributes(".prose img", "alt"), ["Une *vue* [du] stand"]);
    assert_eq!(
        (shown.attributes(".prose img", "width"), shown.attributes(".prose img", "height")),
        (vec!["400".to_owned()], vec!["300".to_owned()])
    );
    let at = shown.attributes(".prose img", "src").remove(0);
    assert_eq!(site.get(&at).await.status, StatusCode::OK);
    edit(&mut ada, form, &[("body", "Plus rien")]).await;
    assert_eq!(site.get(page).await.select(".prose img").len(), 0, "it is taken out");
    assert_eq!(site.get(&at).await.status, StatusCode::NOT_FOUND, "no page shows it any more");
    let gone = format!("![x](/images/{}/480)", "0".repeat(64));
    let unknown = edit(&mut ada, form, &[("body", &gone)]).await;
    assert!(unknown.text("#body-error").contains("n’est plus là"), "{}", unknown.text("main"));
}

/// An image and its words are one: what one editor says of the image before is not put beside the other's.
#[tokio::test]
async fn two_editors_who_change_the_image_choose_between_them() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let first = samy_with_a_photograph(&site, &mut ada, 10).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(SAMY).await);
    choose(&mut ada, SAMY, &jpeg(500, 500, 99), &[]).await;
    let second = digest(&ada.get(SAMY).await);
    set(&mut hers, "picture.alternative", "Samy, de face");
    set(&mut hers, "do", "save");
    let clash = post(&mut bea, SAMY, &hers).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let images = [&first, &second, &first].map(|digest| format!("/images/{digest}/192"));
    assert_eq!(clash.attributes(".duel img", "src"), images);
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.picture", "mine");
    assert_eq!(post(&mut bea, SAMY, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = bea.get(SAMY).await;
    assert_eq!((digest(&form), get(&pairs(&form), "picture.alternative")), (first, "Samy, de face"));
}

#[tokio::test]
async fn a_form_with_an_image_that_comes_after_the_session_is_still_filled() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut typed = pairs(&ada.get(SAMY).await);
    set(&mut typed, "summary", "Écrit avant la fin");
    ada.session = None;
    let door = ada.post_parts(SAMY, &typed, &[("picture.file", "photo.jpg", &jpeg(400, 300, 1))]).await;
    assert_eq!(door.status, StatusCode::UNAUTHORIZED);
    assert_eq!(door.attributes("[name='garde.summary']", "value"), ["Écrit avant la fin"]);
}
