//! Where the company's own accounts are (OpenID Connect), as an operator says. `access::provider` talks to it.

use std::sync::Arc;
use std::time::Instant;

use openidconnect::core::CoreProviderMetadata;
use openidconnect::url::{Host, Url};
use openidconnect::{ClientId, ClientSecret, IssuerUrl};
use tokio::sync::Mutex;

/// A provider, and what it may decide here.
#[derive(Debug)]
pub struct Provider {
    pub issuer: IssuerUrl,
    pub client_id: ClientId,
    pub secret: ClientSecret,
    /// What the company calls its accounts: « Entrer avec … »; none: our word for it.
    pub name: Option<String>,
    /// What is asked for, besides `openid`.
    pub scopes: Vec<String>,
    /// Where the provider says what somebody is there: a claim, or a path of names with dots between them.
    pub roles_claim: String,
    /// The code of a role, and the value of the claim that gives it. Without any, roles are given in the portal.
    pub roles: Vec<(&'static str, String)>,
    pub accounts: Accounts,
    /// The code of the role of whoever has none of these values; none: they do not enter.
    pub default_role: Option<&'static str>,
    /// What the provider has published of itself, and when it was read.
    pub published: Mutex<Option<(Instant, Arc<CoreProviderMetadata>)>>,
}

/// Whom a provider lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Accounts {
    /// Whoever has an account here already.
    Invited,
    /// Everyone it knows: an account is made when they first sign in.
    FirstSignIn,
}

impl Provider {
    /// One that lets in whoever has an account already, and gives no roles.
    ///
    /// # Errors
    /// The sentence that the operator reads.
    pub fn new(issuer: &str, client_id: &str, secret: &str) -> Result<Self, String> {
        let wrong = || format!("--oidc-issuer {issuer} is no address. Write it as https://id.example.org.");
        let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|_| wrong())?;
        if !is_safe(issuer.url()) {
            return Err(format!("--oidc-issuer {} must begin with https://, unless it is on localhost.", &*issuer));
        }
        Ok(Self {
            issuer,
            client_id: ClientId::new(client_id.into()),
            secret: ClientSecret::new(secret.into()),
            name: None,
            scopes: ["email", "profile"].map(str::to_owned).into(),
            roles_claim: "roles".into(),
            roles: Vec::new(),
            accounts: Accounts::Invited,
            default_role: Some("reader"),
            published: Mutex::default(),
        })
    }

    /// On the portal's own machine: no proxy leads there, and nobody listens on the way.
    pub fn is_local(&self) -> bool {
        is_local(self.issuer.url())
    }

    /// Whether what the provider says of its own addresses may be followed: never from https to http.
    pub fn may_use(&self, address: &Url) -> bool {
        if self.is_local() { is_safe(address) } else { address.scheme() == "https" }
    }
}

fn is_safe(address: &Url) -> bool {
    address.scheme() == "https" || address.scheme() == "http" && is_local(address)
}

fn is_local(address: &Url) -> bool {
    match address.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}
