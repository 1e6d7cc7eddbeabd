//! What editors and files bring: controls, line ends, titles in any script, first writes after a seed.

use portail::error::{Error, Wrong};
use portail::history::{Change, Saved, diff, queries};
use portail::site::KINDS;
use portail::site::missions::{self, Mission};
use portail::web::form::Typed;
use serde_json::{Value, json};

use crate::support::{Outcome, Portal, full};

#[tokio::test]
async fn a_character_that_no_page_can_carry_is_refused_at_its_field_and_all_others_are_kept() {
    let portal = Portal::open().await;
    let strings: Vec<Value> = serde_json::from_str(include_str!("controls.json")).unwrap();
    for value in strings.iter().filter_map(|entry| entry["value"].as_str()) {
        let pairs = [("title", value), ("client", "biomeca"), ("aim", value), ("phases._1.title", value)];
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let typed = Typed::parse(body.as_bytes()).unwrap();
        let mission: Mission = match portal.read(typed).await {
            Ok(mission) => mission,
            Err(Error::Invalid(errors)) => {
                assert!(errors.0.iter().all(|(_, wrong)| matches!(wrong, Wrong::TooLong(_) | Wrong::Missing)));
                continue;
            }
            other => panic!("{value:?}: {other:?}"),
        };
        match portal.save(&portal.ada, Change::form(&missions::KIND, None, 0, &mission)).await {
            Ok(saved) => {
                let slug = saved.done().documents[0].slug.clone().unwrap();
                let stored = portal.mission(&slug).await.2;
                assert_eq!((stored.title.as_str(), stored.phases[0].title.as_str()), (value.trim(), value.trim()));
            }
            Err(Error::Invalid(errors)) => {
                assert!(errors.0.iter().any(|(at, wrong)| at == "title" && *wrong == Wrong::Character), "{value:?}");
                assert!(errors.0.iter().any(|(at, _)| at.starts_with("phases.")), "{value:?}: {errors}");
            }
            other => panic!("{value:?}: {other:?}"),
        }
    }
    let nul = portal.import("person", json!({ "name": "a", "remarks": [{ "text": "b\u{0}" }] })).await;
    assert!(matches!(nul, Err(Error::Invalid(_))));
}

#[tokio::test]
async fn one_word_changed_in_a_form_is_one_line_whatever_the_line_ends() {
    let portal = Portal::open().await;
    let text = "\n\nPremière ligne après une ligne vide.\n\nDeuxième paragraphe,\nsur deux lignes.";
    portal.edit(&portal.ada, "biomeca", |m| m.lessons = Some(text.into())).await;
    let (id, version, mission) = portal.mission("biomeca").await;
    assert_eq!(mission.lessons.as_deref(), Some(text), "a leading blank line survives");
    let mut form = Typed::from(&mission);
    form.set("lessons", &text.replace('\n', "\r\n"));
    let untouched: Mission = portal.read(form.clone()).await.unwrap();
    assert_eq!(portal.put(&portal.ada, id, version, &untouched).await.unwrap(), Saved::Unchanged);
    form.set("lessons", &text.replace("sur deux", "sur trois").replace('\n', "\r\n"));
    let changed: Mission = portal.read(form).await.unwrap();
    portal.put(&portal.ada, id, version, &changed).await.unwrap().done();
    let [before, after] = [portal.at("biomeca", version).await, portal.at("biomeca", version + 1).await];
    let differences = diff::diff(&before, &after);
    assert_eq!(differences.len(), 1);
    let [before, after] = [&differences[0].before, &differences[0].after].map(|side| side.as_str().unwrap().lines());
    assert_eq!(before.zip(after).filter(|(before, after)| before != after).count(), 1);
}

#[tokio::test]
async fn any_title_makes_an_address_of_its_own_also_twice_and_at_once() {
    let portal = Portal::open().await;
    let titles: Vec<_> = include_str!("titles.txt").lines().filter(|title| !title.trim().is_empty()).collect();
    let mut slugs = std::collections::BTreeSet::new();
    for title in &titles {
        let mission = Mission { title: (*title).into(), client: "biomeca".into(), ..Mission::default() };
        let form = || Change::form(&missions::KIND, None, 0, &mission);
        let (a, b) = tokio::join!(portal.save(&portal.ada, form()), portal.save(&portal.basile, form()));
        for saved in [a, b] {
            match saved {
                Ok(saved) => slugs.insert(saved.done().documents[0].slug.clone().unwrap()),
                Err(Error::Invalid(errors)) if title.chars().count() > 200 => {
                    assert_eq!(errors.0, [("title".into(), Wrong::TooLong(200))]);
                    continue;
                }
                other => panic!("{title}: {other:?}"),
            };
        }
    }
    let made = titles.iter().filter(|title| title.chars().count() <= 200).count();
    assert_eq!(slugs.len(), 2 * made);
    let form = |slug: &String| !slug.is_empty() && slug.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'));
    assert!(slugs.iter().all(form), "{slugs:?}");
}

#[tokio::test]
async fn after_the_seed_the_first_write_of_every_kind_succeeds_twice() {
    let portal = Portal::open().await;
    let generation = portal.count("SELECT number FROM generation").await;
    for kind in KINDS.iter().filter(|kind| kind.name != "company") {
        for slug in ["premier", "second"] {
            let mut document = full(kind.name);
            document["slug"] = slug.into();
            let done = portal.import(kind.name, document).await.unwrap().done();
            assert_eq!(done.documents[0].number, 1);
        }
    }
    assert_eq!(portal.count("SELECT number FROM generation").await, generation + 24);
    let again = portal.value("company", "datagenius").await.2;
    assert_eq!(portal.import("company", again).await.unwrap(), Saved::Unchanged, "the same file twice is no change");
}

#[tokio::test]
async fn what_comes_back_from_the_trash_has_the_links_that_others_had_to_it() {
    let portal = Portal::open().await;
    portal.import("mission", full("mission")).await.unwrap().done();
    portal.edit(&portal.ada, "biomeca", |m| m.follows = Some("complete".into())).await;
    let (id, _, before) = portal.mission("complete").await;
    portal.remove("mission", "complete").await.unwrap().done();
    assert_eq!(portal.mission("biomeca").await.2.follows, None);
    portal.bring_back(id).await.unwrap().done();
    assert_eq!(portal.mission("complete").await.2, before);
    assert_eq!(portal.mission("biomeca").await.2.follows.as_deref(), Some("complete"));
}

#[tokio::test]
async fn the_address_of_a_removed_document_and_its_former_ones_stay_its_own() {
    let portal = Portal::open().await;
    portal.edit(&portal.ada, "biomeca", |m| m.slug = "lesions".into()).await;
    let (id, _, before) = portal.mission("lesions").await;
    portal.remove("mission", "lesions").await.unwrap().done();
    for title in ["BioMéca", "Lésions"] {
        let twin = json!({ "title": title, "client": "biomeca" });
        let twin = portal.import("mission", twin).await.unwrap().done();
        let slug = twin.documents[0].slug.clone().unwrap();
        assert!(slug.ends_with("-2"), "{slug}");
        assert!(portal.mission(&slug).await.2.phases.is_empty(), "none of the old content");
    }
    portal.bring_back(id).await.unwrap().done();
    assert_eq!(portal.mission("lesions").await.2, before);
    let owner = portal.write(|tx| Box::pin(queries::slug_owner(tx, "mission", "biomeca"))).await.unwrap();
    assert_eq!(owner, Some(id), "the former address still leads to it");
}
