//! Where `initdb` and `postgres` are.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Error, User};

/// Where programs come from when the machine has none that fit.
pub struct Supply {
    /// The major version that it brings.
    pub major: &'static str,
    /// Returns their folder, which `user` can read, whether they were fetched now or earlier. Blocks.
    pub fetch: fn(data: &Path, user: Option<User>) -> Result<PathBuf, Error>,
}

/// Instead of a folder: no program of this machine is looked at.
const DOWNLOAD: &str = "download";

/// The folder of `initdb` and `postgres`: the one that was named, else of the version that made the
/// cluster, else the first on the PATH, else the newest in the usual places, else what `supply` brings.
pub(super) fn binaries(
    data: &Path,
    cluster: &Path,
    user: Option<User>,
    supply: Option<&Supply>,
) -> Result<PathBuf, Error> {
    let named = std::env::var_os("PORTAIL_POSTGRES_BIN");
    let found: Vec<_> = places(named.as_deref()).into_iter().filter(|bin| programs(bin)).collect();
    let made_by = fs::read_to_string(cluster.join("PG_VERSION")).ok().map(|version| version.trim().to_owned());
    let fits = |bin: &&PathBuf| made_by.is_none() || major(bin) == made_by;
    if let Some(bin) = found.iter().find(fits) {
        return Ok(bin.clone());
    }
    // whoever names a folder wants no other
    let supply = supply.filter(|_| named.as_ref().is_none_or(|named| named == DOWNLOAD));
    let mut versions: Vec<_> = found.iter().filter_map(|bin| major(bin)).collect();
    if let Some(supply) = supply {
        if made_by.as_deref().is_none_or(|made_by| made_by == supply.major) {
            return (supply.fetch)(data, user);
        }
        versions.push(format!("{} to download", supply.major));
    }
    match made_by {
        Some(made_by) if !versions.is_empty() => Err(Error::Version(cluster.into(), made_by, versions.join(", "))),
        _ => Err(match named.filter(|named| named != DOWNLOAD) {
            Some(named) => Error::NamedWithout(named.into()),
            None => Error::NoBinaries,
        }),
    }
}

/// Whether a folder holds the programs.
pub fn programs(bin: &Path) -> bool {
    bin.join("postgres").is_file() && bin.join("initdb").is_file()
}

fn places(named: Option<&OsStr>) -> Vec<PathBuf> {
    match named {
        Some(named) if named == DOWNLOAD => Vec::new(),
        Some(named) => vec![PathBuf::from(named)],
        None => {
            let path = std::env::var_os("PATH").unwrap_or_default();
            std::env::split_paths(&path).chain(usual_places()).collect()
        }
    }
}

fn usual_places() -> impl Iterator<Item = PathBuf> {
    let parents = [
        "/usr/lib/postgresql",
        "/usr",
        "/opt/homebrew/opt",
        "/usr/local/opt",
        "/Applications/Postgres.app/Contents/Versions",
    ];
    let mut bins: Vec<_> = parents
        .iter()
        .filter_map(|p| fs::read_dir(p).ok())
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file())
        .filter_map(|bin| Some((major(&bin)?.parse::<u32>().ok()?, bin)))
        .collect();
    bins.sort_by_key(|bin| std::cmp::Reverse(bin.0));
    bins.into_iter().map(|(_, bin)| bin)
}

fn major(bin: &Path) -> Option<String> {
    let said = Command::new(bin.join("postgres")).arg("--version").output().ok()?.stdout;
    let said = String::from_utf8(said).ok()?; // postgres (PostgreSQL) 15.18 (Debian …)
    Some(said.split_whitespace().nth(2)?.split(|c: char| !c.is_ascii_digit()).next()?.to_owned())
}
