//! `portail serve`: the portal on a database of the company's own.

use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;

use super::listen::{Listen, stop, until_stopped};
use super::post::Post;
use super::provider::Provider;
use super::{Stop, database, first};
use crate::app::{App, Clock, Reading};
use crate::store::{Store, Unusable, migrate};

#[derive(Parser)]
pub struct Serve {
    #[command(flatten)]
    listen: Listen,
    /// The database, as postgres://user:password@host/name
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// A file that holds it instead, for secrets that are mounted
    #[arg(long, env = "DATABASE_URL_FILE")]
    database_url_file: Option<PathBuf>,
    /// The address that people type, as https://portail.example.org
    #[arg(long, env = "PORTAIL_PUBLIC_URL")]
    public_url: String,
    /// Who may read, whatever administrators chose: everyone who reaches the portal, or members who signed in
    #[arg(long, env = "PORTAIL_READING", value_enum)]
    reading: Option<Reading>,
    #[command(flatten)]
    post: Post,
    #[command(flatten)]
    provider: Provider,
}

impl Serve {
    pub async fn run(self) -> Result<(), Stop> {
        let public_url = self.public_url.trim_end_matches('/').to_owned();
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(Stop(format!(
                "--public-url {public_url} is no address. Write it as https://portail.example.org."
            )));
        }
        let (mail, provider) = (self.post.mail()?, self.provider.checked()?);
        let options = database::url(self.database_url.as_deref(), self.database_url_file.as_deref())?;
        let options = options.ok_or_else(|| Stop("no database: set DATABASE_URL, or try `portail demo`.".into()))?;
        let listener = self.listen.bind().await?;
        let config = self.listen.config(public_url, self.reading, false);
        let app = App::new(Store::lazy(options), config, Clock::System).with_mail(mail).with_provider(provider);
        tracing::info!(address = %listener.local_addr()?, public_url = app.config.public_url, "listening");
        let stop = stop()?;
        let ready = tokio::spawn(until_ready(app.clone()));
        tokio::select! {
            () = until_stopped(listener, app, stop) => Ok(()),
            unusable = wrong(ready) => Err(unusable),
        }
    }
}

/// Waits for the database as long as it takes; only a wrong one is worth giving up for.
async fn until_ready(app: App) -> Result<(), Unusable> {
    loop {
        match migrate(&app.store.pool).await {
            Ok(()) if app.refresh().await.is_ok() => break app.set_ready(),
            Ok(()) => {}
            Err(Unusable::Away(why)) => tracing::warn!(%why, "waiting for the database"),
            Err(why) => return Err(why),
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    tracing::info!("ready");
    if let Err(why) = first::announce(&app).await {
        tracing::error!(%why, "the link for the first administrator could not be made");
    }
    Ok(())
}

/// Resolves only if the database turns out to be unusable.
async fn wrong(ready: tokio::task::JoinHandle<Result<(), Unusable>>) -> Stop {
    match ready.await {
        Ok(Err(why)) => why.into(),
        _ => std::future::pending().await,
    }
}
