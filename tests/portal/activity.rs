//! What changed, as readers are told of it.

use axum::http::StatusCode;
use portail::access::Role;
use portail::history::{Base, Change, Edit, Kind, Origin, value};
use portail::site::KINDS;

use crate::editing::edit;
use crate::support::{Page, Site, save};

/// Changes one field of an offer as somebody else would.
async fn change(site: &Site, slug: &str, field: &str, text: &str, change: Change) {
    let kind = Kind::named(KINDS, "offer");
    let (id, version, mut wanted) = site.document(kind, slug).await;
    value::set(&mut wanted, field, text.into());
    let edit = Edit { kind, document: Some(id), base: Base::Version(version), mine: wanted };
    save(&site.store, Change { edits: vec![edit], ..change }).await;
}

fn with(origin: Origin) -> Change {
    Change { origin, ..Change::of(vec![]) }
}

fn entries(page: &Page) -> Vec<String> {
    page.select(".day .feed > li")
}

#[tokio::test]
async fn a_change_shows_with_its_way_and_its_pages_and_can_be_chosen_by_kind() {
    let site = Site::open().await;
    change(
        &site,
        "expertise",
        "price",
        "900 euros",
        Change { note: Some("Prix convenu".into()), ..with(Origin::Form) },
    )
    .await;
    let page = site.get("/activite").await;
    let first = entries(&page).into_iter().next().unwrap();
    assert!(first.contains("Expertise Offre fiche modifiée · formulaire"), "{first}");
    assert!(first.contains("« Prix convenu »") && !first.contains("créée"), "{first}");
    assert_eq!(entries(&site.get("/activite?nature=offer").await).len(), 2, "the edit and the sample");
    assert_eq!(entries(&site.get("/activite?nature=mission").await).len(), 1, "the sample alone");
    let home = site.get("/").await.text("main");
    assert!(home.contains("formulaire Expertise , fiche modifiée"), "the home page tells it too: {home}");
}

/// Of changes that may be large no more are read than are told, and none of the others is left out for that.
#[tokio::test]
async fn the_home_page_tells_the_five_newest_of_whatever_way() {
    let site = Site::open().await;
    let ways =
        [Origin::Form, Origin::Import, Origin::Form, Origin::Form, Origin::Import, Origin::Import, Origin::Import];
    for (n, way) in ways.into_iter().enumerate() {
        change(&site, "expertise", "price", &format!("{n} euros"), with(way)).await;
    }
    let told = |page: &Page| page.select(".log li .soft");
    let way = |told: &String| told.rsplit(" · ").next().unwrap().to_owned();
    let ways: Vec<_> = told(&site.get("/").await).iter().map(way).collect();
    assert_eq!(ways, ["import", "import", "import", "formulaire", "import"], "two saves are one entry");
    for n in 0..6 {
        change(&site, "expertise", "price", &format!("{n} dollars"), with(Origin::Import)).await;
    }
    let ways: Vec<_> = told(&site.get("/").await).iter().map(way).collect();
    assert_eq!(ways, ["import"; 5]);
}

