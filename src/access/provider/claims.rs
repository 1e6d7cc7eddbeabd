//! What the provider says of a person.

use std::collections::BTreeMap;

use openidconnect::core::CoreGenderClaim;
use openidconnect::{AdditionalClaims, IdTokenClaims, UserInfoClaims};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::access::Role;
use crate::app::provider::Provider;

/// Claims that are not in the standard, as they come.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct More(BTreeMap<String, Value>);

impl AdditionalClaims for More {}

/// Somebody, as far as the provider says.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who they are there, for ever.
    pub subject: String,
    pub email: Option<String>,
    /// Whether the provider knows that the address is theirs; none: it does not say.
    pub is_verified: Option<bool>,
    more: More,
}

impl Person {
    pub(super) fn of(claims: &IdTokenClaims<More, CoreGenderClaim>) -> Self {
        Self {
            subject: claims.subject().to_string(),
            email: claims.email().map(|email| email.to_string()),
            is_verified: claims.email_verified(),
            more: claims.additional_claims().clone(),
        }
    }

    /// Adds what the token did not say. An address and whether it is theirs come from one place.
    pub(super) fn with(mut self, info: &UserInfoClaims<More, CoreGenderClaim>) -> Self {
        if self.email.is_none() {
            self.email = info.email().map(|email| email.to_string());
            self.is_verified = info.email_verified();
        }
        for (name, value) in &info.additional_claims().0 {
            self.more.0.entry(name.clone()).or_insert_with(|| value.clone());
        }
        self
    }

    /// Whether the token said all that we ask.
    pub(super) fn is_complete(&self, provider: &Provider) -> bool {
        let says_roles = provider.roles.is_empty() || self.claim(&provider.roles_claim).is_some();
        self.email.is_some() && says_roles
    }

    /// What they are called where no address is known.
    pub fn name(&self) -> &str {
        self.email.as_deref().unwrap_or(&self.subject)
    }

    /// The highest role that the provider gives them.
    pub(super) fn role(&self, provider: &Provider) -> Option<Role> {
        let values = self.claim(&provider.roles_claim).map(values).unwrap_or_default();
        let given = provider.roles.iter().filter(|(_, value)| values.contains(&value.as_str()));
        given.filter_map(|(code, _)| Role::named(code)).max()
    }

    /// A claim by its name, which may have dots in it, or by the path to it.
    fn claim(&self, path: &str) -> Option<&Value> {
        let inside = || {
            let (first, rest) = path.split_once('.')?;
            rest.split('.').try_fold(self.more.0.get(first)?, |value, name| value.get(name))
        };
        self.more.0.get(path).or_else(inside)
    }
}

/// A list of texts, one text, or texts with blanks between them, as with scopes.
fn values(claim: &Value) -> Vec<&str> {
    match claim {
        Value::String(text) => std::iter::once(text.as_str()).chain(text.split_whitespace()).collect(),
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn role(claim: &str, claims: &Value) -> Option<&'static str> {
        let mut provider = Provider::new("https://id.exemple.fr", "portail", "secret").unwrap();
        provider.roles = vec![("editor", "redaction".into()), ("administrator", "chefs et cheffes".into())];
        provider.roles_claim = claim.into();
        let more = serde_json::from_value(claims.clone()).unwrap();
        let person = Person { subject: "1".into(), email: None, is_verified: None, more };
        person.role(&provider).map(Role::code)
    }

    #[test]
    fn a_role_is_found_wherever_a_provider_writes_it() {
        assert_eq!(role("roles", &json!({ "roles": ["x", "redaction"] })), Some("editor"));
        assert_eq!(role("roles", &json!({ "roles": "lecture redaction" })), Some("editor"));
        assert_eq!(role("roles", &json!({ "roles": "chefs et cheffes" })), Some("administrator"));
        assert_eq!(role("roles", &json!({ "roles": ["redaction", "chefs et cheffes"] })), Some("administrator"));
        assert_eq!(role("realm_access.roles", &json!({ "realm_access": { "roles": ["redaction"] } })), Some("editor"));
        let named = "https://exemple.fr/roles";
        assert_eq!(role(named, &json!({ named: ["redaction"] })), Some("editor"));
    }

    #[test]
    fn whatever_else_a_claim_may_be_gives_no_role() {
        for claims in [json!({}), json!({ "roles": null }), json!({ "roles": 1 }), json!({ "roles": [["redaction"]] })]
        {
            assert_eq!(role("roles", &claims), None, "{claims}");
        }
        assert_eq!(role("roles", &json!({ "roles": ["redaction2", "chefs"] })), None);
        assert_eq!(role("roles.of", &json!({ "roles": ["redaction"] })), None);
    }
}
