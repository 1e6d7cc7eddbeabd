//! People from tables of other tools.

use axum::http::StatusCode;
use portail::access::Role;
use portail::history::Kind;
use portail::site::KINDS;
use serde_json::Value;

use super::{count, editor, press, preview, revisions, rows, tally};
use crate::support::Site;

async fn person(site: &Site, slug: &str) -> Value {
    site.document(Kind::named(KINDS, "person"), slug).await.2
}

/// Case 34: the mark of UTF-8 hides no column, and a column that means nothing here is named.
#[tokio::test]
async fn columns_are_known_by_their_names_and_others_are_named() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, include_bytes!("cases/bom-semicolon.csv")).await;
    let chosen: Vec<_> = page.select("#colonnes option[selected]");
    assert_eq!(chosen, ["Identifiant", "Nom", "Fonction", "Responsable"]);
    assert_eq!(tally(&page)[..2], ["lignes 2", "créées 2"]);
    let done = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/edition/import"));
    assert_eq!(person(&site, "alba").await["name"], "Alba Ferrand");
    let (_, page) = preview(&mut browser, "Nom; E-MAIL ;Bureau bis;Couleur\nZoé Petit;zoe@exemple.fr;;bleu\n").await;
    assert_eq!(page.select("#colonnes option[selected]"), ["Nom", "E-mail", "ne pas importer", "ne pas importer"]);
    assert!(page.text(".note").contains("Bureau bis, Couleur"), "{}", page.text(".note"));
}

/// Case 35: whatever the separator, and decimal commas stay.
#[tokio::test]
async fn every_separator_gives_the_same_people() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let comma = include_str!("cases/comma.csv");
    let tabs = "identifiant\tnom\tcharge\tremarque\nalba\tAlba Ferrand\t0,5\t\"virgule, puis \"\"guillemets\"\"\"\n\
        brice\tBrice Aubin\t1,0\t\"tabulation\tici\"\n";
    for (table, separator) in
        [(include_str!("cases/semicolon.csv"), "point-virgule"), (comma, "virgule"), (tabs, "tabulation")]
    {
        let (_, page) = preview(&mut browser, table).await;
        assert_eq!(page.text("#sep option[selected]"), separator);
        let values = page.select("#colonnes tbody td:nth-child(2)");
        let expected = [
            "alba · brice",
            "Alba Ferrand · Brice Aubin",
            "0,5 · 1,0",
            "virgule, puis \"guillemets\" · tabulation ici",
        ];
        assert_eq!(values, expected, "{separator}");
    }
}

#[tokio::test]
async fn another_separator_or_encoding_can_be_chosen() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, b"nom;lieu\n\xc9lodie Roux;B\xe8gles\n").await;
    assert_eq!(page.text("#enc option[selected]"), "Windows-1252");
    assert!(page.text("#colonnes").contains("Élodie Roux"));
    press(&mut browser, &at, &page, "preview", &[("enc", "macintosh")]).await;
    let page = browser.get(&at).await;
    assert_eq!(page.text("#enc option[selected]"), "Macintosh");
    assert!(page.text("#colonnes").contains("…lodie"), "{}", page.text("#colonnes"));
    press(&mut browser, &at, &page, "preview", &[("enc", "windows-1252"), ("map.1", "")]).await;
    let page = browser.get(&at).await;
    assert_eq!(page.select("#colonnes option[selected]"), ["Nom", "Lieu"], "another reading has other columns");
    press(&mut browser, &at, &page, "preview", &[("map.1", "")]).await;
    let page = browser.get(&at).await;
    assert_eq!(page.select("#colonnes option[selected]"), ["Nom", "ne pas importer"], "what was chosen stays");
}

