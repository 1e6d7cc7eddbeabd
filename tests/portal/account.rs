//! « Mon compte »: what people change of their own account, and what else ends with it.

use axum::http::{StatusCode, header};
use futures_util::FutureExt;
use portail::access::accounts::{self, Purpose};
use portail::access::{Role, Way, links, passwords};

use crate::support::{Cookie, Site, count_queries};

const OLD: &str = "le héron gris dort debout";
const NEW: &str = "une loutre lit sous la pluie";

/// Somebody with a password.
async fn ada(site: &Site) -> Cookie {
    let ada = site.sign_in_as("ada@exemple.fr", Role::Reader, Way::Password).await;
    let hash = passwords::hash(OLD).await.unwrap();
    let id = ada.account;
    site.store.write(move |tx| async move { accounts::set_password(tx, id, &hash).await }.boxed()).await.unwrap();
    ada
}

async fn sql(site: &Site, sql: &'static str) {
    sqlx::query(sql).execute(&site.store.pool).await.unwrap();
}

/// Somebody who has been here for so long that they must prove themselves again.
async fn long_ago(site: &Site) {
    sql(site, "UPDATE session SET confirmed = now() - interval '20 minutes'").await;
}

/// The lines of the journal, the newest first: event and detail.
async fn journal(site: &Site) -> Vec<(String, String)> {
    let lines = sqlx::query_as("SELECT event, detail FROM audit ORDER BY id DESC");
    lines.fetch_all(&site.store.pool).await.unwrap()
}

#[tokio::test]
async fn the_account_is_shown_to_its_owner_and_to_nobody_else() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    let page = site.get_as(&ada, "/compte").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.select(".kicker"), ["ada@exemple.fr, lecteur"]);
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(page.select("#sessions .hit .badge"), ["ici"]);
    assert!(page.attributes("a", "href").contains(&"/compte/cles".into()), "the way to the keys");
    assert!(!page.attributes("a", "href").contains(&"/administration".into()), "a reader has no administration");
    let stranger = site.get("/compte").await;
    assert_eq!((stranger.status, stranger.location()), (StatusCode::SEE_OTHER, "/connexion?suite=%2Fcompte"));
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions_and_keeps_this_one_under_a_new_cookie() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    let elsewhere = site.again(&ada).await;
    let id = ada.account;
    let link = site.store.write(move |tx| async move { links::make(tx, Some(id), Purpose::Reset).await }.boxed());
    let link = format!("/lien/{}", link.await.unwrap().secret());
    assert_eq!(site.get(&link).await.status, StatusCode::OK);
    let changed = site.post_as(&ada, "/compte/mot-de-passe", &[("current_password", OLD), ("new_password", NEW)]).await;
    assert_eq!((changed.status, changed.location()), (StatusCode::SEE_OTHER, "/compte#motdepasse"));
    let renewed = ada.after(&changed);
    assert_ne!(renewed.header, ada.header);
    assert_eq!(site.get_as(&renewed, "/compte").await.status, StatusCode::OK);
    for out in [&ada, &elsewhere] {
        assert_eq!(site.get_as(out, "/compte").await.status, StatusCode::SEE_OTHER, "an old cookie opens nothing");
    }
    assert_eq!(site.get(&link).await.status, StatusCode::NOT_FOUND, "links that waited open nothing");
    assert_eq!(journal(&site).await[0], ("password-changed".into(), "1".into()));
}

#[tokio::test]
async fn a_password_is_refused_with_its_reason_and_changes_nothing() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    for (current, new, at, why) in [
        (OLD, "court", "new_password", "15 signes au moins"),
        (OLD, "motdepassemotdepasse", "new_password", "premiers mots de passe"),
        (OLD, "ada@exemple.fr ada@exemple.fr", "new_password", "ressemble trop"),
        ("autre chose", NEW, "current_password", "pas votre mot de passe"),
        ("", NEW, "current_password", "pas votre mot de passe"),
    ] {
        let page =
            site.post_as(&ada, "/compte/mot-de-passe", &[("current_password", current), ("new_password", new)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{new}");
        assert!(page.text(&format!("#{at}-error")).contains(why), "{new}: {}", page.text(".msg"));
        assert_eq!(page.attributes(".errors a", "href"), [format!("#{at}")]);
        assert!(page.attributes("input[type=password]", "value").is_empty(), "never shown again");
    }
    let known = accounts::knocking(&site.store, &ada.email).await.unwrap().unwrap();
    assert!(passwords::is_right(OLD, known.password).await.unwrap(), "the old one still is the password");
}

#[tokio::test]
async fn the_current_password_cannot_be_guessed_in_the_account() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    for _ in 0..8 {
        let pairs = [("current_password", "perdu, perdu, perdu"), ("new_password", NEW)];
        assert_eq!(site.post_as(&ada, "/compte/mot-de-passe", &pairs).await.status.as_u16(), 422);
    }
    let pairs = [("current_password", OLD), ("new_password", NEW)];
    let page = site.post_as(&ada, "/compte/mot-de-passe", &pairs).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers.contains_key(header::RETRY_AFTER));
    assert!(page.text("#current_password-error").contains("15 minutes"), "{}", page.text(".msg"));
    let page = site.post_as(&ada, "/compte/confirmer", &[("current_password", OLD)]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "the same limit holds there");
    assert_eq!(journal(&site).await[0], ("refused".into(), "too-many".into()));
}

