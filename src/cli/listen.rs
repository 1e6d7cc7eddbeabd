//! Where the portal listens, under which names, and how long.

use std::net::SocketAddr;

use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::Stop;
use crate::app::App;
use crate::routes;
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
    /// The time zone in which days begin and end
    #[arg(long, env = "PORTAIL_TIME_ZONE", default_value = "Europe/Paris", value_name = "ZONE")]
    pub time_zone: String,
}

impl Listen {
    /// Taken first: whether the port is free can be known before anything is started.
    pub async fn bind(&self) -> Result<TcpListener, Stop> {
        TcpListener::bind(self.address).await.map_err(|why| {
            Stop(format!("cannot listen on {}: {why}. Choose another address with --listen ADDR:PORT.", self.address))
        })
    }

    /// The allow-list: this machine's own names, the public one, and those that were added.
    pub fn hosts(&self, public_url: &str) -> Vec<String> {
        let public = public_url.split("://").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
        let own = ["localhost", "127.0.0.1", "[::1]", without_port(public)].map(str::to_owned);
        own.into_iter().chain(self.hosts.iter().cloned()).collect()
    }
}

/// Answers requests until SIGTERM or Ctrl-C, then lets what is under way finish.
pub async fn until_stopped(listener: TcpListener, app: App) -> Result<(), Stop> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let stop = async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        tracing::info!("stopping");
    };
    serve(listener, routes::all(app), Limits::default(), stop).await;
    Ok(())
}