/// Case 38: all or nothing, every bad line at once; corrected and imported again, each is there once.
#[tokio::test]
async fn nothing_passes_while_a_line_is_refused_unless_it_is_left_aside() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let before = count(&site, "person").await;
    let (at, page) = preview(&mut browser, include_bytes!("cases/partial.csv")).await;
    press(&mut browser, &at, &page, "preview", &[("contract", "permanent")]).await;
    let page = browser.get(&at).await;
    assert_eq!(tally(&page), ["lignes 4", "créées 2", "refusées 2"]);
    let refused: Vec<_> = rows(&page).into_iter().filter(|(_, outcome, _)| outcome == "refusée").collect();
    assert_eq!(refused[0].0, "Brice Aubin");
    assert!(refused[0].2.starts_with("depuis : ce n’est pas une date"), "{refused:?}");
    assert!(refused[1].2.starts_with("nom : il est demandé"), "{refused:?}");
    assert!(page.select("button[value=import]").is_empty(), "there is no button for it");
    let forced = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&site, "person").await, before, "all or nothing");
    let done = press(&mut browser, &at, &page, "without", &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(count(&site, "person").await, before + 2);
    assert_eq!(person(&site, "p1").await["employments"][0]["begins"], "2017-04");
    let corrected = "identifiant,nom,depuis\np1,Alba Ferrand,2017-04\np2,Brice Aubin,décembre 2017\np3,Cyr Delmas,2019~\np4,Dora,2018\n";
    let (at, page) = preview(&mut browser, corrected).await;
    press(&mut browser, &at, &page, "preview", &[("contract", "permanent")]).await;
    let page = browser.get(&at).await;
    assert_eq!(tally(&page), ["lignes 4", "créées 2", "inchangées 2"]);
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(count(&site, "person").await, before + 4);
    let revisions_before = revisions(&site).await;
    let (at, page) = preview(&mut browser, corrected).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(revisions(&site).await, revisions_before, "the same file again changes nothing");
}

/// Case 39: each refused line and field is named, and the numbers add up.
#[tokio::test]
async fn a_long_table_is_told_line_by_line_within_seconds() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let mut table = String::from("identifiant;nom;contrat;début\n");
    for n in 1..=2000 {
        let (id, contract) = match n {
            700 => (699, "CDI"),
            800 => (800, "plein temps"),
            _ => (n, "CDI"),
        };
        let name = if n == 900 { "x".repeat(201) } else { format!("Personne {n}") };
        table.push_str(&format!("e{id};{name};{contract};2019-04\n"));
    }
    let started = std::time::Instant::now();
    let (at, page) = preview(&mut browser, &table).await;
    assert_eq!(tally(&page), ["lignes 2000", "créées 1997", "refusées 3"]);
    let refused: Vec<_> =
        rows(&page).into_iter().filter(|(_, outcome, _)| outcome == "refusée").map(|row| row.2).collect();
    let expected = ["identifiant : la même personne", "contrat : « plein temps »", "nom : 200 signes"];
    for (said, begins) in refused.iter().zip(expected) {
        assert!(said.starts_with(begins), "{said}");
    }
    let refused_at: Vec<_> = super::lines(&page)
        .into_iter()
        .zip(rows(&page))
        .filter(|(_, row)| row.1 == "refusée")
        .map(|(line, _)| line)
        .collect();
    assert_eq!(refused_at, ["Ligne 701", "Ligne 801", "Ligne 901"], "as a spreadsheet numbers them");
    let seen = started.elapsed();
    assert!(seen.as_secs() < 20, "a preview of 2,000 rows takes {seen:?} (unoptimised)");
    let discarded = press(&mut browser, &at, &page, "discard", &[]).await;
    assert_eq!(discarded.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get(&at).await.status, StatusCode::NOT_FOUND);
}

