//! People and missions as tables for spreadsheets.

use axum::http::{StatusCode, header};

use super::{editor, press, preview, revisions, rows, tally};
use crate::support::{Page, Site};

/// The cells of a table, after its mark.
fn cells(page: &Page, separator: u8) -> Vec<Vec<String>> {
    let bytes = page.bytes.strip_prefix(b"\xef\xbb\xbf").expect("spreadsheets know UTF-8 by its mark");
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).delimiter(separator).from_reader(bytes);
    // rows of other lengths are an error here
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn said(page: &Page, name: header::HeaderName) -> &str {
    page.headers[name].to_str().unwrap()
}

#[tokio::test]
async fn people_go_out_as_a_table_in_the_readers_words() {
    let site = Site::open().await;
    let page = site.get("/equipe.csv").await;
    assert_eq!(said(&page, header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(said(&page, header::CONTENT_DISPOSITION), "attachment; filename=\"equipe-2026-11-25.csv\"");
    let table = cells(&page, b';');
    assert_eq!(table[0][..2], ["Identifiant", "Nom"]);
    let column = |name: &str| table[0].iter().position(|head| head == name).unwrap();
    let samy = table.iter().find(|row| row[0] == "samy-melaine").unwrap();
    assert_eq!(samy[column("Titre")], "Chief Technical Officer");
    let managers: Vec<_> = table[1..].iter().map(|row| row[column("Responsable")].as_str()).collect();
    assert!(managers.contains(&"Samy Melaine"), "the data scientists report to the CTO: {managers:?}");
    assert_eq!(samy[column("Contrat")], "CDI");
    assert!(page.html.contains("\r\n"), "RFC 4180");
    let english = cells(&site.get_in_english("/equipe.csv").await, b',');
    assert_eq!(english[0][..2], ["Identifier", "Name"]);
    assert_eq!(english.len(), table.len());
}

#[tokio::test]
async fn a_table_obeys_the_filters_of_its_list_and_is_linked_from_it() {
    let site = Site::open().await;
    for list in ["/equipe?contrat=stage", "/missions?offre=expertise&tri=etat"] {
        let (path, query) = list.split_once('?').unwrap();
        let page = site.get(list).await;
        let links = page.attributes("main a", "href");
        let address = format!("{path}.csv?{query}");
        assert!(links.contains(&address), "{links:?}");
        let table = cells(&site.get(&address).await, b';');
        let whole = cells(&site.get(&format!("{path}.csv")).await, b';');
        assert!(table.len() > 1 && table.len() < whole.len(), "{list}: {} of {}", table.len(), whole.len());
        let shown = page.attributes(if path == "/equipe" { ".people a" } else { "tbody th a" }, "href");
        let told: Vec<_> = table[1..].iter().map(|row| format!("{path}/{}", row[0])).collect();
        assert_eq!(told, shown, "the same in the same order");
    }
    assert_eq!(site.get("/missions.csv?page=x").await.status, StatusCode::BAD_REQUEST);
    let none = site.get("/missions.csv?client=personne").await;
    assert_eq!((none.status, cells(&none, b';').len()), (StatusCode::OK, 1));
}

#[tokio::test]
async fn a_table_is_kept_by_its_etag_and_has_a_head() {
    let site = Site::open().await;
    let first = site.get("/missions.csv").await;
    let etag = said(&first, header::ETAG).to_owned();
    let ask = |method: &'static str| {
        axum::http::Request::builder().method(method).uri("/missions.csv").header(header::HOST, "portail.test")
    };
    let again = ask("GET").header(header::IF_NONE_MATCH, &etag).body(axum::body::Body::empty()).unwrap();
    assert_eq!(site.send(again).await.status, StatusCode::NOT_MODIFIED);
    let head = site.send(ask("HEAD").body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    assert_eq!(said(&head, header::ETAG), etag);
}

#[tokio::test]
async fn what_goes_out_and_comes_in_again_changes_nothing() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let before = revisions(&site).await;
    let (french, english) = (site.get("/equipe.csv").await, site.get_in_english("/equipe.csv").await);
    let lines = cells(&french, b';').len() - 1;
    for table in [french, english] {
        let (_, page) = preview(&mut browser, &table.bytes).await;
        assert_eq!(rows(&page), [], "{:?}", tally(&page));
        assert_eq!(tally(&page), [format!("lignes {lines}"), format!("inchangées {lines}")]);
        assert!(page.select(".note p").iter().all(|note| !note.contains("Une colonne sans champ")));
    }
    assert_eq!(revisions(&site).await, before);
}

/// Case 36: formulas run nowhere, and come back as they were.
#[tokio::test]
async fn formulas_are_neutralised_and_come_back_to_the_letter() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, include_bytes!("cases/formulas.csv")).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let out = site.get("/equipe.csv").await;
    let table = cells(&out, b';');
    let row = |slug: &str| table.iter().find(|row| row[0] == slug).unwrap_or_else(|| panic!("{slug} in {table:?}"));
    assert_eq!(row("f1")[1], "'=1+1");
    assert!(row("f1").contains(&"+33 1 99 00 12 34".to_owned()), "a telephone number runs nothing");
    assert_eq!(row("f2")[1], "'@somme(A1)");
    assert!(row("f4")[1].starts_with("'=HYPERLINK"), "{:?}", row("f4"));
    for cell in table.iter().flatten() {
        let may = cell.starts_with("+33") || cell.starts_with('-') && cell[1..].chars().all(|c| c.is_ascii_digit());
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || may, "{cell:?} would run");
    }
    let name: String =
        site.document(portail::history::Kind::named(portail::site::KINDS, "person"), "f1").await.2["name"]
            .as_str()
            .unwrap()
            .into();
    assert_eq!(name, "=1+1");
    let (_, again) = preview(&mut browser, &out.bytes).await;
    assert_eq!(rows(&again), [], "{:?}", tally(&again));
}