#[tokio::test]
async fn whoever_came_by_a_link_chooses_a_password_without_the_one_they_lost() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    sql(&site, "UPDATE session SET way = 'link'").await;
    let page = site.get_as(&ada, "/compte/entree").await;
    assert!(page.select("#current_password").is_empty() && page.select("#new_password").len() == 1);
    let pairs = [("retour", "/compte/entree"), ("new_password", "court")];
    let refused = site.post_as(&ada, "/compte/mot-de-passe", &pairs).await;
    assert_eq!((refused.status.as_u16(), refused.text("h1")), (422, "Choisissez comment vous entrez".into()));
    let pairs = [("retour", "/compte/entree"), ("new_password", NEW)];
    let changed = site.post_as(&ada, "/compte/mot-de-passe", &pairs).await;
    assert_eq!((changed.status, changed.location()), (StatusCode::SEE_OTHER, "/compte/entree"));
    let ada = ada.after(&changed);
    long_ago(&site).await;
    let page = site.get_as(&ada, "/compte").await;
    assert_eq!(page.select("label[for=current_password]"), ["Actuel"], "later it is asked for");
    let pairs = [("new_password", OLD)];
    assert_eq!(site.post_as(&ada, "/compte/mot-de-passe", &pairs).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_stolen_session_makes_no_password_where_there_was_none() {
    let site = Site::empty().await;
    let eve = site.sign_in(Role::Editor).await;
    long_ago(&site).await;
    let page = site.post_as(&eve, "/compte/mot-de-passe", &[("new_password", NEW)]).await;
    assert_eq!(page.text("h1"), "Prouvez que c’est vous");
    assert!(page.text(".pane").contains("Aucun mot de passe"), "{}", page.text(".pane"));
    assert!(!site.listed(&eve).await.has_password);
}

#[tokio::test]
async fn another_address_waits_for_a_proof_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    long_ago(&site).await;
    let typed = [("email", "ada@ailleurs.fr"), ("person", "Samy Melaine")];
    let page = site.post_as(&ada, "/compte/profil", &typed).await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::FORBIDDEN, "Prouvez que c’est vous".into()));
    let hidden: Vec<_> = page
        .attributes(".pane input[type=hidden]", "name")
        .into_iter()
        .zip(page.attributes(".pane input[type=hidden]", "value"))
        .collect();
    assert!(hidden.contains(&("garde.email".into(), "ada@ailleurs.fr".into())), "{hidden:?}");
    let mut pairs: Vec<_> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.push(("current_password", "autre chose"));
    let refused = site.post_as(&ada, "/compte/confirmer", &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.attributes(".pane input[type=hidden]", "value").contains(&"Samy Melaine".into()));
    assert_eq!(journal(&site).await[0], ("refused".into(), "confirm".into()));
    *pairs.last_mut().unwrap() = ("current_password", OLD);
    let proved = site.post_as(&ada, "/compte/confirmer", &pairs).await;
    assert_eq!(proved.attributes(".pane form", "action"), ["/compte/profil"], "the form waits to be sent");
    let renewed = ada.after(&proved);
    assert_eq!(site.get_as(&ada, "/compte").await.status, StatusCode::SEE_OTHER, "the proof renews the cookie");
    let saved = site.post_as(&renewed, "/compte/profil", &typed).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/compte#profil"));
    let account = site.listed(&ada).await;
    assert_eq!((account.email.as_str(), account.person.as_deref()), ("ada@ailleurs.fr", Some("Samy Melaine")));
}

