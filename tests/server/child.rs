//! The portal as a child process.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::raw::{Answer, request, send};

/// The real binary, with nothing of our environment that it could mistake for its own.
pub fn portail(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portail"));
    let ours = |name: &str| name.starts_with("PORTAIL_") || name.starts_with("PG") || name.starts_with("DATABASE_URL");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(ours)) {
        command.env_remove(name);
    }
    command.args(args);
    command
}

/// `portail demo` on a folder and any port.
pub fn demo(data: &Path) -> Command {
    let mut command = portail(&["demo", "--listen", "127.0.0.1:0", "--data"]);
    command.arg(data);
    command
}

/// `portail serve` with reading open, on any port.
pub fn serve(database_url: &str) -> Command {
    let mut command = portail(&["serve", "--listen", "127.0.0.1:0", "--reading", "open"]);
    command.args(["--public-url", "https://portail.example"]).env("DATABASE_URL", database_url);
    command
}

/// A command that is refused: what it says on stderr. It must not take two seconds.
#[track_caller]
pub fn refusal(mut command: Command) -> String {
    let start = Instant::now();
    let mut running = Running::start(&mut command);
    let status = running.ended_within(Duration::from_secs(10));
    let said = running.said();
    assert!(!status.success(), "{command:?} went well: {said}");
    assert!(start.elapsed() < Duration::from_secs(2), "{command:?} took {:?}: {said}", start.elapsed());
    said
}

/// A child, and all that it has said so far on both its outputs. Dropping it kills it.
pub struct Running {
    pub child: Child,
    said: Arc<Mutex<String>>,
    readers: Vec<std::thread::JoinHandle<()>>,
    before_port: &'static str,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let said = Arc::<Mutex<String>>::default();
        let outputs: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        let readers = outputs.map(|output| {
            let said = said.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    said.lock().unwrap().extend([line.as_str(), "\n"]);
                }
            })
        });
        let serves = command.get_args().any(|arg| arg == "serve");
        let before_port = if serves { "\"address\":\"127.0.0.1:" } else { "http://localhost:" };
        Self { child, said, readers: readers.into(), before_port }
    }

    /// The rest of the first line that holds `words`.
    #[track_caller]
    pub fn says(&mut self, words: &str) -> String {
        let start = Instant::now();
        loop {
            let said = self.said.lock().unwrap().clone();
            if let Some((_, rest)) = said.split_once(words).filter(|(_, rest)| rest.contains('\n')) {
                return rest.lines().next().unwrap().to_owned();
            }
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none(), "ended with {ended:?} before “{words}”: {}", self.said());
            assert!(start.elapsed() < Duration::from_secs(40), "never said “{words}”: {said}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Where a demo or a server listens.
    #[track_caller]
    pub fn address(&mut self) -> SocketAddr {
        let rest = self.says(self.before_port);
        let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
        SocketAddr::from(([127, 0, 0, 1], port.parse().unwrap()))
    }

    pub async fn get(&mut self, target: &str) -> Answer {
        send(self.address(), request("GET", target, &[], "")).await
    }

    pub fn signal(&self, name: &str) {
        signal(name, self.child.id() as i32);
    }

    #[track_caller]
    pub fn ended_within(&mut self, limit: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.readers.drain(..).for_each(|reader| reader.join().unwrap());
                return status;
            }
            assert!(start.elapsed() < limit, "still running after {limit:?}: {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn signal(name: &str, pid: i32) {
    let mut kill = Command::new("kill");
    kill.args([&format!("-{name}"), &pid.to_string()]).stderr(Stdio::null()).status().unwrap(); // it may be gone
}

pub fn alive(pid: i32) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

/// The process of the Postgres of a data folder.
pub fn postmaster(data: &Path) -> i32 {
    let file = std::fs::read_to_string(data.join("postgres/postmaster.pid")).unwrap();
    file.lines().next().unwrap().trim().parse().unwrap()
}

/// `kill -9` of a server and of all its children, as a machine that loses power would.
pub fn kill_all(postmaster: i32) {
    let children = std::fs::read_to_string(format!("/proc/{postmaster}/task/{postmaster}/children")).unwrap();
    children.split_whitespace().for_each(|child| signal("KILL", child.parse().unwrap()));
    signal("KILL", postmaster);
    wait_until("the server is dead", || !alive(postmaster));
}

#[track_caller]
pub fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(20), "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
