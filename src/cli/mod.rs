//! What an operator types. Whatever can be known at once is said at once: one sentence with what to do,
//! and an exit code that is not 0.

mod account;
mod database;
mod copy;
mod demo;
mod first;
pub mod generate;
mod listen;
mod migrate;
mod post;
mod provider;
mod seed;
mod serve;

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

/// A company's own pages, from one relational model.
#[derive(Parser)]
#[command(name = "portail", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Everything at once: its own Postgres, the sample data, reading open (the default)
    Demo(demo::Demo),
    /// The portal on a database of your own, for production
    Serve(serve::Serve),
    /// Bring the schema of a database up to date, and stop
    Migrate(migrate::Migrate),
    /// Load documents written in TOML; without --from, the sample data
    Seed(seed::Seed),
    /// Write every document into a folder, one file each, as `import` and `seed` read them
    Export(copy::Export),
    /// Make the documents what the files of a folder say; all of them or none
    Import(copy::Import),
    /// Accounts: add, list, role, disable, enable, reset-link, link
    Account(account::Account),
    /// Fill a database with invented documents, thousands of them, to see how the portal does
    Generate(generate::Generate),
}

/// Why a command cannot go on: the sentence that the operator reads.
#[derive(Debug)]
pub struct Stop(pub String);

impl<E: std::error::Error> From<E> for Stop {
    fn from(why: E) -> Self {
        Self(why.to_string())
    }
}

pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if cli.has_own_server() {
        // Meant for another server; sqlx reads it whenever it makes options, and can only add to it.
        // SAFETY: there is no other thread yet.
        unsafe { std::env::remove_var("PGOPTIONS") };
    }
    logs();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = runtime.map_err(Stop::from).and_then(|runtime| runtime.block_on(cli.run()));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop(why)) => {
            eprintln!("portail: {why}");
            ExitCode::FAILURE
        }
    }
}

impl Cli {
    fn has_own_server(&self) -> bool {
        match &self.command {
            None | Some(Command::Demo(_)) => true,
            Some(Command::Serve(_)) => false,
            Some(Command::Migrate(migrate)) => migrate.database.is_own(),
            Some(Command::Seed(seed)) => seed.database.is_own(),
            Some(Command::Generate(generate)) => generate.database.is_own(),
            Some(Command::Export(export)) => export.database.is_own(),
            Some(Command::Import(import)) => import.database.is_own(),
            Some(Command::Account(account)) => account.database().is_own(),
        }
    }

    async fn run(self) -> Result<(), Stop> {
        match self.command {
            None => demo::Demo::parse_from(["demo"]).run().await,
            Some(Command::Demo(demo)) => demo.run().await,
            Some(Command::Serve(serve)) => serve.run().await,
            Some(Command::Migrate(migrate)) => migrate.run().await,
            Some(Command::Seed(seed)) => seed.run().await,
            Some(Command::Export(export)) => export.run().await,
            Some(Command::Import(import)) => import.run().await,
            Some(Command::Account(account)) => account.run().await,
            Some(Command::Generate(generate)) => generate.run().await,
        }
    }
}

/// A secret that was given itself, or in a file.
fn secret(given: Option<&str>, file: Option<&Path>, name: &str) -> Result<Option<String>, Stop> {
    let text = match (given, file) {
        (Some(given), _) => given.to_owned(),
        (None, Some(file)) => std::fs::read_to_string(file)
            .map_err(|why| Stop(format!("the file {} of {name}_FILE cannot be read: {why}.", file.display())))?,
        (None, None) => return Ok(None),
    };
    Ok(Some(text.trim().to_owned()))
}

/// What is never logged, whatever an operator asks for: this layer of tower-http writes whole addresses, and some of
/// ours hold tokens.
pub const NEVER_LOGGED: &str = "tower_http::csrf=off";

/// To stderr: for people on a terminal, JSON otherwise. `PORTAIL_LOG` chooses what (`portail=debug`).
fn logs() {
    let filter = EnvFilter::try_from_env("PORTAIL_LOG").unwrap_or_else(|_| EnvFilter::new("warn,portail=info"));
    let filter = filter.add_directive(NEVER_LOGGED.parse().expect("a directive"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        logs.with_target(false).compact().init();
    } else {
        logs.json().flatten_event(true).with_span_list(false).init();
    }
}