#[tokio::test]
async fn a_profile_that_is_refused_comes_back_as_it_was_typed() {
    let site = Site::open().await;
    let (ada, other) = (ada(&site).await, site.sign_in_as("basile@exemple.fr", Role::Reader, Way::Passkey).await);
    site.post_as(&other, "/compte/profil", &[("email", "basile@exemple.fr"), ("person", "samy-melaine")]).await;
    for (email, person, at, why) in [
        ("nulle part", "", "email", "pas une adresse"),
        ("BASILE@exemple.fr", "", "email", "a déjà cette adresse"),
        ("ada@exemple.fr", "Personne d’ici", "person", "Personne ne s’appelle « Personne d’ici »"),
        ("ada@exemple.fr", "Samy Melaine", "person", "déjà cette personne"),
    ] {
        let page = site.post_as(&ada, "/compte/profil", &[("email", email), ("person", person)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{email} {person}");
        assert!(page.text(&format!("#{at}-error")).contains(why), "{}", page.text(".msg"));
        assert_eq!(page.attributes("#email", "value"), [email]);
        assert_eq!(page.attributes("#person", "value"), [person]);
    }
    let page = site.post_as(&ada, "/compte/profil", &[("email", "personne"), ("person", "Personne d’ici")]).await;
    assert_eq!(page.select(".errors li").len(), 2, "all that is wrong is told at once");
    let account = site.listed(&ada).await;
    assert_eq!((account.email.as_str(), account.person), ("ada@exemple.fr", None));
}

#[tokio::test]
async fn a_proof_leads_only_to_pages_of_the_portal() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    for (next, leads) in
        [("/compte/cles", "/compte/cles"), ("//ailleurs.fr", "/compte"), ("https://ailleurs.fr", "/compte")]
    {
        let path = format!("/compte/confirmer?suite={next}");
        let page = site.get_as(&ada, &path).await;
        assert_eq!(page.status, StatusCode::OK);
        let carried = page.attributes("input[name=suite]", "value");
        assert_eq!(carried.first().map_or("/compte", String::as_str), leads);
        let again = site.again(&ada).await;
        let proved = site.post_as(&again, "/compte/confirmer", &[("suite", next), ("current_password", OLD)]).await;
        assert_eq!((proved.status, proved.location()), (StatusCode::SEE_OTHER, leads));
    }
}

#[tokio::test]
async fn sessions_are_closed_one_by_one_all_others_or_all() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    let (one, two, three) = (site.again(&ada).await, site.again(&ada).await, site.again(&ada).await);
    let page = site.get_as(&ada, "/compte").await;
    let first = page.attributes("#sessions tbody button", "value")[0].clone();
    let closed = site.post_as(&ada, "/compte/sessions", &[("do", &first)]).await;
    assert_eq!(closed.location(), "/compte#sessions");
    assert_eq!(site.listed(&ada).await.sessions, 3);
    let mallory = site.sign_in(Role::Administrator).await;
    site.post_as(&mallory, "/compte/sessions", &[("do", &first)]).await;
    site.post_as(&mallory, "/compte/sessions", &[("do", "session.others")]).await;
    assert_eq!(site.listed(&ada).await.sessions, 3, "nobody closes the sessions of others here");
    site.post_as(&ada, "/compte/sessions", &[("do", "session.others")]).await;
    for out in [&one, &two, &three] {
        assert_eq!(site.get_as(out, "/compte").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(site.get_as(&ada, "/compte").await.status, StatusCode::OK);
    let left = site.post_as(&ada, "/compte/sessions", &[("do", "session.all")]).await;
    assert_eq!((left.location(), site.listed(&ada).await.sessions), ("/connexion", 0));
    assert!(!ada.after(&left).header.contains("portail="), "the browser forgets its cookie");
    assert_eq!(
        site.post_as(&site.again(&ada).await, "/compte/sessions", &[("do", "autre")]).await.status.as_u16(),
        400
    );
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    sql(&site, "UPDATE session SET used = now() - interval '6 days'").await;
    assert_eq!(site.get_as(&ada, "/compte").await.status, StatusCode::OK);
    sql(&site, "UPDATE session SET used = now() - interval '8 days'").await;
    assert_eq!(site.get_as(&ada, "/compte").await.status, StatusCode::SEE_OTHER);
    sql(&site, "UPDATE session SET used = now(), opened = now() - interval '31 days'").await;
    assert_eq!(
        site.get_as(&ada, "/compte").await.status,
        StatusCode::SEE_OTHER,
        "nor for ever, however much it is used"
    );
}

#[tokio::test]
async fn light_or_dark_holds_on_every_page_and_without_script() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    assert!(site.get_as(&ada, "/").await.attributes("html", "data-theme").is_empty(), "as the device has it");
    let chosen = site.post_as(&ada, "/compte/apparence", &[("language", "en"), ("theme", "dark")]).await;
    assert_eq!((chosen.status, chosen.location()), (StatusCode::SEE_OTHER, "/compte#apparence"));
    let ada = ada.after(&chosen);
    for path in ["/", "/compte", "/nulle-part"] {
        let page = site.get_as(&ada, path).await;
        assert_eq!(page.attributes("html", "data-theme"), ["dark"], "{path}");
        assert_eq!(page.attributes("meta[name=color-scheme]", "content"), ["dark"], "{path}");
        assert_eq!(page.attributes("html", "lang"), ["en"], "{path}");
    }
    let back = site.post_as(&ada, "/compte/apparence", &[("language", "fr"), ("theme", "auto")]).await;
    let page = site.get_as(&ada.after(&back), "/").await;
    assert!(page.attributes("html", "data-theme").is_empty());
    let odd = site.post_as(&ada, "/compte/apparence", &[("language", "fr"), ("theme", "pink\"")]).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_was_done_is_said_once_and_only_in_our_words() {
    let site = Site::empty().await;
    let ada = ada(&site).await;
    let saved = site.post_as(&ada, "/compte/profil", &[("email", &ada.email), ("person", "")]).await;
    let told = ada.after(&saved);
    let page = site.get_as(&told, "/compte").await;
    assert_eq!(page.select(".band.ok"), ["Votre profil est enregistré."]);
    let shared = site.get_as(&told, "/").await;
    assert_eq!(shared.select(".band.ok"), ["Votre profil est enregistré."]);
    assert_eq!(shared.headers[header::CACHE_CONTROL], "no-store", "such a page is nobody else's");
    assert!(!shared.headers.contains_key(header::ETAG));
    assert!(site.get_as(&told.after(&shared), "/").await.select(".band").is_empty());
    let page = site.get_as(&told.after(&page), "/compte").await;
    assert!(page.select(".band").is_empty(), "{}", page.text(".band"));
    let forged = Cookie { header: format!("{}; annonce=account-title", ada.header), ..ada.clone() };
    assert!(site.get_as(&forged, "/compte").await.select(".band").is_empty(), "a message that is not on the list");
}

#[tokio::test]
async fn a_role_that_demands_more_says_so_and_closes_the_rest() {
    let site = Site::empty().await;
    let ada = site.sign_in_as("ada@exemple.fr", Role::Administrator, Way::Link).await;
    sql(&site, "UPDATE setting SET strong = '{administrator}'").await;
    let page = site.get_as(&ada, "/administration/comptes").await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/compte#cles"));
    for path in ["/compte", "/compte/entree"] {
        let page = site.get_as(&ada, path).await;
        assert!(page.text(".band.warn").contains("Votre rôle demande davantage."), "{path}");
    }
    sql(&site, "UPDATE session SET way = 'passkey'").await;
    assert_eq!(site.get_as(&ada, "/administration/comptes").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_invitation_leads_to_the_choice_of_a_way_in() {
    let site = Site::at_localhost().await; // where keys are possible
    let root = site.sign_in(Role::Administrator).await;
    let made = site
        .post_as(
            &root,
            "/administration/invitations",
            &[("email", "ada@exemple.fr"), ("role", "editor"), ("do", "link")],
        )
        .await;
    assert_eq!(made.status, StatusCode::OK);
    let link = made.attributes("#link", "value")[0].clone();
    let path = link.strip_prefix("http://localhost:3000").unwrap();
    assert!(made.text("main").contains("expire le"), "{}", made.text("main"));
    let page = site.get(path).await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::OK, "Bienvenue".into()));
    let nobody = Cookie { header: String::new(), ..root.clone() };
    let entered = site.post_as(&nobody, path, &[]).await;
    assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/compte/entree"));
    let ada = nobody.after(&entered);
    let page = site.get_as(&ada, "/compte/entree").await;
    assert_eq!(page.text("h1"), "Choisissez comment vous entrez");
    assert_eq!(page.attributes(".pane a", "href"), ["/compte/cles", "/"]);
    let set = site.post_as(&ada, "/compte/mot-de-passe", &[("retour", "/compte/entree"), ("new_password", NEW)]).await;
    assert_eq!(set.location(), "/compte/entree");
    assert_eq!(site.get_as(&ada.after(&set), "/compte").await.select(".kicker"), ["ada@exemple.fr, éditeur"]);
    let known = accounts::knocking(&site.store, "ada@exemple.fr").await.unwrap().unwrap();
    assert!(passwords::is_right(NEW, known.password).await.unwrap());
}

#[tokio::test]
async fn the_page_asks_the_database_six_things_at_most() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    for path in ["/compte", "/compte/entree", "/compte/confirmer"] {
        let (page, queries) = count_queries(site.get_as(&ada, path)).await;
        assert!(page.status.is_success() && queries <= 6, "{path}: {queries}");
    }
}

#[tokio::test]
async fn changes_say_from_where_they_were_made() {
    let site = Site::open().await;
    let ada = ada(&site).await;
    site.post_as(&ada, "/compte/profil", &[("email", &ada.email), ("person", "Samy Melaine")]).await;
    let (event, detail, address): (String, String, Option<String>) =
        sqlx::query_as("SELECT event, detail, address FROM audit ORDER BY id DESC LIMIT 1")
            .fetch_one(&site.store.pool)
            .await
            .unwrap();
    assert_eq!((event.as_str(), detail.as_str()), ("person-tied", "Samy Melaine"));
    assert_eq!(address.as_deref(), Some("127.0.0.1"));
}
