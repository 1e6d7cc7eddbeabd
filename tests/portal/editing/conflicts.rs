//! Two editors at once.

use axum::http::StatusCode;
use portail::access::Role;

use super::{bea, edit, editor, get, pairs, post, set, versions};
use crate::support::Site;
use crate::support::knock::PASSWORD;

const PATH: &str = "/edition/missions/biomeca";

#[tokio::test]
async fn disjoint_changes_of_two_editors_are_both_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "needs", "Les besoins de Béa");
    let saved = post(&mut bea, PATH, &hers).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), ("Le résumé d’Ada", "Les besoins de Béa"));
}

#[tokio::test]
async fn the_same_field_is_chosen_side_by_side_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    set(&mut hers, "needs", "Les besoins de Béa");
    let before = versions(&site, "mission", "biomeca").await;
    let clash = post(&mut bea, PATH, &hers).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert_eq!(versions(&site, "mission", "biomeca").await, before, "nothing is written");
    let text = clash.text("main");
    assert!(text.contains("d’Ada") && text.contains("Béa") && text.contains("editor@portail.test"), "{text}");
    assert_eq!(clash.select("fieldset.duel").len(), 1);
    assert_eq!(clash.select("input[type=radio][checked]").len(), 0, "none is chosen at first");
    let unchosen = post(&mut bea, PATH, &pairs(&clash)).await;
    assert_eq!(unchosen.status, StatusCode::CONFLICT);
    assert!(unchosen.text(".errors").contains("Il reste un choix"), "{}", unchosen.text("main"));
    let mut chosen = pairs(&unchosen);
    set(&mut chosen, "pick.summary", "other");
    set(&mut chosen, "other.summary", "Le résumé des deux");
    let saved = post(&mut bea, PATH, &chosen).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), ("Le résumé des deux", "Les besoins de Béa"));
}

/// The browser keeps what it sends until it knows that it has arrived; it has, also where it cannot be saved yet.
#[tokio::test]
async fn what_waits_for_a_choice_is_a_draft_until_the_choice_is_made() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, super::bea(&site).await);
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    let clash = post(&mut bea, PATH, &hers).await;
    assert_eq!(clash.attributes("form.form", "data-kept"), [get(&hers, "draft")], "the browser can forget it");
    assert!(clash.html.contains("draft.js") && clash.select("#retrouve[data-account]").len() == 1);
    assert!(!bea.get("/edition").await.select("#brouillons a[href*='?brouillon=']").is_empty(), "the portal has it");
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.summary", "theirs");
    let settled = post(&mut bea, PATH, &chosen).await;
    assert_eq!(settled.status, StatusCode::SEE_OTHER, "{}", settled.text("main"));
    let left = bea.get("/edition").await;
    assert!(left.select("a[href*='?brouillon=']").is_empty(), "{}", left.text("main"));
}

#[tokio::test]
async fn a_row_that_is_taken_away_is_said_to_be() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, super::bea(&site).await);
    let mut hers = pairs(&bea.get(PATH).await);
    let row = hers.iter().find_map(|(name, _)| name.strip_suffix(".person").map(str::to_owned)).unwrap();
    let mut without = pairs(&ada.get(PATH).await);
    without.retain(|(name, _)| !name.starts_with(&format!("{row}.")));
    set(&mut without, "do", "save");
    assert_eq!(post(&mut ada, PATH, &without).await.status, StatusCode::SEE_OTHER);
    set(&mut hers, &format!("{row}.role"), "un autre rôle");
    let clash = post(&mut bea, PATH, &hers).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let theirs = clash.select("label.ver:has([value=theirs])").join(" ");
    assert!(theirs.contains("retiré"), "{theirs}");
}

/// While one chose, a third saved elsewhere: that is merged again.
#[tokio::test]
async fn who_saves_while_somebody_chooses_is_not_overwritten() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    let clash = post(&mut bea, PATH, &hers).await;
    edit(&mut ada, PATH, &[("data", "Les données d’Ada")]).await;
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.summary", "mine");
    assert_eq!(post(&mut bea, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "data")), ("Le résumé de Béa", "Les données d’Ada"));
}

#[tokio::test]
async fn a_double_click_saves_once() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut typed = pairs(&ada.get("/edition/offres").await);
    set(&mut typed, "title", "Cliquée deux fois");
    set(&mut typed, "slug", "cliquee-deux-fois");
    let first = post(&mut ada, "/edition/offres", &typed).await;
    let second = post(&mut ada, "/edition/offres", &typed).await;
    assert_eq!((first.location(), second.location()), ("/offres/cliquee-deux-fois", "/offres/cliquee-deux-fois"));
    assert_eq!(versions(&site, "offer", "cliquee-deux-fois").await, 1);
}

