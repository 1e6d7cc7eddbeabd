//! The portal's own Postgres: finds the binaries, makes the cluster, runs the server, stops it.
//!
//! Three traps shape this file, each with a test in `tests/server/embedded.rs`:
//! * Postgres refuses root, and the user that it gets instead may not pass through `/root`. The
//!   server therefore receives its folder as an open descriptor (`/proc/self/fd/N`), which also
//!   lifts the 107 byte limit on socket paths.
//! * `PR_SET_PDEATHSIG` fires when the *thread* that spawned the child ends, so the server is
//!   spawned by a thread of its own, which then waits for it.
//! * A half-made cluster looks like a whole one: it is made aside and renamed.

mod binaries;
mod cluster;
mod error;
mod folder;
mod user;

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use binaries::binaries;
pub use binaries::{Supply, programs};
use cluster::make_cluster;
pub use error::Error;
use folder::Folder;
pub use user::User;
use user::server_user;

/// The database role and superuser of the embedded cluster.
pub const ROLE: &str = "portail";

/// A running server. Dropping it stops it.
pub struct Embedded {
    pid: Pid,
    folder: Folder,
    server: Option<JoinHandle<io::Result<ExitStatus>>>,
    _lock: File,
}

impl Embedded {
    /// Starts the server of `data`, making its cluster if there is none. Blocks: a second or two.
    pub fn start(data: &Path) -> Result<Self, Error> {
        Self::start_with(data, None)
    }

    /// The same, and asks `supply` if the machine has no programs that fit; that may take minutes.
    pub fn start_or_fetch(data: &Path, supply: &Supply) -> Result<Self, Error> {
        Self::start_with(data, Some(supply))
    }

    fn start_with(data: &Path, supply: Option<&Supply>) -> Result<Self, Error> {
        let broken = |e| Error::Folder(data.into(), e);
        fs::create_dir_all(data).map_err(broken)?;
        let lock = lock(data)?;
        let path = data.join("postgres");
        let user = server_user(&path)?;
        let bin = binaries(data, &path, user, supply)?;
        if !path.join("PG_VERSION").exists() {
            make_cluster(&bin, &path, user)?;
        }
        let folder = Folder::open(&path).map_err(broken)?;
        let stale = folder.stop_runaway().map_err(|e| Error::Start(e.to_string()))?;
        let file = data.join("postgres.log");
        let mut started = Self { pid: Pid::INIT, folder, server: None, _lock: lock };
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let log = File::create(&file).map_err(broken)?;
            let spawned = started.folder.spawn(&bin, user, log, stale).map_err(|e| Error::Start(e.to_string()))?;
            (started.pid, started.server) = (spawned.0, Some(spawned.1));
            match started.wait_until_ready(&file) {
                // the children of a server that was killed need a moment to end, a long one on a slow disk
                Err(Error::Start(why)) if why.contains("shared memory block") && Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(100));
                }
                Err(e) => return Err(e),
                Ok(()) => return Ok(started),
            }
        }
    }

    /// The folder of the server's socket, short enough for any path; good while this value lives.
    pub fn socket(&self) -> String {
        self.folder.short()
    }

    pub fn pid(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// The fast shutdown: sessions are ended, everything is written.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            let _ = kill_process(self.pid, Signal::INT);
            let _ = server.join();
        }
    }

    fn wait_until_ready(&mut self, log: &Path) -> Result<(), Error> {
        let deadline = Instant::now() + Duration::from_secs(60); // recovery after a crash may be long
        loop {
            if self.folder.postmaster().is_some_and(|(pid, ready)| ready && pid == self.pid) {
                return Ok(());
            }
            let ended = self.server.as_ref().is_none_or(|s| s.is_finished());
            if ended || Instant::now() > deadline {
                return Err(Error::Start(last_lines(log)));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The server of another portal that runs on the same folder.
pub struct Attached(Folder);

impl Attached {
    pub fn to(data: &Path) -> Result<Self, Error> {
        let folder = Folder::open(&data.join("postgres")).map_err(|e| Error::Folder(data.into(), e))?;
        match folder.postmaster() {
            Some((_, true)) => Ok(Self(folder)),
            _ => Err(Error::Busy(data.into())), // it is only just starting, or stopping
        }
    }

    /// The folder of the server's socket, good while this value lives.
    pub fn socket(&self) -> String {
        self.0.short()
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock(data: &Path) -> Result<File, Error> {
    let file = File::options().create(true).truncate(false).write(true).open(data.join("lock"));
    let file = file.map_err(|e| Error::Folder(data.into(), e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Busy(data.into())),
        Err(TryLockError::Error(e)) => Err(Error::Folder(data.into(), e)),
    }
}

fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<_> =
        text.lines().filter(|l| l.contains("FATAL") || l.contains("PANIC") || l.contains("HINT")).collect();
    lines[lines.len().saturating_sub(2)..].join(" ")
}
