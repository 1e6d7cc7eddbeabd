//! Who is asking, as the guard of a group of routes found out, and the proofs that handlers demand.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::access::{Administrator, Client, Editor, Recruiter, Role, Viewer};
use crate::error::{Error, Result};

/// Left on a request by the guard, and on its answer.
#[derive(Clone)]
pub struct Asking(pub Option<Arc<Viewer>>);

/// Somebody who has signed in.
pub struct Member(pub Arc<Viewer>);

/// Somebody who may make share links, and from where.
pub struct Recruiting(pub Recruiter);

/// Somebody who may change content.
pub struct Editing(pub Editor);

/// Somebody who may manage accounts and settings, and who they are.
pub struct Administering(pub Administrator);

/// Whoever it is, if the route has a guard.
pub fn viewer(parts: &Parts) -> Option<Arc<Viewer>> {
    parts.extensions.get::<Asking>().and_then(|asking| asking.0.clone())
}

fn member(parts: &Parts) -> Result<Arc<Viewer>> {
    viewer(parts).ok_or(Error::Forbidden(Role::Reader.code()))
}

impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        member(parts).map(Self)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Recruiting {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let by = member(parts)?.recruiter().ok_or(Error::Forbidden(Role::Recruiter.code()))?;
        Ok(Self(match parts.extensions.get::<Client>() {
            Some(client) => by.at(client),
            None => by,
        }))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Editing {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        member(parts)?.editor().map(Self).ok_or(Error::Forbidden(Role::Editor.code()))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Administering {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let by = member(parts)?.administrator().ok_or(Error::Forbidden(Role::Administrator.code()))?;
        Ok(Self(match parts.extensions.get::<Client>() {
            Some(client) => by.at(client),
            None => by,
        }))
    }
}
