//! `portail export` and `portail import`: the whole content as files, and back.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;

use super::Stop;
use super::database::Database;
use crate::site::seed::{FORMER, Former, Images, bring_all_in, export, folder, former};

#[derive(Parser)]
pub struct Export {
    #[command(flatten)]
    pub(super) database: Database,
    /// The folder to write into; made if there is none, refused if something is in it
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

#[derive(Parser)]
pub struct Import {
    #[command(flatten)]
    pub(super) database: Database,
    /// A folder with one file per document, as kind/slug.toml, and their images in images/
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// Only say what would become of the documents
    #[arg(long)]
    check: bool,
}

impl Export {
    pub async fn run(self) -> Result<(), Stop> {
        let broken = |path: &Path, why: std::io::Error| Stop(format!("cannot write {}: {why}.", path.display()));
        fs::create_dir_all(&self.to).map_err(|why| broken(&self.to, why))?;
        if fs::read_dir(&self.to).map_err(|why| broken(&self.to, why))?.next().is_some() {
            return Err(Stop(format!("{} is not empty. Choose a new folder with --to.", self.to.display())));
        }
        let opened = self.database.open_existing().await?;
        let files = export(&opened.store, &self.to).await?;
        println!("{files} files in {}.", self.to.display());
        opened.store.close().await;
        Ok(())
    }
}

impl Import {
    pub async fn run(self) -> Result<(), Stop> {
        let documents = folder(&self.from)?;
        let (former, images) = (self.former()?, Images::of_folder(&self.from)?);
        let opened = self.database.open().await?;
        let sown = bring_all_in(&opened.store, documents, former, images, !self.check).await?;
        println!("{}{sown}", if self.check { "Nothing was saved. " } else { "" });
        opened.store.close().await;
        Ok(())
    }

    fn former(&self) -> Result<Former, Stop> {
        match fs::read_to_string(self.from.join(FORMER)) {
            Ok(text) => Ok(former(&text)?),
            Err(_) => Ok(Former::new()), // an export without renamed documents has none
        }
    }
}
