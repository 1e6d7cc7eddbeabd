//! Which archive this machine needs, where it is, and which digest it must have.

use std::env::consts::{ARCH, OS};

use crate::store::embedded::Error;

pub(super) const MAJOR: &str = "15";
pub(super) const VERSION: &str = "15.19.0";
const BASE: &str = "https://github.com/theseus-rs/postgresql-binaries/releases/download";

/// By platform, the SHA-256 of the archive of `VERSION`. How they were learnt: docs/decisions/0006.
const ARCHIVES: [(&str, &str); 4] = [
    ("x86_64-unknown-linux-gnu", "556ad48b5e59fec8fd7c732cb86a8b6606eb4890cb1ce4266e7487a51f2ed971"),
    ("aarch64-unknown-linux-gnu", "50d20ffbd7d864eecc6eab8f854ba5f2e8a4f3e50645753fbf0e5929765e76be"),
    ("x86_64-apple-darwin", "e37b8890570f413dca754d093a5ff390834eccac8648988fd5a262d65f14ff88"),
    ("aarch64-apple-darwin", "66461013bc02d7d07f385a6d69cd8d0743cb7ff482c4cd8c2fb1ab78e7f8c709"),
];

pub(super) struct Release {
    pub(super) url: String,
    /// In small letters; without it, what the file beside the archive says.
    pub(super) digest: Option<String>,
}

impl Release {
    pub(super) fn of_this_machine() -> Result<Self, Error> {
        let libc = if cfg!(target_env = "musl") { "musl" } else { "gnu" };
        let (target, known) =
            archive(OS, ARCH, libc).ok_or_else(|| Error::Platform(format!("{OS} on {ARCH} ({libc})")))?;
        let mirror = setting("PORTAIL_POSTGRES_MIRROR");
        if let Some(mirror) = mirror.as_ref().filter(|m| !m.starts_with("http://") && !m.starts_with("https://")) {
            return Err(Error::Setting("PORTAIL_POSTGRES_MIRROR", mirror.clone(), "an address (http or https)"));
        }
        let pinned = setting("PORTAIL_POSTGRES_SHA256").map(|digest| digest.to_lowercase());
        if let Some(wrong) = pinned.as_ref().filter(|digest| !is_digest(digest)) {
            return Err(Error::Setting("PORTAIL_POSTGRES_SHA256", wrong.clone(), "a SHA-256 of 64 hexadecimal digits"));
        }
        // who names another place may offer another build there
        let known = Some(known.to_owned()).filter(|_| mirror.is_none());
        let base = mirror.as_deref().unwrap_or(BASE).trim_end_matches('/');
        Ok(Self { url: format!("{base}/{VERSION}/postgresql-{VERSION}-{target}.tar.gz"), digest: pinned.or(known) })
    }
}

pub(super) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

fn archive(os: &str, processor: &str, libc: &str) -> Option<(&'static str, &'static str)> {
    let target = match (os, libc) {
        ("linux", "gnu") => format!("{processor}-unknown-linux-gnu"),
        ("macos", _) => format!("{processor}-apple-darwin"),
        _ => return None,
    };
    ARCHIVES.into_iter().find(|(known, _)| *known == target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_platforms_have_an_archive_and_no_other_gets_one_that_cannot_run() {
        let name = |os, processor, libc| archive(os, processor, libc).map(|(target, _)| target);
        assert_eq!(name("linux", "x86_64", "gnu"), Some("x86_64-unknown-linux-gnu"));
        assert_eq!(name("linux", "aarch64", "gnu"), Some("aarch64-unknown-linux-gnu"));
        assert_eq!(name("macos", "aarch64", "gnu"), Some("aarch64-apple-darwin"));
        let without = [("linux", "x86_64", "musl"), ("linux", "riscv64", "gnu"), ("freebsd", "x86_64", "gnu")];
        assert!(without.iter().all(|(os, processor, libc)| name(os, processor, libc).is_none()));
        assert!(VERSION.starts_with(&format!("{MAJOR}.")));
    }

    #[test]
    fn every_digest_is_one() {
        assert!(ARCHIVES.iter().all(|(_, digest)| is_digest(digest)));
        assert!(!is_digest(&"g".repeat(64)) && !is_digest(&"a".repeat(63)) && !is_digest(""));
    }
}
