//! Long texts: written in Markdown, seen as their page will show them, linked to pages by their names.

use axum::http::StatusCode;

use super::{edit, editor, get, pairs, post, set};
use crate::support::Site;

const ARTICLE: &str = "/edition/blog/participation-au-challenge-isic-2019";
const READ: &str = "/blog/participation-au-challenge-isic-2019";

#[tokio::test]
async fn the_preview_is_what_the_page_will_show() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let text =
        "## Contexte\n\nUn *mot*[^1], [un lien](/missions/biomeca).\n\n<script>alert(1)</script>\n\n[^1]: Une note.";
    let mut typed = pairs(&editor.get(ARTICLE).await);
    set(&mut typed, "body", text);
    set(&mut typed, "reason", "En cours de frappe");
    set(&mut typed, "do", "preview body");
    let form = post(&mut editor, ARTICLE, &typed).await;
    assert_eq!(form.status, StatusCode::OK);
    assert_eq!((get(&pairs(&form), "body"), get(&pairs(&form), "reason")), (text, "En cours de frappe"));
    let drawn = editor.post("/edition/apercu", &[("field", "body"), ("text", text)]).await;
    assert!(form.html.contains(&drawn.html), "with and without a script it is the same");
    set(&mut typed, "do", "save");
    assert_eq!(post(&mut editor, ARTICLE, &typed).await.status, StatusCode::SEE_OTHER);
    let page = editor.get(READ).await;
    let shown = page.html.split("<div class=\"prose\">").nth(1).unwrap();
    let same = drawn.html.replace("preview:body:", "body:");
    assert!(shown.starts_with(&same), "{same}\nis not how the page begins:\n{shown}");
}

#[tokio::test]
async fn ids_of_a_preview_are_no_fields_of_the_form() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let text = "## body\n\n## title\n\n## erreurs\n\nVoir[^a] et[^a].\n\n[^a]: Note.";
    let mut typed = pairs(&editor.get(ARTICLE).await);
    set(&mut typed, "body", text);
    set(&mut typed, "title", "");
    set(&mut typed, "do", "save");
    let form = post(&mut editor, ARTICLE, &typed).await;
    let mut ids = form.attributes("[id]", "id");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id twice");
    assert_eq!(form.attributes(".pv h3", "id"), ["preview:body:body", "preview:body:title", "preview:body:erreurs"]);
}

