//! `portail export` and `portail import`: the whole content as files, and back.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;

use super::Stop;
use super::database::Database;
use crate::site::seed::{Brought, Images, bring_in, files, files_in};

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
    /// A folder with one file per document, as kind/slug.toml, and their images in images/; or a .tar.gz or .tar of one; or one such file
    #[arg(long, value_name = "DIR|FILE")]
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
        let files = files(&opened.store).await?;
        for (path, text) in &files {
            let path = self.to.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(|why| broken(folder, why))?;
            }
            fs::write(&path, text).map_err(|why| broken(&path, why))?;
        }
        println!("{} files in {}.", files.len(), self.to.display());
        opened.store.close().await;
        Ok(())
    }
}

impl Import {
    pub async fn run(self) -> Result<(), Stop> {
        let brought = self.brought()?;
        brought.aside.iter().for_each(|name| eprintln!("Left aside, no document: {name}"));
        let opened = self.database.open().await?;
        let sown = bring_in(&opened.store, brought, !self.check).await?;
        println!("{}{sown}", if self.check { "Nothing was saved. " } else { "" });
        opened.store.close().await;
        Ok(())
    }

    fn brought(&self) -> Result<Brought, Stop> {
        if !self.from.is_file() {
            let images = Images::of_folder(&self.from)?;
            return Ok(Brought { images, ..Brought::of(files_in(&self.from)?) });
        }
        let name = self.from.display();
        if self.from.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) {
            return Err(Stop(format!(
                "{name} is a table of people: import it on the portal's page /edition/import, where its columns are seen."
            )));
        }
        let bytes = fs::read(&self.from).map_err(|why| Stop(format!("{name} cannot be read: {why}.")))?;
        Ok(Brought::of_file(&name.to_string(), bytes))
    }
}
