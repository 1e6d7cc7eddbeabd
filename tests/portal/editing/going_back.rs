//! History, undo, removal, trash.

use axum::http::StatusCode;
use portail::access::Role;

use super::{edit, editor, get, pairs, post, set, versions};
use crate::support::{Site, fold};

const PATH: &str = "/edition/missions/biomeca";

#[tokio::test]
async fn a_version_is_compared_and_brought_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = get(&pairs(&ada.get(PATH).await), "summary").to_owned();
    edit(&mut ada, PATH, &[("summary", "Un autre résumé"), ("note", "pour essayer")]).await;
    let history = ada.get(&format!("{PATH}/historique")).await;
    assert_eq!(history.status, StatusCode::OK);
    let text = history.text("table");
    assert!(
        text.contains("editor@portail.test") && text.contains("pour essayer") && text.contains("reprise d’un fichier")
            || text.contains("créée"),
        "{text}"
    );
    let compared = ada.get(&format!("{PATH}/historique?de=1&a=2")).await;
    assert!(
        compared.text("ins").contains("Un autre résumé") && compared.text("del").contains(&fold(&before)),
        "{}",
        compared.text("main")
    );
    let restored = ada.post(&format!("{PATH}/historique"), &[("number", "1"), ("base", "2")]).await;
    assert_eq!((restored.status, restored.location()), (StatusCode::SEE_OTHER, "/missions/biomeca"));
    assert_eq!(get(&pairs(&ada.get(PATH).await), "summary"), before);
    assert_eq!(ada.get(&format!("{PATH}/historique?de=99")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_change_is_taken_back_and_what_came_later_stays() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = get(&pairs(&ada.get(PATH).await), "summary").to_owned();
    edit(&mut ada, PATH, &[("summary", "Un autre résumé")]).await;
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change ORDER BY at DESC LIMIT 1").fetch_one(&site.store.pool).await.unwrap();
    edit(&mut ada, PATH, &[("needs", "Venus après")]).await;
    let undone = ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/missions/biomeca"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), (before.as_str(), "Venus après"));
}

#[tokio::test]
async fn a_removal_says_what_it_touches_and_the_trash_gives_everything_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let asked = ada.get("/edition/choix-techniques/python/retrait").await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.select("#mentions li").len() > 2, "{}", asked.text("main"));
    let page = ada.get("/missions/michel-condemine").await;
    let version = asked.attributes("[name=base]", "value")[0].clone();
    let removed = ada.post("/edition/choix-techniques/python/retrait", &[("base", &version)]).await;
    assert_eq!(
        (removed.status, removed.location()),
        (StatusCode::SEE_OTHER, "/edition/corbeille"),
        "{}",
        removed.text("main")
    );
    assert_eq!(ada.get("/choix-techniques/python").await.status, StatusCode::GONE);
    assert_ne!(ada.get("/missions/michel-condemine").await.text("main"), page.text("main"));
    let trash = ada.get("/edition/corbeille").await;
    assert!(trash.text("table").contains("Python") && trash.text("table").contains("editor@portail.test"));
    let document = trash.attributes("[name=document]", "value")[0].clone();
    let looked = ada.get(&format!("/edition/corbeille/{document}")).await;
    assert!(looked.text("h1").contains("Python") && looked.text(".cmp").contains("langage"), "{}", looked.text("main"));
    assert_eq!(looked.attributes("[name=document]", "value"), [document.as_str()]);
    let restored = ada.post("/edition/corbeille", &[("document", &document)]).await;
    assert_eq!(restored.location(), "/choix-techniques/python");
    assert_eq!(ada.get(&format!("/edition/corbeille/{document}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.get("/choix-techniques/python").await.status, StatusCode::OK);
    assert_eq!(
        ada.get("/missions/michel-condemine").await.text("main"),
        page.text("main"),
        "what others said of it is back"
    );
}

#[tokio::test]
async fn the_address_of_a_removed_page_says_that_it_was_removed_and_not_what_it_was() {
    let (open, closed) = (Site::open().await, Site::members().await);
    for site in [&open, &closed] {
        let mut ada = editor(site).await;
        let former = edit(&mut ada, "/edition/offres/expertise", &[("slug", "secret")]).await;
        assert_eq!(former.location(), "/offres/secret", "{}", former.text(".errors"));
        let asked = ada.get("/edition/offres/secret/retrait").await;
        let base = asked.attributes("[name=base]", "value")[0].clone();
        ada.post("/edition/offres/secret/retrait", &[("base", &base)]).await;
        for at in ["/offres/secret", "/offres/expertise", "/edition/offres/secret"] {
            let page = ada.get(at).await;
            assert_eq!((page.status, page.text("h1")), (StatusCode::GONE, "Cette fiche a été retirée".into()), "{at}");
            assert!(page.attributes("main a", "href").contains(&"/edition/corbeille".into()), "{}", page.text("main"));
        }
        for nowhere in ["/offres/secret/x", "/offres/secret.csv", "/equipe/secret", "/offres/jamais-la"] {
            assert_eq!(ada.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
        let reader = site.sign_in(Role::Reader).await;
        let page = site.get_as(&reader, "/offres/secret").await;
        assert_eq!((page.status, page.text("h1")), (StatusCode::GONE, "Cette fiche a été retirée".into()));
        assert!(!page.attributes("main a", "href").contains(&"/edition/corbeille".into()), "{}", page.text("main"));
        assert!(!page.text("main").contains("xpertise"), "its name is not said: {}", page.text("main"));
        assert_eq!(page.headers["cache-control"], "no-store");
    }
    // whoever may not read learns nothing: a page that is there, one that was and one that never was are alike
    let doors = ["/offres", "/offres/secret", "/offres/jamais-la"];
    for at in doors {
        assert_eq!(closed.get(at).await.status, StatusCode::SEE_OTHER, "{at}");
    }
    assert_eq!(open.get("/offres/secret").await.status, StatusCode::GONE);
    assert_eq!(open.get("/partage/secret").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_others_need_cannot_be_removed_and_the_page_says_who_needs_it() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let asked = ada.get("/edition/organisations/biomeca/retrait").await;
    assert!(
        asked.text("#requis").contains("BioMéca") && asked.attributes("#requis a", "href").iter().any(|to| to == PATH),
        "{}",
        asked.text("main")
    );
    assert_eq!(asked.select("button.no").len(), 0);
    let version = asked.attributes("[name=base]", "value")[0].clone();
    let refused = ada.post("/edition/organisations/biomeca/retrait", &[("base", &version)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(ada.get("/organisations/biomeca").await.status, StatusCode::OK);
}

/// The sample came in as one change of everything: one button must not take the portal away.
#[tokio::test]
async fn what_files_brought_in_is_not_taken_back_by_one_button() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let history = ada.get(&format!("{PATH}/historique")).await;
    assert_eq!(history.select("[action='/edition/annulation']").len(), 0);
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change WHERE origin = 'seed'").fetch_one(&site.store.pool).await.unwrap();
    ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    let removed: i64 =
        sqlx::query_scalar("SELECT count(*) FROM document WHERE removed").fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(removed, 0);
}

#[tokio::test]
async fn an_undo_that_meets_a_later_change_changes_nothing_and_says_so() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, PATH, &[("summary", "Un")]).await;
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change ORDER BY at DESC LIMIT 1").fetch_one(&site.store.pool).await.unwrap();
    edit(&mut ada, PATH, &[("summary", "Deux")]).await;
    let undone = ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    assert_eq!(undone.location(), format!("{PATH}/historique"));
    assert!(undone.headers["set-cookie"].to_str().unwrap().contains("flash-clash"));
    assert_eq!(get(&pairs(&ada.get(PATH).await), "summary"), "Deux");
}

#[tokio::test]
async fn one_field_comes_back_from_the_comparison_and_the_rest_stays() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = get(&pairs(&ada.get(PATH).await), "summary").to_owned();
    edit(&mut ada, PATH, &[("summary", "Un autre résumé"), ("needs", "D’autres besoins")]).await;
    let compared = ada.get(&format!("{PATH}/historique?de=1")).await;
    let offered = compared.attributes("button[name=at]", "value");
    assert_eq!(offered, ["summary", "needs"], "{}", compared.text("#comparaison"));
    let back = super::back(&compared, &[("at", "summary")]);
    let restored = post(&mut ada, &format!("{PATH}/historique"), &back).await;
    assert_eq!((restored.status, restored.location()), (StatusCode::SEE_OTHER, "/missions/biomeca"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), (before.as_str(), "D’autres besoins"));
    let again = post(&mut ada, &format!("{PATH}/historique"), &back).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "a double click is one restoration");
    assert_eq!(versions(&site, "mission", "biomeca").await, 3);
    let history = ada.get(&format!("{PATH}/historique?de=2&a=3")).await;
    assert!(history.text("#comparaison .fine").contains("rétablie"), "{}", history.text("#comparaison"));
}

#[tokio::test]
async fn a_row_comes_back_to_its_place_and_a_moved_row_moves_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let rows = |form: &[(String, String)]| -> Vec<String> {
        let keys = form.iter().filter_map(|(name, _)| name.strip_prefix("technologies.")?.strip_suffix(".technology"));
        keys.map(str::to_owned).collect()
    };
    let mut form = pairs(&ada.get(PATH).await);
    let before = rows(&form);
    assert!(before.len() > 2, "{before:?}");
    set(&mut form, "do", &format!("technologies.remove.{}", before[1]));
    let gone = post(&mut ada, PATH, &form).await;
    let mut form = pairs(&gone);
    set(&mut form, "do", "save");
    post(&mut ada, PATH, &form).await;
    assert_eq!(rows(&pairs(&ada.get(PATH).await)).len(), before.len() - 1);
    let at = format!("technologies.{}", before[1]);
    let compared = ada.get(&format!("{PATH}/historique?de=1")).await;
    assert!(compared.text("#comparaison dt").contains("ligne retirée"), "{}", compared.text("#comparaison"));
    let restored = post(&mut ada, &format!("{PATH}/historique"), &super::back(&compared, &[("at", &at)])).await;
    assert_eq!(restored.status, StatusCode::SEE_OTHER, "{}", restored.text("main"));
    assert_eq!(rows(&pairs(&ada.get(PATH).await)), before, "it stands where it stood");
    let mut form = pairs(&ada.get(PATH).await);
    set(&mut form, "do", &format!("technologies.up.{}", before[2]));
    let mut form = pairs(&post(&mut ada, PATH, &form).await);
    set(&mut form, "do", "save");
    set(&mut form, &format!("technologies.{}.purpose", before[0]), "un but de plus");
    post(&mut ada, PATH, &form).await;
    let compared = ada.get(&format!("{PATH}/historique?de=3")).await;
    assert!(compared.text("#comparaison dt").contains("ordre changé"), "{}", compared.text("#comparaison"));
    post(&mut ada, &format!("{PATH}/historique"), &super::back(&compared, &[("at", "technologies")])).await;
    let form = pairs(&ada.get(PATH).await);
    assert_eq!(rows(&form), before, "the order is back");
    assert_eq!(get(&form, &format!("technologies.{}.purpose", before[0])), "un but de plus", "and nothing else");
}

#[tokio::test]
async fn what_somebody_changed_since_is_chosen_and_not_overwritten() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, PATH, &[("summary", "Deuxième")]).await;
    let compared = ada.get(&format!("{PATH}/historique?de=1")).await;
    edit(&mut ada, PATH, &[("summary", "Troisième"), ("data", "Autres données")]).await;
    let clash = post(&mut ada, &format!("{PATH}/historique"), &super::back(&compared, &[("at", "summary")])).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert_eq!(clash.select("fieldset.duel").len(), 1, "{}", clash.text("main"));
    assert_eq!(get(&pairs(&ada.get(PATH).await), "summary"), "Troisième", "nothing is written");
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.summary", "base");
    assert_eq!(post(&mut ada, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "data")), ("Deuxième", "Autres données"));
}

