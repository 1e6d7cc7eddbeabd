//! The company's own accounts, by OpenID Connect: authorization code with PKCE, checked by a library that is
//! certified for it. Here is what it leaves to us: what is remembered between leaving and coming back, and whose
//! account it is.

mod account;
mod claims;
mod published;
mod trouble;
mod wire;

pub mod queries;

use std::time::Duration;

use chrono::{DateTime, Utc};
use openidconnect::core::{CoreErrorResponseType, CoreGenderClaim, CoreResponseType};
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, CsrfToken, IdTokenClaims, LanguageTag, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RequestTokenError, Scope, SignatureVerificationError,
    TokenResponse, UserInfoError,
};
use serde::{Deserialize, Serialize};

use super::Token;
use crate::app::App;
use crate::app::provider::Provider;
use crate::error::Result;
pub use account::account;
use claims::More;
pub use claims::Person;
use published::{Client, TO_LEAVE, TO_RETURN, Tokens, client};
pub use trouble::Trouble;

/// What the database keeps of somebody who is on the way to the provider and back.
#[derive(Clone, Serialize, Deserialize)]
pub struct Remembered {
    /// The digest of what the provider brings back.
    state: String,
    nonce: String,
    verifier: String,
    /// What the person carries: the page that they wanted, the form that was kept; as a form posts it.
    pub carried: String,
}

/// Where to send somebody, and what their browser must keep to be known again.
pub struct Departure {
    pub address: String,
    pub host: String,
    pub token: Token,
    pub state: Token,
}

/// Begins a way in, for a reader of this language.
pub async fn depart(
    app: &App,
    provider: &Provider,
    language: &str,
    carried: String,
) -> Result<Result<Departure, Trouble>> {
    let client = match client(app, provider, TO_LEAVE).await {
        Ok(client) => client,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let (token, state) = (Token::random(), Token::random());
    let (sent, nonce) = (CsrfToken::new(state.secret().to_owned()), Nonce::new_random());
    let named = nonce.clone();
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (address, ..) = client
        .authorize_url(AuthenticationFlow::<CoreResponseType>::AuthorizationCode, move || sent, move || named)
        .add_scopes(provider.scopes.iter().cloned().map(Scope::new))
        .add_ui_locale(LanguageTag::new(language.to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    let remembered = Remembered {
        state: hexadecimal(&state),
        nonce: nonce.secret().to_owned(),
        verifier: verifier.into_secret(),
        carried,
    };
    queries::remember(&app.store, &token.digest(), &remembered).await?;
    let host = address.host_str().unwrap_or_default().to_owned();
    Ok(Ok(Departure { address: address.into(), host, token, state }))
}

/// What was remembered of a way in, once: of this browser, by its token, and of this answer, by its state.
pub async fn recall(app: &App, token: &Token, state: &Token) -> Result<Option<Remembered>> {
    queries::recall(&app.store, &token.digest(), &hexadecimal(state)).await
}

/// The state is compared by its digest, so that the time that it takes tells nothing.
fn hexadecimal(state: &Token) -> String {
    state.digest().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Who somebody is, by the code that the provider gave them.
///
/// # Errors
/// `Away`, `Wrong`, or `Lost` if the code holds no more.
pub async fn prove(app: &App, provider: &Provider, way: &Remembered, code: String) -> Result<Person, Trouble> {
    let client = client(app, provider, TO_RETURN).await?;
    let wire = wire::client(provider);
    let request = client.exchange_code(AuthorizationCode::new(code)).map_err(|why| Trouble::Wrong.because(&why))?;
    let verifier = PkceCodeVerifier::new(way.verifier.clone());
    let tokens = request.set_pkce_verifier(verifier).request_async(&wire).await.map_err(|why| match &why {
        RequestTokenError::Request(_) => Trouble::Away.because(&why),
        RequestTokenError::ServerResponse(said) if *said.error() == CoreErrorResponseType::InvalidGrant => {
            Trouble::Lost.because(&why)
        }
        _ => Trouble::Wrong.because(&why),
    })?;
    let person = Person::of(&believed(app, provider, &client, &tokens, &way.nonce).await?);
    if person.is_complete(provider) { Ok(person) } else { asked(provider, &client, &tokens, person).await }
}

/// The claims of the token, checked. With keys that do not fit, the provider may have changed them since.
async fn believed(
    app: &App,
    provider: &Provider,
    known: &Client,
    tokens: &Tokens,
    nonce: &str,
) -> Result<IdTokenClaims<More, CoreGenderClaim>, Trouble> {
    use SignatureVerificationError as Signature;
    let now = app.clock.now().unix_timestamp();
    let checked = match check(known, tokens, nonce, now) {
        Err(ClaimsVerificationError::SignatureVerification(
            Signature::NoMatchingKey | Signature::CryptoError(_) | Signature::AmbiguousKeyId(_),
        )) => check(&client(app, provider, Duration::ZERO).await?, tokens, nonce, now),
        checked => checked,
    };
    let claims = checked.map_err(|why| Trouble::Wrong.because(&why))?;
    let is_name = !claims.subject().is_empty() && claims.subject().len() <= 255;
    if is_name && !claims.subject().chars().any(char::is_control) { Ok(claims) } else { Err(Trouble::Wrong) }
}

fn check(
    client: &Client,
    tokens: &Tokens,
    nonce: &str,
    now: i64,
) -> Result<IdTokenClaims<More, CoreGenderClaim>, ClaimsVerificationError> {
    let other = |why: &str| ClaimsVerificationError::Other(why.into());
    let token = tokens.id_token().ok_or_else(|| other("there is no ID token"))?;
    let now = DateTime::<Utc>::from_timestamp(now, 0).ok_or_else(|| other("the clock is beyond time"))?;
    let verifier = client.id_token_verifier().set_time_fn(move || now);
    token.claims(&verifier, &Nonce::new(nonce.to_owned())).cloned()
}

/// Asks the provider for what the token does not say; without an address for that, the token was all.
async fn asked(provider: &Provider, client: &Client, tokens: &Tokens, person: Person) -> Result<Person, Trouble> {
    let subject = openidconnect::SubjectIdentifier::new(person.subject.clone());
    let Ok(request) = client.user_info(tokens.access_token().clone(), Some(subject)) else { return Ok(person) };
    let wire = wire::client(provider);
    let info = request.request_async::<More, _, CoreGenderClaim>(&wire).await.map_err(|why| match &why {
        UserInfoError::Request(_) => Trouble::Away.because(&why),
        _ => Trouble::Wrong.because(&why),
    })?;
    Ok(person.with(&info))
}
