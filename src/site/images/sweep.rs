//! Images that were brought and then not used.

use std::time::Duration;

use futures_util::FutureExt;

use super::queries;
use crate::error::Result;
use crate::history;
use crate::store::Store;

/// Days for which an image waits for its document.
const DAYS: i32 = 7;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Takes them away: how many. Whoever saves meanwhile comes before or after, never between.
pub async fn sweep(store: &Store) -> Result<u64> {
    let swept = store.write(|tx| {
        async move {
            history::queries::lock(tx).await?;
            queries::sweep(tx, DAYS).await
        }
        .boxed()
    });
    swept.await
}

/// Does so every hour as long as the portal runs; what cannot be done now is done the next time.
pub async fn sweeping(store: Store) {
    loop {
        tokio::time::sleep(HOUR).await;
        match sweep(&store).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "images that nobody used are gone"),
            Err(why) => tracing::warn!(%why, "unused images stay for now"),
        }
    }
}
