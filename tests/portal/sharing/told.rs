//! What a link tells beyond its names: to its recipient, to its maker, and to address books.

use axum::http::StatusCode;
use portail::app::Config;

use super::support::{link, open, post, recruiter, with};
use crate::org::formats::{cards, value};
use crate::support::{Site, config};

/// A head and so many people below: for fifty and more the drawing is higher than a screen.
async fn many(site: &Site, count: usize) {
    let mut files = Vec::new();
    for n in 0..count {
        let line = if n == 0 { String::new() } else { "{ post = \"p0\", nature = \"solid\" }".into() };
        files.push((
            format!("person/n{n}.toml"),
            format!("name = \"Nom {n}\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017-01-01/..\""),
        ));
        files.push((
            format!("post/p{n}.toml"),
            format!("title = \"Titre {n}\"\nholders = [{{ person = \"n{n}\" }}]\nlines = [{line}]"),
        ));
    }
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
}

#[tokio::test]
async fn the_legend_of_a_drawing_that_scrolls_stays_in_sight() {
    let site = Site::members().await;
    many(&site, 53).await;
    let by = recruiter(&site).await;
    let link = link(&site, &by, &with(&[("date", "2018")])).await;
    let page = open(&site, &link).await;
    assert!(page.text(".orgfig > .orgkey").contains("lien énoncé"), "{}", page.text(".orgfig"));
    assert!(!page.text(".pan").contains("lien énoncé"), "and is not at its end");
    let own = site.get_as(&by, "/organigramme?date=2018").await;
    assert_eq!(own.select(".orgfig.large").len(), 1, "too high for a sheet: the list is printed");
    assert_eq!(page.select(".orgfig.large").len(), 1, "and so of a share");
}

#[tokio::test]
async fn a_card_tells_the_name_that_is_shown_and_cannot_be_joined_to_another() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    site.sow(&[(
        "person/ada.toml",
        "name = \"Ada\"\ngiven = \"Augusta\"\nfamily = \"Lovelace\"\nhonorific = \"Mme\"\n[[employments]]\n\
         contract = \"permanent\"\nbegins = \"2017-01-01/..\"",
    )])
    .await;
    let mut known = Vec::new();
    for _ in 0..2 {
        let link = link(&site, &by, &with(&[("what", "person"), ("root", "Ada")])).await;
        let file = open(&site, &format!("{link}/ada.vcf")).await.html;
        assert!(!file.contains("Lovelace") && !file.contains("Augusta") && !file.contains("REV:"), "{file}");
        let card = cards(&file).remove(0);
        assert_eq!((value(&card, "FN"), value(&card, "N")), ("Ada".into(), "Ada;;;;".into()));
        let again = open(&site, &format!("{link}/ada.vcf")).await.html;
        assert_eq!(again, file, "the same link knows them again");
        known.push(value(&card, "UID"));
    }
    let own = site.get_as(&by, "/equipe/ada.vcf").await.html;
    known.push(value(&cards(&own)[0], "UID"));
    assert!(own.contains("Lovelace"), "{own}");
    assert!(known.iter().all(|uid| uid.starts_with("urn:uuid:") && uid.len() == 45), "{known:?}");
    assert!(known[0] != known[1] && known[0] != known[2] && known[1] != known[2], "{known:?}");
}

#[tokio::test]
async fn whom_to_ask_of_a_closed_link_is_not_whoever_has_left() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let link = link(&site, &by, &with(&[])).await;
    sqlx::query("UPDATE account SET disabled = now() WHERE id = $1")
        .bind(by.account)
        .execute(&site.store.pool)
        .await
        .unwrap();
    let none = open(&site, &link).await;
    assert_eq!(none.status, StatusCode::GONE);
    assert!(!none.text("main").contains(&by.email), "{}", none.text("main"));
    let told = site.instance(Config { contact: Some("portail@acme.test".into()), ..config() });
    let page = open(&told, &link).await;
    assert!(page.text("main").contains("portail@acme.test"), "{}", page.text("main"));
    sqlx::query("UPDATE account SET disabled = NULL").execute(&site.store.pool).await.unwrap();
    sqlx::query("UPDATE share SET expires = now()").execute(&site.store.pool).await.unwrap();
    assert!(open(&told, &link).await.text("main").contains(&by.email), "they are still there to be asked");
}

#[tokio::test]
async fn the_list_says_which_links_show_nothing_any_more() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    site.sow(&[(
        "person/ada.toml",
        "name = \"Ada\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017-01-01/..\"",
    )])
    .await;
    for (for_whom, root) in [("Une", "Ada"), ("Deux", "Samy Melaine")] {
        link(&site, &by, &with(&[("for", for_whom), ("what", "person"), ("root", root)])).await;
    }
    assert_eq!(site.get_as(&by, "/partages").await.select(".badge").len(), 0);
    sqlx::query("UPDATE document SET removed = true WHERE id = id_of('person', 'ada')")
        .execute(&site.store.pool)
        .await
        .unwrap();
    let list = site.get_as(&by, "/partages").await;
    assert_eq!(list.select(".badge"), ["ne montre plus rien"]);
    let rows = list.select(".tb tbody tr");
    assert!(rows.iter().any(|row| row.starts_with("Une") && row.contains("ne montre plus rien")), "{rows:?}");
}

#[tokio::test]
async fn a_date_that_would_not_count_is_a_mistake() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let page = post(&site, &by, &with(&[("when", "live"), ("date", "2018")])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#date-error").contains("Figé à une date"), "{}", page.text("#date-error"));
    assert_eq!(page.attributes("#date", "value"), ["2018"], "nothing typed is lost");
    let blank = site.get_as(&by, "/partages/nouveau").await;
    let before = blank.attributes("#date", "value").remove(0);
    link(&site, &by, &with(&[("when", "live"), ("date", &before)])).await;
    let shown = site.get_as(&by, "/partages/nouveau?what=chart&date=2018").await;
    let (date, given) =
        (shown.attributes("#date", "value").remove(0), shown.attributes("[name=given]", "value").remove(0));
    link(&site, &by, &with(&[("when", "live"), ("date", &date), ("given", &given)])).await;
}

#[tokio::test]
async fn the_form_of_an_empty_portal_takes_what_it_proposes() {
    let site = Site::fresh().await;
    let by = recruiter(&site).await;
    let form = site.get_as(&by, "/partages/nouveau").await;
    let mut pairs: Vec<(String, String)> = vec![("for".into(), "Essai".into())];
    for name in ["what", "when"] {
        pairs.push((name.into(), form.attributes(&format!("[name={name}][checked]"), "value").remove(0)));
    }
    for name in ["date", "given"] {
        pairs.extend(form.attributes(&format!("[name={name}]"), "value").into_iter().map(|text| (name.into(), text)));
    }
    let pairs: Vec<_> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let made = post(&site, &by, &pairs).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text(".errors"));
}