#[tokio::test]
async fn what_cannot_come_back_says_why_and_changes_nothing() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let offer = "/edition/offres/accompagnement";
    edit(&mut ada, "/edition/offres", &[("title", "Passagère")]).await;
    edit(&mut ada, offer, &[("follows", "Passagère")]).await;
    edit(&mut ada, offer, &[("follows", "Expertise")]).await;
    let asked = ada.get("/edition/offres/passagere/retrait").await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    assert_eq!(ada.post("/edition/offres/passagere/retrait", &[("base", &base)]).await.status, StatusCode::SEE_OTHER);
    let compared = ada.get(&format!("{offer}/historique?de=2")).await;
    assert!(compared.text("del").contains("Passagère"), "names, not addresses: {}", compared.text("#comparaison"));
    let refused = post(&mut ada, &format!("{offer}/historique"), &super::back(&compared, &[("at", "follows")])).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text(".errors").contains("corbeille"), "{}", refused.text("main"));
    assert_eq!(get(&pairs(&ada.get(offer).await), "follows"), "Expertise");
    assert_eq!(versions(&site, "offer", "accompagnement").await, 3);
}

#[tokio::test]
async fn odd_versions_are_refused() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, PATH, &[("summary", "Deux")]).await;
    for (query, status) in [
        ("de=1", 200),
        ("de=0&a=1", 200),
        ("a=2", 200),
        ("de=2&a=1", 200),
        ("de=1&a=1", 200),
        ("de=x", 400),
        ("de=-1", 400),
        ("de=1&a=", 400),
        ("de=99", 404),
        ("a=0", 404),
        ("de=99999999999", 400),
        ("page=0", 400),
        ("page=2", 404),
    ] {
        assert_eq!(ada.get(&format!("{PATH}/historique?{query}")).await.status.as_u16(), status, "{query}");
    }
    let beginning = ada.get(&format!("{PATH}/historique?de=0&a=1")).await;
    assert!(beginning.select("#comparaison .cmp dt").len() > 5 && beginning.select("#comparaison .cmp del").is_empty());
    assert_eq!(beginning.select("#comparaison [form=back]").len(), 0, "nothing is no version");
    for (pairs, status) in [
        (vec![("number", "1")], 400),
        (vec![("number", "x"), ("base", "2")], 400),
        (vec![("number", "9"), ("base", "2")], 404),
    ] {
        assert_eq!(ada.post(&format!("{PATH}/historique"), &pairs).await.status.as_u16(), status, "{pairs:?}");
    }
}