/// Line ends of another age: lines keep their numbers, so details and choices are of their own row.
#[tokio::test]
async fn lines_that_end_by_cr_alone_keep_their_numbers() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "Nom;Ville\rAda Crr;Orléans\r\rBob Crr;\"Nîmes\"\rSamy Melaine;Lyon\rMarina Cappai;Brest\r";
    for table in [table.to_owned(), format!("sep=;\r{table}")] {
        let first = 2 + usize::from(table.starts_with("sep"));
        let (at, page) = preview(&mut browser, &table).await;
        let told: Vec<_> = rows(&page).into_iter().map(|row| row.2).collect();
        assert!(told.contains(&"Lieu : Orléans".to_owned()) && told.contains(&"Lieu : Nîmes".to_owned()), "{told:?}");
        let lines = page.select("#lignes tbody th");
        let wanted = [first, first + 2].map(|line| format!("Ligne {line}"));
        assert!(wanted.iter().all(|line| lines.contains(line)), "{lines:?}");
        let (skipped, kept) = (format!("twin.{}", first + 3), format!("twin.{}", first + 4));
        let skip = [(skipped.as_str(), "+skip"), (kept.as_str(), "marina-cappai")];
        press(&mut browser, &at, &page, "preview", &skip).await;
        let page = browser.get(&at).await;
        assert_eq!(tally(&page), ["lignes 4", "créées 2", "modifiée 1", "laissée de côté 1"]);
    }
}

/// A quotation mark that is never closed swallows what follows: that is said at its line, and nothing is lost in silence.
#[tokio::test]
async fn a_quote_that_is_never_closed_is_refused_at_its_line() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) = preview(&mut browser, "Nom;Ville\nAda Uc;Nice\nAna Uc;\"Rome\nBob Uc;Lyon\nCyr Uc;Nice\n").await;
    assert_eq!(tally(&page), ["lignes 2", "créée 1", "refusée 1"]);
    let refused = rows(&page).into_iter().find(|row| row.1 == "refusée").unwrap();
    assert!(refused.2.contains("guillemet"), "{refused:?}");
    assert!(page.select("#lignes tbody th").contains(&"Ligne 3".to_owned()));
    let (_, page) = preview(&mut browser, "Nom;Ville\nAda Uc;\"Ro\nme\"\n").await;
    let refused = &rows(&page)[0];
    assert_eq!(refused.1, "refusée");
    assert!(refused.2.starts_with("Ville : ce texte tient sur une ligne"), "{refused:?}");
}

/// Without a column of names nobody is made of whatever stands first; a title above the names of columns is no person.
#[tokio::test]
async fn what_has_no_names_makes_nobody() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let seed = include_str!("../../../seed/mission/biomeca.toml");
    for text in [seed, "BEGIN:VCARD\nVERSION:4.0\nFN:Zoé Petit\nEND:VCARD\n", "Zoé Petit;Lyon\nAda Roux;Nice\n"] {
        let (_, page) = preview(&mut browser, text).await;
        assert!(tally(&page)[1].starts_with("refusée"), "{:?}", tally(&page));
        assert!(page.text(".bands").contains("Aucune colonne n’est celle des noms"), "{}", page.text(".bands"));
    }
    let (at, page) = preview(&mut browser, "Zoé Petit;Lyon\nAda Roux;Nice\n").await;
    press(&mut browser, &at, &page, "preview", &[("map.0", "name")]).await;
    assert_eq!(tally(&browser.get(&at).await), ["lignes 2", "créées 2"], "it can be said which it is");
    let (_, page) =
        preview(&mut browser, "Liste du personnel au 1er janvier;;\n;;\nNom;Ville;\nZoé Petit;Lyon;\n").await;
    assert_eq!(tally(&page), ["ligne 1", "créée 1"]);
    assert_eq!(page.select("#colonnes option[selected]")[..2], ["Nom", "Lieu"]);
}

/// Whatever is wrong with a line is said at once.
#[tokio::test]
async fn a_wrong_line_hides_none_of_its_mistakes() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "nom;contrat;début;e-mail;responsable\nZoé Petit;CDX;hier;zoe;inconnue\n";
    let (_, page) = preview(&mut browser, table).await;
    let told = &rows(&page)[0].2;
    for mistake in ["contrat :", "début :", "e-mail :", "responsable : rien ne s’appelle « inconnue »"] {
        assert!(told.contains(mistake), "{mistake} in {told}");
    }
}