#[tokio::test]
async fn a_change_of_many_documents_is_one_line_that_leads_to_all_of_them() {
    let site = Site::open().await;
    let page = site.get("/activite").await;
    let count: i64 = site.ask("SELECT count(*) FROM document").await;
    let all = entries(&page);
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0].contains(&format!("{count} fiches")) && all[0].contains("données d’exemple"), "{}", all[0]);
    let at = page.attributes(".feed .acts a", "href")[0].clone();
    let one = site.get(&at).await;
    assert_eq!(one.select(".feed > li").len(), 100);
    assert_eq!(
        one.select(".feed > li").len() + site.get(&format!("{at}?page=2")).await.select(".feed > li").len(),
        count as usize
    );
    assert_eq!(site.get(&format!("{at}?page=9")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/activite/00000000-0000-0000-0000-000000000000").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/activite/x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn saves_of_one_person_on_one_page_within_a_short_time_are_one_line_with_one_comparison() {
    let site = Site::open().await;
    let mut ada = site.signed_in(Role::Editor).await;
    for text in ["Un", "Deux", "Trois"] {
        edit(&mut ada, "/edition/offres/expertise", &[("price", text), ("note", &format!("pour {text}"))]).await;
    }
    edit(&mut ada, "/edition/offres/accompagnement", &[("price", "Autre page")]).await;
    let page = ada.get("/activite?nature=offer&voie=formulaire").await;
    let all = entries(&page);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all[1].contains("fiche modifiée, 3 fois") && all[1].contains("« pour Un »"), "{}", all[1]);
    let compare = page.attributes(".feed .acts a", "href");
    assert_eq!(compare[1], "/edition/offres/expertise/historique?de=1&a=4");
    let compared = ada.get(&compare[1]).await;
    assert!(compared.text("ins").contains("Trois"), "{}", compared.text("main"));
    sqlx::query("UPDATE change SET at = at - interval '31 minutes' WHERE note IN ('pour Un', 'pour Deux')")
        .execute(&site.store.pool)
        .await
        .unwrap();
    assert_eq!(entries(&ada.get("/activite?nature=offer&voie=formulaire").await).len(), 3, "half an hour is long");
}

/// Somebody else's save between two of mine is not hidden in my line.
#[tokio::test]
async fn saves_of_others_part_mine() {
    let site = Site::open().await;
    let mut ada = site.signed_in(Role::Editor).await;
    edit(&mut ada, "/edition/offres/expertise", &[("price", "Un")]).await;
    change(&site, "expertise", "billing", "à la pièce", with(Origin::Form)).await;
    edit(&mut ada, "/edition/offres/expertise", &[("price", "Deux")]).await;
    assert_eq!(entries(&site.get("/activite?voie=formulaire").await).len(), 3);
    let mine = ada.get("/activite?qui=editor%40portail.test").await;
    assert_eq!(entries(&mine).len(), 2, "also where only mine are asked for");
}

#[tokio::test]
async fn filters_go_together_stay_in_the_address_and_say_how_many_there_are() {
    let site = Site::open().await;
    let mut ada = site.signed_in(Role::Editor).await;
    edit(&mut ada, "/edition/offres/expertise", &[("price", "Un")]).await;
    edit(&mut ada, "/edition/missions/biomeca", &[("needs", "Deux")]).await;
    change(&site, "accompagnement", "price", "Trois", with(Origin::Import)).await;
    sqlx::query("UPDATE change SET at = '2026-01-10T12:00:00Z' WHERE origin = 'import'")
        .execute(&site.store.pool)
        .await
        .unwrap();
    let count = async |query: &str| site.get(&format!("/activite?{query}")).await.select(".day .feed > li").len();
    assert_eq!(count("voie=import").await, 1);
    assert_eq!(count("voie=formulaire&nature=offer").await, 1);
    assert_eq!(count("nature=offer").await, 3);
    assert_eq!(count("jusque=2026-01-10").await, 1);
    assert_eq!(count("depuis=2026-01-11&nature=offer").await, 2);
    assert_eq!(count("depuis=2026-01-10&jusque=2026-01-10").await, 1, "both days are in it");
    assert_eq!(count("fiche=offer/expertise").await, 2);
    assert_eq!(count("fiche=offer/expertise&voie=depart").await, 1);
    let page = ada.get("/activite?qui=editor%40portail.test&nature=offer").await;
    assert_eq!(entries(&page).len(), 1);
    assert_eq!(
        page.attributes(".chips a:not(.all)", "href"),
        ["/activite?qui=editor%40portail.test", "/activite?nature=offer"]
    );
    let options = page.select("#voie option");
    assert!(options.iter().any(|option| option == "formulaire, 1"), "counted under the other filters: {options:?}");
    assert_eq!(page.select("#nature option[selected]"), ["Offres, 1"]);
    let wordy = site.get("/activite?qui=&nature=offer&voie=&depuis=&jusque=").await;
    assert_eq!((wordy.status, wordy.location()), (StatusCode::MOVED_PERMANENTLY, "/activite?nature=offer"));
    assert!(
        site.get("/activite?nature=event&voie=formulaire").await.text("main").contains("Aucun changement ne répond")
    );
}

