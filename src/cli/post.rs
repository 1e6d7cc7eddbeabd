//! The server that takes the portal's mail.

use std::path::PathBuf;

use clap::Args;

use super::{Stop, secret};
use crate::app::Mail;

#[derive(Args)]
pub struct Post {
    /// The server that takes mail, as smtps://user:password@host; without one no mail is sent
    #[arg(long, env = "PORTAIL_SMTP_URL", hide_env_values = true, value_name = "URL")]
    smtp_url: Option<String>,
    /// A file that holds it instead
    #[arg(long, env = "PORTAIL_SMTP_URL_FILE", value_name = "FILE")]
    smtp_url_file: Option<PathBuf>,
    /// The address that the portal's mail comes from
    #[arg(long, env = "PORTAIL_MAIL_FROM", value_name = "EMAIL")]
    mail_from: Option<String>,
}

impl Post {
    pub fn mail(&self) -> Result<Option<Mail>, Stop> {
        let url = secret(self.smtp_url.as_deref(), self.smtp_url_file.as_deref(), "PORTAIL_SMTP_URL")?;
        match (url, &self.mail_from) {
            (None, _) => Ok(None),
            (Some(_), None) => Err(Stop("mail needs an address that it comes from: set --mail-from.".into())),
            (Some(url), Some(from)) => Mail::new(&url, from).map(Some).map_err(Stop),
        }
    }
}
