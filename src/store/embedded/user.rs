//! Who runs the server: Postgres refuses root.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::Error;

#[derive(Clone, Copy)]
pub struct User {
    pub uid: u32,
    pub gid: u32,
}

/// Nobody in particular unless we are root; then the cluster's owner, `postgres` or `nobody`.
pub(super) fn server_user(cluster: &Path) -> Result<Option<User>, Error> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    if let Ok(owner) = fs::metadata(cluster).map(|m| User { uid: m.uid(), gid: m.gid() })
        && owner.uid != 0
    {
        return Ok(Some(owner));
    }
    let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let named = |name: &str| {
        let mut fields = passwd.lines().map(|l| l.split(':')).find(|l| l.clone().next() == Some(name))?.skip(2);
        Some(User { uid: fields.next()?.parse().ok()?, gid: fields.next()?.parse().ok()? })
    };
    named("postgres").or_else(|| named("nobody")).map(Some).ok_or(Error::NoUser)
}
