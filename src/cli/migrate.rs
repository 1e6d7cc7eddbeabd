//! `portail migrate`: for operators who change the schema apart from the start of the new release.

use clap::Parser;

use super::Stop;
use super::database::Database;

#[derive(Parser)]
pub struct Migrate {
    #[command(flatten)]
    pub(super) database: Database,
}

impl Migrate {
    pub async fn run(self) -> Result<(), Stop> {
        self.database.open().await?.store.close().await;
        println!("The schema is up to date.");
        Ok(())
    }
}
