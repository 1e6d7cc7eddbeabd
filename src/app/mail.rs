//! Mail, where an operator has named a server for it.

use std::fmt;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A server that takes our mail, and the address that it comes from.
#[derive(Clone)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    /// `url` as lettre reads it: `smtps://user:password@host`, `smtp://host:25`, `smtp://host?tls=required`.
    ///
    /// # Errors
    /// What is wrong with either, without the password.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "PORTAIL_SMTP_URL is not an address like smtps://user:password@host.".to_owned())?;
        let transport = transport.timeout(Some(std::time::Duration::from_secs(10))).build();
        let from = from.parse().map_err(|_| format!("{from} is no address that mail can come from (--mail-from)."))?;
        Ok(Self { transport, from })
    }

    /// # Errors
    /// Why the server did not take it, for the log.
    pub async fn send(&self, to: &str, subject: &str, text: String) -> Result<(), String> {
        let to: Mailbox = to.parse().map_err(|why| format!("{why}"))?;
        let message = Message::builder().from(self.from.clone()).to(to).subject(subject);
        let message = message.header(ContentType::TEXT_PLAIN).body(text).map_err(|why| why.to_string())?;
        self.transport.send(message).await.map(drop).map_err(|why| why.to_string())
    }
}

/// Never the server's password.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Mail({})", self.from)
    }
}
