//! Requests to the provider: ureq, which blocks, on a thread of its own.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use openidconnect::{HttpRequest, HttpResponse};
use ureq::Agent;

use crate::app::provider::Provider;

/// For one request, from the name of the host to the last byte.
const TIME: Duration = Duration::from_secs(5);

/// Bytes of an answer: a set of keys has a few thousand.
const MOST: u64 = 1024 * 1024;

/// Why there is no answer. Nothing that was sent is in its words.
#[derive(Debug, thiserror::Error)]
pub enum Silent {
    #[error(transparent)]
    Request(#[from] ureq::Error),
    #[error("it answers {0}")]
    Failing(u16),
    #[error("the request broke off")]
    Broken,
}

/// What the library sends requests with. Redirects are not followed: they would lead wherever somebody likes.
pub fn client(provider: &Provider) -> impl Fn(HttpRequest) -> BoxFuture<'static, Result<HttpResponse, Silent>> + use<> {
    let config = Agent::config_builder()
        .timeout_global(Some(TIME))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .https_only(!provider.is_local())
        .user_agent("portail");
    let config = if provider.is_local() { config.proxy(None) } else { config };
    let agent: Agent = config.build().into();
    move |request| {
        let agent = agent.clone();
        async move {
            let sent = tokio::task::spawn_blocking(move || send(&agent, request)).await;
            sent.unwrap_or(Err(Silent::Broken))
        }
        .boxed()
    }
}

fn send(agent: &Agent, request: HttpRequest) -> Result<HttpResponse, Silent> {
    let (head, body) = agent.run(request)?.into_parts();
    if head.status.is_server_error() {
        return Err(Silent::Failing(head.status.as_u16()));
    }
    let body = body.into_with_config().limit(MOST).read_to_vec()?;
    Ok(HttpResponse::from_parts(head, body))
}
