//! The programs of a Postgres server, downloaded once where the machine has none.
//!
//! An archive is fetched aside, its digest compared, then it is unpacked aside, and its folder renamed: whatever
//! stands under the name of a version is whole, however often we were killed before. Not in `embedded`, so that
//! `tools/prepare`, which starts servers too, needs no network.

mod archive;
mod place;
mod progress;
mod release;
mod transfer;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::store::embedded::{Error, Supply, User, programs};
use release::{Release, VERSION};

/// The server that is downloaded.
pub const POSTGRES: Supply = Supply { major: release::MAJOR, fetch };

fn fetch(data: &Path, user: Option<User>) -> Result<PathBuf, Error> {
    let place = place::of(data, user)?;
    let broken = |e| Error::Folder(place.clone(), e);
    let held = File::open(&place).map_err(broken)?; // several portals may share a place, see `place`
    held.lock().map_err(broken)?;
    let whole = place.join(VERSION);
    if !whole.exists() {
        let aside = place.join(format!("{VERSION}.new"));
        let made = Release::of_this_machine().and_then(|release| make(&release, &aside));
        let renamed = made.and_then(|()| fs::rename(&aside, &whole).map_err(broken));
        if let Err(why) = renamed {
            let _ = fs::remove_dir_all(&aside);
            let _ = fs::remove_dir(&place); // if it is empty
            return Err(why);
        }
    }
    let bin = whole.join("bin");
    match runs(&bin, user) {
        Ok(()) => Ok(bin),
        Err(why) => Err(Error::Unusable(bin, why)),
    }
}

/// Fetches, compares and unpacks into `aside`, in place of whatever an earlier attempt left there.
fn make(release: &Release, aside: &Path) -> Result<(), Error> {
    let broken = |e| Error::Folder(aside.into(), e);
    let _ = fs::remove_dir_all(aside);
    place::make(aside).map_err(broken)?;
    let file = aside.join("archive.tar.gz");
    transfer::fetch(release, &file)?;
    let packed = File::open(&file).map_err(broken)?;
    fs::remove_file(&file).map_err(broken)?;
    let wrong = |why| Error::Archive(release.url.clone(), why);
    archive::unpack(packed, aside).map_err(|e| wrong(e.to_string()))?;
    if !programs(&aside.join("bin")) {
        return Err(wrong("bin/postgres or bin/initdb is missing".into()));
    }
    #[cfg(target_os = "linux")] // what a loss of power leaves must not look whole
    rustix::fs::syncfs(File::open(aside).map_err(broken)?).map_err(|e| broken(e.into()))?;
    Ok(())
}

/// A library that is missing is known only by running it, as the server's user and from where the server starts.
fn runs(bin: &Path, user: Option<User>) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    let mut postgres = Command::new(bin.join("postgres"));
    postgres.arg("--version").current_dir("/");
    if let Some(user) = user {
        postgres.uid(user.uid).gid(user.gid);
    }
    let said = postgres.output().map_err(|e| e.to_string())?;
    let why = String::from_utf8_lossy(&said.stderr);
    match said.status.success() {
        true => Ok(()),
        false => Err(why.lines().next().map_or(said.status.to_string(), |line| line.trim().to_owned())),
    }
}
