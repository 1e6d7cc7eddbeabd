//! `portail account`: accounts, for whoever runs the portal.

use std::io::Read;

use clap::{Args, Parser, Subcommand};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::Stop;
use super::database::{Database, Opened};
use crate::access::accounts::{self, Known, Purpose};
use crate::access::{Administrator, Role, Token, links, passwords};
use crate::error::{Error, Result};
use crate::store::Tx;

#[derive(Parser)]
pub struct Account {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make an account, and print the link by which its owner enters for the first time
    Add(Add),
    /// All accounts: e-mail address, role, state
    List(List),
    /// Give an account another role
    Role(SetRole),
    /// End an account: nobody enters by it any more
    Disable(One),
    /// Open an account that was ended
    Enable(One),
    /// Print a one-time link for somebody who has lost password or passkey
    ResetLink(Link),
    /// Print a one-time link to sign in
    Link(SignIn),
}

#[derive(Args)]
struct Add {
    email: String,
    /// lecteur, recruteur, éditeur or administrateur (accents may be left out)
    #[arg(long, value_parser = role)]
    role: Role,
    /// Read a password from standard input instead of making a link
    #[arg(long)]
    password_stdin: bool,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
struct List {
    #[command(flatten)]
    database: Database,
}

#[derive(Args)]
struct SetRole {
    email: String,
    #[arg(value_parser = role)]
    role: Role,
    #[command(flatten)]
    database: Database,
}

#[derive(Args)]
struct One {
    email: String,
    #[command(flatten)]
    database: Database,
}

#[derive(Args)]
struct Link {
    email: String,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
#[group(id = "who", required = true)]
struct Who {
    /// The account of this address
    #[arg(long, group = "who")]
    email: Option<String>,
    /// The only account of this role
    #[arg(long, group = "who", value_parser = role)]
    role: Option<Role>,
}

#[derive(Args)]
struct SignIn {
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    at: At,
}

/// The database, and the address that links begin with.
#[derive(Args)]
struct At {
    #[command(flatten)]
    database: Database,
    /// The address that people type, as https://portail.example.org
    #[arg(long, env = "PORTAIL_PUBLIC_URL", default_value = "http://localhost:3000")]
    public_url: String,
}

fn role(text: &str) -> Result<Role, String> {
    Role::typed(text).ok_or_else(|| "write lecteur, recruteur, editeur or administrateur".into())
}

impl Account {
    pub(super) fn database(&self) -> &Database {
        match &self.command {
            Command::Add(add) => &add.at.database,
            Command::List(List { database })
            | Command::Role(SetRole { database, .. })
            | Command::Disable(One { database, .. })
            | Command::Enable(One { database, .. }) => database,
            Command::ResetLink(link) => &link.at.database,
            Command::Link(link) => &link.at.database,
        }
    }

    pub async fn run(self) -> Result<(), Stop> {
        match self.command {
            Command::Add(add) => add.run().await,
            Command::List(list) => list.run().await,
            Command::Role(SetRole { email, role, database }) => {
                let done = format!("{email} is now {}.", role.french());
                on(&database, &email, move |tx, by, known| {
                    async move { accounts::set_role(tx, &by, known.id, role).await }.boxed()
                })
                .await?;
                println!("{done}");
                Ok(())
            }
            Command::Disable(One { email, database }) => {
                on(&database, &email, |tx, by, known| {
                    async move { accounts::disable(tx, &by, known.id).await }.boxed()
                })
                .await?;
                println!(
                    "{email} is disabled; its sessions have ended, and its links open nothing until it is enabled again."
                );
                Ok(())
            }
            Command::Enable(One { email, database }) => {
                on(&database, &email, |tx, by, known| async move { accounts::enable(tx, &by, known.id).await }.boxed())
                    .await?;
                println!("{email} may enter again.");
                Ok(())
            }
            Command::ResetLink(Link { email, at }) => at.print(Some(email), None, Purpose::Reset).await,
            Command::Link(SignIn { who, at }) => at.print(who.email, who.role, Purpose::Entry).await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<(), Stop> {
        let hash = match self.password_stdin {
            true => Some(hashed(&self.email).await?),
            false => None,
        };
        let opened = self.at.database.open_existing().await?;
        let (email, role, has_password) = (self.email.clone(), self.role, hash.is_some());
        let made = opened.store.write(move |tx| async move { add(tx, &email, role, hash).await }.boxed()).await;
        let token = made.map_err(|why| wrong(&self.email, why))?;
        println!("{} is {}.", self.email, self.role.french());
        match has_password {
            true => println!("They enter with this password at {}/connexion.", self.at.url()),
            false => println!("{}/lien/{}", self.at.url(), token.secret()),
        }
        close(opened).await
    }
}

/// The account with a link, or with a password and none.
async fn add(tx: &mut Tx, email: &str, role: Role, hash: Option<String>) -> Result<Token> {
    let operator = Administrator::operator();
    let id = accounts::add(tx, &operator, email, role).await?;
    let token = accounts::link(tx, &operator, id, Purpose::Invitation).await?;
    if let Some(hash) = hash {
        accounts::set_password(tx, id, &hash).await?;
        links::withdraw(tx, id).await?;
    }
    Ok(token)
}

/// The hash of the password on standard input; its last line break is not part of it.
async fn hashed(email: &str) -> Result<String, Stop> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let password = text.strip_suffix('\n').unwrap_or(&text);
    let password = password.strip_suffix('\r').unwrap_or(password);
    passwords::check(password, &[email]).map_err(|weak| {
        Stop(match weak {
            passwords::Weak::Short => format!("the password has fewer than {} characters.", passwords::LEAST),
            passwords::Weak::Long => format!("the password has more than {} bytes.", passwords::LONGEST),
            passwords::Weak::Common => "the password is among those that are tried first. Take a sentence.".into(),
            passwords::Weak::Own => "the password is too close to the address. Take a sentence.".into(),
        })
    })?;
    Ok(passwords::hash(password).await?)
}

impl List {
    async fn run(self) -> Result<(), Stop> {
        let opened = self.database.open_existing().await?;
        let all = accounts::all(&opened.store, "", "UTC", (i64::MAX, 0)).await?;
        for account in all {
            let state = match (account.is_disabled, &account.entered) {
                (true, _) => "disabled".to_owned(),
                (_, Some((day, time, _))) => format!("last entered {day} {time} UTC"),
                (_, None) if account.has_password => "has not entered yet".to_owned(),
                (_, None) => account.link.map_or("has no way in".into(), |until| format!("invited, until {until}")),
            };
            println!("{:<40} {:<15} {state}", account.email, account.role.french());
        }
        close(opened).await
    }
}

impl At {
    fn url(&self) -> &str {
        self.public_url.trim_end_matches('/')
    }

