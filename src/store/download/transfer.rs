//! From an address into a file, with its digest.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

use sha2::{Digest, Sha256};
use ureq::Agent;

use super::progress::Progress;
use super::release::{Release, is_digest};
use crate::store::embedded::Error;

/// Fetches the archive of a release. Unless it has the release's digest, that is an error and `file` worth nothing.
pub(super) fn fetch(release: &Release, file: &Path) -> Result<(), Error> {
    let agent = agent(&release.url);
    eprintln!("portail: downloading a Postgres server, once: {}", release.url);
    let expected = match &release.digest {
        Some(digest) => digest.clone(),
        None => beside(&agent, &release.url)?,
    };
    let found = copy(&agent, release, file)?;
    match found == expected {
        true => Ok(()),
        false => Err(Error::Digest(release.url.clone(), found, expected)),
    }
}

/// Who has no network learns it within six seconds, and nothing that is silent is waited for much longer. From
/// https it never goes on to http.
fn agent(url: &str) -> Agent {
    let config = Agent::config_builder()
        .https_only(url.starts_with("https://"))
        .user_agent(concat!("portail/", env!("CARGO_PKG_VERSION")))
        .timeout_resolve(Some(Duration::from_secs(5)))
        .timeout_connect(Some(Duration::from_secs(5)))
        .timeout_recv_response(Some(Duration::from_secs(15)))
        .timeout_per_read(Some(Duration::from_secs(30)));
    config.build().into()
}

/// What `archive.tar.gz.sha256` says: as `sha256sum` writes it, digest and name.
fn beside(agent: &Agent, url: &str) -> Result<String, Error> {
    let url = format!("{url}.sha256");
    let mut answer = agent.get(&url).call().map_err(|why| refused(&url, why))?;
    let text = answer.body_mut().with_config().limit(10_000).read_to_string().unwrap_or_default();
    let digest = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    match is_digest(&digest) {
        true => Ok(digest),
        false => Err(Error::NoDigest(url)),
    }
}

fn copy(agent: &Agent, release: &Release, file: &Path) -> Result<String, Error> {
    let broken = |e| Error::Folder(file.into(), e);
    let answer = agent.get(&release.url).call().map_err(|why| refused(&release.url, why))?;
    let mut progress = Progress::begin(answer.body().content_length());
    let mut body = answer.into_body().into_reader();
    let (mut file, mut digest) = (File::create(file).map_err(broken)?, Sha256::new());
    let (mut piece, mut came) = (vec![0; 64 * 1024], 0);
    loop {
        let read = body.read(&mut piece).map_err(|e| Error::Cut(release.url.clone(), came, e.to_string()))?;
        if read == 0 {
            break;
        }
        file.write_all(&piece[..read]).map_err(broken)?;
        digest.update(&piece[..read]);
        came += read as u64;
        progress.is_at(came);
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn refused(url: &str, why: ureq::Error) -> Error {
    match why {
        ureq::Error::StatusCode(status) => Error::Refused(url.into(), status),
        ureq::Error::Timeout(_) => Error::Unreachable(url.into(), "no answer in time".into()),
        why => Error::Unreachable(url.into(), why.into_io().to_string()),
    }
}
