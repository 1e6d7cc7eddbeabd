//! The portal's own Postgres, seen from outside.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portail::store::embedded::{Attached, Embedded, Error};
use sqlx::{Connection, PgConnection};

use crate::child::{Running, alive, demo, kill_all, postmaster, refusal, wait_until};
use crate::support::{folder, on};

async fn note(socket: &str) {
    let mut db = PgConnection::connect_with(&on(socket).database("postgres")).await.unwrap();
    sqlx::raw_sql("CREATE TABLE IF NOT EXISTS note (n int); INSERT INTO note VALUES (1)")
        .execute(&mut db)
        .await
        .unwrap();
}

async fn notes(socket: &str) -> i64 {
    let mut db = PgConnection::connect_with(&on(socket).database("postgres")).await.unwrap();
    sqlx::query_scalar("SELECT count(*) FROM note").fetch_one(&mut db).await.unwrap()
}

/// A start after a stop in this same process. Processes that other tests start at that moment hold all our
/// open files until they become another program, so that the folder may still seem taken.
fn start_again(data: &Path) -> Embedded {
    let start = Instant::now();
    loop {
        match Embedded::start(data) {
            Err(Error::Busy(_)) if start.elapsed() < Duration::from_secs(2) => {
                std::thread::sleep(Duration::from_millis(20));
            }
            started => return started.unwrap_or_else(|why| panic!("{why}")),
        }
    }
}

async fn note_in(data: &Path) {
    note(&Attached::to(data).unwrap().socket()).await;
}

#[tokio::test]
async fn a_second_start_keeps_the_data_and_a_second_portal_is_refused() {
    let data = folder("restart");
    let mut server = Embedded::start(&data).unwrap();
    note(&server.socket()).await;
    let busy = Embedded::start(&data).err().unwrap();
    assert!(matches!(busy, Error::Busy(_)), "{busy}");
    assert!(busy.to_string().contains("--data"), "{busy}");
    server.stop();
    assert!(!alive(server.pid()));
    drop(server);
    let server = start_again(&data);
    assert_eq!(notes(&server.socket()).await, 1);
}

#[tokio::test]
async fn what_is_saved_is_on_the_disk() {
    let mut db = crate::support::connect("postgres").await;
    let fsync: String = sqlx::query_scalar("SHOW fsync").fetch_one(&mut db).await.unwrap();
    assert_eq!(fsync, "on");
}

#[tokio::test]
async fn the_server_ends_with_a_portal_killed_without_warning() {
    let data = folder("killed");
    let mut portal = Running::start(&mut demo(&data));
    portal.address();
    note_in(&data).await;
    let server = postmaster(&data);
    drop(portal); // kill -9
    wait_until("the server ends by itself", || !alive(server));
    let next = Embedded::start(&data).unwrap();
    assert_eq!(notes(&next.socket()).await, 1);
}

#[tokio::test]
async fn portal_and_server_killed_together_come_back() {
    let data = folder("both");
    let mut portal = Running::start(&mut demo(&data));
    portal.address();
    note_in(&data).await;
    kill_all(postmaster(&data));
    drop(portal);
    assert!(data.join("postgres/postmaster.pid").exists(), "a stale file is left");
    let server = Embedded::start(&data).unwrap();
    assert_eq!(notes(&server.socket()).await, 1);
}

#[tokio::test]
async fn a_runaway_server_is_ended_first() {
    let data = folder("runaway");
    drop(Embedded::start(&data).unwrap());
    let cluster = fs::File::open(data.join("postgres")).unwrap();
    let owner = cluster.metadata().unwrap().uid();
    let line = "exec 9<&0; PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | tail -1); \
        exec postgres -D /proc/self/fd/9 -k /proc/self/fd/9 -c listen_addresses=";
    let mut runaway = Command::new("sh");
    runaway.current_dir("/").stdin(Stdio::from(cluster)).args(["-c", line]).stderr(Stdio::null()).uid(owner);
    let mut runaway = runaway.spawn().unwrap();
    let pid = runaway.id() as i32;
    wait_until("it runs", || Attached::to(&data).is_ok());
    note_in(&data).await;
    std::thread::spawn(move || runaway.wait());
    let server = start_again(&data);
    assert!(!alive(pid));
    assert_eq!(notes(&server.socket()).await, 1);
}