    /// A link alone on standard output, so that scripts can take it.
    async fn print(self, email: Option<String>, role: Option<Role>, purpose: Purpose) -> Result<(), Stop> {
        let opened = self.database.open_existing().await?;
        let email = match (email, role) {
            (Some(email), _) => email,
            (None, Some(role)) => only(&opened, role).await?,
            (None, None) => return Err(Stop("name an account by --email or --role.".into())),
        };
        let wanted = email.clone();
        let made = opened.store.write(move |tx| {
            async move {
                let known = accounts::by_email(tx, &wanted).await?.ok_or(Error::NotFound)?;
                if known.is_disabled {
                    return Err(Error::Malformed);
                }
                accounts::link(tx, &Administrator::operator(), known.id, purpose).await
            }
            .boxed()
        });
        let token = made.await.map_err(|why| wrong(&email, why))?;
        println!("{}/lien/{}", self.url(), token.secret());
        close(opened).await
    }
}

/// The account of a role, if there is exactly one.
async fn only(opened: &Opened, role: Role) -> Result<String, Stop> {
    let mut db = opened.store.pool.acquire().await?;
    let mut found = accounts::by_role(&mut db, role).await?.into_iter().map(|(_, email)| email);
    match (found.next(), found.next()) {
        (Some(email), None) => Ok(email),
        (None, _) => {
            let why =
                format!("no account is {}. Make one with `portail account add EMAIL --role ROLE`.", role.french());
            Err(Stop(why))
        }
        (Some(one), Some(other)) => {
            Err(Stop(format!("several accounts are {}: {one}, {other}… Name one with --email.", role.french())))
        }
    }
}

/// Does something to the account of an address.
async fn on<F>(database: &Database, email: &str, work: F) -> Result<(), Stop>
where
    F: for<'t> FnOnce(&'t mut Tx, Administrator, Known) -> BoxFuture<'t, Result<()>> + Send + 'static,
{
    let opened = database.open_existing().await?;
    let wanted = email.to_owned();
    let done = opened.store.write(move |tx| {
        async move {
            let known = accounts::by_email(tx, &wanted).await?.ok_or(Error::NotFound)?;
            work(tx, Administrator::operator(), known).await
        }
        .boxed()
    });
    done.await.map_err(|why| wrong(email, why))?;
    close(opened).await
}

fn wrong(email: &str, why: Error) -> Stop {
    match why {
        Error::NotFound => Stop(format!("no account has the address {email}. `portail account list` shows all.")),
        Error::Malformed => Stop(format!("{email} is disabled. `portail account enable {email}` opens it again.")),
        Error::Invalid(errors) => {
            let said: Vec<_> = errors.0.iter().map(|(_, wrong)| format!("{email}: {wrong}.")).collect();
            Stop(said.join(" "))
        }
        why => why.into(),
    }
}

async fn close(opened: Opened) -> Result<(), Stop> {
    opened.store.close().await;
    Ok(())
}
