//! The administration: accounts, invitations, rules, reading, the journal.

use axum::http::{StatusCode, header};
use futures_util::FutureExt;
use portail::access::{Role, Way, accounts, passwords};
use portail::app::Mail;

use crate::access::mail::{post_office, text};
use crate::support::{Cookie, Page, Site, count_queries};

const ACCOUNTS: &str = "/administration/comptes";

fn of(cookie: &Cookie, what: &str) -> String {
    format!("{ACCOUNTS}/{}{what}", cookie.account)
}

async fn root(site: &Site) -> Cookie {
    site.sign_in_as("racine@exemple.fr", Role::Administrator, Way::Passkey).await
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&site.store.pool).await.unwrap()
}

fn refused(page: &Page, at: &str, why: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text("main"));
    assert!(page.text(&format!("#{at}-error")).contains(why), "{at}: {}", page.text(".msg"));
    assert_eq!(page.attributes(".errors a", "href"), [format!("#{at}")]);
    assert_eq!(page.select(&format!("#{at}")).len(), 1, "the link of the summary leads there");
}

#[tokio::test]
async fn the_administration_is_for_administrators_and_others_are_noted() {
    let site = Site::empty().await;
    let (root, eve) = (root(&site).await, site.sign_in(Role::Editor).await);
    let front = site.get_as(&root, "/administration").await;
    assert_eq!((front.status, front.location()), (StatusCode::SEE_OTHER, ACCOUNTS));
    let paths = [ACCOUNTS.into(), of(&root, ""), "/administration/journal".into()];
    for path in &paths {
        assert_eq!(site.get_as(&root, path).await.status, StatusCode::OK, "{path}");
        let page = site.get_as(&eve, path).await;
        assert_eq!((page.status, page.text("h1")), (StatusCode::FORBIDDEN, "Réservé aux administrateurs".into()));
        assert_eq!(site.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    let page = site.post_as(&eve, &of(&eve, "/role"), &[("role", "administrator")]).await;
    assert_eq!((page.status, site.listed(&eve).await.role), (StatusCode::FORBIDDEN, Role::Editor));
    let invited = [("email", "ami@exemple.fr"), ("role", "administrator"), ("do", "link")];
    assert_eq!(site.post_as(&eve, "/administration/invitations", &invited).await.status, StatusCode::FORBIDDEN);
    assert_eq!(count(&site, "SELECT count(*) FROM audit WHERE event = 'forbidden'").await, 5);
    let journal = site.get_as(&root, "/administration/journal").await.text(".feed");
    assert!(journal.contains("POST /administration/invitations"), "{journal}");
    for (who, shows) in [(&root, true), (&eve, false)] {
        let page = site.get_as(who, "/").await;
        for place in [".who", ".nav", ".foot"] {
            let links = page.attributes(&format!("{place} a"), "href");
            assert_eq!(links.contains(&"/administration".to_owned()), shows, "{place}");
            assert!(links.contains(&"/compte".to_owned()), "{place}");
        }
    }
}

#[tokio::test]
async fn what_is_no_account_is_not_found() {
    let site = Site::empty().await;
    let root = root(&site).await;
    for id in ["0192f0c4-0000-7000-8000-000000000000", "1", "racine"] {
        assert_eq!(site.get_as(&root, &format!("{ACCOUNTS}/{id}")).await.status, StatusCode::NOT_FOUND, "{id}");
        for what in ["role", "desactivation", "reactivation", "lien", "personne", "sessions"] {
            let pairs = [("role", "editor"), ("do", "session.all")];
            let page = site.post_as(&root, &format!("{ACCOUNTS}/{id}/{what}"), &pairs).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}/{what}");
        }
    }
}

#[tokio::test]
async fn accounts_are_listed_with_role_state_and_last_entry_and_found_by_words() {
    let site = Site::open().await;
    let root = root(&site).await;
    let ada = site.sign_in_as("ada@exemple.fr", Role::Editor, Way::Provider).await;
    site.post_as(&root, &of(&ada, "/personne"), &[("person", "Samy Melaine")]).await;
    for n in 0..60 {
        let invited = [("email", &*format!("invite{n:02}@exemple.fr")), ("role", "reader"), ("do", "link")];
        assert_eq!(site.post_as(&root, "/administration/invitations", &invited).await.status, StatusCode::OK);
    }
    let page = site.get_as(&root, ACCOUNTS).await;
    assert_eq!(page.text("#comptes-t"), "62 comptes");
    let rows = page.select("#comptes tbody tr");
    assert_eq!(rows.len(), 50);
    assert!(rows[0].contains("ada@exemple.fr Samy Melaine") && rows[0].contains("actif"), "{}", rows[0]);
    assert!(rows[0].contains("aujourd’hui") && rows[0].contains("compte de l’entreprise"), "{}", rows[0]);
    assert!(rows[1].contains("invité") && rows[1].contains("pas encore") && rows[1].contains("lien jusqu’au"));
    let second = site.get_as(&root, &format!("{ACCOUNTS}?page=2")).await;
    assert_eq!(second.select("#comptes tbody tr").len(), 12);
    let own = second.select("#comptes tbody tr").pop().unwrap();
    assert!(own.contains("racine@exemple.fr sans fiche, vous") && own.contains("seul administrateur"), "{own}");
    assert_eq!(site.get_as(&root, &format!("{ACCOUNTS}?page=3")).await.status, StatusCode::NOT_FOUND);
    for (words, found) in [("samy", 1), ("INVITE1", 10), ("exemple.fr", 50), ("%", 0)] {
        let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let page = site.get_as(&root, &format!("{ACCOUNTS}?q={query}")).await;
        assert_eq!(page.select("#comptes tbody tr").len(), found, "{words}");
        assert_eq!(page.attributes("#comptes input[name=q]", "value"), [words]);
    }
    let pages = site.get_as(&root, &format!("{ACCOUNTS}?q=exemple.fr")).await.attributes(".pager a", "href");
    assert!(pages.contains(&"/administration/comptes?q=exemple.fr&page=2".into()), "{pages:?}");
}

#[tokio::test]
async fn a_role_changes_at_once_and_the_list_comes_back_where_it_was() {
    let site = Site::empty().await;
    let (root, ada) = (root(&site).await, site.sign_in(Role::Reader).await);
    let list = format!("{ACCOUNTS}?q=reader");
    let changed = site.post_as(&root, &of(&ada, "/role"), &[("role", "administrator"), ("retour", &list)]).await;
    assert_eq!((changed.status, changed.location()), (StatusCode::SEE_OTHER, list.as_str()));
    assert_eq!(site.get_as(&ada, ACCOUNTS).await.status, StatusCode::OK, "without signing in again");
    let journal = site.get_as(&root, "/administration/journal").await.select(".feed li")[0].clone();
    assert!(journal.contains("changé de lecteur à administrateur"), "{journal}");
    assert!(journal.contains("par racine@exemple.fr") && journal.contains("127.0.0.1"), "{journal}");
    let changed = site.post_as(&root, &of(&ada, "/role"), &[("role", "editor"), ("retour", "//ailleurs.fr")]).await;
    assert_eq!(changed.location(), of(&ada, ""), "only pages of the portal are gone back to");
    let journal = site.get_as(&root, "/administration/journal").await.select(".feed li")[0].clone();
    assert!(journal.contains("changé d’administrateur à éditeur"), "{journal}");
    assert_eq!(site.post_as(&root, &of(&ada, "/role"), &[("role", "queen")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_last_administrator_stays_one() {
    let site = Site::empty().await;
    let root = root(&site).await;
    let invited = [("email", "ada@exemple.fr"), ("role", "administrator"), ("do", "link")];
    site.post_as(&root, "/administration/invitations", &invited).await;
    let page = site.post_as(&root, &of(&root, "/role"), &[("role", "reader")]).await;
    refused(&page, "role", "seul administrateur qui puisse entrer");
    assert_eq!(page.attributes("#role option[selected]", "value"), ["reader"], "what was chosen stays chosen");
    refused(&site.post_as(&root, &of(&root, "/desactivation"), &[]).await, "account", "seul administrateur");
    assert_eq!(site.listed(&root).await.role, Role::Administrator);
    let other = site.sign_in(Role::Administrator).await;
    let left = site.post_as(&root, &of(&root, "/role"), &[("role", "reader")]).await;
    assert_eq!((left.status, left.location()), (StatusCode::SEE_OTHER, "/compte"), "with another, one may go");
    assert!(site.listed(&other).await.is_only);
}

#[tokio::test]
async fn two_administrators_cannot_take_the_role_from_each_other_at_once() {
    for _ in 0..5 {
        let site = Site::empty().await;
        let (one, two) = (root(&site).await, site.sign_in(Role::Administrator).await);
        let (to_two, to_one) = (of(&two, "/role"), of(&one, "/role"));
        let pairs = [("role", "reader")];
        let both = futures_util::join!(site.post_as(&one, &to_two, &pairs), site.post_as(&two, &to_one, &pairs));
        let done = [both.0.status, both.1.status].into_iter().filter(|status| *status == StatusCode::SEE_OTHER);
        assert_eq!(done.count(), 1, "{} {}", both.0.status, both.1.status);
        assert_eq!(count(&site, "SELECT count(*) FROM account WHERE role = 'administrator'").await, 1);
    }
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once_and_comes_back_as_it_was() {
    let site = Site::empty().await;
    let (root, ada) = (root(&site).await, site.sign_in(Role::Editor).await);
    let disabled = site.post_as(&root, &of(&ada, "/desactivation"), &[("retour", ACCOUNTS)]).await;
    assert_eq!((disabled.status, disabled.location()), (StatusCode::SEE_OTHER, ACCOUNTS));
    assert_eq!(site.get_as(&ada, "/compte").await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.listed(&ada).await.sessions, 0);
    let page = site.get_as(&root.after(&disabled), ACCOUNTS).await;
    assert!(page.text(".band.ok").contains("se réactive du même bouton"), "{}", page.text(".band"));
    assert_eq!(page.select("#comptes .badge.end"), ["désactivé"]);
    refused(&site.post_as(&root, &of(&ada, "/lien"), &[]).await, "link", "réactivez-le d’abord");
    site.post_as(&root, &of(&ada, "/reactivation"), &[]).await;
    let account = site.listed(&ada).await;
    assert_eq!((account.is_disabled, account.role), (false, Role::Editor));
    assert_eq!(site.get_as(&ada, "/compte").await.status, StatusCode::SEE_OTHER, "its old sessions stay closed");
}

#[tokio::test]
async fn an_administrator_sees_and_closes_the_sessions_of_somebody() {
    let site = Site::empty().await;
    let (root, ada) = (root(&site).await, site.sign_in(Role::Reader).await);
    let (second, third) = (site.again(&ada).await, site.again(&ada).await);
    let page = site.get_as(&root, &of(&ada, "")).await;
    let buttons = page.attributes("#sessions tbody button", "value");
    assert_eq!(buttons.len(), 3);
    let closed = site.post_as(&root, &of(&ada, "/sessions"), &[("do", &buttons[0])]).await;
    assert_eq!((closed.status, site.listed(&ada).await.sessions), (StatusCode::SEE_OTHER, 2));
    site.post_as(&root, &of(&ada, "/sessions"), &[("do", "session.all")]).await;
    for out in [&ada, &second, &third] {
        assert_eq!(site.get_as(out, "/compte").await.status, StatusCode::SEE_OTHER);
    }
    let own = site.get_as(&root, &format!("/administration/journal?compte={}", ada.email)).await;
    assert!(own.select(".feed li")[0].contains("2 sessions fermées"), "{}", own.text(".feed"));
}

#[tokio::test]
async fn an_invitation_that_is_refused_keeps_what_was_typed() {
    let site = Site::empty().await;
    let root = root(&site).await;
    for (email, why) in
        [("", "pas une adresse"), ("nulle part", "pas une adresse"), ("Racine@Exemple.fr", "a déjà cette adresse")]
    {
        let invited = [("email", email), ("role", "recruiter"), ("do", "link")];
        let page = site.post_as(&root, "/administration/invitations", &invited).await;
        refused(&page, "email", why);
        assert_eq!(page.attributes("#email", "value"), [email]);
        assert_eq!(page.attributes("#role option[selected]", "value"), ["recruiter"]);
    }
    assert_eq!(count(&site, "SELECT count(*) FROM account").await, 1);
}

#[tokio::test]
async fn a_link_is_shown_once_and_another_replaces_it() {
    let site = Site::empty().await;
    let root = root(&site).await;
    // nobody has told this portal how to send mail
    let invited = [("email", "ada@exemple.fr"), ("role", "reader"), ("do", "mail")];
    let made = site.post_as(&root, "/administration/invitations", &invited).await;
    assert_eq!((made.status, made.text("h1")), (StatusCode::OK, "Lien d’invitation".into()));
    assert_eq!(made.headers[header::CACHE_CONTROL], "no-store");
    assert!(made.headers.get(header::SET_COOKIE).is_none());
    let link = made.attributes("#link", "value")[0].replace("http://portail.test", "");
    let token = link.rsplit('/').next().unwrap();
    let account = accounts::knocking(&site.store, "ada@exemple.fr").await.unwrap().unwrap().id;
    let ada = Cookie { account, ..root.clone() };
    for path in [ACCOUNTS.into(), of(&ada, ""), "/administration/journal".into()] {
        assert!(!site.get_as(&root, &path).await.html.contains(token), "{path}");
    }
    let again = site.post_as(&root, &of(&ada, "/lien"), &[]).await;
    assert_eq!(again.text("h1"), "Lien d’invitation", "nobody has come yet");
    assert_eq!(site.get(&link).await.status, StatusCode::NOT_FOUND);
    let link = again.attributes("#link", "value")[0].replace("http://portail.test", "");
    assert_eq!(site.get(&link).await.status, StatusCode::OK);
    let nobody = Cookie { header: String::new(), ..root.clone() };
    site.post_as(&nobody, &link, &[]).await;
    let reset = site.post_as(&root, &of(&ada, "/lien"), &[]).await;
    assert_eq!(reset.text("h1"), "Lien de réinitialisation");
}

#[tokio::test]
async fn an_invitation_goes_by_mail_or_its_link_is_shown() {
    let (url, mut letters) = post_office().await;
    let from = "Portail <portail@portail.test>";
    let site = Site::empty().await.with_mail(Mail::new(&url, from).unwrap());
    let root = root(&site).await;
    let buttons = site.get_as(&root, ACCOUNTS).await.attributes("#inviter button", "value");
    assert_eq!(buttons, ["mail", "link"]);
    let invited = [("email", "ada@exemple.fr"), ("role", "editor"), ("do", "mail")];
    let sent = site.post_as(&root, "/administration/invitations", &invited).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, ACCOUNTS));
    assert_eq!(site.get_as(&root.after(&sent), ACCOUNTS).await.select(".band.ok"), ["L’invitation est partie."]);
    let letter = text(&letters.recv().await.unwrap());
    let link = letter.lines().find_map(|line| line.trim().strip_prefix("http://portail.test")).expect("a link");
    assert_eq!(site.get(link).await.text("h1"), "Bienvenue");

    // nobody takes mail there
    let site = site.with_mail(Mail::new("smtp://127.0.0.1:1", from).unwrap());
    let invited = [("email", "basile@exemple.fr"), ("role", "reader"), ("do", "mail")];
    let stuck = site.post_as(&root, "/administration/invitations", &invited).await;
    assert!(stuck.text(".band.warn").contains("Le courrier n’est pas parti."), "{}", stuck.text("main"));
    let link = stuck.attributes("#link", "value")[0].replace("http://portail.test", "");
    assert_eq!(site.get(&link).await.text("h1"), "Bienvenue", "the invitation holds all the same");
}

#[tokio::test]
async fn the_last_way_in_is_not_closed() {
    let site = Site::empty().await;
    let root = root(&site).await;
    let id = root.account;
    let hash = passwords::hash("le héron gris dort debout").await.unwrap();
    site.store.write(move |tx| async move { accounts::set_password(tx, id, &hash).await }.boxed()).await.unwrap();
    let rules = "/administration/connexion";
    let closed = [("way_passkey", "1"), ("idle", "14"), ("longest", "30"), ("strong_editor", "1")];
    let page = site.post_as(&root, rules, &closed).await;
    refused(&page, "ways", "Aucun administrateur ne pourrait plus entrer");
    assert_eq!(page.attributes("#regles input[checked]", "name"), ["way_passkey", "strong_editor"], "as it was posted");
    assert_eq!(page.attributes("#idle option[selected]", "value"), ["14"]);
    let strong = [("way_password", "1"), ("strong_administrator", "1"), ("idle", "7"), ("longest", "30")];
    refused(&site.post_as(&root, rules, &strong).await, "ways", "Aucun administrateur");
    let short = [("way_password", "1"), ("idle", "30"), ("longest", "7")];
    refused(&site.post_as(&root, rules, &short).await, "longest", "plus long que celui sans usage");
    let odd = [("way_password", "1"), ("idle", "toujours"), ("longest", "30")];
    refused(&site.post_as(&root, rules, &odd).await, "idle", "Choisissez");
    let saved = site
        .post_as(&root, rules, &[("way_password", "1"), ("strong_reader", "1"), ("idle", "3"), ("longest", "14")])
        .await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/administration/comptes#regles"));
    let page = site.get_as(&root, ACCOUNTS).await;
    assert_eq!(page.attributes("#regles input[checked]", "name"), ["way_password", "strong_reader"]);
    let days = page.attributes("#regles option[selected]", "value");
    assert_eq!(days, ["3", "14"]);
}

#[tokio::test]
async fn who_may_read_is_decided_at_the_start_or_by_administrators() {
    let decided = Site::empty().await;
    let root_there = root(&decided).await;
    let page = decided.get_as(&root_there, ACCOUNTS).await;
    assert_eq!(page.attributes("fieldset[disabled]", "id"), ["reading"]);
    assert!(page.text("#lecture .note").contains("--reading"), "{}", page.text("#lecture"));
    let page = decided.post_as(&root_there, "/administration/lecture", &[("reading", "members")]).await;
    refused(&page, "reading", "l’emporte");

    let site = Site::fresh().await;
    let root = root(&site).await;
    assert_eq!(site.get("/").await.status, StatusCode::SEE_OTHER, "closed, until somebody decides");
    let page = site.get_as(&root, ACCOUNTS).await;
    assert!(page.text("#lecture .band").contains("Lecture sur connexion."), "{}", page.text("#lecture"));
    site.post_as(&root, "/administration/lecture", &[("reading", "open")]).await;
    assert_eq!(site.get("/").await.status, StatusCode::OK);
    assert!(site.get_as(&root, ACCOUNTS).await.text("#lecture .band.warn").contains("Lecture ouverte."));
    site.post_as(&root, "/administration/lecture", &[("reading", "members")]).await;
    assert_eq!(site.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn administrators_choose_the_language_and_the_time_zone() {
    let site = Site::fresh().await;
    let root = root(&site).await;
    let place = |language: &'static str, zone: &'static str| [("language", language), ("time_zone", zone)];
    let page = site.post_as(&root, "/administration/lieu", &place("en", "Europe/Lutèce")).await;
    refused(&page, "time_zone", "Europe/Paris");
    assert_eq!(page.attributes("#time_zone", "value"), ["Europe/Lutèce"]);
    assert_eq!(page.attributes("#language option[selected]", "value"), ["en"]);
    let page = site.post_as(&root, "/administration/lieu", &place("tlh", "UTC")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let saved = site.post_as(&root, "/administration/lieu", &place("en", " Pacific/Noumea ")).await;
    assert_eq!(saved.headers["location"], "/administration/comptes#lieu");
    assert_eq!((site.app.time_zone().as_str(), site.app.settings().language.as_str()), ("Pacific/Noumea", "en"));
    assert!(site.get("/connexion").await.html.contains("lang=\"en\""), "who has chosen no language gets it");
}

/// Every event is a sentence in both languages, and whatever the journal holds is shown as text.
#[tokio::test]
async fn the_journal_tells_everything_in_sentences_and_holds_no_secret() {
    let site = Site::empty().await;
    let root = root(&site).await;
    let password = "le héron gris dort debout";
    let ada = site.sign_in(Role::Reader).await;
    let set = site.post_as(&ada, "/compte/mot-de-passe", &[("new_password", password)]).await;
    let ada = ada.after(&set);
    site.post_as(&ada, "/compte/mot-de-passe", &[("current_password", "autre chose ici"), ("new_password", password)])
        .await;
    let nobody = Cookie { header: String::new(), ..root.clone() };
    site.post_as(&nobody, "/connexion", &[("email", "<b>eve</b>@exemple.fr"), ("password", password)]).await;
    site.post_as(&nobody, "/connexion", &[("email", ""), ("password", password)]).await;
    for event in portail::access::audit::Event::ALL {
        let line = sqlx::query("INSERT INTO audit (event, account, detail) VALUES ($1, 'ada@exemple.fr', 'chose')");
        line.bind(event.code()).execute(&site.store.pool).await.unwrap();
    }
    for query in ["", "?page=1"] {
        let page = site.get_as(&root, &format!("/administration/journal{query}")).await;
        for secret in [password, "autre chose ici", "argon2", root.header.trim_start_matches("portail=")] {
            assert!(!page.html.contains(secret), "{secret}");
        }
        let lines = page.select(".feed li");
        assert!(lines.iter().all(|line| !line.contains("event-")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("Entrée refusée pour <b>eve</b>@exemple.fr")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("une adresse vide")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("par la ligne de commande")), "{lines:?}");
        assert!(page.select(".feed b").is_empty());
    }
    let english = Cookie { header: format!("{}; langue=en", root.header), ..root.clone() };
    let lines = site.get_as(&english, "/administration/journal").await.select(".feed li");
    assert!(lines.iter().any(|line| line.contains("Entry refused for")), "{lines:?}");
    assert!(lines.iter().all(|line| !line.contains("Entrée") && !line.contains("event-")), "{lines:?}");
}

#[tokio::test]
async fn the_whole_journal_has_pages() {
    let site = Site::empty().await;
    let root = root(&site).await;
    let many =
        "INSERT INTO audit (event, account) SELECT 'left', 'n' || n || '@exemple.fr' FROM generate_series(1, 120) n";
    sqlx::query(many).execute(&site.store.pool).await.unwrap();
    let first = site.get_as(&root, "/administration/journal").await;
    assert_eq!(first.select(".feed li").len(), 50);
    assert!(first.select(".feed li")[0].contains("Sortie de n120@exemple.fr"), "the newest first");
    let last = site.get_as(&root, "/administration/journal?page=3").await;
    assert_eq!(last.select(".feed li").len(), 21);
    assert_eq!(site.get_as(&root, ACCOUNTS).await.select(".feed li").len(), 10);
}

#[tokio::test]
async fn its_pages_ask_the_database_six_things_at_most() {
    let site = Site::open().await;
    let (root, ada) = (root(&site).await, site.sign_in(Role::Reader).await);
    for path in [ACCOUNTS.into(), of(&ada, ""), "/administration/journal".into(), format!("{ACCOUNTS}?q=exemple")] {
        let (page, queries) = count_queries(site.get_as(&root, &path)).await;
        assert!(page.status == StatusCode::OK && queries <= 6, "{path}: {queries}");
    }
}
