//! Images that nobody uses go after a week; all others stay.

use portail::site::images::sweep;

use super::{SAMY, choose, digest, jpeg, samy_with_a_photograph};
use crate::editing::{editor, pairs, post, set};
use crate::support::Site;

#[tokio::test]
async fn an_image_that_was_brought_and_not_used_goes_after_a_week() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let used = samy_with_a_photograph(&site, &mut ada, 10).await;
    let mut typed = pairs(&ada.get(SAMY).await);
    set(&mut typed, "picture.removed", "1");
    set(&mut typed, "do", "save");
    post(&mut ada, SAMY, &typed).await;
    let mut bring =
        async |shade| digest(&choose(&mut ada, "/edition/equipe/marina-cappai", &jpeg(300, 300, shade), &[]).await);
    let (old, drafted, young) = (bring(1).await, bring(2).await, bring(3).await);
    site.sql("UPDATE image SET kept = kept - interval '8 days'").await;
    sqlx::query("UPDATE image SET kept = clock_timestamp() WHERE digest = $1")
        .bind(&young)
        .execute(&site.store.pool)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO draft (id, form, editor, base_version, pairs)
         VALUES (gen_random_uuid(), '/edition/equipe/marina-cappai', 'ada', 1, json_build_array(json_build_array('picture.digest', $1::text)))",
    )
    .bind(&drafted)
    .execute(&site.store.pool)
    .await
    .unwrap();
    // and the one that the tests began with
    assert_eq!(sweep(&site.store).await.unwrap(), 2);
    for (digest, status, why) in [
        (&used, 200, "a revision shows it"),
        (&old, 404, "nobody wants it"),
        (&drafted, 200, "a draft shows it"),
        (&young, 200, "its form may still be open"),
    ] {
        assert_eq!(ada.get(&format!("/images/{digest}")).await.status.as_u16(), status, "{why}");
    }
    assert_eq!(sweep(&site.store).await.unwrap(), 0);
    let again =
        choose(&mut ada, "/edition/equipe/marina-cappai", &jpeg(300, 300, 1), &[("picture.alternative", "Elle")]).await;
    assert_eq!(again.status.as_u16(), 303, "{}", again.text("main"));
}
