//! Where a request comes from, as far as we can know.

use std::net::IpAddr;

/// The address and the device behind a request: for lists of sessions, limits and the audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Client {
    pub address: IpAddr,
    /// « Firefox, Linux », from what the browser says of itself.
    pub device: String,
}
