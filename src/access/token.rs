//! Secrets that whoever holds them may use: sessions, one-time links, share links.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// 256 bits from the system's generator. Its text is told once, to its holder; the database keeps the digest.
#[derive(Clone, PartialEq)]
pub struct Token(String);

/// Characters of a token: 32 bytes, six bits each.
const LENGTH: usize = 43;

/// Characters of one that is typed, five bits each.
const SPOKEN: usize = 26;
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Token {
    pub fn random() -> Self {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// 130 bits for people who have to type them: five groups of letters and digits that cannot be mistaken for each
    /// other (Crockford's base 32).
    pub fn spoken() -> Self {
        let mut bytes = [0; SPOKEN];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        Self(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
    }

    /// A text that could be one.
    pub fn parse(text: &str) -> Option<Self> {
        let is_one = text.len() == LENGTH && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        is_one.then(|| Self(text.to_owned()))
    }

    /// A spoken one as somebody typed it: small letters, other groups, `O` for `0`.
    pub fn parse_spoken(text: &str) -> Option<Self> {
        let letters = text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        });
        let text: String = letters.collect();
        let is_one = text.len() == SPOKEN && text.bytes().all(|b| ALPHABET.contains(&b));
        is_one.then_some(Self(text))
    }

    /// `K7QFM-3MZP2-…`, for logs that its holder reads.
    pub fn in_groups(&self) -> String {
        let groups = self.0.as_bytes().chunks(5).map(|group| String::from_utf8_lossy(group).into_owned());
        groups.collect::<Vec<_>>().join("-")
    }

    /// For a cookie or an address; nowhere else.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What the database knows it by.
    pub fn digest(&self) -> Vec<u8> {
        Self::digest_of(&self.0)
    }

    /// What the database would know a text by if it were one: looked for, what cannot be one takes as long.
    pub fn digest_of(text: &str) -> Vec<u8> {
        Sha256::digest(text.as_bytes()).to_vec()
    }
}

/// Never the secret, wherever it may be printed.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
