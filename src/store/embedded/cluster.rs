//! Makes the cluster, aside and then renamed: a half-made one would look like a whole one.

use std::fs;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::path::Path;

use super::folder::Folder;
use super::user::User;
use super::{Error, ROLE};

pub(super) fn make_cluster(bin: &Path, path: &Path, user: Option<User>) -> Result<(), Error> {
    let aside = path.with_extension("new");
    let broken = |e| Error::Folder(aside.clone(), e);
    let mut refused = String::new();
    for locale in ["C.UTF-8", "en_US.UTF-8", "C"] {
        let _ = fs::remove_dir_all(&aside);
        fs::DirBuilder::new().mode(0o700).create(&aside).map_err(broken)?;
        if let Some(user) = user {
            chown(&aside, Some(user.uid), Some(user.gid)).map_err(broken)?;
        }
        let folder = Folder::open(&aside).map_err(broken)?;
        let mut initdb = folder.command(bin.join("initdb"), user);
        initdb.args(["-D", &folder.short(), "-U", ROLE, "--auth=trust", "--encoding=UTF8", "--no-instructions"]);
        initdb.args([&format!("--locale={locale}"), "--lc-messages=C"]);
        let said = initdb.output().map_err(|e| Error::Initdb(e.to_string()))?;
        if said.status.success() {
            return fs::rename(&aside, path).map_err(broken);
        }
        refused = String::from_utf8_lossy(&said.stderr)
            .lines()
            .filter(|l| l.contains("rror") || l.contains("FATAL"))
            .collect::<Vec<_>>()
            .join(" ");
        if !refused.contains("locale") {
            break;
        }
    }
    let _ = fs::remove_dir_all(&aside);
    Err(Error::Initdb(refused))
}