/// After a restart of the machine or of a container the number in a stale `postmaster.pid` may be
/// anybody's: another Postgres, which must go on, or a program of our own user.
#[tokio::test]
async fn a_stale_file_with_the_number_of_another_program_harms_nobody() {
    let (theirs, ours) = (folder("theirs"), folder("ours"));
    let other = Embedded::start(&theirs).unwrap();
    let mut server = Embedded::start(&ours).unwrap();
    note(&server.socket()).await;
    let stale = fs::read_to_string(ours.join("postgres/postmaster.pid")).unwrap();
    let owner = fs::metadata(ours.join("postgres")).unwrap();
    let mut sleep = Command::new("sleep").arg("60").uid(owner.uid()).spawn().unwrap();
    for pid in [other.pid(), sleep.id() as i32, std::process::id() as i32] {
        server.stop();
        drop(server);
        let (_, rest) = stale.split_once('\n').unwrap();
        let file = ours.join("postgres/postmaster.pid");
        fs::write(&file, format!("{pid}\n{rest}")).unwrap();
        chown(&file, Some(owner.uid()), Some(owner.gid())).unwrap();
        server = start_again(&ours);
        assert_eq!(notes(&server.socket()).await, 1);
    }
    assert!(alive(other.pid()) && alive(sleep.id() as i32));
    sleep.kill().unwrap();
    sleep.wait().unwrap();
}

#[tokio::test]
async fn the_server_outlives_the_thread_that_asked_for_it() {
    let data = folder("thread");
    let asked = data.clone();
    let server = std::thread::spawn(move || Embedded::start(&asked).unwrap()).join().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(alive(server.pid()));
    note(&server.socket()).await;
}

#[tokio::test]
async fn an_odd_and_long_path_is_no_obstacle() {
    let data = folder("it's a « long » path").join("x".repeat(120));
    let server = Embedded::start(&data).unwrap();
    note(&server.socket()).await;
}

#[test]
fn what_is_in_the_way_is_said_at_once() {
    let start = Instant::now();
    let file = folder("in-the-way").join("data");
    fs::write(&file, "not a folder").unwrap();
    for data in [Path::new("/proc/nowhere"), &file] {
        let why = Embedded::start(data).err().unwrap().to_string();
        assert!(why.starts_with(&format!("cannot write to the data folder {}", data.display())), "{why}");
        assert!(why.ends_with("Choose another with --data."), "{why}");
    }
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn another_version_of_postgres_is_named() {
    let data = folder("version");
    fs::create_dir(data.join("postgres")).unwrap();
    fs::write(data.join("postgres/PG_VERSION"), "9\n").unwrap();
    let why = Embedded::start(&data).err().unwrap();
    assert!(matches!(why, Error::Version(..)) && why.to_string().contains("Install Postgres 9"), "{why}");
}

#[test]
fn without_programs_it_says_where_to_get_them() {
    let (data, empty) = (folder("no-programs"), folder("no-programs-here"));
    let mut command = demo(&data);
    command.env("PORTAIL_POSTGRES_BIN", &empty);
    let why = refusal(command);
    assert!(why.contains("Install one") && why.contains("PORTAIL_POSTGRES_BIN"), "{why}");
    assert!(why.contains(&empty.display().to_string()), "the folder that was named: {why}");
    assert!(!data.join("postgres").exists() && !data.join("postgres.new").exists());
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing_half_made() {
    let small = folder("small");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=20m", "tmpfs"]).arg(&small).status();
    if !mounted.is_ok_and(|status| status.success()) {
        return println!("skipped: only root may mount a small disk");
    }
    let why = Embedded::start(&small).err().unwrap().to_string();
    let left = fs::read_dir(&small).unwrap().count();
    Command::new("umount").arg(&small).status().unwrap();
    assert!(why.contains("No space left"), "{why}");
    assert_eq!(left, 1, "only the lock is left");
}

/// A portal that is not root runs its server as itself.
#[tokio::test]
async fn whoever_is_not_root_may_run_it_too() {
    let Some((uid, gid)) = nobody() else { return println!("skipped: only root can become someone else") };
    // a checkout may lie where others may not go
    let place = std::env::temp_dir().join(format!("portail-{}", std::process::id()));
    let data = place.join("data");
    fs::create_dir_all(&data).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_portail"), place.join("portail")).unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    chown(&data, Some(uid), Some(gid)).unwrap();
    for _ in ["first start", "with data"] {
        let mut command = Command::new(place.join("portail"));
        command.args(["demo", "--listen", "127.0.0.1:0", "--data"]).arg(&data).uid(uid).gid(gid);
        let mut portal = Running::start(command.current_dir("/"));
        assert_eq!(portal.get("/").await.status, 200);
        assert_eq!(fs::metadata(format!("/proc/{}", postmaster(&data))).unwrap().uid(), uid);
        portal.signal("TERM");
        assert!(portal.ended_within(Duration::from_secs(10)).success());
    }
    fs::remove_dir_all::<PathBuf>(place).unwrap();
}

fn nobody() -> Option<(u32, u32)> {
    let we_are_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let passwd = fs::read_to_string("/etc/passwd").ok().filter(|_| we_are_root)?;
    let mut fields = passwd.lines().find(|line| line.starts_with("nobody:"))?.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}
