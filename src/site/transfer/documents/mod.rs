//! All documents as one file: out, and in again by way of a preview.

mod pages;
mod view;

use std::path::PathBuf;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::mpsc;

use crate::app::App;
use crate::error::Result;
use crate::site::seed::{Snapshot, pack};
use crate::web::asking::Administering;
pub use pages::{create, index, show, update};

/// Bytes that are sent at a time, and how many such pieces may wait for a slow reader.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 64;

type Piece = std::io::Result<Bytes>;

/// `GET /administration/portail.tar.gz`: one moment of the database, packed while it is sent. If anything breaks on the
/// way the answer breaks off, so that nobody takes half of it for the whole.
pub async fn archive(State(app): State<App>, Administering(_): Administering) -> Result<Response> {
    let snapshot = Snapshot::open(&app.store).await?;
    let now = app.clock.now();
    let folder = format!("portail-{}", now.date());
    let disposition = format!("attachment; filename=\"{folder}.tar.gz\"");
    let (files, from) = mpsc::channel::<(PathBuf, Vec<u8>)>(16);
    let (pieces, body) = mpsc::channel::<Piece>(WAITING);
    let broken = pieces.clone();
    let read = tokio::spawn(async move { snapshot.send(&files).await });
    let packed = tokio::task::spawn_blocking(move || {
        let mut from = Received(from);
        let seconds = u64::try_from(now.unix_timestamp()).unwrap_or_default();
        let mut out = Pieces { to: pieces, waiting: Vec::with_capacity(PIECE) };
        // the receiver goes with this thread: whoever still sends learns that nobody listens
        pack(&mut from, &folder, seconds, &mut out).map(|()| out)
    });
    tokio::spawn(async move {
        let (packed, read) = (packed.await, read.await);
        let is_whole = matches!(&read, Ok(Ok(())));
        let ended = match packed {
            Ok(Ok(out)) if is_whole => out.end().await,
            _ => Err(std::io::Error::other("the export broke off")),
        };
        if let Err(why) = ended {
            tracing::warn!(%why, ?read, "an export was not finished");
            let _ = broken.send(Err(why)).await;
        }
    });
    let body = stream::unfold(body, |mut body| async { body.recv().await.map(|piece| (piece, body)) });
    let headers = [
        (header::CONTENT_TYPE, "application/gzip"),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, Body::from_stream(body)).into_response())
}

/// The files as they come.
struct Received(mpsc::Receiver<(PathBuf, Vec<u8>)>);

impl Iterator for Received {
    type Item = (PathBuf, Vec<u8>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.blocking_recv()
    }
}

/// What is packed, in pieces. The last one is held back until everything before it is known to be whole.
struct Pieces {
    to: mpsc::Sender<Piece>,
    waiting: Vec<u8>,
}

impl std::io::Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.waiting.len() + bytes.len() > PIECE && !self.waiting.is_empty() {
            let piece = std::mem::replace(&mut self.waiting, Vec::with_capacity(PIECE));
            self.to.blocking_send(Ok(piece.into())).map_err(|_| std::io::Error::other("nobody reads any more"))?;
        }
        self.waiting.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Pieces {
    async fn end(self) -> std::io::Result<()> {
        self.to.send(Ok(self.waiting.into())).await.map_err(|_| std::io::Error::other("nobody reads any more"))
    }
}