#[tokio::test]
async fn many_changes_come_in_pages_that_keep_the_filters() {
    let site = Site::open().await;
    for n in 0..32 {
        change(&site, "expertise", "price", &n.to_string(), with(Origin::Import)).await;
    }
    let first = site.get("/activite?voie=import").await;
    assert_eq!(entries(&first).len(), 30);
    assert!(first.text(".bar").contains("32 changements"), "{}", first.text(".bar"));
    assert_eq!(first.attributes(".pager a[rel=next]", "href"), ["/activite?voie=import&page=2"]);
    assert_eq!(entries(&site.get("/activite?voie=import&page=2").await).len(), 2);
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_and_few_queries_are_made() {
    let site = Site::open().await;
    for (query, status) in [
        ("page=0", 400),
        ("page=abc", 400),
        ("page=99", 404),
        ("nature=x", 400),
        ("voie=x", 400),
        ("depuis=hier", 400),
        ("jusque=2026-02-30", 400),
        ("fiche=mission", 400),
        ("fiche=mission/nowhere", 404),
        ("qui=%00", 400),
        ("inconnu=1", 200),
        ("page=1&page=2", 200),
    ] {
        assert_eq!(site.get(&format!("/activite?{query}")).await.status.as_u16(), status, "{query}");
    }
    assert!(site.queries("/activite").await <= 6);
    assert!(site.queries("/").await <= 6);
}

#[tokio::test]
async fn who_it_was_is_told_only_to_whoever_has_signed_in() {
    let site = Site::open().await;
    let mut ada = site.signed_in(Role::Editor).await;
    edit(&mut ada, "/edition/offres/expertise", &[("price", "Un")]).await;
    let nobody = site.get("/activite").await;
    assert!(
        !nobody.html.contains("editor@portail.test") && !nobody.html.contains("id=\"qui\""),
        "{}",
        nobody.text("main")
    );
    assert_eq!(site.get("/activite?qui=editor@portail.test").await.status, StatusCode::NOT_FOUND);
    let at = nobody.attributes(".feed .acts a", "href")[0].clone();
    assert!(!site.get(&at).await.text("main").contains("serveur"));
    assert!(!site.get("/").await.html.contains("editor@portail.test"));
    let reader = site.sign_in(Role::Reader).await;
    let page = site.get_as(&reader, "/activite").await;
    assert!(page.text(".feed").contains("editor@portail.test") && page.text(".feed").contains("le serveur"));
    assert_eq!(page.select(".feed a[href*=historique]").len(), 0, "comparisons are for editors");
    assert_eq!(entries(&site.get_as(&reader, "/activite?qui=serveur").await).len(), 1);
    assert_eq!(site.get_as(&reader, "/activite?qui=x@y.z").await.status, StatusCode::NOT_FOUND);
}

/// Case 16: the feed obeys the right of the page itself.
#[tokio::test]
async fn what_is_in_the_trash_is_named_to_editors_alone() {
    let site = Site::open().await;
    let mut ada = site.signed_in(Role::Editor).await;
    edit(&mut ada, "/edition/offres", &[("title", "Très secrète"), ("note", "motif discret")]).await;
    let asked = ada.get("/edition/offres/tres-secrete/retrait").await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    ada.post("/edition/offres/tres-secrete/retrait", &[("base", &base)]).await;
    let reader = site.sign_in(Role::Reader).await;
    let change: uuid::Uuid = site.ask("SELECT id FROM change ORDER BY at DESC LIMIT 1").await;
    for path in ["/".to_owned(), "/activite".into(), "/activite?nature=offer".into(), format!("/activite/{change}")] {
        for page in [site.get(&path).await, site.get_as(&reader, &path).await] {
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(
                !page.html.contains("secrète") && !page.html.contains("tres-secrete"),
                "{path}: {}",
                page.text("main")
            );
            assert!(!page.html.contains("motif discret"), "{path}");
            assert!(page.text("main").contains("une fiche retirée"), "{path}: {}", page.text("main"));
        }
    }
    assert_eq!(site.get_as(&reader, "/activite?fiche=offer/tres-secrete").await.status, StatusCode::NOT_FOUND);
    let page = ada.get("/activite?fiche=offer/tres-secrete").await;
    assert!(
        page.text(".feed").contains("Très secrète") && page.text(".feed").contains("motif discret"),
        "{}",
        page.text(".feed")
    );
    assert!(page.attributes(".feed .acts a", "href").contains(&"/edition/corbeille".into()));
}

/// Case 16: drafts are no activity, and history is for whoever may change.
#[tokio::test]
async fn drafts_and_history_show_nothing_to_whoever_may_not_edit() {
    let site = Site::members().await;
    for path in [
        "/activite",
        "/edition/missions/biomeca/historique",
        "/edition/missions/biomeca/historique?de=1",
        "/edition/corbeille",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::SEE_OTHER, "nobody: {path}");
    }
    for role in [Role::Reader, Role::Recruiter] {
        let cookie = site.sign_in(role).await;
        for path in [
            "/edition/missions/biomeca/historique",
            "/edition/missions/biomeca/historique?de=1&a=1",
            "/edition/corbeille",
        ] {
            assert_eq!(site.get_as(&cookie, path).await.status, StatusCode::FORBIDDEN, "{role:?}: {path}");
        }
    }
    sqlx::query("INSERT INTO draft (id, form, editor, base_version, pairs) VALUES (gen_random_uuid(), '/edition/offres', 'x', 0, '[[\"title\",\"Brouillon secret\"]]')")
        .execute(&site.store.pool).await.unwrap();
    let editor = site.sign_in(Role::Editor).await;
    assert!(!site.get_as(&editor, "/activite").await.html.contains("Brouillon secret"));
}

