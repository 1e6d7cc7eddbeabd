//! The cluster's folder, and the processes that run in it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::user::User;

/// The cluster's folder, held open: `path` for people, `fd` for processes that may not walk there.
pub(super) struct Folder {
    path: PathBuf,
    fd: OwnedFd,
}

impl Folder {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { path: path.canonicalize()?, fd: File::open(path)?.into() })
    }

    /// A name of the folder that works in this process and, once inherited, in the server.
    pub(super) fn short(&self) -> String {
        match cfg!(target_os = "linux") {
            true => format!("/proc/self/fd/{}", self.fd.as_raw_fd()),
            false => self.path.display().to_string(),
        }
    }

    pub(super) fn command(&self, program: PathBuf, user: Option<User>) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/").stdin(Stdio::null()).env_remove("LC_ALL");
        // meant for another server: `PGDATESTYLE` and others would be defaults of ours
        let elsewhere = |name: &OsString| name.as_encoded_bytes().starts_with(b"PG");
        std::env::vars_os().map(|(name, _)| name).filter(elsewhere).for_each(|name| {
            command.env_remove(name);
        });
        command.process_group(0); // Ctrl-C in a terminal must not end the server before the portal has drained
        if let Some(user) = user {
            command.uid(user.uid).gid(user.gid);
        }
        let fd = self.fd.as_raw_fd();
        // SAFETY: only async-signal-safe system calls between fork and exec; the descriptor is open.
        unsafe {
            command.pre_exec(move || {
                let fd = std::os::fd::BorrowedFd::borrow_raw(fd);
                fcntl_setfd(fd, FdFlags::empty())?; // inherited by the child alone
                #[cfg(target_os = "linux")] // after setuid, which would clear it
                rustix::process::set_parent_process_death_signal(Some(Signal::INT))?;
                Ok(())
            })
        };
        command
    }

    pub(super) fn spawn(
        &self,
        bin: &Path,
        user: Option<User>,
        log: File,
        stale: Option<Pid>,
    ) -> io::Result<(Pid, JoinHandle<io::Result<ExitStatus>>)> {
        let mut command = self.command(bin.join("postgres"), user);
        command.args(["-D", &self.short(), "-k", &self.short(), "-p", "5432"]);
        for setting in
            ["listen_addresses=", "max_connections=60", "shared_buffers=64MB", "unix_socket_permissions=0700"]
        {
            command.args(["-c", setting]);
        }
        if let Some(stale) = stale {
            // what `pg_ctl` says of its own parent: a living process of this number is no reason to refuse. The
            // other check stays: a process that is still attached to the cluster's shared memory is one
            command.env("PG_GRANDPARENT_PID", stale.as_raw_nonzero().to_string());
        }
        command.stdout(Stdio::null()).stderr(log);
        let (tell, told) = std::sync::mpsc::channel();
        let server = std::thread::Builder::new().name("postgres".into()).spawn(move || {
            let child = command.spawn();
            let _ = tell.send(child.as_ref().map(|c| c.id()).map_err(|e| io::Error::new(e.kind(), e.to_string())));
            child?.wait()
        })?;
        let id = told.recv().map_err(io::Error::other)??;
        Ok((Pid::from_raw(id as i32).expect("a child has a process id"), server))
    }

    /// Process id and readiness from `postmaster.pid` (lines 1 and 8).
    pub(super) fn postmaster(&self) -> Option<(Pid, bool)> {
        let text = fs::read_to_string(self.path.join("postmaster.pid")).ok()?;
        let mut lines = text.lines();
        let pid = Pid::from_raw(lines.next()?.trim().parse().ok()?)?;
        Some((pid, lines.nth(6).is_some_and(|status| status.trim() == "ready")))
    }

    /// Ends a server of this folder that outlived its portal. We hold the lock, so no living portal owns it.
    /// Otherwise the number in a stale file, which may be another program's by now.
    pub(super) fn stop_runaway(&self) -> io::Result<Option<Pid>> {
        let Some((pid, _)) = self.postmaster() else { return Ok(None) };
        if !self.is_served_by(pid) {
            return Ok(Some(pid));
        }
        let _ = kill_process(pid, Signal::INT);
        let deadline = Instant::now() + Duration::from_secs(30);
        while self.is_served_by(pid) && self.postmaster().is_some() {
            if Instant::now() > deadline {
                return Err(io::Error::other(format!("process {} does not end", pid.as_raw_nonzero())));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(None)
    }

    /// Whether the process is a Postgres that works in this folder. Where we may not look, its owner decides.
    fn is_served_by(&self, pid: Pid) -> bool {
        if !cfg!(target_os = "linux") {
            return test_kill_process(pid).is_ok();
        }
        let process = PathBuf::from(format!("/proc/{}", pid.as_raw_nonzero()));
        let is_postgres = fs::read_to_string(process.join("comm")).is_ok_and(|name| name.trim() == "postgres");
        let (Ok(owner), Ok(folder)) = (fs::metadata(&process), fs::metadata(&self.path)) else { return false };
        let is_here = match fs::metadata(process.join("cwd")) {
            Ok(place) => (place.dev(), place.ino()) == (folder.dev(), folder.ino()),
            Err(_) => owner.uid() == folder.uid(),
        };
        is_postgres && is_here
    }
}
