//! Where a request comes from, as far as we can know.

use std::net::{IpAddr, Ipv6Addr};

/// The address and the device behind a request: for lists of sessions, limits and the audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Client {
    pub address: IpAddr,
    /// « Firefox, Linux », from what the browser says of itself.
    pub device: String,
}

impl Client {
    /// Whom attempts are counted for: the address; of IPv6 its first 64 bits, since a household has all of the rest.
    pub fn origin(&self) -> String {
        match self.address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("{}/64", Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        }
    }
}
