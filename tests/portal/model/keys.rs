//! References to rows of other documents: `slug#key`.

use portail::error::{Error, Errors, Need, Wrong};
use portail::history::Saved;
use portail::site::posts::Post;
use portail::web::form::Typed;
use serde_json::{Value, json};

use crate::support::{Outcome, Portal, full};

fn refused(saved: portail::error::Result<Saved>) -> Errors {
    match saved {
        Err(Error::Invalid(errors)) => errors,
        other => panic!("{other:?}"),
    }
}

async fn without(portal: &Portal, kind: &'static str, list: &str, key: &str) -> portail::error::Result<Saved> {
    let slug = full(kind)["slug"].as_str().unwrap().to_owned();
    let mut value = portal.value(kind, &slug).await.2;
    portail::history::value::set(&mut value, &format!("{list}.{key}"), Value::Null);
    portal.import(kind, value).await
}

/// Addresses and keys are file names and parts of addresses: a hundred signs are enough, and what is there stays editable.
#[tokio::test]
async fn slugs_and_keys_of_more_than_a_hundred_signs_are_refused_where_they_come_in() {
    let portal = Portal::open().await;
    let named = |slug: String| json!({ "slug": slug, "name": "Nom long" });
    portal.import("organisation", named("b".repeat(100))).await.unwrap().done();
    let errors = refused(portal.import("organisation", named("b".repeat(101))).await);
    assert_eq!(errors.0, [("slug".into(), Wrong::TooLong(100))]);
    let post = |key: String| json!({ "title": "Poste", "functions": [{ "key": key, "profession": "datagenius#data-scientist" }] });
    portal.import("post", post("k".repeat(100))).await.unwrap().done();
    let key = "k".repeat(101);
    let errors = refused(portal.import("post", post(key.clone())).await);
    assert_eq!(errors.0, [(format!("functions.{key}"), Wrong::TooLong(100))]);
    sqlx::query("UPDATE slug SET slug = repeat('b', 300) WHERE slug = repeat('b', 100)")
        .execute(&portal.store.pool)
        .await
        .unwrap();
    let (_, _, mut old) = portal.value("organisation", &"b".repeat(300)).await;
    old["name"] = "Nom plus long".into();
    portal.import("organisation", old).await.unwrap().done();
    let files = portail::site::seed::files(&portal.store).await.unwrap();
    let named = |path: &std::path::Path| path.file_name().unwrap().len();
    assert!(files.iter().all(|(path, _)| named(path) <= 120), "an export can be written whatever is in it");
    let long = files.iter().find(|(path, _)| named(path) > 100).expect("it is there");
    assert!(String::from_utf8_lossy(&long.1).contains(&format!("slug = \"{}\"", "b".repeat(300))));
}

#[tokio::test]
async fn a_row_that_is_not_there_is_unknown_beside_the_field() {
    let portal = Portal::open().await;
    let post = |profession: &str| json!({ "title": "Poste", "functions": [{ "key": "f", "profession": profession }] });
    for (typed, said) in
        [("datagenius#peintre", "peintre"), ("datagenius", "datagenius"), ("datagenius#", "datagenius#")]
    {
        let errors = refused(portal.import("post", post(typed)).await);
        assert_eq!(errors.0, [("functions.f.profession".into(), Wrong::NoRow("professions", said.into()))], "{typed}");
    }
    portal.import("post", post("datagenius#data-scientist")).await.unwrap().done();
    let cited = json!({ "title": "Poste", "sources": [{ "key": "s", "source": "rapport#9-9" }] });
    assert_eq!(refused(portal.import("post", cited).await).0[0].0, "sources.s.source");
}

#[tokio::test]
async fn a_row_that_others_refer_to_stays_and_says_who_needs_it() {
    let portal = Portal::open().await;
    portal.import("post", full("post")).await.unwrap().done();
    let Err(Error::Needed(needs)) = without(&portal, "company", "professions", "data-scientist").await else {
        panic!()
    };
    let need = Need {
        kind: "post",
        slug: "complete".into(),
        at: "functions.datagenius-data-scientist.profession".into(),
        row: Some("professions.data-scientist".into()),
    };
    assert_eq!(needs, [need]);
    without(&portal, "company", "professions", "data-consultant").await.unwrap().done();
    let Err(Error::Needed(needs)) = without(&portal, "source", "sections", "3-3-2").await else { panic!() };
    assert_eq!((needs[0].kind, needs[0].slug.as_str()), ("mission", "michel-condemine"));
    portal.remove("post", "complete").await.unwrap().done();
    without(&portal, "company", "professions", "data-scientist").await.unwrap().done();
}

