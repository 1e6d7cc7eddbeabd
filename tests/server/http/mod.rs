//! What a browser, a proxy or an attacker sends, byte by byte.

mod addresses;
mod assets;
mod copies;
mod crossing;
mod failures;
mod language;
mod limits;
mod slow;
