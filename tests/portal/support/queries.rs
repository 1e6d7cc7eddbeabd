//! Counts the statements that sqlx logs while a future runs on this thread.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use tracing::instrument::WithSubscriber;
use tracing::{Dispatch, Event, Subscriber, field};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

struct Count(Arc<AtomicUsize>);

struct Summary(String);

impl field::Visit for Summary {
    fn record_debug(&mut self, field: &field::Field, value: &dyn std::fmt::Debug) {
        if field.name() == "summary" {
            self.0 = format!("{value:?}");
        }
    }
}

impl<S: Subscriber> Layer<S> for Count {
    fn on_event(&self, event: &Event, _: Context<S>) {
        let mut summary = Summary(String::new());
        event.record(&mut summary);
        // the pool's guard asks on every connection; it is no query of the page
        let guard = summary.0.contains("statement_timestamp");
        if event.metadata().target() == "sqlx::query" && !guard {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// While there is but one subscriber in a process, `tracing` asks the current thread whether anybody wants an event, and
/// remembers a « no » for all threads. A second one, kept for ever, makes it ask them all.
static ANOTHER: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(tracing_subscriber::registry()));

/// Work whose events all go to a subscriber.
pub async fn listening<T>(work: impl Future<Output = T>, to: impl Into<Dispatch>) -> T {
    LazyLock::force(&ANOTHER);
    work.with_subscriber(to).await
}

pub async fn count_queries<T>(work: impl Future<Output = T>) -> (T, usize) {
    let count = Arc::new(AtomicUsize::new(0));
    let subscriber = tracing_subscriber::registry().with(Count(count.clone()));
    let done = listening(work, subscriber).await;
    (done, count.load(Ordering::Relaxed))
}
