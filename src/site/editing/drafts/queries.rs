//! The SQL of drafts. Every statement names the editor: nobody reaches another's.

use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::Ids;
use super::keeping::{Purpose, State};
use crate::access::Editor;
use crate::error::Result;
use crate::history::Id;
use crate::store::Tx;
use crate::web::form::Typed;

/// A draft to be kept.
pub(super) struct New<'a> {
    pub ids: Ids,
    pub form: &'a str,
    pub document: Option<Id>,
    pub base: i32,
    pub typed: &'a Typed,
    pub title: String,
    pub purpose: Purpose,
    pub state: State,
}

/// Keeps it in the place of the one that it was filled from: the time of day. None: it waits to be published, or it is
/// somebody else's. In the background neither is touched that waits.
pub(super) async fn put(tx: &mut Tx, by: &Editor, new: New<'_>, zone: &str) -> Result<Option<String>> {
    let is_asked = new.purpose != Purpose::Background;
    let publish_at = if let Purpose::Publish(at) = new.purpose { Some(at) } else { None };
    let former = sqlx::query_scalar!(
        "DELETE FROM draft WHERE id = $1 AND editor = $2 AND id <> $3 AND ($4 OR publish_at IS NULL) RETURNING kept",
        new.ids.resumed,
        by.account(),
        new.ids.own,
        is_asked
    );
    let was_kept = former.fetch_optional(&mut *tx).await?.unwrap_or(false);
    // as text: on its way as a value it would be jsonb, which holds no NUL
    let pairs = serde_json::to_string(new.typed.pairs()).expect("texts");
    let put = sqlx::query_scalar!(
        r#"INSERT INTO draft AS d (id, form, editor, document_id, base_version, pairs, title, complete, kept, publish_at)
           VALUES ($1, $2, $3, $4, $5, $6::text::json, $7, $8, $9, $10)
           ON CONFLICT (id) DO UPDATE SET form = excluded.form, document_id = excluded.document_id,
               base_version = excluded.base_version, pairs = excluded.pairs, title = excluded.title,
               complete = excluded.complete, kept = d.kept OR excluded.kept, publish_at = excluded.publish_at,
               failed = NULL, dropped = NULL, updated = clock_timestamp()
           WHERE d.editor = excluded.editor AND ($11 OR d.publish_at IS NULL)
           RETURNING to_char(updated AT TIME ZONE $12, 'FMHH24:MI') AS "time!""#,
        new.ids.own,
        new.form,
        by.account(),
        new.document,
        new.base,
        pairs,
        new.title,
        new.state == State::Complete,
        is_asked || was_kept,
        publish_at,
        is_asked,
        zone
    );
    Ok(put.fetch_optional(tx).await?)
}

/// Whether a form was saved, by its one-time key.
pub(super) async fn is_saved(tx: &mut Tx, once: Option<Uuid>) -> Result<bool> {
    let saved = sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM change WHERE key = $1) AS "is!""#, once);
    Ok(saved.fetch_one(tx).await?)
}

/// Whoever typed and took it all back has nothing to keep.
pub(super) async fn take_back(tx: &mut Tx, by: &Editor, id: Uuid) -> Result<()> {
    let delete = sqlx::query!(
        "DELETE FROM draft WHERE id = $1 AND editor = $2 AND publish_at IS NULL AND NOT kept",
        id,
        by.account()
    );
    delete.execute(tx).await?;
    Ok(())
}

/// How many drafts an editor has besides those of a form.
pub(super) async fn others(tx: &mut Tx, by: &Editor, ids: Ids) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM draft
           WHERE editor = $1 AND dropped IS NULL AND id <> $2 AND id IS DISTINCT FROM $3"#,
        by.account(),
        ids.own,
        ids.resumed
    );
    Ok(count.fetch_one(tx).await?)
}

/// What a form kept, and what it was filled from, once it has been saved.
pub(in crate::site::editing) async fn forget(tx: &mut Tx, by: &Editor, ids: Ids) -> Result<()> {
    let both = [Some(ids.own), ids.resumed].into_iter().flatten().collect::<Vec<_>>();
    sqlx::query!("DELETE FROM draft WHERE id = ANY ($1) AND editor = $2", &both, by.account()).execute(tx).await?;
    Ok(())
}

/// A draft as lists show it.
pub struct Draft {
    pub id: Uuid,
    pub is_mine: bool,
    /// Whose it is: the person of the account, otherwise its address.
    pub who: String,
    /// The address that its form posts to.
    pub form: String,
    /// What was typed as its title; of a colleague's draft nothing.
    pub typed: String,
    pub complete: bool,
    pub base: i32,
    /// The document as it is: title, slug, version, whether it is in the trash. None: a new one.
    pub title: Option<String>,
    pub slug: Option<String>,
    pub version: Option<i32>,
    pub removed: Option<bool>,
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub minutes: i32,
    /// When it is to be published: day, time.
    pub publish_day: Option<String>,
    pub publish_time: Option<String>,
    /// Why it was not.
    pub failed: Option<String>,
}

/// Whose drafts: of a document everybody's, of a new one at this address one's own, or all of them.
pub enum Of<'a> {
    Document(Id),
    New(&'a str),
    All,
}

