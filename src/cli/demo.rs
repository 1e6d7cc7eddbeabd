//! `portail demo`: nothing to install and nothing to decide.

use std::path::PathBuf;

use clap::Parser;

use super::listen::{Listen, stop, until_stopped};
use super::provider::Provider;
use super::{Stop, database, first};
use crate::app::{App, Clock, Reading};
use crate::site::seed;
use crate::store::migrate;

/// What the portal's own Postgres reads from the environment alone, as it is a matter of the machine.
const POSTGRES: &str = "\
The Postgres server that it starts, from the environment:
  PORTAIL_POSTGRES_BIN     The folder of initdb and postgres, or “download” to look at none of this machine
                           [default: on the PATH and in the usual places, else downloaded]
  PORTAIL_POSTGRES_MIRROR  Where to download from, instead of GitHub
  PORTAIL_POSTGRES_SHA256  The digest that the archive must have";

#[derive(Parser)]
#[command(after_help = POSTGRES)]
pub struct Demo {
    #[command(flatten)]
    listen: Listen,
    /// The folder that keeps everything between two starts
    #[arg(long, env = "PORTAIL_DATA", default_value = "data")]
    data: PathBuf,
    #[command(flatten)]
    provider: Provider,
}

impl Demo {
    pub async fn run(self) -> Result<(), Stop> {
        let provider = self.provider.checked()?;
        let listener = self.listen.bind().await?;
        // a name, not a number: passkeys and cookies belong to names
        let public_url = format!("http://localhost:{}", listener.local_addr()?.port());
        let mut server = database::start(&self.data).await?;
        let store = database::own_database(&server.socket()).await?;
        migrate(&store.pool).await?;
        if seed::is_empty(&store).await? {
            let sown = seed::sow(&store, seed::sample()?).await?;
            println!("{sown}");
        }
        let config = self.listen.config(public_url, Some(Reading::Open), true);
        let app = App::new(store.clone(), config, Clock::System).with_provider(provider);
        app.refresh().await?;
        let greetings = first::greetings(&app).await?;
        app.set_ready();
        // whoever reads the address may already ask, or tell us to end
        let stop = stop()?;
        println!("Portail: {}  (data in {}, Ctrl-C stops it)", app.config.public_url, self.data.display());
        println!("One-time links to sign in, one per role:\n{}", greetings.join("\n"));
        until_stopped(listener, app, stop).await;
        store.close().await;
        server.stop();
        Ok(())
    }
}
