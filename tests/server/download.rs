//! A machine without Postgres: its programs come from a place that serves an archive made for the test.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tar::EntryType;

use crate::child::{Running, demo, refusal};
use crate::mirror::{Answer, Archive, Mirror, digest};

/// A folder that any user may walk to, which a checkout below `/root` is not; gone when it is dropped.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("portail-download-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        Self(path)
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    /// A demo that sees no Postgres of this machine.
    fn demo(&self, mirror: &str) -> Command {
        let mut command = demo(&self.data());
        command.envs([("PORTAIL_POSTGRES_BIN", "download"), ("PORTAIL_POSTGRES_MIRROR", mirror)]);
        command.envs([("NO_PROXY", "127.0.0.1"), ("CACHE_DIRECTORY", self.0.join("cache").to_str().unwrap())]);
        command
    }

    /// Nothing was fetched, nothing half-made is left, and no cluster was made.
    fn is_untouched(&self) -> bool {
        let names = fs::read_dir(self.data()).unwrap().map(|entry| entry.unwrap().file_name());
        names.collect::<Vec<_>>() == ["lock"] && !self.0.join("cache/postgres-bin").exists()
    }

    fn fetched(&self) -> PathBuf {
        version(&self.data().join("postgres-bin"))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The only thing in a folder.
#[track_caller]
fn version(folder: &Path) -> PathBuf {
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The last line on stderr: a sentence of ours that names these and what to do instead.
#[track_caller]
fn assert_says(said: &str, words: &[&str]) {
    let last = said.lines().last().unwrap();
    let instead = ["apt install postgresql", "PORTAIL_POSTGRES_BIN", "PORTAIL_POSTGRES_MIRROR"];
    assert!(last.starts_with("portail: ") && last.ends_with('.') && !said.contains("panicked"), "{said}");
    assert!(words.iter().chain(&instead).all(|word| last.contains(word)), "{words:?}: {said}");
}

#[tokio::test]
async fn programs_that_are_missing_are_downloaded_once() {
    let place = Place::new("once");
    let mirror = Mirror::of(&Archive::of_a_server().packed());
    let mut portal = Running::start(&mut place.demo(&mirror.address));
    assert_eq!(portal.get("/").await.status, 200);
    let said = portal.said();
    let lines: Vec<_> = (1..=10).map(|tenth| format!("portail: {tenth}0 % of 1.0 MB\n")).collect();
    assert!(said.contains(&format!("{}15.", mirror.address)) && said.contains(&lines.concat()), "{said}");
    let asked = mirror.asked();
    assert!(asked.len() == 2 && asked[1].ends_with(".tar.gz") && asked[0] == format!("{}.sha256", asked[1]));
    portal.signal("TERM");
    assert!(portal.ended_within(Duration::from_secs(10)).success(), "{}", portal.said());
    let mut again = Running::start(&mut place.demo("http://127.0.0.1:9"));
    assert_eq!(again.get("/").await.status, 200);
    assert!(!again.said().contains("downloading"), "{}", again.said());
}

/// The server's own user must not be able to change what it runs.
#[tokio::test]
async fn what_was_downloaded_is_ours_and_all_may_read_it() {
    let place = Place::new("modes");
    let mirror = Mirror::of(&Archive::of_a_server().packed());
    let mut command = Command::new("sh");
    command.args(["-c", "umask 077; exec \"$@\"", "sh"]);
    let demo = place.demo(&mirror.address);
    command.arg(demo.get_program()).args(demo.get_args());
    command.envs(demo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    fs::create_dir(place.data()).unwrap(); // the umask would keep the server's user out of it
    Running::start(&mut command).address();
    let mode = |name: &str| fs::metadata(place.fetched().join(name)).unwrap();
    let modes = ["", "bin", "bin/postgres", "share/noise"].map(|name| mode(name).mode() & 0o7777);
    assert_eq!(modes, [0o755, 0o755, 0o755, 0o644]);
    assert_eq!(mode("bin/postgres").uid(), fs::metadata("/proc/self").unwrap().uid());
}

/// `/root` is nobody's business, and Postgres wants to know where it really is.
#[tokio::test]
async fn a_data_folder_where_the_servers_user_may_not_go_is_no_obstacle() {
    let place = Place::new("closed");
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return println!("skipped: only root runs its server as another user");
    }
    fs::create_dir(place.data()).unwrap();
    fs::set_permissions(place.data(), fs::Permissions::from_mode(0o700)).unwrap();
    let mirror = Mirror::of(&Archive::of_a_server().packed());
    for _ in ["first start", "second start"] {
        let mut portal = Running::start(&mut place.demo(&mirror.address));
        assert_eq!(portal.get("/").await.status, 200);
    }
    assert_eq!(mirror.asked().len(), 2);
    assert!(version(&place.0.join("cache/postgres-bin")).join("bin/postgres").exists());
    assert!(!place.data().join("postgres-bin").exists());
}

#[test]
fn another_digest_is_refused_before_anything_is_unpacked() {
    let place = Place::new("digest");
    let (good, evil) = (Archive::of_a_server().packed(), Archive::new().program("postgres", "evil").packed());
    let mirror = Mirror::of(&good);
    mirror.answers(".tar.gz", Answer::Whole(evil.clone()));
    let said = refusal(place.demo(&mirror.address));
    assert_says(&said, &[&digest(&good), &digest(&evil), &mirror.address]);
    assert!(place.is_untouched());
}

#[tokio::test]
async fn an_operator_may_name_the_digest() {
    let place = Place::new("pinned");
    let archive = Archive::of_a_server().packed();
    let mirror = Mirror::of(&archive);
    let pinned = |digest: &str| {
        let mut command = place.demo(&mirror.address);
        command.env("PORTAIL_POSTGRES_SHA256", digest);
        command
    };
    let said = refusal(pinned("12345"));
    assert!(said.contains("PORTAIL_POSTGRES_SHA256 is “12345”, which is not") && mirror.asked().is_empty(), "{said}");
    assert_says(&refusal(pinned(&digest(b"another"))), &[&digest(b"another"), &digest(&archive)]);
    assert!(place.is_untouched());
    let mut portal = Running::start(&mut pinned(&digest(&archive).to_uppercase()));
    assert_eq!(portal.get("/").await.status, 200);
    assert!(!mirror.asked().iter().any(|path| path.ends_with(".sha256")), "{:?}", mirror.asked());
}

#[test]
fn what_a_place_does_not_have_is_said() {
    let place = Place::new("404");
    let mirror = Mirror::empty();
    assert_says(&refusal(place.demo(&mirror.address)), &["answers 404: ", &mirror.address]);
    mirror.answers(".sha256", Answer::Whole("<html>Welcome".into()));
    assert_says(&refusal(place.demo(&mirror.address)), &["no SHA-256", ".tar.gz.sha256"]);
    mirror.answers(".sha256", Answer::Whole(digest(b"").into()));
    assert_says(&refusal(place.demo(&mirror.address)), &["answers 404: ", &mirror.address]);
    assert!(place.is_untouched());
}

#[test]
fn without_a_network_it_is_said_at_once_what_to_install() {
    let place = Place::new("offline");
    for nowhere in ["http://127.0.0.1:9", "http://portail.invalid"] {
        assert_says(&refusal(place.demo(nowhere)), &["no Postgres server found", "cannot be reached", nowhere]);
    }
    assert!(place.is_untouched());
    let said = refusal(place.demo("ftp://127.0.0.1/"));
    assert!(said.contains("PORTAIL_POSTGRES_MIRROR is “ftp://127.0.0.1/”, which is not an address"), "{said}");
}

#[test]
fn a_place_that_is_silent_is_not_waited_for() {
    let place = Place::new("silent");
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let start = Instant::now();
    let mut portal = Running::start(&mut place.demo(&format!("https://{}", silent.local_addr().unwrap())));
    assert!(!portal.ended_within(Duration::from_secs(8)).success());
    println!("refused after {:?}", start.elapsed());
    assert_says(&portal.said(), &["cannot be reached", "no answer in time"]);
}

#[test]
fn half_an_archive_is_refused() {
    let place = Place::new("half");
    let archive = Archive::of_a_server().packed();
    let mirror = Mirror::of(&archive);
    mirror.answers(".tar.gz", Answer::Part(archive, 400_000));
    assert_says(&refusal(place.demo(&mirror.address)), &["broke off after ", " bytes", "try again"]);
    assert!(place.is_untouched());
}

#[tokio::test]
async fn a_download_that_was_killed_is_begun_again() {
    let place = Place::new("killed");
    let archive = Archive::of_a_server().packed();
    let mirror = Mirror::of(&archive);
    mirror.answers(".tar.gz", Answer::Stuck(archive.clone(), 600_000));
    let mut portal = Running::start(&mut place.demo(&mirror.address));
    portal.says("portail: 50 %");
    drop(portal); // kill -9
    let left = place.fetched();
    assert!(left.extension().is_some_and(|end| end == "new"), "{left:?}");
    // as if it had been killed while unpacking, too
    fs::create_dir(left.join("bin")).unwrap();
    fs::write(left.join("bin/postgres"), "half").unwrap();
    mirror.answers(".tar.gz", Answer::Whole(archive));
    let mut portal = Running::start(&mut place.demo(&mirror.address));
    assert_eq!(portal.get("/").await.status, 200);
    assert!(place.fetched().join("bin/initdb").exists());
}

#[test]
fn an_archive_reaches_nothing_outside_of_its_folder() {
    let place = Place::new("evil");
    let outside = place.data().join("postgres-bin/evil");
    let evil = |name: &str| Archive::of_a_server().file(name, 0o644, b"evil");
    let link = |name: &str, target: &str, kind| Archive::of_a_server().link(name, target, kind);
    let through = link("postgresql/lib", "share", EntryType::Symlink).file("postgresql/lib/evil", 0o644, b"evil");
    let archives = [
        evil("../evil"),
        evil("postgresql/../../evil"),
        evil("/evil"),
        link("postgresql/evil", "/etc", EntryType::Symlink),
        link("postgresql/share/evil", "../../evil", EntryType::Symlink),
        link("postgresql/evil", "../../../../../../../etc/passwd", EntryType::Link),
        link("postgresql/evil", "postgresql/bin/postmaster", EntryType::Link),
        link("postgresql/evil", "", EntryType::Fifo),
        through,
    ];
    for (n, archive) in archives.into_iter().enumerate() {
        let mirror = Mirror::of(&archive.packed());
        let said = refusal(place.demo(&mirror.address));
        assert_says(&said, &["evil", "leads outside", "nothing of it was kept"]);
        assert!(place.is_untouched() && !outside.exists() && !Path::new("/evil").exists(), "{n}");
    }
}

#[test]
fn an_archive_of_something_else_is_refused() {
    let place = Place::new("else");
    let archives =
        [Archive::new().program("postgres", "").packed(), b"<html>Welcome".to_vec(), Archive::new().packed()];
    for archive in archives {
        let said = refusal(place.demo(&Mirror::of(&archive).address));
        assert_says(&said, &["cannot be used", "nothing of it was kept"]);
        assert!(place.is_untouched());
    }
}

#[test]
fn programs_that_do_not_run_here_say_why() {
    let place = Place::new("library");
    let missing = "#!/bin/sh\necho 'postgres: error while loading shared libraries: libxml2.so.2' >&2\nexit 127\n";
    let archive = Archive::new().program("postgres", missing).program("initdb", missing);
    let mirror = Mirror::of(&archive.packed());
    assert_says(&refusal(place.demo(&mirror.address)), &["does not run here", "libxml2.so.2"]);
    // it is not downloaded again and again
    assert_says(&refusal(place.demo("http://127.0.0.1:9")), &["does not run here", "libxml2.so.2"]);
}

#[test]
fn nothing_is_asked_for_data_of_another_version() {
    let place = Place::new("version");
    fs::create_dir_all(place.data().join("postgres")).unwrap();
    fs::write(place.data().join("postgres/PG_VERSION"), "9\n").unwrap();
    let mirror = Mirror::of(&Archive::of_a_server().packed());
    let said = refusal(place.demo(&mirror.address));
    assert!(said.contains("was made by Postgres 9, found only 15 to download. Install Postgres 9"), "{said}");
    assert!(mirror.asked().is_empty());
}
