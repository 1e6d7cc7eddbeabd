//! How often one may try.

use std::time::{Duration, Instant};

use axum::http::{StatusCode, header};
use portail::access::Role;
use portail::app::{Config, Reading};

use crate::support::knock::PASSWORD;
use crate::support::{Site, config};

#[tokio::test]
async fn guesses_end_by_the_tenth_on_all_instances_and_the_owner_stays_in() {
    let site = Site::members().await;
    let other = site.instance(Config { reading: Some(Reading::Members), ..config() });
    let mut owner = site.signed_in(Role::Editor).await;
    for name in ["editor@portail.test", "nobody@portail.test"] {
        let mut refused = 0;
        for n in 1..=30 {
            let here = if n % 2 == 0 { &site } else { &other };
            let page = here.browser().sign_in(name, "pas le bon mot de passe").await;
            if page.status == StatusCode::TOO_MANY_REQUESTS {
                let seconds: u32 = page.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
                assert!((1..=900).contains(&seconds), "{seconds}");
                assert!(page.text(".band").contains("minutes"), "{}", page.text(".band"));
                refused += 1;
            } else {
                assert!(n < 10, "the attempt {n} on {name} was made");
            }
        }
        assert!(refused >= 20, "{refused}");
    }
    assert_eq!(owner.get("/offres").await.status, StatusCode::OK);
    let right = site.browser().sign_in("editor@portail.test", PASSWORD).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS, "nor does the right one open while one has to wait");
}

#[tokio::test]
async fn a_window_that_has_ended_opens_again_and_success_wipes_the_slate() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    for _ in 0..3 {
        for _ in 0..7 {
            site.browser().sign_in("ada@portail.test", "pas le bon mot de passe").await;
        }
        let right = site.browser().sign_in("ada@portail.test", PASSWORD).await;
        assert_eq!(right.status, StatusCode::SEE_OTHER);
    }
    for _ in 0..20 {
        site.browser().sign_in("ada@portail.test", "pas le bon mot de passe").await;
    }
    sqlx::query("UPDATE attempt SET since = since - interval '15 minutes'").execute(&site.store.pool).await.unwrap();
    assert_eq!(site.browser().sign_in("ada@portail.test", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

/// Not by its time either: a name that nobody has costs as much as one that somebody has.
#[tokio::test]
async fn an_unknown_name_takes_as_long_as_a_known_one() {
    let site = Site::members().await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for n in 0..7 {
        site.account(&format!("ada{n}@portail.test"), Role::Reader).await;
        for (name, times) in [("ada", &mut known), ("bea", &mut unknown)] {
            let start = Instant::now();
            site.browser().sign_in(&format!("{name}{n}@portail.test"), "pas le bon mot de passe").await;
            times.push(start.elapsed());
        }
    }
    let median = |mut times: Vec<Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64()
    };
    let ratio = median(unknown) / median(known);
    assert!((0.5..2.0).contains(&ratio), "{ratio}"); // without the work in vain it is about 0.05
}

/// Forty at once: some are told to come back, none breaks, and readers are served meanwhile.
#[tokio::test]
async fn hashing_is_bounded() {
    let site = std::sync::Arc::new(Site::open().await);
    let attempts: Vec<_> = (0..40)
        .map(|n| {
            let site = site.clone();
            tokio::spawn(async move {
                let name = format!("ada{n}@portail.test");
                let pairs = [("email", name.as_str()), ("password", "pas le bon mot de passe")];
                site.browser().post("/connexion", &pairs).await.status
            })
        })
        .collect();
    assert_eq!(site.browser().get("/offres").await.status, StatusCode::OK);
    let mut busy = 0;
    for attempt in attempts {
        match attempt.await.unwrap() {
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => busy += 1,
            status => assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY),
        }
    }
    assert!(busy > 0, "all forty were let to work");
}