/// Case 36 in the table of missions, which nobody looks at today.
#[tokio::test]
async fn missions_go_out_without_formulas() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    for title in ["=1+1", "@somme(A1)", "+SOMME(A1)", "-2+3", "=HYPERLINK(\"https://example.test\";\"x\")", "a;=cmd"] {
        let made = crate::editing::edit(
            &mut browser,
            "/edition/missions",
            &[("title", title), ("client", "BioMéca"), ("summary", title)],
        )
        .await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{title}: {}", made.text(".errors"));
    }
    for (page, separator) in
        [(site.get("/missions.csv").await, b';'), (site.get_in_english("/missions.csv").await, b',')]
    {
        let table = cells(&page, separator);
        assert!(table.len() > 6);
        for cell in table.iter().flatten() {
            assert!(!cell.trim_start().starts_with(['=', '@', '+', '-', '\t', '\r']), "{cell:?} would run");
        }
        assert!(table.iter().flatten().any(|cell| cell == "'=1+1"), "{table:?}");
    }
}

/// Case 36: names that are numbers, formulas and telephone numbers come in as they are written and go out and in again.
#[tokio::test]
async fn whatever_a_name_begins_with_is_stored_and_comes_back_as_it_was() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let names = ["=1+1", "@somme", "+33 1 99 00 12 34", "-5", "-2+3", "a;=cmd", "'apostrophe", "'=1"];
    let mut table = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    table.write_record(["identifiant", "nom", "téléphone"]).unwrap();
    for (n, name) in names.iter().enumerate() {
        // as our own tables guard them
        table.write_record([&format!("f{n}"), &portail::web::csv::guarded(name), &"+33199001234".to_owned()]).unwrap();
    }
    let (at, page) = preview(&mut browser, table.into_inner().unwrap()).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let kind = portail::history::Kind::named(portail::site::KINDS, "person");
    for (n, name) in names.iter().enumerate() {
        let stored = site.document(kind, &format!("f{n}")).await.2;
        assert_eq!((stored["name"].as_str(), stored["phone"].as_str()), (Some(*name), Some("+33199001234")));
    }
    let out = site.get("/equipe.csv").await;
    let (_, again) = preview(&mut browser, &out.bytes).await;
    assert_eq!(rows(&again), [], "{:?}", tally(&again));
}

/// Case 37: whatever a row refers to is missing or in the trash; every line has as many cells as the head.
#[tokio::test]
async fn a_relation_that_is_missing_or_in_the_trash_moves_no_cell() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    site.sow(&[
        ("organisation/passagere.toml", "name = \"Passagère\""),
        ("person/nue.toml", "description = \"Une visiteuse\""),
        ("person/affiliee.toml", "name = \"Affiliée\"\naffiliation = \"passagere\""),
        ("offer/passagere.toml", "title = \"Passagère\""),
        ("mission/nue.toml", "title = \"Nue\"\nclient = \"biomeca\""),
        ("mission/offerte.toml", "title = \"Offerte\"\nclient = \"biomeca\"\noffer = \"passagere\"\nbegins = \"2019\""),
    ])
    .await;
    let widths = async |path: &str| {
        let table = cells(&site.get(path).await, b';'); // rows of other lengths are an error there
        (table.len(), table[0].len())
    };
    let paths = ["/equipe.csv", "/missions.csv", "/organigramme.csv"];
    let mut before = Vec::new();
    for path in paths {
        before.push(widths(path).await);
    }
    for of in ["organisations/passagere", "offres/passagere", "organigramme/postes/cto", "equipe/samy-melaine"] {
        let asked = browser.get(&format!("/edition/{of}/retrait")).await;
        let base = asked.attributes("[name=base]", "value")[0].clone();
        let removed = browser.post(&format!("/edition/{of}/retrait"), &[("base", &base)]).await;
        assert_eq!(removed.status, StatusCode::SEE_OTHER, "{of}: {}", removed.text("main"));
        for (path, (_, width)) in paths.iter().zip(&before) {
            assert_eq!(widths(path).await.1, *width, "{path} without {of}");
        }
    }
    let people = cells(&site.get("/equipe.csv").await, b';');
    assert!(people.iter().any(|row| row[0] == "nue") && people.iter().any(|row| row[0] == "affiliee"));
}

/// Case 37: a table that cannot be made whole is no table.
#[tokio::test]
async fn without_a_database_a_table_is_a_page_that_says_so() {
    let site = Site::open().await;
    site.store.pool.close().await;
    for path in ["/equipe.csv", "/missions.csv", "/organigramme.csv", "/organigramme.json", "/equipe.vcf"] {
        let page = site.get(path).await;
        assert!(page.status.is_server_error(), "{path}: {}", page.status);
        assert_eq!(page.headers[header::CONTENT_TYPE], "text/html; charset=utf-8", "{path}");
        assert!(page.headers.get(header::CONTENT_DISPOSITION).is_none(), "{path}");
    }
}
