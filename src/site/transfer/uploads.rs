//! What was uploaded and waits for its import: for the account that uploaded it, under a random number, for a day.

use futures_util::FutureExt;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::queries;
use crate::access::Viewer;
use crate::app::App;
use crate::error::{Error, Result};

/// Uploads that one account may have waiting; the oldest goes for a new one.
pub const WAITING: i64 = 5;

/// Hours until a preview is forgotten.
pub const HOURS: i32 = 24;

/// Files that are taken apart at the same time: each may fill a good part of the memory.
static PLACES: Semaphore = Semaphore::const_new(2);

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Purpose {
    Documents,
    People,
}

pub struct Upload {
    pub id: Uuid,
    pub name: String,
    pub body: Vec<u8>,
    /// How it is to be read, as pairs.
    pub choices: String,
}

impl Purpose {
    pub fn code(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::People => "people",
        }
    }
}

/// Keeps an upload, and forgets those that are too old or too many.
pub async fn keep(
    app: &App,
    by: &Viewer,
    purpose: Purpose,
    name: String,
    body: Vec<u8>,
    choices: String,
) -> Result<Uuid> {
    let (id, account) = (Uuid::new_v4(), by.account());
    let upload = Upload { id, name, body, choices };
    let kept = app.store.write(move |tx| {
        async move {
            queries::add(tx, account, purpose, &upload).await?;
            queries::sweep(tx, account).await
        }
        .boxed()
    });
    kept.await?;
    Ok(id)
}

/// Runs work that takes time or memory off the threads that answer everybody.
pub async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _place = PLACES.acquire().await.map_err(|_| Error::Busy)?;
    tokio::task::spawn_blocking(work).await.map_err(|why| Error::Internal(why.to_string()))
}
