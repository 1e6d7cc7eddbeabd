//! Where the company's own accounts are.

use std::path::PathBuf;

use clap::Args;

use super::{Stop, secret};
use crate::access::Role;
use crate::app::provider::{self, Accounts};

#[derive(Args)]
pub struct Provider {
    /// The provider of the company's own accounts (OpenID Connect), as https://id.example.org/realms/company;
    /// its redirect address here is PUBLIC_URL/connexion/oidc/retour
    #[arg(long, env = "PORTAIL_OIDC_ISSUER", value_name = "URL")]
    oidc_issuer: Option<String>,
    /// What the provider calls this portal
    #[arg(long, env = "PORTAIL_OIDC_CLIENT_ID", value_name = "ID")]
    oidc_client_id: Option<String>,
    /// The secret that it has given to this portal
    #[arg(long, env = "PORTAIL_OIDC_CLIENT_SECRET", hide_env_values = true, value_name = "SECRET")]
    oidc_client_secret: Option<String>,
    /// A file that holds it instead
    #[arg(long, env = "PORTAIL_OIDC_CLIENT_SECRET_FILE", value_name = "FILE")]
    oidc_client_secret_file: Option<PathBuf>,
    /// What the company calls these accounts, for the button « Entrer avec … »
    #[arg(long, env = "PORTAIL_OIDC_NAME", value_name = "NAME")]
    oidc_name: Option<String>,
    /// What the provider is asked for
    #[arg(long, env = "PORTAIL_OIDC_SCOPES", default_value = "openid email profile")]
    oidc_scopes: String,
    /// The claim that says what somebody is there; a path of names with dots is fine
    #[arg(long, env = "PORTAIL_OIDC_ROLES_CLAIM", default_value = "roles", value_name = "CLAIM")]
    oidc_roles_claim: String,
    /// A value of this claim that gives a role at each sign-in, as éditeur=portail-editors; may be repeated
    /// (in the environment: with semicolons between them)
    #[arg(long = "oidc-role", env = "PORTAIL_OIDC_ROLES", value_delimiter = ';', value_name = "ROLE=VALUE")]
    oidc_roles: Vec<String>,
    /// Who may enter: whoever has an account here, or everyone, with an account made at the first sign-in
    #[arg(long, env = "PORTAIL_OIDC_ACCOUNTS", value_enum, default_value = "invited")]
    oidc_accounts: Accounts,
    /// The role of whoever the claim gives none; `none`: they do not enter
    #[arg(long, env = "PORTAIL_OIDC_DEFAULT_ROLE", default_value = "lecteur", value_name = "ROLE")]
    oidc_default_role: String,
}

impl Provider {
    /// What was given, if all of it was.
    pub fn checked(&self) -> Result<Option<provider::Provider>, Stop> {
        let secret = secret(
            self.oidc_client_secret.as_deref(),
            self.oidc_client_secret_file.as_deref(),
            "PORTAIL_OIDC_CLIENT_SECRET",
        )?;
        let (issuer, client_id) = (given(self.oidc_issuer.as_deref()), given(self.oidc_client_id.as_deref()));
        let (issuer, client_id, secret) = match (issuer, client_id, given(secret.as_deref())) {
            (None, None, None) if self.oidc_roles.is_empty() => return Ok(None),
            (Some(issuer), Some(client_id), Some(secret)) => (issuer, client_id, secret),
            (None, ..) => return Err(missing("--oidc-issuer")),
            (_, None, _) => return Err(missing("--oidc-client-id")),
            (.., None) => return Err(missing("--oidc-client-secret or --oidc-client-secret-file")),
        };
        let made = provider::Provider::new(issuer, client_id, secret).map_err(Stop)?;
        self.completed(made).map(Some)
    }

    fn completed(&self, made: provider::Provider) -> Result<provider::Provider, Stop> {
        let roles: Vec<_> = self.oidc_roles.iter().map(|text| mapped(text)).collect::<Result<_, _>>()?;
        let default_role = match self.oidc_default_role.trim() {
            "none" => None,
            text => Some(role(text, "--oidc-default-role")?),
        };
        if default_role.is_none() && roles.is_empty() {
            let why = "--oidc-default-role none lets nobody in without --oidc-role: say which value gives which role.";
            return Err(Stop(why.into()));
        }
        let scopes = self.oidc_scopes.split_whitespace().filter(|scope| *scope != "openid");
        Ok(provider::Provider {
            name: given(self.oidc_name.as_deref()).map(str::to_owned),
            scopes: scopes.map(str::to_owned).collect(),
            roles_claim: self.oidc_roles_claim.trim().to_owned(),
            roles,
            accounts: self.oidc_accounts,
            default_role,
            ..made
        })
    }
}

/// What is empty, as a variable of a container may be, was not given.
fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn missing(name: &str) -> Stop {
    Stop(format!("signing in with the company's accounts needs the provider, the client and its secret: set {name}."))
}

/// `éditeur=portail-editors`.
fn mapped(text: &str) -> Result<(&'static str, String), Stop> {
    match text.split_once('=') {
        Some((name, value)) if !value.trim().is_empty() => Ok((role(name, "--oidc-role")?, value.trim().to_owned())),
        _ => Err(Stop(format!("--oidc-role {text} is not ROLE=VALUE: write it as éditeur=portail-editors."))),
    }
}

fn role(text: &str, at: &str) -> Result<&'static str, Stop> {
    let known = Role::ALL.map(Role::french).join(", ");
    let role = Role::typed(text).map(Role::code);
    role.ok_or_else(|| Stop(format!("{at}: there is no role {}. There are {known}.", text.trim())))
}
