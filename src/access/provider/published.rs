//! What the provider publishes of itself: addresses and keys, kept for an hour.

use std::sync::Arc;
use std::time::{Duration, Instant};

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthType, DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields,
    RedirectUrl, StandardErrorResponse, StandardTokenResponse,
};

use super::claims::More;
use super::{Trouble, wire};
use crate::app::App;
use crate::app::provider::Provider;

/// How old what is known may be: for whoever comes back, and for whoever leaves, who would rather read here than in
/// their browser's words that nobody answers there.
pub(super) const TO_RETURN: Duration = Duration::from_secs(60 * 60);
pub(super) const TO_LEAVE: Duration = Duration::from_secs(10);

/// For whoever else is asking: two requests of five seconds.
const PATIENCE: Duration = Duration::from_secs(11);

/// The library's client, with claims that are not in the standard.
pub(super) type Client = openidconnect::Client<
    More,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

pub(super) type Tokens = StandardTokenResponse<
    IdTokenFields<
        More,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// The client, with what was published at most so long ago.
pub(super) async fn client(app: &App, provider: &Provider, ago: Duration) -> Result<Client, Trouble> {
    let published = read(provider, ago).await?;
    let methods = published.token_endpoint_auth_methods_supported();
    let takes_basic =
        methods.is_none_or(|methods| methods.is_empty() || methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
    let auth = if takes_basic { AuthType::BasicAuth } else { AuthType::RequestBody };
    let back = RedirectUrl::new(format!("{}/connexion/oidc/retour", app.config.public_url));
    let back = back.map_err(|why| Trouble::Wrong.because(&why))?;
    let client =
        Client::from_provider_metadata((*published).clone(), provider.client_id.clone(), Some(provider.secret.clone()));
    Ok(client.set_redirect_uri(back).set_auth_type(auth))
}

async fn read(provider: &Provider, ago: Duration) -> Result<Arc<CoreProviderMetadata>, Trouble> {
    let known = tokio::time::timeout(PATIENCE, provider.published.lock()).await;
    let mut known = known.map_err(|why| Trouble::Away.because(&why))?;
    if let Some((since, published)) = known.as_ref()
        && since.elapsed() < ago
    {
        return Ok(published.clone());
    }
    let published = Arc::new(fetch(provider).await?);
    *known = Some((Instant::now(), published.clone()));
    Ok(published)
}

async fn fetch(provider: &Provider) -> Result<CoreProviderMetadata, Trouble> {
    let wire = wire::client(provider);
    let found = CoreProviderMetadata::discover_async(provider.issuer.clone(), &wire).await;
    let published = found.map_err(|why| match &why {
        DiscoveryError::Request(_) => Trouble::Away.because(&why),
        _ => Trouble::Wrong.because(&why),
    })?;
    if is_safe(provider, &published) {
        return Ok(published);
    }
    tracing::warn!("the provider of accounts names addresses without TLS");
    Err(Trouble::Wrong)
}

fn is_safe(provider: &Provider, published: &CoreProviderMetadata) -> bool {
    provider.may_use(published.authorization_endpoint().url())
        && published.token_endpoint().is_none_or(|address| provider.may_use(address.url()))
        && published.userinfo_endpoint().is_none_or(|address| provider.may_use(address.url()))
}