/// Case 17.
#[tokio::test]
async fn an_account_that_is_no_more_leaves_its_changes_under_a_stable_label() {
    let site = Site::open().await;
    let mut gone = site.signed_in(Role::Editor).await;
    for n in ["Un", "Deux"] {
        edit(&mut gone, "/edition/offres/expertise", &[("price", n)]).await;
    }
    sqlx::query("DELETE FROM account WHERE email = 'editor@portail.test'").execute(&site.store.pool).await.unwrap();
    let again = site.sign_in_as("editor@portail.test", Role::Editor, portail::access::Way::Passkey).await;
    let page = site.get_as(&again, "/activite").await;
    assert!(
        page.text(".feed").contains("compte supprimé") && !page.text(".feed").contains("editor@portail.test"),
        "{}",
        page.text(".feed")
    );
    assert_eq!(
        entries(&site.get_as(&again, "/activite?qui=editor%40portail.test").await).len(),
        0,
        "it inherits nothing"
    );
    let history = site.get_as(&again, "/edition/offres/expertise/historique").await;
    assert!(
        history.text("table").contains("compte supprimé") && history.text("table").contains("le serveur"),
        "{}",
        history.text("table")
    );
    let home = site.get_as(&again, "/edition").await;
    assert!(!home.text("#recent").contains("Expertise"), "{}", home.text("#recent"));
    assert_eq!(site.get_as(&again, "/offres/expertise").await.status, StatusCode::OK);
}

#[tokio::test]
async fn each_page_leads_to_its_own_changes() {
    let site = Site::open().await;
    let mut ada = site.signed_in(Role::Editor).await;
    edit(&mut ada, "/edition/offres/expertise", &[("price", "Un")]).await;
    let at = site.get("/offres/expertise").await.attributes(".foot .this span a", "href")[0].clone();
    assert_eq!(at, "/activite?fiche=offer/expertise");
    let page = site.get(&at).await;
    assert_eq!(entries(&page).len(), 2, "{:?}", entries(&page));
    assert!(page.text(".chips").contains("Expertise"), "{}", page.text(".bar"));
}

#[tokio::test]
async fn an_empty_portal_says_so() {
    let site = Site::empty().await;
    assert!(site.get("/activite").await.text("main").contains("Rien n’a encore changé"));
    assert!(site.get("/").await.text("main").contains("Rien n’est encore décrit ici"));
}