#[tokio::test]
async fn what_a_mac_wrote_is_read_as_such() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) = preview(&mut browser, b"nom;lieu\nAndr\x8e No\x91l;Orl\x8eans\nZo\x91 \x83mile;B\x8fgles\n").await;
    assert_eq!(page.text("#enc option[selected]"), "Macintosh");
    assert!(page.text("#colonnes").contains("André Noël · Zoë Émile"), "{}", page.text("#colonnes"));
}

/// What only blanks at the edges tell apart is no change.
#[tokio::test]
async fn blanks_around_a_text_are_no_change() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let file = "name = \"Zoé Petit\"\nsummary = \"\"\"\n  - un\n  - deux\"\"\"\n";
    let mut all = super::archives::administrator(&site).await;
    let packed = super::archives::packed(&[("person/zoe-petit.toml", file)]);
    let (at, page) = super::archives::preview(&mut all, "x.tar.gz", &packed).await;
    press(&mut all, &at, &page, "import", &[]).await;
    let stored = person(&site, "zoe-petit").await["summary"].clone();
    assert_eq!(stored, "  - un\n  - deux", "as it was written");
    let (_, page) = preview(&mut browser, &site.get("/equipe.csv").await.bytes).await;
    assert_eq!(rows(&page), [], "{:?}", tally(&page));
}

/// A function that the company does not have stands for the title, which is said; the same again is nothing new.
#[tokio::test]
async fn a_function_that_becomes_the_title_is_said_once() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "id;nom;fonction\nzp;Zoé Petit;Présidente\n";
    let (at, page) = preview(&mut browser, table).await;
    assert!(rows(&page)[0].2.contains("devient le titre du poste"), "{:?}", rows(&page));
    press(&mut browser, &at, &page, "import", &[]).await;
    let (_, again) = preview(&mut browser, table).await;
    assert_eq!((tally(&again), rows(&again)), (vec!["ligne 1".into(), "inchangée 1".into()], vec![]));
}

#[tokio::test]
async fn what_is_no_table_gets_one_clear_sentence() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    for (bytes, words) in [
        (&b"PK\x03\x04 a workbook"[..], "c’est un classeur"),
        (b"\x89PNG\r\n\x1a\n", "ce n’est pas un tableau"),
        (b"<!doctype html><p>", "c’est une page web"),
        (b"\n\n", "aucune ligne"),
        (b"nom;lieu\n", "aucune ligne"),
    ] {
        let page = browser.upload("/edition/import", &[], ("fichier", bytes)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text("#file-error").contains(words), "{words}: {}", page.text("main"));
    }
    let pasted = browser.upload("/edition/import", &[("text", "nom\tlieu\nZoé Petit\tNantes\n")], ("", b"")).await;
    let page = browser.get(pasted.location()).await;
    assert_eq!(tally(&page)[..2], ["ligne 1", "créée 1"]);
}

/// A double is found in any order, spelling and composition, and somebody decides.
#[tokio::test]
async fn a_double_is_the_same_person_or_another_or_left() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "NOM;Prenom;Téléphone\nCAMARASA;Robin;01 99 00 12 34\n";
    let (at, page) = preview(&mut browser, table).await;
    assert_eq!(page.select("#colonnes option[selected]"), ["Nom de famille", "Prénom", "Téléphone"]);
    assert_eq!(page.attributes("#doubles input[checked]", "value"), ["robin-camarasa"]);
    assert!(tally(&page).contains(&"modifiée 1".to_owned()), "{:?}", tally(&page));
    press(&mut browser, &at, &page, "preview", &[("twin.2", "+skip")]).await;
    let page = browser.get(&at).await;
    assert_eq!(tally(&page), ["ligne 1", "laissée de côté 1"]);
    press(&mut browser, &at, &page, "preview", &[("twin.2", "+other")]).await;
    let page = browser.get(&at).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(person(&site, "robin-camarasa-2").await["phone"], "01 99 00 12 34");
    assert!(person(&site, "robin-camarasa").await["phone"].is_null());
    let (at, page) = preview(&mut browser, "nom;lieu\nRobin Camarasa;Lyon\n").await;
    assert_eq!(page.select("#doubles .ver").len(), 4, "both are offered");
    press(&mut browser, &at, &page, "import", &[("twin.2", "robin-camarasa-2")]).await;
    assert_eq!(
        person(&site, "robin-camarasa-2").await["place"],
        serde_json::Value::Null,
        "what was not previewed is not imported"
    );
    let page = browser.get(&at).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(person(&site, "robin-camarasa-2").await["place"], "Lyon");
    let (_, page) = preview(&mut browser, "nom;lieu\nNoe\u{308}l Ab;x\nNOËL AB;y\nNoël Ab;y\n").await;
    assert_eq!(page.select("#doubles fieldset").len(), 2, "doubles within the table");
}

