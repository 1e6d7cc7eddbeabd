//! The accept loop: what `axum::serve` cannot be told. HTTP/1 only, with a limit on everything a slow
//! or silent client could hold.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower::ServiceExt;

pub struct Limits {
    /// Open at once; who comes later waits in the kernel's queue.
    pub connections: usize,
    /// From the first waiting moment to the last header; also ends idle keep-alive connections.
    pub header: Duration,
    /// After the signal to stop, for what is under way. Service managers grant ten seconds for everything.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 900, header: Duration::from_secs(10), drain: Duration::from_secs(8) }
    }
}

/// Serves until `stop` resolves, then drains; what is left after `limits.drain` is cut off.
pub async fn serve(listener: TcpListener, app: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header).max_headers(64).max_buf_size(64 * 1024);
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = async {
            let place = places.clone().acquire_owned().await.expect("never closed");
            (place, listener.accept().await)
        };
        let (place, (stream, peer)) = tokio::select! {
            (place, accepted) = accepted => match accepted {
                Ok(accepted) => (place, accepted),
                // out of descriptors: give connections time to end
                Err(_) => { tokio::time::sleep(Duration::from_millis(50)).await; continue }
            },
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        let app = app.clone();
        let service = service_fn(move |mut request| {
            request.extensions_mut().insert(ConnectInfo(peer));
            app.clone().oneshot(request)
        });
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            let _ = connection.await; // a client's broken connection is the client's affair
            drop(place);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(limits.drain, graceful.shutdown()).await;
}
