//! Publishes what is due, in the name of whoever planned it. Any number of instances may do so at once: each draft is
//! published by the one write that holds it, and only once.

mod queries;

use std::time::Duration;

use futures_util::FutureExt;
use uuid::Uuid;

use self::queries::Due;
use super::is_field;
use crate::access::accounts;
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::{self, Base, Change, Edit, Origin, Saved};
use crate::site::KINDS;
use crate::site::editing::address::Target;
use crate::site::editing::links;
use crate::site::editing::sent::note;
use crate::store::{Tx, begin_step, keep_step, undo_step};

/// How late something may be published.
const EVERY: Duration = Duration::from_secs(5);

/// Rounds between two sweeps: an hour.
const SWEEP: u32 = 720;

/// Goes on as long as the portal runs. What goes wrong is tried again.
pub async fn keep_publishing(app: App) {
    for round in 0.. {
        tokio::time::sleep(EVERY).await;
        if !app.is_ready() {
            continue;
        }
        if let Err(why) = publish_due(&app).await {
            tracing::warn!(%why, "what is due could not be published; it will be tried again");
        }
        if round % SWEEP == 0
            && let Err(why) = sweep(&app).await
        {
            tracing::warn!(%why, "old drafts could not be swept");
        }
    }
}

/// Old drafts that nobody kept on purpose go: how many.
pub async fn sweep(app: &App) -> Result<u64> {
    app.store.write(|tx| queries::sweep(tx).boxed()).await
}

/// Publishes all that is due: how many drafts, also those that could not be.
pub async fn publish_due(app: &App) -> Result<usize> {
    let (now, zone) = (app.clock.now(), app.time_zone());
    let mut done = 0;
    while queries::is_due(&mut *app.store.pool.acquire().await?, now).await? {
        let zone = zone.clone();
        let next = app.store.write(move |tx| {
            async move {
                // before the draft's row, as whoever saves a form does
                history::queries::lock(tx).await?;
                let Some(due) = queries::due(tx, now, &zone).await? else { return Ok(false) };
                settle(tx, due).await.map(|()| true)
            }
            .boxed()
        });
        if !next.await? {
            break;
        }
        done += 1;
    }
    Ok(done)
}

/// Either way the draft is settled: what cannot be published now is not tried for ever.
async fn settle(tx: &mut Tx, due: Due) -> Result<()> {
    let id = due.id;
    begin_step(tx).await?;
    let failed = match publish(tx, due).await {
        Ok(None) => None,
        Ok(Some(why)) => Some(why),
        Err(Error::Busy) => return Err(Error::Busy),
        Err(Error::Invalid(_) | Error::Needed(_)) => Some("check"),
        Err(why) => {
            tracing::error!(%why, draft = %id, "could not be published");
            Some("fault")
        }
    };
    match failed {
        None => keep_step(tx).await?,
        Some(_) => undo_step(tx).await?,
    }
    tracing::info!(draft = %id, failed, "published what was due");
    queries::settle(tx, id, failed).await
}

/// Saves it as its form would have; or why not.
async fn publish(tx: &mut Tx, due: Due) -> Result<Option<&'static str>> {
    let account = Uuid::parse_str(&due.editor).ok();
    let editor = match account {
        Some(account) => accounts::editor(tx, account).await?,
        None => None,
    };
    let Some(editor) = editor else { return Ok(Some("role")) };
    let editable = Target::of(&due.form)?.editable;
    if let Some(id) = due.document
        && history::queries::current(tx, id).await?.is_none_or(|now| now.removed)
    {
        return Ok(Some("removed"));
    }
    let typed = due.typed.without(is_field);
    let Ok(mut mine) = editable.read(tx, &typed).await? else { return Ok(Some("check")) };
    if let Some(publish) = editable.publish {
        publish(&mut mine, &due.day);
    }
    let before = match due.document {
        Some(id) => Some(editable.kind.load(tx, id).await?),
        None => None,
    };
    // a page that a text leads to may have been removed since it was planned
    if !links::dead(tx, editable, &mine, before.as_ref()).await?.0.is_empty() {
        return Ok(Some("check"));
    }
    let edit = Edit { kind: editable.kind, document: due.document, base: Base::Version(due.base), mine };
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok());
    let change = Change { origin: Origin::Form, note: note(&typed), once, edits: vec![edit] };
    let saved = history::save(tx, &editor, KINDS, change).await?;
    Ok(matches!(saved, Saved::Conflict(_)).then_some("clash"))
}
