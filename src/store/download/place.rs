//! Where downloaded programs are kept.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::store::embedded::{Error, User};

/// A folder that is there, as an absolute path: in the data folder. Started by root, the server runs as another
/// user, who may not pass through `/root`: then where the system keeps what can be fetched again. (A descriptor
/// as for the cluster does not help: Postgres asks for its own real path and looks for its files from there.)
pub(super) fn of(data: &Path, user: Option<User>) -> Result<PathBuf, Error> {
    let broken = |e| Error::Folder(data.into(), e);
    let data = data.canonicalize().map_err(broken)?;
    let place = match user {
        Some(user) if !may_walk(user, &data) => cache(),
        _ => data,
    };
    let place = place.join("postgres-bin");
    make(&place).and_then(|()| place.canonicalize()).map_err(|e| Error::Folder(place, e))
}

/// A folder that everybody may read, whatever the umask says.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

/// systemd names one of the service's own.
fn cache() -> PathBuf {
    std::env::var_os("CACHE_DIRECTORY").map_or("/var/cache/portail".into(), PathBuf::from)
}

/// Whether all of an absolute path can be walked by someone who is not root.
fn may_walk(user: User, folder: &Path) -> bool {
    folder.ancestors().all(|folder| {
        fs::metadata(folder).is_ok_and(|found| {
            let whose = [found.uid() == user.uid, found.gid() == user.gid, true];
            let bit = [0o100, 0o010, 0o001].into_iter().zip(whose).find(|(_, is)| *is).expect("the last is true").0;
            found.mode() & bit != 0
        })
    })
}