#[tokio::test]
async fn what_is_previewed_is_what_is_imported() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, "identifiant;lieu\nsamy-melaine;Nantes\n").await;
    // without a name the row is refused: the identifier alone says who it is only to whoever knows
    assert_eq!(tally(&page), ["ligne 1", "refusée 1"]);
    press(&mut browser, &at, &page, "discard", &[]).await;
    let (at, page) = preview(&mut browser, "identifiant;nom;lieu\nsamy-melaine;Samy Melaine;Nantes\n").await;
    crate::editing::edit(&mut browser, "/edition/equipe/samy-melaine", &[("phone", "01 99 00 00 01")]).await;
    let stale = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text(".band").contains("Le contenu a changé"), "{}", stale.text("main"));
    assert!(person(&site, "samy-melaine").await["place"].is_null());
    let done = press(&mut browser, &at, &stale, "import", &[("note", "Relevé des lieux")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let now = person(&site, "samy-melaine").await;
    assert_eq!((&now["place"], &now["phone"]), (&"Nantes".into(), &"01 99 00 00 01".into()));
    let history = browser.get("/edition/equipe/samy-melaine/historique").await.text("main");
    assert!(history.contains("importée") && history.contains("Relevé des lieux"), "{history}");
    let twice = press(&mut browser, &at, &stale, "import", &[]).await;
    assert_eq!(twice.status, StatusCode::SEE_OTHER, "pressed twice it is not imported twice");
}

#[tokio::test]
async fn an_import_is_undone_by_one_button() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let before = count(&site, "person").await;
    let (at, page) =
        preview(&mut browser, "nom;lieu;identifiant\nZoé Petit;Nantes;\nSamy Melaine;Lyon;samy-melaine\n").await;
    let done = press(&mut browser, &at, &page, "import", &[]).await;
    let cookie = done
        .headers
        .get_all("set-cookie")
        .iter()
        .find_map(|set| set.to_str().ok()?.strip_prefix("annonce=flash-imported."));
    let change = cookie.and_then(|rest| rest.split(';').next()).expect("the change can be taken back").to_owned();
    assert_eq!(count(&site, "person").await, before + 1);
    browser.post("/edition/annulation", &[("change", &change)]).await;
    assert_eq!(count(&site, "person").await, before);
    assert!(person(&site, "samy-melaine").await["place"].is_null());
}

#[tokio::test]
async fn an_upload_is_its_accounts_own() {
    let site = Site::open().await;
    let (at, _) = preview(&mut editor(&site).await, "nom\nZoé Petit\n").await;
    let mut other = site.signed_in(Role::Administrator).await;
    assert_eq!(other.get(&at).await.status, StatusCode::NOT_FOUND);
    let posted = other.post(&at, &[("do", "import")]).await;
    assert_eq!(posted.location(), "/edition/import", "there is nothing of theirs");
    assert_eq!(count(&site, "person").await, count(&Site::open().await, "person").await);
}

