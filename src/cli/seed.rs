//! `portail seed`: documents written in TOML, saved as any other change.

use std::path::PathBuf;

use clap::Parser;

use super::Stop;
use super::database::Database;
use crate::site::seed::{folder, sample, sow};

#[derive(Parser)]
pub struct Seed {
    #[command(flatten)]
    pub(super) database: Database,
    /// A folder with one file per document, as kind/slug.toml
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
}

impl Seed {
    pub async fn run(self) -> Result<(), Stop> {
        let documents = match &self.from {
            Some(from) => folder(from)?,
            None => sample()?,
        };
        let opened = self.database.open().await?;
        println!("{}", sow(&opened.store, documents).await?);
        opened.store.close().await;
        Ok(())
    }
}