#[tokio::test]
async fn a_preview_is_for_editors_and_has_the_limits_of_the_text() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let long = "a".repeat(50_001);
    let refused = editor.post("/edition/apercu", &[("field", "body"), ("text", &long)]).await;
    assert_eq!((refused.status, refused.html.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, ""));
    let strange = editor.post("/edition/apercu", &[("field", "\"><b id=x"), ("text", "## a")]).await;
    assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(editor.post("/edition/apercu", &[("field", "body")]).await.status, StatusCode::BAD_REQUEST);
    let form = edit(&mut editor, ARTICLE, &[("body", &long)]).await;
    assert_eq!(form.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(form.text(".pv").contains("trop long"), "{}", form.text(".pv"));
    let started = std::time::Instant::now();
    for hostile in ["[".repeat(20_000), "> ".repeat(20_000), "*a_".repeat(15_000)] {
        let shown = editor.post("/edition/apercu", &[("field", "body"), ("text", &hostile)]).await;
        assert_eq!(shown.status, StatusCode::OK);
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_page_is_linked_by_its_name() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let mut typed = pairs(&editor.get(ARTICLE).await);
    set(&mut typed, "body", "Un début.");
    set(&mut typed, "link.body", "samy melaine");
    set(&mut typed, "do", "link body");
    let form = post(&mut editor, ARTICLE, &typed).await;
    assert_eq!(form.status, StatusCode::OK);
    assert_eq!(get(&pairs(&form), "body"), "Un début.\n\n[Samy Melaine](/equipe/samy-melaine)");
    assert_eq!(get(&pairs(&form), "link.body"), "");

    // several things have this name: an organisation, a mission, a person
    set(&mut typed, "link.body", "Michel Condemine");
    let asked = post(&mut editor, ARTICLE, &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let offers = asked.select(".md-link .offer button");
    assert!(offers.contains(&"/missions/michel-condemine".to_owned()), "{offers:?}");
    assert_eq!(get(&pairs(&asked), "body"), "Un début.");
    set(&mut typed, "link.body", "/missions/michel-condemine");
    let form = post(&mut editor, ARTICLE, &typed).await;
    assert_eq!(get(&pairs(&form), "body"), "Un début.\n\n[Michel Condemine](/missions/michel-condemine)");

    let mut typed = pairs(&form);
    set(&mut typed, "do", "save");
    assert_eq!(post(&mut editor, ARTICLE, &typed).await.status, StatusCode::SEE_OTHER);
    let renamed = edit(&mut editor, "/edition/missions/michel-condemine", &[("slug", "condemine")]).await;
    assert_eq!(renamed.location(), "/missions/condemine");
    let link = editor.get(READ).await.attributes(".prose a", "href").remove(0);
    assert_eq!(editor.get(&link).await.location(), "/missions/condemine", "a rename does not break it");
    let untouched = edit(&mut editor, ARTICLE, &[("reason", "Autre")]).await;
    assert_eq!(untouched.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_refused_unless_it_was_there_before() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let text =
        "[a](/missions/nulle-part) [b](/recherche?q=x) [c](/equipe/samy-melaine.vcf#x) [d](https://example.test/)";
    let form = edit(&mut editor, ARTICLE, &[("body", text)]).await;
    assert_eq!(form.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(form.text("#body-error").contains("/missions/nulle-part"), "{}", form.text(".errors"));
    assert_eq!(get(&pairs(&form), "body"), text);
    let right = "[a](/offres/expertise) [c](/equipe/samy-melaine.vcf)";
    assert_eq!(edit(&mut editor, ARTICLE, &[("body", right)]).await.status, StatusCode::SEE_OTHER);
    sqlx::query("UPDATE document SET removed = true WHERE id = (SELECT document_id FROM slug WHERE kind = 'offer' AND slug = 'expertise')")
        .execute(&site.store.pool)
        .await
        .unwrap();
    let other = edit(&mut editor, ARTICLE, &[("body", &format!("{right} et la suite"))]).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.text(".errors"));
}

#[tokio::test]
async fn an_untouched_text_is_no_change_and_one_word_is_one_change_whatever_the_line_ends() {
    let site = Site::open().await;
    let text = "Première ligne après une ligne vide.\n\nDeuxième paragraphe,\nsur deux lignes.\n";
    site.sow(&[("article/fins.toml", &format!("title = \"Fins de ligne\"\nbody = \"\"\"\n\n{text}\"\"\""))]).await;
    let mut editor = editor(&site).await;
    let crlf = |page: &crate::support::Page| -> Vec<(String, String)> {
        pairs(page).into_iter().map(|(name, value)| (name, value.replace('\n', "\r\n"))).collect()
    };
    let mut typed = crlf(&editor.get("/edition/blog/fins").await);
    assert!(get(&typed, "body").starts_with("\r\n"), "a blank line at the beginning is the writer's");
    set(&mut typed, "do", "save");
    assert_eq!(post(&mut editor, "/edition/blog/fins", &typed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(super::versions(&site, "article", "fins").await, 1);
    let body = get(&typed, "body").to_owned();
    let (head, word) = body.trim_end().rsplit_once(' ').unwrap();
    set(&mut typed, "body", &format!("{head} autrement"));
    assert_eq!(post(&mut editor, "/edition/blog/fins", &typed).await.status, StatusCode::SEE_OTHER);
    let history = editor.get("/edition/blog/fins/historique?de=1&a=2").await;
    assert_eq!(history.select(".cmp ins"), ["autrement"], "{}", history.text("main"));
    assert_eq!(history.select(".cmp del"), [word]);
}

#[tokio::test]
async fn what_no_page_would_show_is_refused_when_it_is_written() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for foreign in ["![x](https://example.test/x.png)", "[x](javascript:alert(1))", "[x](//example.test)"] {
        let text = format!("Un texte avec {foreign} dedans");
        let refused = edit(&mut ada, ARTICLE, &[("body", &text)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{foreign}");
        assert!(refused.text("#body-error").contains("ne serait pas montré"), "{}", refused.text(".errors"));
        assert_eq!(get(&pairs(&refused), "body"), text);
    }
    let mission = "/edition/missions/biomeca";
    let refused = edit(&mut ada, mission, &[("lessons", "[x](/missions/nulle-part)")]).await;
    assert!(
        refused.text("#lessons-error").contains("nulle-part"),
        "every text in Markdown: {}",
        refused.text(".errors")
    );
}
