//! Unpacks an archive, and nothing of it outside of its folder. tar's own `unpack` steps over names that lead
//! outside and keeps links that do; here both are refused, as nobody who packs a server needs them.

use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Component, Path, PathBuf};

use flate2::read::GzDecoder;
use tar::{Archive, Entry, EntryType};

use super::place::make;

/// Everything is below one folder of the archive, whose content goes `into` ours: readable by all, writable by us.
pub(super) fn unpack(packed: impl Read, into: &Path) -> io::Result<()> {
    for entry in Archive::new(GzDecoder::new(packed)).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.into_owned();
        let refused = |why: &str| io::Error::other(format!("{} {why}", name.display()));
        let inner = below_first(&name).ok_or_else(|| refused("leads outside"))?;
        match place(&mut entry, &inner, into) {
            Ok(true) => {}
            Ok(false) => return Err(refused("leads outside, or is neither file, folder nor link")),
            Err(why) => return Err(refused(&format!("cannot be unpacked ({why})"))),
        }
    }
    Ok(())
}

/// False if it must not be.
fn place(entry: &mut Entry<impl Read>, inner: &Path, into: &Path) -> io::Result<bool> {
    let at = into.join(inner);
    let kind = entry.header().entry_type();
    if inner.as_os_str().is_empty() {
        return Ok(kind.is_dir());
    }
    let parent = at.parent().expect("it is below a folder");
    make(parent)?;
    if parent.canonicalize()? != parent {
        return Ok(false); // through a link
    }
    let target = entry.link_name()?.unwrap_or_default().into_owned();
    match kind {
        EntryType::Directory => make(&at)?,
        EntryType::Regular => write(entry, &at)?,
        EntryType::Symlink if stays(inner, &target) => symlink(target, at)?,
        EntryType::Link => match below_first(&target).map(|other| into.join(other)) {
            Some(other) if other.canonicalize()? == other => fs::hard_link(other, at)?,
            _ => return Ok(false),
        },
        _ => return Ok(false),
    }
    Ok(true)
}

fn write(entry: &mut Entry<impl Read>, at: &Path) -> io::Result<()> {
    let mode = if entry.header().mode()? & 0o100 == 0 { 0o644 } else { 0o755 };
    let mut file = File::create_new(at)?;
    io::copy(entry, &mut file)?;
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// The name without its first folder; none if it leads up or begins at the root.
fn below_first(name: &Path) -> Option<PathBuf> {
    let mut parts = name.components().filter(|part| *part != Component::CurDir);
    matches!(parts.next(), Some(Component::Normal(_))).then_some(())?;
    parts.map(|part| Some(part).filter(|part| matches!(part, Component::Normal(_)))).collect()
}

/// Whether a link leads no further up than it is deep. Up again after down could be down a link.
fn stays(link: &Path, target: &Path) -> bool {
    let mut parts = target.components().filter(|part| *part != Component::CurDir).peekable();
    let mut up = 0;
    while parts.next_if_eq(&Component::ParentDir).is_some() {
        up += 1;
    }
    up < link.components().count() && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_stays_in_the_folder() {
        let stays = |link: &str, target: &str| stays(link.as_ref(), target.as_ref());
        assert!(stays("bin/postmaster", "postgres") && stays("lib/a/b", "../../share/x") && stays("lib/a", "./b"));
        assert!(!stays("bin/postmaster", "../../etc") && !stays("a", "../a") && !stays("lib/a", "/etc/passwd"));
        assert!(!stays("lib/deep/a", "b/../../x"), "b may be a link");
    }

    #[test]
    fn a_name_stays_in_the_folder() {
        let inner = |name: &str| below_first(name.as_ref());
        assert_eq!(inner("postgresql-15/bin/postgres"), Some("bin/postgres".into()));
        assert_eq!((inner("./top/"), inner("top")), (Some("".into()), Some("".into())));
        assert!(["../evil", "top/../../evil", "/etc/passwd", ""].iter().all(|name| inner(name).is_none()));
    }
}
