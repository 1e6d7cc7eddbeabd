//! A provider that lies as it is told to: discovery, keys, tokens and what it says of people, on loopback.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use time::macros::datetime;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

const KEY: &str = include_str!("key.pem");
const OTHER_KEY: &str = include_str!("other.pem");

pub struct Fake {
    pub issuer: String,
    told: Arc<Mutex<Told>>,
    server: JoinHandle<()>,
}

/// What it says.
pub struct Told {
    issuer: String,
    /// Claims of tokens, beside those that are always there; null: this one is not.
    pub claims: Value,
    /// What it says of people when it is asked.
    pub info: Value,
    /// The name of its key, and whether it signs with a key that it does not publish.
    pub key: String,
    pub is_forger: bool,
    pub is_unsigned: bool,
    /// What its token endpoint answers instead.
    pub status: Option<StatusCode>,
    pub is_slow: bool,
    /// How often it was asked for its addresses, and whether anybody followed it elsewhere.
    pub discoveries: usize,
    pub was_followed: bool,
    codes: HashMap<String, (String, String)>,
}

impl Fake {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let told = Arc::new(Mutex::new(Told {
            issuer: issuer.clone(),
            claims: json!({}),
            info: Value::Null,
            key: "one".into(),
            is_forger: false,
            is_unsigned: false,
            status: None,
            is_slow: false,
            discoveries: 0,
            was_followed: false,
            codes: HashMap::new(),
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/info", get(info))
            .route("/elsewhere", get(elsewhere).post(elsewhere))
            .with_state(told.clone());
        let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        Self { issuer, told, server }
    }

    pub fn tell(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap()
    }

    /// A code for somebody who signed in there, for a request with this nonce and this challenge.
    pub fn code(&self, nonce: &str, challenge: &str) -> String {
        let mut told = self.tell();
        let code = format!("code-{}", told.codes.len());
        told.codes.insert(code.clone(), (nonce.to_owned(), challenge.to_owned()));
        code
    }

    pub fn stop(&self) {
        self.server.abort();
    }
}

impl Told {
    fn says_info(&self) -> bool {
        !self.info.is_null()
    }

    fn sign(&self, nonce: &str) -> String {
        let now = datetime!(2026-11-25 12:00 UTC).unix_timestamp();
        let mut claims = json!({ "iss": self.issuer, "aud": "portail", "sub": "0815", "nonce": nonce, "iat": now - 5,
            "exp": now + 300, "email": "ada@exemple.fr", "email_verified": true });
        for (name, value) in self.claims.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let alg = if self.is_unsigned { "none" } else { "RS256" };
        let head = json!({ "alg": alg, "typ": "JWT", "kid": self.key });
        let [head, claims] = [head, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
        let text = format!("{head}.{claims}");
        let key = key(if self.is_forger { OTHER_KEY } else { KEY }, &self.key);
        let signature = match self.is_unsigned {
            true => Vec::new(),
            false => key.sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, text.as_bytes()).unwrap(),
        };
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn said(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

type Shared = State<Arc<Mutex<Told>>>;

fn key(pem: &str, name: &str) -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new(name.into()))).unwrap()
}

async fn discovery(State(told): Shared) -> Response {
    let is_slow = told.lock().unwrap().is_slow;
    if is_slow {
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
    let mut told = told.lock().unwrap();
    told.discoveries += 1;
    let at = |path: &str| format!("{}/{path}", told.issuer);
    let mut found = json!({ "issuer": told.issuer, "authorization_endpoint": at("authorize"), "jwks_uri": at("keys"),
        "token_endpoint": at("token"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"] });
    if told.says_info() {
        found["userinfo_endpoint"] = at("info").into();
    }
    said(&found)
}

async fn keys(State(told): Shared) -> Response {
    let key = key(KEY, &told.lock().unwrap().key).as_verification_key();
    said(&json!({ "keys": [key] }))
}

/// Checks what a provider checks: the client, the code once, where it was sent, the verifier of its challenge.
async fn token(State(told): Shared, headers: HeaderMap, body: String) -> Response {
    let mut told = told.lock().unwrap();
    if let Some(status) = told.status {
        return (status, [("location", "/elsewhere")], "out of order").into_response();
    }
    let sent: HashMap<String, String> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let client = format!("Basic {}", STANDARD.encode("portail:geheim"));
    let verified = URL_SAFE_NO_PAD.encode(Sha256::digest(&sent["code_verifier"]));
    let code = told.codes.remove(&sent["code"]).filter(|(_, challenge)| *challenge == verified);
    let is_right = headers["authorization"] == client.as_str()
        && sent["grant_type"] == "authorization_code"
        && sent["redirect_uri"] == "http://portail.test/connexion/oidc/retour";
    match code.filter(|_| is_right) {
        Some((nonce, _)) => {
            let token = told.sign(&nonce);
            said(&json!({ "access_token": "access", "token_type": "Bearer", "id_token": token }))
        }
        None => (StatusCode::BAD_REQUEST, said(&json!({ "error": "invalid_grant" }))).into_response(),
    }
}

async fn info(State(told): Shared, headers: HeaderMap) -> Response {
    match headers["authorization"] == "Bearer access" {
        true => said(&told.lock().unwrap().info),
        false => StatusCode::UNAUTHORIZED.into_response(),
    }
}

async fn elsewhere(State(told): Shared) -> StatusCode {
    told.lock().unwrap().was_followed = true;
    StatusCode::OK
}
