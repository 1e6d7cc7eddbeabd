//! What the answers of the first start do, in one transaction: all of it or nothing.

use serde_json::json;

use super::queries::company;
use crate::access::links::{self, Purpose};
use crate::access::{Client, Editor, Token, Way, accounts, settings};
use crate::app::Reading;
use crate::error::{Error, Result};
use crate::history::{self, Base, Change, Edit, Kind, Origin, key, queries};
use crate::site::sign_in::enter;
use crate::site::{KINDS, seed};
use crate::store::Tx;

/// The answers, read.
pub(super) struct Answers {
    pub code: Token,
    pub email: String,
    pub company: String,
    pub language: String,
    pub time_zone: String,
    pub reading: Reading,
    /// Begin with the sample; otherwise with nothing but the company's name.
    pub sample: bool,
}

/// Spends the code, makes the administrator, keeps what was chosen, writes what the portal begins with, and
/// opens the administrator's session.
pub(super) async fn begin(
    tx: &mut Tx,
    answers: Answers,
    password: &str,
    client: &Client,
    before: Option<&Token>,
) -> Result<Token> {
    if !matches!(links::spend(tx, &answers.code).await?, Some((Purpose::First, _))) {
        return Err(Error::NotFound);
    }
    let (account, editor) = accounts::first(tx, &answers.email, password, client).await?;
    settings::begin(tx, &answers.language, &answers.time_zone, answers.reading).await?;
    if answers.sample {
        let sample = seed::sample().map_err(|why| Error::Internal(why.to_string()))?;
        seed::sow_in(tx, &sample).await?;
    }
    name(tx, &editor, &answers.company).await?;
    enter(tx, (account, &answers.email), Way::Password, client, before).await
}

/// The company's own document, under the name that was typed.
async fn name(tx: &mut Tx, editor: &Editor, name: &str) -> Result<()> {
    let kind = Kind::named(KINDS, "company");
    let (document, base, mine) = match company(tx).await? {
        Some(id) => {
            let mut mine = kind.load(tx, id).await?;
            let version = queries::current(tx, id).await?.ok_or(Error::NotFound)?.version;
            mine["name"] = name.into();
            (Some(id), Base::Version(version), mine)
        }
        None => (None, Base::Version(0), json!({ "slug": key::short(name, 6, "entreprise"), "name": name })),
    };
    let change = Change { origin: Origin::Form, ..Change::of(vec![Edit { kind, document, base, mine }]) };
    history::save(tx, editor, KINDS, change).await?;
    Ok(())
}
