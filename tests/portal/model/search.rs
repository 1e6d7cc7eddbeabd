//! Every save refreshes what the search looks through.

use portail::history::key;

use crate::support::Portal;

async fn found(portal: &Portal, words: &str) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT title FROM search_entry WHERE entry @@ websearch_to_tsquery('portail', $1)
        ORDER BY ts_rank(entry, websearch_to_tsquery('portail', $1)) DESC, title",
    )
    .bind(key::fold(words))
    .fetch_all(&portal.store.pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn accents_capitals_plurals_and_apostrophes_do_not_decide() {
    let portal = Portal::open().await;
    portal
        .edit(&portal.ada, "fongecif", |m| {
            m.aim = Some("L’étude des canaux pédologiques, œuvre data-visualisation".into())
        })
        .await;
    for words in ["étude", "ETUDE", "études", "l'étude", "pedologique", "oeuvre", "data-visualisation"] {
        assert_eq!(found(&portal, words).await, ["Fongecif"], "{words}");
    }
}

#[tokio::test]
async fn a_row_is_found_a_reference_is_not_and_a_removed_document_is_gone() {
    let portal = Portal::open().await;
    assert_eq!(found(&portal, "déséquilibré").await, ["BioMéca"]);
    assert_eq!(found(&portal, "resnet50").await, ["ResNet50"]);
    portal.remove("mission", "biomeca").await.unwrap();
    assert!(found(&portal, "déséquilibré").await.is_empty());
    let entries = "SELECT count(*) FROM document d FULL JOIN search_entry e ON e.document_id = d.id
        WHERE d.removed = (e.document_id IS NOT NULL) OR d.title <> e.title";
    assert_eq!(portal.count(entries).await, 0);
}
