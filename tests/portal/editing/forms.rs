//! Forms: everything can be changed, nothing is lost on the way.

use axum::http::StatusCode;
use portail::access::Role;
use portail::site::editing::{EDITABLE, labels};
use portail::web::text::{Language, Words};

use super::{edit, editor, get, pairs, post, set, versions};
use crate::support::Site;

/// One document of each kind of the sample.
async fn documents(site: &Site) -> Vec<(&'static str, String, String)> {
    let mut found = Vec::new();
    for editable in EDITABLE {
        let slugs: Vec<String> =
            sqlx::query_scalar("SELECT slug FROM slug WHERE kind = $1 AND current ORDER BY slug LIMIT 40")
                .bind(editable.kind.name)
                .fetch_all(&site.store.pool)
                .await
                .unwrap();
        assert!(!slugs.is_empty(), "no {}", editable.kind.name);
        found.extend(
            slugs
                .into_iter()
                .map(|slug| (editable.kind.name, slug.clone(), format!("/edition{}/{slug}", editable.address))),
        );
    }
    found
}

/// Opens the form of every document of the sample and saves it as it is: whatever the form did not show, or showed
/// otherwise than it reads, would be a change.
#[tokio::test]
async fn an_untouched_form_changes_nothing() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    for (kind, slug, path) in documents(&site).await {
        let before = versions(&site, kind, &slug).await;
        let saved = edit(&mut editor, &path, &[]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{path}: {}", saved.text(".errors"));
        assert_eq!(versions(&site, kind, &slug).await, before, "{path}");
    }
}

#[tokio::test]
async fn every_field_and_every_choice_has_its_words_in_both_languages() {
    for language in [Language::Fr, Language::En] {
        let words = Words { language };
        let silent: Vec<_> =
            labels().into_iter().filter(|keys| keys.iter().all(|key| words.find(key).is_none())).collect();
        assert!(silent.is_empty(), "{language:?}: {silent:?}");
    }
}

/// Rules of accounts are said by their own pages.
#[test]
fn every_rule_of_a_document_has_words_in_both_languages() {
    let of_accounts = [
        "account-disabled",
        "email-taken",
        "key-taken",
        "last-administrator",
        "last-key",
        "last-way",
        "longest-after-idle",
        "password-wrong",
        "person-tied",
        "reading-fixed",
        "sign-in-no-passwords",
    ];
    for language in [Language::Fr, Language::En] {
        let rules = crate::errors::rules().into_iter().filter(|rule| !of_accounts.contains(&rule.as_str()));
        let silent: Vec<_> = rules.filter(|rule| Words { language }.find(&format!("rule-{rule}")).is_none()).collect();
        assert!(silent.is_empty(), "{language:?}: {silent:?}");
    }
}

#[tokio::test]
async fn a_new_document_gets_the_address_that_its_title_suggests() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let made = edit(&mut editor, "/edition/offres", &[("title", "Formation à l’IA"), ("summary", "Deux jours.")]).await;
    assert_eq!(
        (made.status, made.location()),
        (StatusCode::SEE_OTHER, "/offres/formation-a-l-ia"),
        "{}",
        made.text(".errors")
    );
    let page = editor.get("/offres/formation-a-l-ia").await;
    assert!(page.text("main").contains("Deux jours."));
    let taken = edit(&mut editor, "/edition/offres", &[("title", "Autre"), ("slug", "formation-a-l-ia")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text("#slug-error").contains("autre fiche"), "{}", taken.text(".errors"));
}

