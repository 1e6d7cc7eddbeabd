//! Where a request comes from: the peer's address, or what a trusted proxy says of it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::access::Client;
use crate::app::{App, Config};
use crate::error::{Error, Result};

/// What a request came from, for handlers.
pub struct From(pub Client);

impl<S: Send + Sync> FromRequestParts<S> for From {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let client = parts.extensions.get::<Client>().cloned();
        client.map(Self).ok_or_else(|| Error::Internal("the layer `client` is missing".into()))
    }
}

/// The layer that finds it out, once per request.
pub async fn client(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let address = address(&app.config, peer.unwrap_or(Ipv4Addr::LOCALHOST.into()), request.headers());
    let device = device(request.headers());
    request.extensions_mut().insert(Client { address, device });
    next.run(request).await
}

/// Walks `X-Forwarded-For` from its end for as long as trusted proxies speak. Nobody else is believed.
fn address(config: &Config, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let said = headers.get_all("x-forwarded-for").into_iter().filter_map(|value| value.to_str().ok());
    let said: Vec<&str> = said.flat_map(|value| value.split(',')).map(str::trim).collect();
    let mut address = peer.to_canonical();
    for before in said.into_iter().rev() {
        let Some(before) = config.trusts(address).then(|| before.parse::<IpAddr>().ok()).flatten() else { break };
        address = before.to_canonical();
    }
    address
}

/// Browsers and systems by the words that tell them apart; the order matters, since all call themselves the others.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// « Firefox, Linux »; empty for what is no browser that we know.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let known =
        |names: &[(&str, &'static str)]| names.iter().find(|(word, _)| agent.contains(word)).map(|(_, name)| *name);
    [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(trusted: &[&str]) -> Config {
        let trusted_proxies = trusted.iter().map(|net| net.parse().unwrap()).collect();
        Config { trusted_proxies, ..Config::default() }
    }

    fn seen(trusted: &[&str], peer: &str, said: &str) -> String {
        let headers = HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), said.parse().unwrap())]);
        address(&config(trusted), peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(seen(&[], "203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(seen(&["10.0.0.0/8"], "10.0.0.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(seen(&["10.0.0.0/8"], "10.0.0.1", "192.0.2.7, 198.51.100.1, 10.0.0.2"), "198.51.100.1");
        assert_eq!(seen(&["10.0.0.0/8"], "10.0.0.1", "nonsense"), "10.0.0.1");
        assert_eq!(seen(&["10.0.0.0/8"], "::ffff:10.0.0.1", "198.51.100.1"), "198.51.100.1");
    }

    #[test]
    fn a_device_is_named_by_browser_and_system() {
        let of = |agent: &str| device(&HeaderMap::from_iter([(header::USER_AGENT, agent.parse().unwrap())]));
        assert_eq!(of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox, Linux");
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(of(iphone), "Safari, iPhone");
        assert_eq!(of("curl/8.5"), "");
    }
}