#[tokio::test]
async fn a_row_goes_together_with_what_refers_to_it_in_one_change() {
    let portal = Portal::open().await;
    let (post, _) = (portal.import("post", full("post")).await.unwrap().done(), ());
    let (company, version, mut value) = portal.value("company", "datagenius").await;
    portail::history::value::set(&mut value, "professions.data-scientist", Value::Null);
    let mut other = full("post");
    other.as_object_mut().unwrap().remove("functions");
    let edit = |kind: &str, document, version, mine| portail::history::Edit {
        kind: portail::history::Kind::named(portail::site::KINDS, kind),
        document: Some(document),
        base: portail::history::Base::Version(version),
        mine,
    };
    let edits = vec![edit("company", company, version, value), edit("post", post.documents[0].id, 1, other)];
    portal.save(&portal.ada, portail::history::Change::of(edits)).await.unwrap().done();
}

#[tokio::test]
async fn a_rename_and_a_removal_of_the_whole_are_followed() {
    let portal = Portal::open().await;
    let mut report = portal.value("source", "rapport").await.2;
    report["slug"] = "rapport-de-stage".into();
    let (id, version, _) = portal.value("source", "rapport").await;
    let edit = portail::history::Edit {
        kind: &portail::site::sources::KIND,
        document: Some(id),
        base: portail::history::Base::Version(version),
        mine: report,
    };
    portal.save(&portal.ada, portail::history::Change::of(vec![edit])).await.unwrap().done();
    let (mission, version, now) = portal.mission("biomeca").await;
    assert_eq!(now.sources[0].source, "rapport-de-stage#3-3-3");
    let mut old = now.clone();
    old.sources[0].source = "rapport#3-3-3".into();
    assert_eq!(portal.put(&portal.ada, mission, version, &old).await.unwrap(), Saved::Unchanged);
    let removed = portal.remove("source", "rapport").await.unwrap().done();
    assert!(portal.mission("biomeca").await.2.sources.is_empty());
    portal.undo(removed.change).await.unwrap().done();
    assert_eq!(portal.mission("biomeca").await.2.sources, now.sources);
}

#[tokio::test]
async fn a_form_takes_and_shows_the_name_and_the_row() {
    let portal = Portal::open().await;
    let pairs = [
        ("title", "Poste"),
        ("functions._1.profession", "DataGenius#Data Scientist"),
        ("sources._1.source", "Rapport de stage#3.3.2"),
        ("sources._2.source", "rapport"),
        ("holders._1.person", "samy melaine"),
    ];
    let form: Typed = pairs.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
    let post: Post = portal.read(form).await.unwrap();
    assert_eq!(post.functions[0].profession, "datagenius#data-scientist");
    assert_eq!((post.sources[0].source.as_str(), post.sources[1].source.as_str()), ("rapport#3-3-2", "rapport"));
    let mut form = Typed::from(&post);
    let shown = portal
        .write(move |tx| {
            Box::pin(async move {
                form.spell::<Post>(tx).await?;
                Ok(form.get("sources._1.source").map(str::to_owned))
            })
        })
        .await
        .unwrap();
    assert_eq!(shown.as_deref(), Some("Rapport de stage#3-3-2"));
}

#[tokio::test]
async fn another_name_leads_to_the_document_too() {
    let portal = Portal::open().await;
    portal.import("technology", full("technology")).await.unwrap().done();
    let form: Typed = [("title", "T"), ("client", "biomeca"), ("technologies._1.technology", "cpl")]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect();
    let mission: portail::site::missions::Mission = portal.read(form).await.unwrap();
    assert_eq!(mission.technologies[0].technology, "complete");
}
