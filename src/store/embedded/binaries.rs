//! Where `initdb` and `postgres` are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Error;

/// The folder of `initdb` and `postgres`: the one that was named, else of the version that made the
/// cluster, else the first on the PATH, else the newest in the usual places.
pub(super) fn binaries(cluster: &Path) -> Result<PathBuf, Error> {
    let mut found: Vec<_> = match std::env::var_os("PORTAIL_POSTGRES_BIN") {
        Some(named) => vec![PathBuf::from(named)],
        None => {
            let path = std::env::var_os("PATH").unwrap_or_default();
            std::env::split_paths(&path).chain(usual_places()).collect()
        }
    };
    found.retain(|bin| bin.join("postgres").is_file() && bin.join("initdb").is_file());
    let Ok(made_by) = fs::read_to_string(cluster.join("PG_VERSION")) else {
        return found.into_iter().next().ok_or(Error::NoBinaries);
    };
    let versions: Vec<_> = found.iter().filter_map(|bin| major(bin)).collect();
    match found.into_iter().find(|bin| major(bin).as_deref() == Some(made_by.trim())) {
        Some(bin) => Ok(bin),
        None if versions.is_empty() => Err(Error::NoBinaries),
        None => Err(Error::Version(cluster.into(), made_by.trim().into(), versions.join(", "))),
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
