//! Where the portal listens, under which names, and how long.

use std::net::{IpAddr, SocketAddr};

use clap::Args;
use ipnet::IpNet;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::Stop;
use crate::app::{App, Config, Reading};
use crate::routes;
use crate::site::editing::keep_publishing;
use crate::site::images;
use crate::web::host::without_port;
use crate::web::server::{Limits, serve};

#[derive(Args)]
pub struct Listen {
    /// Address and port to listen on
    #[arg(long = "listen", env = "PORTAIL_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDR:PORT")]
    address: SocketAddr,
    /// Further host names under which people reach the portal
    #[arg(long = "host", env = "PORTAIL_HOSTS", value_delimiter = ',', value_name = "NAME")]
    hosts: Vec<String>,
    /// The time zone in which days begin and end, instead of the one that administrators chose
    #[arg(long, env = "PORTAIL_TIME_ZONE", value_name = "ZONE")]
    time_zone: Option<String>,
    /// A proxy in front of the portal whose X-Forwarded-For is believed, as an address or a network
    #[arg(long = "trusted-proxy", env = "PORTAIL_TRUSTED_PROXIES", value_delimiter = ',', value_name = "NET", value_parser = network)]
    trusted_proxies: Vec<IpNet>,
    /// Whom people may ask for an account, as an e-mail address
    #[arg(long, env = "PORTAIL_CONTACT", value_name = "EMAIL")]
    contact: Option<String>,
    /// Months after which editors are asked whether a mission that goes on still does [default: 6]
    #[arg(long, env = "PORTAIL_STALE_MONTHS", value_name = "MONTHS", value_parser = clap::value_parser!(u16).range(1..=1200))]
    stale_months: Option<u16>,
}

/// `10.0.0.0/8`, or one address.
fn network(text: &str) -> Result<IpNet, String> {
    let one = text.parse::<IpAddr>().map(IpNet::from);
    one.or_else(|_| text.parse::<IpNet>()).map_err(|_| "write an address, or a network like 10.0.0.0/8".into())
}

impl Listen {
    /// Taken first: whether the port is free can be known before anything is started.
    pub async fn bind(&self) -> Result<TcpListener, Stop> {
        TcpListener::bind(self.address).await.map_err(|why| {
            Stop(format!("cannot listen on {}: {why}. Choose another address with --listen ADDR:PORT.", self.address))
        })
    }

    /// What an operator decides, as the portal has it.
    pub fn config(&self, public_url: String, reading: Option<Reading>, demo: bool) -> Config {
        Config {
            hosts: self.hosts(&public_url),
            public_url,
            time_zone: self.time_zone.clone(),
            reading,
            trusted_proxies: self.trusted_proxies.clone(),
            contact: self.contact.clone(),
            stale_months: self.stale_months,
            demo,
        }
    }

    /// The allow-list: this machine's own names, the public one, and those that were added.
    fn hosts(&self, public_url: &str) -> Vec<String> {
        let public = public_url.split("://").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
        let own = ["localhost", "127.0.0.1", "[::1]", without_port(public)].map(str::to_owned);
        own.into_iter().chain(self.hosts.iter().cloned()).collect()
    }
}

/// Resolves at SIGTERM or Ctrl-C, which are listened for from the call on.
pub fn stop() -> Result<impl Future<Output = ()>, Stop> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        tracing::info!("stopping");
    })
}

/// Answers requests until it is told to stop, then lets what is under way finish.
pub async fn until_stopped(listener: TcpListener, app: App, stop: impl Future<Output = ()>) {
    let fresh = tokio::spawn(app.clone().keep_fresh());
    let publishing = tokio::spawn(keep_publishing(app.clone()));
    let swept = tokio::spawn(images::sweeping(app.store.clone()));
    serve(listener, routes::all(app), Limits::default(), stop).await;
    fresh.abort();
    publishing.abort();
    swept.abort();
}
