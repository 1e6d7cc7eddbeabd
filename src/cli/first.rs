//! What the portal writes at its start so that people get in: the link for the first administrator, and in the
//! demo one link per role.

use futures_util::FutureExt;

use crate::access::accounts::{self, Purpose};
use crate::access::{Administrator, Role, Token, links};
use crate::app::App;
use crate::error::Result;
use crate::site::sign_in::mail::address;
use crate::store::Tx;

/// Whoever reads the log of a portal without administrator may become the first.
pub async fn announce(app: &App) -> Result<()> {
    let made = app.store.write(|tx| {
        async move {
            match accounts::any_administrator(tx).await? {
                true => Ok(None),
                false => Ok(Some(links::make(tx, None, Purpose::First).await?)),
            }
        }
        .boxed()
    });
    if let Some(token) = made.await? {
        let code = token.in_groups();
        // for people, on standard output: logs are kept and shipped, and this opens the portal
        println!("Nobody administers this portal yet. Open {}/premier-demarrage?code={code}", app.config.public_url);
        println!("or type this code at {}/premier-demarrage: {code}  (once, within 24 hours)", app.config.public_url);
    }
    Ok(())
}

/// The accounts of the demo, one per role.
const DEMO: [(&str, Role); 4] = [
    ("lecteur@exemple.fr", Role::Reader),
    ("recrutement@exemple.fr", Role::Recruiter),
    ("edition@exemple.fr", Role::Editor),
    ("administration@exemple.fr", Role::Administrator),
];

/// A one-time link per role of the demo, a line each.
pub async fn greetings(app: &App) -> Result<Vec<String>> {
    let links = app.store.write(|tx| demo_links(tx).boxed()).await?;
    Ok(links.into_iter().map(|(role, token)| format!("  {:<15}{}", role.french(), address(app, &token))).collect())
}

async fn demo_links(tx: &mut Tx) -> Result<Vec<(Role, Token)>> {
    let operator = Administrator::operator();
    let mut made = Vec::new();
    for (email, role) in DEMO {
        let account = match accounts::by_email(tx, email).await? {
            Some(known) if known.is_disabled => continue,
            Some(known) => known.id,
            None => accounts::add(tx, &operator, email, role).await?,
        };
        made.push((role, accounts::link(tx, &operator, account, Purpose::Entry).await?));
    }
    Ok(made)
}