#[tokio::test]
async fn what_only_one_side_changed_stands_below_with_who_changed_it() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada"), ("data", "Les données d’Ada"), ("planned", "4 mois")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    set(&mut hers, "needs", "Les besoins de Béa");
    set(&mut hers, "planned", "4 mois");
    let clash = post(&mut bea, PATH, &hers).await;
    let united = clash.select("#fusion .cmp > div");
    assert_eq!(united.len(), 3, "{united:?}");
    let about = |words: &str| united.iter().find(|text| text.contains(words)).unwrap_or_else(|| panic!("{united:?}"));
    assert!(about("Les données d’Ada").ends_with("editor@portail.test"), "{united:?}");
    assert!(about("Les besoins de Béa").ends_with("vous"), "{united:?}");
    assert!(about("4 mois").ends_with("editor@portail.test et vous"), "{united:?}");
    assert!(clash.text(".who3").contains("editor@portail.test"), "{}", clash.text(".who3"));
    assert!(clash.select(".duel ins").iter().any(|text| text.contains("Ada")), "marks stand around words");
}

/// Case 11: no mark of a conflict reaches the text, and the sides keep their order.
#[tokio::test]
async fn sides_keep_their_order_and_no_mark_reaches_the_text() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let fields = ["summary", "needs", "data"];
    let mut mine = pairs(&ada.get(PATH).await);
    edit(&mut ada, PATH, &fields.map(|field| (field, "Leur texte, un peu long, de là-bas"))).await;
    fields.iter().for_each(|field| set(&mut mine, field, "Mon texte, un peu long, d’ici"));
    let clash = post(&mut ada, PATH, &mine).await;
    let sides = clash.attributes(".duel input[type=radio]", "value");
    assert_eq!(sides, ["base", "theirs", "mine", "other"].repeat(3));
    let mut chosen = pairs(&clash);
    for (field, side) in fields.iter().zip(["mine", "theirs", "mine"]) {
        set(&mut chosen, &format!("pick.{field}"), side);
    }
    assert_eq!(post(&mut ada, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!(
        fields.map(|field| get(&form, field)),
        ["Mon texte, un peu long, d’ici", "Leur texte, un peu long, de là-bas", "Mon texte, un peu long, d’ici"]
    );
}

#[tokio::test]
async fn a_fourth_text_that_cannot_be_comes_back_beside_its_field_with_every_choice() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut mine = pairs(&ada.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Leur résumé"), ("title", "Leur titre"), ("begins", "2019")]).await;
    set(&mut mine, "summary", "Mon résumé");
    set(&mut mine, "title", "Mon titre");
    set(&mut mine, "begins", "2018");
    let clash = post(&mut ada, PATH, &mine).await;
    assert_eq!(clash.select(".duel").len(), 3, "{}", clash.text("main"));
    assert_eq!(clash.select("[name='other.begins']").len(), 0, "a date has no fourth version");
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.begins", "theirs");
    set(&mut chosen, "pick.title", "other");
    set(&mut chosen, "other.title", " ");
    set(&mut chosen, "pick.summary", "other");
    set(&mut chosen, "other.summary", "avec un \u{7} de trop");
    let refused = post(&mut ada, PATH, &chosen).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text("main"));
    assert!(refused.text(".duel .msg").contains("invisible"), "{}", refused.text("main"));
    let chosen = pairs(&refused);
    let picks = ["title", "summary", "begins"].map(|field| get(&chosen, &format!("pick.{field}")).to_owned());
    assert_eq!(picks, ["other", "other", "theirs"], "every choice is still made");
    assert!(refused.select("[name='other.summary']")[0].starts_with("avec un"));
    let mut chosen = pairs(&refused);
    set(&mut chosen, "other.title", "Un autre titre");
    set(&mut chosen, "other.summary", "Un autre résumé");
    assert_eq!(post(&mut ada, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!(
        (get(&form, "title"), get(&form, "summary"), get(&form, "begins")),
        ("Un autre titre", "Un autre résumé", "2019")
    );
}

#[tokio::test]
async fn from_the_choices_one_goes_back_to_the_form_with_everything_typed() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut mine = pairs(&ada.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Leur résumé")]).await;
    set(&mut mine, "summary", "Mon résumé");
    set(&mut mine, "note", "pour voir");
    let mut typed = pairs(&post(&mut ada, PATH, &mine).await);
    assert_eq!(get(&typed, "note"), "pour voir", "the note is still there");
    set(&mut typed, "do", "merge.back");
    let form = post(&mut ada, PATH, &typed).await;
    assert_eq!(form.status, StatusCode::OK);
    assert_eq!(get(&pairs(&form), "summary"), "Mon résumé");
    assert_eq!(versions(&site, "mission", "biomeca").await, 2);
}

/// Case 7: a form that has become old still answers its buttons.
#[tokio::test]
async fn an_older_form_still_adds_rows_and_then_saves_merged() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut mine = pairs(&ada.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Leur résumé")]).await;
    set(&mut mine, "do", "aims.add");
    let page = post(&mut ada, PATH, &mine).await;
    assert_eq!(page.status, StatusCode::OK);
    let mut mine = pairs(&page);
    set(&mut mine, "aims._1.text", "Un but de plus");
    set(&mut mine, "do", "save");
    assert_eq!(post(&mut ada, PATH, &mine).await.status, StatusCode::SEE_OTHER);
    let page = ada.get("/missions/biomeca").await.text("main");
    assert!(page.contains("Leur résumé") && page.contains("Un but de plus"), "{page}");
}

/// Case 8: one removes a row that the other changes, in both orders; and each another row.
#[tokio::test]
async fn a_row_that_one_removes_and_the_other_changes_is_chosen() {
    for removed_first in [true, false] {
        let site = Site::open().await;
        let mut ada = editor(&site).await;
        let form = pairs(&ada.get(PATH).await);
        let key =
            form.iter().find_map(|(name, _)| name.strip_prefix("team.")?.strip_suffix(".person")).unwrap().to_owned();
        // each from a form of its own
        let (mut removed, mut changed) = (form, pairs(&ada.get(PATH).await));
        removed.push((format!("team.{key}.removed"), "1".into()));
        set(&mut changed, &format!("team.{key}.role"), "un autre rôle");
        let (first, second) = if removed_first { (&removed, &changed) } else { (&changed, &removed) };
        assert_eq!(post(&mut ada, PATH, first).await.status, StatusCode::SEE_OTHER);
        let clash = post(&mut ada, PATH, second).await;
        assert_eq!(clash.status, StatusCode::CONFLICT, "removed first: {removed_first}");
        assert_eq!(clash.attributes(".duel", "id"), [format!("pick.team.{key}")]);
        let mut chosen = pairs(&clash);
        set(&mut chosen, &format!("pick.team.{key}"), if removed_first { "mine" } else { "theirs" });
        assert_eq!(post(&mut ada, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
        assert_eq!(get(&pairs(&ada.get(PATH).await), &format!("team.{key}.role")), "un autre rôle");
    }
}

#[tokio::test]
async fn different_rows_that_two_remove_both_go() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let form = pairs(&ada.get(PATH).await);
    let keys: Vec<String> = form
        .iter()
        .filter_map(|(name, _)| Some(name.strip_prefix("team.")?.strip_suffix(".person")?.to_owned()))
        .collect();
    let other = pairs(&ada.get(PATH).await);
    for (key, mut without) in keys[..2].iter().zip([form, other]) {
        without.push((format!("team.{key}.removed"), "1".into()));
        assert_eq!(post(&mut ada, PATH, &without).await.status, StatusCode::SEE_OTHER, "{key}");
    }
    let now = pairs(&ada.get(PATH).await);
    assert!(keys[..2].iter().all(|key| get(&now, &format!("team.{key}.person")).is_empty()));
}

/// Case 11 with a body in Markdown that each side changes in two places.
#[tokio::test]
async fn a_body_changed_in_two_places_by_both_is_chosen_whole_and_no_mark_reaches_it() {
    const ARTICLE: &str = "/edition/blog/participation-au-challenge-isic-2019";
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, super::bea(&site).await);
    let base = "## Contexte\n\nUn début.\n\n- un\n- deux\n\nUne fin.";
    assert_eq!(edit(&mut ada, ARTICLE, &[("body", base)]).await.status, StatusCode::SEE_OTHER);
    let theirs = base.replace("début", "autre début").replace("fin", "fin d’Ada");
    let mine = base.replace("début", "début à moi").replace("fin", "fin de Béa");
    let mut hers = pairs(&bea.get(ARTICLE).await);
    edit(
        &mut ada,
        ARTICLE,
        &[("body", &theirs), ("summary", "Leur résumé"), ("reason", "Leur raison"), ("note", "relu")],
    )
    .await;
    [("body", mine.as_str()), ("summary", "Mon résumé"), ("reason", "Ma raison")]
        .iter()
        .for_each(|(field, text)| set(&mut hers, field, text));
    let clash = post(&mut bea, ARTICLE, &hers).await;
    assert_eq!(clash.status, StatusCode::CONFLICT, "{}", clash.text("main"));
    assert_eq!(clash.attributes(".duel input[type=radio]", "value"), ["base", "theirs", "mine", "other"].repeat(3));
    let who = clash.text(".who3");
    assert!(who.contains("editor@portail.test") && who.contains("relu"), "{who}");
    for duel in clash.select(".duel") {
        assert!(duel.contains("editor@portail.test"), "each side says whose it is: {duel}");
        let at = |words: &str| duel.find(words).unwrap_or_else(|| panic!("{words}: {duel}"));
        assert!(at("Version 2") < at("editor@portail.test"), "base, theirs, mine, also as plain text: {duel}");
    }
    let mut chosen = pairs(&clash);
    for (field, side) in [("body", "mine"), ("summary", "theirs"), ("reason", "mine")] {
        set(&mut chosen, &format!("pick.{field}"), side);
    }
    assert_eq!(post(&mut bea, ARTICLE, &chosen).await.status, StatusCode::SEE_OTHER);
    let stored = site
        .document(
            portail::history::Kind::named(portail::site::KINDS, "article"),
            "participation-au-challenge-isic-2019",
        )
        .await
        .2;
    assert_eq!(
        (stored["body"].as_str(), stored["summary"].as_str(), stored["reason"].as_str()),
        (Some(mine.as_str()), Some("Leur résumé"), Some("Ma raison"))
    );
    let all = stored.to_string();
    for mark in ["<<<<", ">>>>", "====", "||||", "<ins", "<del"] {
        assert!(!all.contains(mark), "{mark}: {all}");
    }
}

/// Case 7 whole: row, preview, save, each on a form that became old through somebody else.
#[tokio::test]
async fn an_older_form_adds_a_row_shows_its_preview_and_saves_merged() {
    const ARTICLE: &str = "/edition/blog/participation-au-challenge-isic-2019";
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, super::bea(&site).await);
    let mut mine = pairs(&ada.get(ARTICLE).await);
    edit(&mut bea, ARTICLE, &[("summary", "Le résumé de Béa")]).await;
    set(&mut mine, "body", "Un *mot* d’Ada.");
    for press in ["commissioners.add", "preview body"] {
        set(&mut mine, "do", press);
        let page = post(&mut ada, ARTICLE, &mine).await;
        assert_eq!(page.status, StatusCode::OK, "{press}: {}", page.text("main"));
        mine = pairs(&page);
        assert_eq!(get(&mine, "body"), "Un *mot* d’Ada.", "{press}");
        assert_eq!(get(&mine, "base"), "1", "{press}: it is still made from what it was made from");
        assert!(press != "preview body" || page.html.contains("<em>mot</em>"), "{press}");
    }
    set(&mut mine, "do", "save");
    assert_eq!(post(&mut ada, ARTICLE, &mine).await.status, StatusCode::SEE_OTHER);
    let now = pairs(&ada.get(ARTICLE).await);
    assert_eq!((get(&now, "summary"), get(&now, "body")), ("Le résumé de Béa", "Un *mot* d’Ada."));
}

/// What is shown under « La vôtre » is what was typed, however often somebody else saves meanwhile.
#[tokio::test]
async fn a_choice_that_comes_too_late_is_asked_again_with_what_was_typed_and_the_others_stay_made() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada"), ("needs", "Les besoins d’Ada")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    set(&mut hers, "needs", "Les besoins de Béa");
    let mut chosen = pairs(&post(&mut bea, PATH, &hers).await);
    set(&mut chosen, "pick.summary", "other");
    set(&mut chosen, "other.summary", "Le résumé des deux");
    set(&mut chosen, "pick.needs", "mine");
    edit(&mut ada, PATH, &[("summary", "Un autre résumé d’Ada")]).await;
    let again = post(&mut bea, PATH, &chosen).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.text("main"));
    let duel = "[id='pick.summary']";
    assert!(again.text(duel).contains("Un autre résumé d’Ada"), "{}", again.text(duel));
    let mine = again.select(&format!("{duel} label:has([value=mine]) .bd"));
    assert!(mine[0].ends_with("Le résumé de Béa") && !mine[0].contains("des deux"), "{mine:?}");
    let mut chosen = pairs(&again);
    assert_eq!((get(&chosen, "pick.summary"), get(&chosen, "pick.needs")), ("", "mine"));
    assert_eq!(get(&chosen, "other.summary"), "Le résumé des deux", "what was written stays");
    set(&mut chosen, "pick.summary", "mine");
    assert_eq!(post(&mut bea, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), ("Le résumé de Béa", "Les besoins de Béa"));
}

/// As after an older copy of the database was put back.
#[tokio::test]
async fn a_form_of_a_version_that_is_not_known_is_merged_and_loses_nothing() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut form = pairs(&ada.get(PATH).await);
    set(&mut form, "base", "999");
    set(&mut form, "summary", "Gardez ceci");
    let answer = post(&mut ada, PATH, &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.text("main"));
    assert!(answer.text("[id='pick.summary']").contains("Gardez ceci"), "{}", answer.text("main"));
}