/// Drafts that are open, one's own first. Those of colleagues who may edit no more are nobody's business, unless
/// something was to be published.
pub async fn open(tx: &mut Tx, account: &str, of: Of<'_>, zone: &str) -> Result<Vec<Draft>> {
    let (document, form) = match of {
        Of::Document(id) => (Some(id), None),
        Of::New(form) => (None, Some(form)),
        Of::All => (None, None),
    };
    let drafts = sqlx::query_as!(
        Draft,
        r#"SELECT d.id, d.editor = $1 AS "is_mine!", coalesce(p.title, a.email) AS "who!", d.form,
                  CASE WHEN d.editor = $1 THEN d.title ELSE '' END AS "typed!", d.complete, d.base_version AS base,
                  o.title AS "title?", s.slug AS "slug?", o.version AS "version?", o.removed AS "removed?",
                  to_char(d.updated AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!", to_char(d.updated AT TIME ZONE $2, 'FMHH24:MI') AS "time!",
                  (now() AT TIME ZONE $2)::date - (d.updated AT TIME ZONE $2)::date AS "ago!",
                  (extract(epoch FROM now() - d.updated) / 60)::integer AS "minutes!",
                  to_char(d.publish_at AT TIME ZONE $2, 'YYYY-MM-DD') AS publish_day,
                  to_char(d.publish_at AT TIME ZONE $2, 'FMHH24:MI') AS publish_time, d.failed
           FROM draft d JOIN account a ON a.id::text = d.editor
           LEFT JOIN document p ON p.id = a.person_id
           LEFT JOIN document o ON o.id = d.document_id
           LEFT JOIN slug s ON s.document_id = o.id AND s.current
           WHERE d.dropped IS NULL
             AND (d.editor = $1 OR d.publish_at IS NOT NULL OR a.disabled IS NULL AND a.role IN ('editor', 'administrator'))
             AND CASE WHEN $3::uuid IS NOT NULL THEN d.document_id = $3
                      WHEN $4::text IS NOT NULL THEN d.document_id IS NULL AND d.form = $4 AND d.editor = $1
                      ELSE true END
           ORDER BY d.editor = $1 DESC, d.publish_at, d.updated DESC LIMIT 120"#,
        account,
        zone,
        document,
        form
    );
    Ok(drafts.fetch_all(tx).await?)
}

/// A draft as a form takes it up again.
pub struct Resumed {
    pub id: Uuid,
    pub form: String,
    pub document: Option<Id>,
    pub base: i32,
    pub typed: Typed,
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub publish_day: Option<String>,
    pub publish_time: Option<String>,
    pub failed: Option<String>,
}

pub async fn one(tx: &mut Tx, account: &str, id: Uuid, zone: &str) -> Result<Option<Resumed>> {
    let found = sqlx::query!(
        r#"SELECT id, form, document_id, base_version, pairs AS "pairs: Json<Vec<(String, String)>>", failed,
                  to_char(updated AT TIME ZONE $3, 'YYYY-MM-DD') AS "day!", to_char(updated AT TIME ZONE $3, 'FMHH24:MI') AS "time!",
                  (now() AT TIME ZONE $3)::date - (updated AT TIME ZONE $3)::date AS "ago!",
                  to_char(publish_at AT TIME ZONE $3, 'YYYY-MM-DD') AS publish_day,
                  to_char(publish_at AT TIME ZONE $3, 'FMHH24:MI') AS publish_time
           FROM draft WHERE id = $1 AND editor = $2 AND dropped IS NULL"#,
        id,
        account,
        zone
    );
    Ok(found.fetch_optional(tx).await?.map(|row| Resumed {
        id: row.id,
        form: row.form,
        document: row.document_id,
        base: row.base_version,
        typed: row.pairs.0.into_iter().collect(),
        day: row.day,
        time: row.time,
        ago: row.ago,
        publish_day: row.publish_day,
        publish_time: row.publish_time,
        failed: row.failed,
    }))
}

/// Thrown away; it can be taken back for a day, as the last twenty can. The address of its form.
pub(super) async fn drop_one(tx: &mut Tx, by: &Editor, id: Uuid) -> Result<Option<String>> {
    let dropped = sqlx::query_scalar!(
        "UPDATE draft SET dropped = clock_timestamp() WHERE id = $1 AND editor = $2 AND dropped IS NULL RETURNING form",
        id,
        by.account()
    );
    let form = dropped.fetch_optional(&mut *tx).await?;
    let older = sqlx::query!(
        "DELETE FROM draft WHERE editor = $1 AND dropped IS NOT NULL
         AND id NOT IN (SELECT id FROM draft WHERE editor = $1 AND dropped IS NOT NULL ORDER BY dropped DESC LIMIT 20)",
        by.account()
    );
    older.execute(tx).await?;
    Ok(form)
}

/// What was thrown away is there again; what should have been published meanwhile is not.
pub(super) async fn take_up(tx: &mut Tx, by: &Editor, id: Uuid, now: OffsetDateTime) -> Result<bool> {
    let back = sqlx::query!(
        "UPDATE draft SET dropped = NULL, kept = true,
             publish_at = CASE WHEN failed IS NOT NULL OR publish_at > $3 THEN publish_at END
         WHERE id = $1 AND editor = $2 AND dropped IS NOT NULL",
        id,
        by.account(),
        now
    );
    Ok(back.execute(tx).await?.rows_affected() > 0)
}

/// It stays a draft.
pub(super) async fn unplan(tx: &mut Tx, by: &Editor, id: Uuid) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE draft SET publish_at = NULL, failed = NULL, kept = true
         WHERE id = $1 AND editor = $2 AND dropped IS NULL AND publish_at IS NOT NULL",
        id,
        by.account()
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// A day and a time of day in a time zone, as a moment; the hour that a clock skips in spring is the one after it.
pub(super) async fn moment(tx: &mut Tx, day: &str, time: &str, zone: &str) -> Result<OffsetDateTime> {
    let at = sqlx::query_scalar!(
        r#"SELECT ($1::text || ' ' || $2::text)::timestamp AT TIME ZONE $3 AS "at!""#,
        day,
        time,
        zone
    );
    Ok(at.fetch_one(tx).await?)
}