#[tokio::test]
async fn a_comparison_with_an_older_version_says_what_stands_on_the_page() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for text in ["Deux", "Trois"] {
        edit(&mut ada, PATH, &[("summary", text)]).await;
    }
    let compared = ada.get(&format!("{PATH}/historique?de=1&a=2")).await;
    assert!(compared.text("#comparaison .now").contains("Trois"), "{}", compared.text("#comparaison"));
    let whole = compared.select("#comparaison button:not([name])");
    assert!(whole.is_empty(), "a whole version comes back only where all that changes is in sight: {whole:?}");
    assert_eq!(
        ada.get(&format!("{PATH}/historique?de=1")).await.select("#comparaison button:not([name])"),
        ["Rétablir la version 1"]
    );
}

#[tokio::test]
async fn a_new_address_is_taken_back_with_its_undo_and_both_lead_there() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, "/edition/offres/expertise", &[("slug", "expertise-longue")]).await;
    let change: uuid::Uuid = site.ask("SELECT id FROM change ORDER BY at DESC LIMIT 1").await;
    let undone = ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/offres/expertise"));
    assert_eq!(ada.get("/offres/expertise").await.status, StatusCode::OK);
    assert_eq!(ada.get("/offres/expertise-longue").await.location(), "/offres/expertise");
}

