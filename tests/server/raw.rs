//! Requests as bytes on a socket: what no client library would send.

use std::fmt;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[derive(Clone, PartialEq)]
pub struct Answer {
    pub status: u16,
    /// Names in small letters, in the order in which they came.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let text = String::from_utf8_lossy(&self.body);
        let heading = text.split("<h1").nth(1).and_then(|rest| rest.split("</h1").next()).unwrap_or(&text);
        let said: String = heading.chars().take(200).collect();
        write!(f, "{} {:?} {} bytes: {said}", self.status, self.headers, self.body.len())
    }
}

impl Answer {
    pub fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no head: {:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let (first, rest) = head.split_once("\r\n").unwrap_or((&head, ""));
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        let pairs = rest.lines().filter_map(|line| line.split_once(": "));
        let headers = pairs.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Self { status, headers, body: bytes[end + 4..].to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let first = values.next();
        assert!(values.next().is_none(), "{name} twice in {self:?}");
        first
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A page of ours with this status: in HTML, with a heading, in this language.
    pub fn is_page(&self, status: u16, language: &str) -> bool {
        let html = self.header("content-type") == Some("text/html; charset=utf-8");
        let text = self.text();
        self.status == status && html && text.contains("<h1") && text.contains(&format!("<html lang=\"{language}\""))
    }

    #[track_caller]
    pub fn assert_page(&self, status: u16) {
        assert!(self.is_page(status, "fr"), "not a page of status {status}: {self:?}");
    }
}

/// Sends the bytes and reads until the other side closes, ten seconds at most.
pub async fn send(address: SocketAddr, bytes: impl AsRef<[u8]>) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let _ = stream.write_all(bytes.as_ref()).await; // a refusal may come before everything is sent
    Answer::of(&until_closed(&mut stream).await.0)
}

/// What was said until the connection closed, and after how long.
pub async fn until_closed(stream: &mut TcpStream) -> (Vec<u8>, Duration) {
    let (start, mut said) = (Instant::now(), Vec::new());
    let read = tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut said)).await;
    assert!(read.is_ok(), "still open after 10 s: {:?}", String::from_utf8_lossy(&said));
    (said, start.elapsed())
}

/// One request for `localhost` on a connection of its own; `headers` are whole lines.
pub fn request(method: &str, target: &str, headers: &[&str], body: &str) -> Vec<u8> {
    let mut text = format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    headers.iter().for_each(|line| text += &format!("{line}\r\n"));
    if !body.is_empty() {
        text += "Content-Type: application/x-www-form-urlencoded\r\n";
        text += &format!("Content-Length: {}\r\n", body.len());
    }
    [text.as_bytes(), b"\r\n", body.as_bytes()].concat()
}
