//! Why the server cannot be had: one sentence each, with what to do.

use std::io;
use std::path::PathBuf;

/// What helps whoever cannot download.
const INSTALL: &str = "install Postgres (Debian: apt install postgresql), or name the folder of its programs in \
                       PORTAIL_POSTGRES_BIN, or another place to download them from in PORTAIL_POSTGRES_MIRROR.";

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot write to the data folder {0}: {1}. Choose another with --data.")]
    Folder(PathBuf, io::Error),
    #[error("another portal is running on {0}. Stop it, or choose another folder with --data.")]
    Busy(PathBuf),
    #[error(
        "no Postgres server found (initdb and postgres). Install one (Debian: apt install postgresql), or name the \
         folder of its programs in PORTAIL_POSTGRES_BIN."
    )]
    NoBinaries,
    #[error(
        "{0}, which PORTAIL_POSTGRES_BIN names, holds no Postgres server (initdb and postgres). Name the folder that does, \
         or unset it. Install one where there is none (Debian: apt install postgresql)."
    )]
    NamedWithout(PathBuf),
    #[error("{0} was made by Postgres {1}, found only {2}. Install Postgres {1}, or import an export.")]
    Version(PathBuf, String, String),
    #[error("running as root needs a user `postgres` or `nobody` to run the server as.")]
    NoUser,
    #[error("initdb failed: {0}")]
    Initdb(String),
    #[error("Postgres did not start: {0}")]
    Start(String),
    /// The operating system and the processor.
    #[error("no Postgres server found (initdb and postgres), and none can be downloaded for {0}: {INSTALL}")]
    Platform(String),
    /// A variable of the environment, its value, and what it should be.
    #[error("{0} is “{1}”, which is not {2}. Correct it.")]
    Setting(&'static str, String, &'static str),
    #[error("no Postgres server found (initdb and postgres), and {0} cannot be reached ({1}): {INSTALL}")]
    Unreachable(String, String),
    #[error("no Postgres server found (initdb and postgres), and {0} answers {1}: {INSTALL}")]
    Refused(String, u16),
    /// The address, how many bytes came, and why no more did.
    #[error("the download of {0} broke off after {1} bytes ({2}): try again, or {INSTALL}")]
    Cut(String, u64, String),
    #[error("{0} holds no SHA-256, so nothing was downloaded: {INSTALL}")]
    NoDigest(String),
    /// The address, what came and what was expected.
    #[error("{0} has the SHA-256 {1}, expected was {2}, so nothing of it was kept or run: try again, or {INSTALL}")]
    Digest(String, String, String),
    #[error("the archive {0} cannot be used ({1}), so nothing of it was kept: {INSTALL}")]
    Archive(String, String),
    /// The folder of the programs, and what they said.
    #[error("the Postgres that was downloaded to {0} does not run here ({1}): {INSTALL}")]
    Unusable(PathBuf, String),
}