#[tokio::test]
async fn somebody_else_may_take_back_and_twice_is_once() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = get(&pairs(&ada.get(PATH).await), "summary").to_owned();
    edit(&mut ada, PATH, &[("summary", "D’Ada")]).await;
    let change: uuid::Uuid = site.ask("SELECT id FROM change ORDER BY at DESC LIMIT 1").await;
    site.account("bea@portail.test", portail::access::Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", crate::support::knock::PASSWORD).await;
    for n in 0..2 {
        let undone = bea.post("/edition/annulation", &[("change", &change.to_string())]).await;
        assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/missions/biomeca"), "{n}");
        let said = undone.headers["set-cookie"].to_str().unwrap();
        assert_eq!(said.contains("flash-undone."), n == 0, "the undo can be undone, once: {said}");
    }
    assert_eq!(get(&pairs(&ada.get(PATH).await), "summary"), before);
    assert_eq!(versions(&site, "mission", "biomeca").await, 3);
    let history = ada.get(&format!("{PATH}/historique")).await;
    assert!(history.select("table tbody tr")[0].contains("bea@portail.test"), "{}", history.text("table"));
}

/// Case 13, through the pages: rows of three saves, their order, the address, and what others said of it.
#[tokio::test]
async fn a_page_comes_back_from_the_trash_as_it_was() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for n in 1..=3 {
        let mut form = pairs(&ada.get(PATH).await);
        set(&mut form, "do", "aims.add");
        let mut form = pairs(&post(&mut ada, PATH, &form).await);
        set(&mut form, "aims._1.text", &format!("But ajouté {n}"));
        set(&mut form, "do", "save");
        assert_eq!(post(&mut ada, PATH, &form).await.status, StatusCode::SEE_OTHER);
    }
    let others = ["/offres/expertise", "/equipe/samy-melaine", "/organisations/biomeca"];
    let mut texts = vec![ada.get("/missions/biomeca").await.text("main")];
    for path in others {
        texts.push(ada.get(path).await.text("main"));
    }
    let asked = ada.get(&format!("{PATH}/retrait")).await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    let removed = ada.post(&format!("{PATH}/retrait"), &[("base", &base)]).await;
    assert_eq!(removed.location(), "/edition/corbeille", "{}", removed.text("main"));
    // case 15: a new page of the same name shows nothing of it and takes nothing from it
    let twin = edit(&mut ada, "/edition/missions", &[("title", "BioMéca"), ("client", "BioMéca")]).await;
    assert_eq!(twin.location(), "/missions/biomeca-2", "{}", twin.text(".errors"));
    assert!(!ada.get("/missions/biomeca-2").await.text("main").contains("But ajouté"));
    assert_eq!(ada.get("/missions/biomeca").await.status, StatusCode::GONE);
    let asked = ada.get("/edition/missions/biomeca-2/retrait").await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    ada.post("/edition/missions/biomeca-2/retrait", &[("base", &base)]).await;
    let trash = ada.get("/edition/corbeille").await;
    let document = trash.attributes("[name=document]", "value").last().unwrap().clone();
    assert_eq!(ada.post("/edition/corbeille", &[("document", &document)]).await.location(), "/missions/biomeca");
    assert_eq!(ada.get("/missions/biomeca").await.text("main"), texts[0]);
    for (n, path) in others.iter().enumerate() {
        assert_eq!(ada.get(path).await.text("main"), texts[n + 1], "{path}");
    }
}

