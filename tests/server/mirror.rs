//! A place to download from: an HTTP server of one thread each, and archives made for the test.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};

/// What is said to a request for an address that ends so.
#[derive(Clone)]
pub enum Answer {
    Whole(Vec<u8>),
    /// This much of it, then the connection ends.
    Part(Vec<u8>, usize),
    /// This much of it, then nothing more comes.
    Stuck(Vec<u8>, usize),
}

#[derive(Default)]
struct Shared {
    answers: HashMap<&'static str, Answer>,
    asked: Vec<String>,
}

pub struct Mirror {
    pub address: String,
    shared: Arc<Mutex<Shared>>,
}

impl Mirror {
    /// Offers an archive and the digest beside it.
    pub fn of(archive: &[u8]) -> Self {
        let mirror = Self::empty();
        mirror.answers(".sha256", Answer::Whole(format!("{}  archive\n", digest(archive)).into()));
        mirror.answers(".tar.gz", Answer::Whole(archive.to_owned()));
        mirror
    }

    pub fn empty() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/some/where/", listener.local_addr().unwrap());
        let shared = Arc::<Mutex<Shared>>::default();
        let all = shared.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let all = all.clone();
                std::thread::spawn(move || answer(stream.unwrap(), &all));
            }
        });
        Self { address, shared }
    }

    pub fn answers(&self, ending: &'static str, answer: Answer) {
        self.shared.lock().unwrap().answers.insert(ending, answer);
    }

    /// The addresses that were asked for, in their order.
    pub fn asked(&self) -> Vec<String> {
        self.shared.lock().unwrap().asked.clone()
    }
}

fn answer(mut stream: TcpStream, all: &Mutex<Shared>) {
    let mut first = String::new();
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    lines.read_line(&mut first).unwrap();
    lines.lines().map_while(Result::ok).find(|line| line.is_empty());
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let found = {
        let mut all = all.lock().unwrap();
        all.asked.push(path.clone());
        all.answers.iter().find(|(ending, _)| path.ends_with(**ending)).map(|(_, answer)| answer.clone())
    };
    let (body, sent) = match &found {
        None => {
            return drop(stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
        Some(Answer::Whole(body)) => (body, body.len()),
        Some(Answer::Part(body, sent) | Answer::Stuck(body, sent)) => (body, *sent),
    };
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body[..sent]));
    if matches!(found, Some(Answer::Stuck(..))) {
        std::thread::sleep(std::time::Duration::from_secs(60));
    }
}

pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An archive as it is released, all of it below one folder; its programs call those of this machine.
pub struct Archive(Builder<GzEncoder<Vec<u8>>>);

impl Archive {
    pub fn new() -> Self {
        Self(Builder::new(GzEncoder::new(Vec::new(), Compression::fast())))
    }

    /// A whole server, and a megabyte that cannot be compressed, so that there is something to wait for.
    pub fn of_a_server() -> Self {
        let real = programs();
        let call = |name: &str| format!("#!/bin/sh\nexec '{}' \"$@\"\n", real.join(name).display());
        let noise: Vec<u8> = (0..32_768u32).flat_map(|n| Sha256::digest(n.to_le_bytes())).collect();
        let archive = Self::new().program("initdb", &call("initdb")).program("postgres", &call("postgres"));
        archive.link("postgresql/bin/postmaster", "postgres", EntryType::Symlink).file(
            "postgresql/share/noise",
            0o600,
            &noise,
        )
    }

    pub fn program(self, name: &str, text: &str) -> Self {
        self.file(&format!("postgresql/bin/{name}"), 0o700, text.as_bytes())
    }

    pub fn file(mut self, name: &str, mode: u32, content: &[u8]) -> Self {
        let mut header = header(name, EntryType::Regular);
        header.set_mode(mode);
        header.set_size(content.len() as u64);
        header.set_cksum();
        self.0.append(&header, content).unwrap();
        self
    }

    pub fn link(mut self, name: &str, target: &str, kind: EntryType) -> Self {
        let mut header = header(name, kind);
        header.as_gnu_mut().unwrap().linkname[..target.len()].copy_from_slice(target.as_bytes());
        header.set_cksum();
        self.0.append(&header, &[][..]).unwrap();
        self
    }

    pub fn packed(self) -> Vec<u8> {
        self.0.into_inner().unwrap().finish().unwrap()
    }
}

/// Any name and any owner: `Header::set_path` would refuse those that lead outside.
fn header(name: &str, kind: EntryType) -> Header {
    let mut header = Header::new_gnu();
    header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_entry_type(kind);
    header.set_uid(12345);
    header.set_size(0);
    header
}

/// The Postgres of this machine.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut places = std::env::split_paths(&path).chain(debian.map(|version| version.join("bin")));
    places.find(|bin: &PathBuf| Path::is_file(&bin.join("initdb"))).expect("Postgres is installed")
}