/// Some rules are only known while rows are written; what was written until then must go again.
#[tokio::test]
async fn what_is_refused_while_it_is_being_written_leaves_nothing_behind() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let counts =
        "SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM change) + (SELECT sum(version) FROM document)";
    let before: i64 = site.ask(counts).await;
    let taken = edit(&mut editor, "/edition/offres", &[("title", "Autre"), ("slug", "expertise")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    let second = edit(&mut editor, "/edition/offres/expertise", &[("slug", "accompagnement")]).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.ask::<i64>(counts).await, before);
    assert_eq!(editor.get("/offres/expertise").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let changes =
        [("title", " "), ("begins", "bientôt"), ("client", "Personne ici"), ("summary", "Gardez <ceci> & « cela »")];
    let page = edit(&mut editor, "/edition/missions/biomeca", &changes).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#title-error").contains("demandé"));
    assert!(page.text("#begins-error").contains("date"));
    assert!(page.text("#client-error").contains("Personne ici"));
    assert_eq!(page.attributes("#begins", "value"), ["bientôt"]);
    assert_eq!(get(&pairs(&page), "summary"), "Gardez <ceci> & « cela »");
    assert_eq!(page.select(".errors li").len(), 3, "{}", page.text(".errors"));
    assert_eq!(page.attributes("[autofocus]", "name"), ["title"]);
    assert!(page.text("title").starts_with("À corriger"));
}

#[tokio::test]
async fn rows_are_added_moved_removed_and_kept_without_a_script() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/missions/biomeca";
    let mut typed = pairs(&editor.get(path).await);
    set(&mut typed, "summary", "En cours de frappe");
    set(&mut typed, "do", "aims.add");
    let page = post(&mut editor, path, &typed).await;
    assert_eq!(page.status, StatusCode::OK);
    let mut typed = pairs(&page);
    assert_eq!(get(&typed, "summary"), "En cours de frappe");
    set(&mut typed, "aims._1.text", "Un but de plus");
    set(&mut typed, "do", "save");
    let saved = post(&mut editor, path, &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
    let page = editor.get("/missions/biomeca").await;
    assert!(page.text("main").contains("Un but de plus"));
    let typed = pairs(&editor.get(path).await);
    let key = typed.iter().find(|(_, text)| text == "Un but de plus").unwrap().0.split('.').nth(1).unwrap().to_owned();
    let mut pressed = typed.clone();
    set(&mut pressed, "do", &format!("aims.remove.{key}"));
    let gone = post(&mut editor, path, &pressed).await;
    assert!(gone.text(".gone").contains("Un but de plus"));
    let mut pressed = pairs(&gone);
    set(&mut pressed, "do", &format!("aims.keep.{key}"));
    let kept = post(&mut editor, path, &pressed).await;
    assert_eq!((kept.select(".gone").len(), get(&pairs(&kept), &format!("aims.{key}.text"))), (0, "Un but de plus"));
    let mut removed = pairs(&gone);
    set(&mut removed, "do", "save");
    assert_eq!(post(&mut editor, path, &removed).await.status, StatusCode::SEE_OTHER);
    assert!(!editor.get("/missions/biomeca").await.text("main").contains("Un but de plus"));
}

#[tokio::test]
async fn dates_are_typed_as_people_write_them_and_shown_as_understood() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let saved = edit(&mut editor, "/edition/missions/biomeca", &[("begins", "vers avril 2019")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
    let form = editor.get("/edition/missions/biomeca").await;
    assert_eq!(form.attributes("#begins", "value"), ["vers avril 2019"]);
}

#[tokio::test]
async fn text_comes_back_exactly_as_typed() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let texts = [
        "\n\nDeux lignes blanches d’abord",
        "</textarea><script>alert(1)</script>",
        "&amp; &lt; \u{202f}« fine »\u{a0}; 日本語 🙂 e\u{301}",
        "tab\tet\nlignes\n\n  retrait",
        "' OR 1=1; --",
        "{{ 7*7 }} {% raw %} ${x}",
    ];
    for text in texts {
        let saved = edit(&mut editor, "/edition/missions/biomeca", &[("needs", text)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{text:?}: {}", saved.text(".errors"));
        let form = editor.get("/edition/missions/biomeca").await;
        assert_eq!(get(&pairs(&form), "needs"), text);
    }
    let refused = edit(&mut editor, "/edition/missions/biomeca", &[("needs", "avec \u{0} un NUL")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.text("#needs-error").is_empty());
}

#[tokio::test]
async fn a_field_of_an_older_form_is_an_error_and_never_a_silent_loss() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let page = edit(&mut editor, "/edition/offres/expertise", &[("couleur", "rouge")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("main").contains("ce champ n’existe plus"), "{}", page.text(".errors"));
}

#[tokio::test]
async fn only_editors_change_anything() {
    let site = Site::open().await;
    for role in [Role::Reader, Role::Recruiter] {
        let mut browser = site.signed_in(role).await;
        for path in ["/edition", "/edition/missions", "/edition/missions/biomeca", "/edition/corbeille"] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let refused = browser.post("/edition/offres/expertise", &[("title", "Volé")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(site.browser().get("/edition").await.status, StatusCode::SEE_OTHER, "nobody is asked to sign in");
}

#[tokio::test]
async fn a_document_with_another_address_is_edited_there() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let renamed = edit(&mut editor, "/edition/offres/expertise", &[("slug", "expertise-longue")]).await;
    assert_eq!(renamed.location(), "/offres/expertise-longue");
    assert_eq!(editor.get("/offres/expertise").await.location(), "/offres/expertise-longue");
    assert_eq!(
        editor.get("/edition/offres/expertise").await.status,
        StatusCode::OK,
        "the old address leads to the form too"
    );
    assert_eq!(editor.get("/edition/offres/nowhere").await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.get("/edition/nowhere/x").await.status, StatusCode::NOT_FOUND);
}

/// Case 42: every line of dates.tsv, with the blanks and dashes of a word processor.
#[tokio::test]
async fn old_and_national_dates_are_understood_or_answered_with_the_right_form() {
    let site = Site::open().await;
    let mut editor = editor(&site).await;
    let path = "/edition/missions/biomeca";
    for (typed, written) in [
        ("2019–04", "avril 2019"),
        ("2019\u{a0}–\u{a0}04", "avril 2019"),
        ("04/2019", "avril 2019"),
        ("avril 2019", "avril 2019"),
        ("avril\u{a0}2019", "avril 2019"),
        ("2019-4", "avril 2019"),
        ("20190401", "1er\u{a0}avril 2019"),
    ] {
        edit(&mut editor, path, &[("begins", "")]).await;
        let saved = edit(&mut editor, path, &[("begins", typed)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{typed}: {}", saved.text(".errors"));
        let form = editor.get(path).await;
        assert_eq!(form.attributes("#begins", "value"), [written], "{typed} is shown back as it was understood");
    }
    for (typed, right) in [("2019-04-uu", "2019-04-XX"), ("2019?~", "2019%"), ("2019\u{a0}?~", "2019%"), ("2019-?", "")]
    {
        let refused = edit(&mut editor, path, &[("begins", typed), ("needs", "Gardés")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let said = refused.text("#begins-error");
        assert!(said.contains(right) && said.chars().count() < 200 && !said.contains("expected"), "{typed}: {said}");
        assert_eq!(refused.attributes("#begins", "value"), [typed], "the text stays");
        assert_eq!(get(&pairs(&refused), "needs"), "Gardés");
        if !right.is_empty() {
            assert_eq!(
                edit(&mut editor, path, &[("begins", right)]).await.status,
                StatusCode::SEE_OTHER,
                "{right} is taken"
            );
        }
    }
}

/// A fragment on the way there would scroll past the words that say so.
#[tokio::test]
async fn a_saved_domain_is_read_from_the_top_where_it_is_said_and_posts_are_added_from_the_chart() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let saved = edit(&mut ada, "/edition/domaines/data-science", &[("summary", "Autrement dit")]).await;
    assert_eq!(saved.location(), "/choix-techniques");
    assert_eq!(ada.get("/organigramme").await.attributes(".crumbs .edit", "href"), ["/edition/organigramme/postes"]);
    assert!(site.get("/organigramme").await.select(".crumbs .edit").is_empty(), "not for readers");
}

#[tokio::test]
async fn a_row_without_a_text_is_called_by_what_is_chosen_in_it() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let form = ada.get("/edition/equipe/samy-melaine").await;
    assert_eq!(form.select(".blk h3")[0], "1, CDI");
}