/// Case 6: what the database or a page cannot hold is refused beside its cell.
#[tokio::test]
async fn control_characters_and_long_rows_are_refused_beside_their_cell() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) = preview(&mut browser, "nom;lieu\nA\u{7}B;x\nC D;y;de trop\nE F;\u{fffe}\n").await;
    let told: Vec<_> = rows(&page).into_iter().map(|row| row.2).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("nom : il contient un caractère invisible"), "{told:?}");
    assert!(told[1].contains("plus de cellules"), "{told:?}");
    assert!(told[2].starts_with("lieu : il contient un caractère invisible"), "{told:?}");
}

/// Case 35: the separator that was found is shown and can be changed; the people are the same whatever it is.
#[tokio::test]
async fn the_separator_can_be_changed_and_the_people_are_the_same() {
    let mut made = Vec::new();
    for (table, wrong, right) in [
        ("identifiant;nom;lieu\nalba;Alba Ferrand;\"Lyon, 3e\"\n", "comma", "semicolon"),
        ("identifiant,nom,lieu\nalba,Alba Ferrand,\"Lyon, 3e\"\n", "semicolon", "comma"),
        ("sep=;\r\nidentifiant;nom;lieu\r\nalba;Alba Ferrand;Lyon, 3e\r\n", "tab", "semicolon"),
        ("identifiant\tnom\tlieu\nalba\tAlba Ferrand\tLyon, 3e\n", "bar", "tab"),
    ] {
        let site = Site::open().await;
        let mut browser = editor(&site).await;
        let (at, page) = preview(&mut browser, table).await;
        assert_eq!(page.attributes("#sep option[selected]", "value"), [right]);
        press(&mut browser, &at, &page, "preview", &[("sep", wrong)]).await;
        let page = browser.get(&at).await;
        assert_eq!(page.attributes("#sep option[selected]", "value"), [wrong], "as it was chosen");
        assert!(tally(&page).contains(&"créée 1".to_owned()) != (wrong != right), "{:?}", tally(&page));
        press(&mut browser, &at, &page, "preview", &[("sep", right)]).await;
        let page = browser.get(&at).await;
        assert_eq!(tally(&page)[..2], ["ligne 1", "créée 1"]);
        press(&mut browser, &at, &page, "import", &[]).await;
        made.push(person(&site, "alba").await);
    }
    assert!(made.iter().all(|one| *one == made[0]), "{made:?}");
    assert_eq!(made[0]["place"], "Lyon, 3e");
}

/// Case 39: created + changed + unchanged + refused = lines, with all four.
#[tokio::test]
async fn the_numbers_of_a_preview_add_up() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "identifiant;nom;lieu;début\nneuve;Zoé Petit;Nantes;\nsamy-melaine;Samy Melaine;Lyon;\n\
        robin-camarasa;Robin Camarasa;;\nfausse;Yann Roux;;2019-13\n";
    let (_, page) = preview(&mut browser, table).await;
    assert_eq!(tally(&page), ["lignes 4", "créée 1", "modifiée 1", "inchangée 1", "refusée 1"]);
}

/// Case 38: whoever presses and goes away, or whose database goes away half-way, leaves all or nothing.
#[tokio::test]
async fn an_import_that_breaks_off_leaves_nothing_and_comes_again() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let before = (count(&site, "person").await, revisions(&site).await);
    let table: String = std::iter::once("identifiant;nom\n".to_owned())
        .chain((0..300).map(|n| format!("e{n};Personne {n}\n")))
        .collect();
    let (at, page) = preview(&mut browser, &table).await;
    // the last of its rows cannot be written
    sqlx::raw_sql(
        "CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.name = 'Personne 299' THEN
        PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$;
        CREATE TRIGGER breaks BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION breaks()",
    )
    .execute(&site.store.pool)
    .await
    .unwrap();
    let broken = press(&mut browser, &at, &page, "import", &[]).await;
    assert!(broken.status.is_server_error(), "{}", broken.status);
    assert_eq!((count(&site, "person").await, revisions(&site).await), before);
    site.sql("DROP TRIGGER breaks ON person").await;
    let page = browser.get(&at).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(count(&site, "person").await, before.0 + 300);
}
