//! Passwords: what may be one, how it is kept, whether one is right.
//!
//! Hashing is slow and takes 19 MiB on purpose, so two run at a time, twenty wait, and whoever comes then is
//! told to come back: sign-ins cannot take the portal's processors or memory.

mod rules;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};
pub use rules::{LEAST, LONGEST, Weak, check};

/// At work at once, and these with those that wait.
static AT_WORK: Semaphore = Semaphore::const_new(2);
static PRESENT: Semaphore = Semaphore::const_new(22);

/// What unknown accounts are compared with, so that they take as long as known ones: nobody's password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyBpdC4$Dw7OJ+6+5CMp0sDdKiHfXwS2nUSvpYVsXyKJnKyA5mM";

/// The PHC string to keep (argon2id with the parameters of the OWASP cheat sheet: 19 MiB, 2 passes, 1 lane).
///
/// # Errors
/// `Busy` if too many are being hashed.
pub async fn hash(password: &str) -> Result<String> {
    let password = normal(password);
    hashing(move || {
        let hash = Argon2::default().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|why| Error::Internal(why.to_string()))
    })
    .await?
}

/// Whether it is the password behind `kept`; takes as long if there is none.
///
/// # Errors
/// `Busy` if too many are being checked.
pub async fn is_right(password: &str, kept: Option<String>) -> Result<bool> {
    let (known, kept) = (kept.is_some(), kept.unwrap_or_else(|| NOBODY.into()));
    let password = if password.len() > LONGEST { String::new() } else { normal(password) };
    let right = hashing(move || {
        let kept = PasswordHash::new(&kept).map_err(|why| Error::Internal(why.to_string()))?;
        Ok::<_, Error>(Argon2::default().verify_password(password.as_bytes(), &kept).is_ok())
    });
    Ok(right.await?? && known)
}

/// The same password, however a keyboard composes its accents.
fn normal(password: &str) -> String {
    password.nfc().collect()
}

async fn hashing<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let present = PRESENT.try_acquire().map_err(|_| Error::Busy)?;
    let at_work = AT_WORK.acquire().await.expect("never closed");
    let done = tokio::task::spawn_blocking(move || {
        // held until the work ends, even if nobody waits for it any more
        let _places = (present, at_work);
        work()
    });
    done.await.map_err(|why| Error::Internal(why.to_string()))
}