/// Case 13: an article, a product and a practice that name the mission lose it and have it again.
#[tokio::test]
async fn what_names_a_mission_names_it_again_when_it_comes_back() {
    let site = Site::stories().await;
    let mut ada = editor(&site).await;
    for kind in ["article", "practice", "event"] {
        let mut document = crate::support::full(kind);
        document["slug"] = "temoin".into();
        let kind = portail::history::Kind::named(portail::site::KINDS, kind);
        let edit =
            portail::history::Edit { kind, document: None, base: portail::history::Base::Version(0), mine: document };
        crate::support::save(&site.store, portail::history::Change::of(vec![edit])).await;
    }
    let pages = ["/blog/temoin", "/pratiques/temoin", "/evenements/temoin"];
    let link = "a[href='/missions/biomeca']";
    for page in pages {
        assert!(!site.get(page).await.select(link).is_empty(), "{page}");
    }
    let before = site.get("/missions/biomeca").await.text("main");
    let asked = ada.get(&format!("{PATH}/retrait")).await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    let removed = ada.post(&format!("{PATH}/retrait"), &[("base", &base)]).await;
    assert_eq!(removed.location(), "/edition/corbeille", "{}", removed.text("main"));
    for page in pages {
        assert_eq!(site.get(page).await.select(link).len(), 0, "{page}");
    }
    let document = ada.get("/edition/corbeille").await.attributes("[name=document]", "value")[0].clone();
    ada.post("/edition/corbeille", &[("document", &document)]).await;
    for page in pages {
        assert!(!site.get(page).await.select(link).is_empty(), "{page}");
    }
    assert_eq!(site.get("/missions/biomeca").await.text("main"), before);
}
