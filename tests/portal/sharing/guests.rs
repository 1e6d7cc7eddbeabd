//! What a guest gets, and from when on nothing any more.

use axum::http::{Method, StatusCode};
use portail::access::{Administrator, Role, accounts};
use portail::app::{Config, Reading};

use super::support::{ask, link, main_of, open, recruiter, with};
use crate::support::{Page, Site, config, fold};

/// Everything that a link opens.
fn addresses(link: &str) -> Vec<String> {
    let pages =
        ["", "?langue=en", "?date=2018", "?cadre=1", "/samy-melaine", "/samy-melaine?langue=en", "/robin-camarasa"];
    let files = ["/organigramme.pdf", "/organigramme.csv", "/robin-camarasa.vcf", "/carte.png"];
    pages.iter().chain(&files).map(|rest| format!("{link}{rest}")).collect()
}

async fn sql(site: &Site, sql: &'static str) {
    sqlx::query(sql).execute(&site.store.pool).await.unwrap();
}

#[tokio::test]
async fn a_link_opens_the_chart_at_its_date_without_an_account() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("message", "Bonjour.\n\nVoici l’équipe.")])).await;
    let page = open(&site, &link).await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::OK, "L’équipe".into()));
    assert_eq!(page.text(".deck"), "7 personnes, en avril 2019.");
    assert_eq!(page.select(".letter p"), ["Bonjour.", "Voici l’équipe."]);
    assert_eq!(page.text(".guest .brand"), "DataGenius");
    let list = page.text("#list");
    for name in
        ["Comité de direction", "Taha Zemmouri", "CTO", "data scientist", "Robin Camarasa", "lien déduit", "Turiaud"]
    {
        assert!(list.contains(name), "{name}: {list}");
    }
    assert!(page.text("#chart svg").contains("Samy Melaine"), "the drawing is there");
    assert_eq!(page.attributes("meta[property='og:title']", "content"), ["L’équipe"]);
    assert_eq!(
        page.attributes("meta[property='og:description']", "content"),
        ["7\u{a0}personnes, en avril\u{a0}2019."].map(fold)
    );
    assert!(page.attributes("meta[property='og:url'], link[rel=canonical]", "content").is_empty());
    let other_date = open(&site, &format!("{link}?date=2017-05")).await;
    assert_eq!(main_of(&other_date), main_of(&page), "no other date leaks");
    let english = open(&site, &format!("{link}?langue=en")).await;
    assert_eq!((english.attributes("html", "lang"), english.text("h1")), (vec!["en".into()], "The team".into()));
    assert_eq!(english.attributes("#list a", "lang").first().map(String::as_str), Some("fr"), "names are French");
}

/// No menu, no search, no link that leaves the share, nothing kept, nothing found.
#[tokio::test]
async fn a_guest_s_page_leads_nowhere_and_is_kept_by_nobody() {
    let site = Site::open().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    for path in [link.clone(), format!("{link}/samy-melaine"), format!("{link}x"), "/partage/x".into()] {
        let page = open(&site, &path).await;
        for href in
            page.attributes("[href], [src], [action]", "href").into_iter().chain(page.attributes("[src]", "src"))
        {
            let is_within = href.starts_with(&link) || href.starts_with("/static/") || href.starts_with('#');
            assert!(is_within, "{path} leads to {href}");
        }
        assert!(page.attributes("[action]", "action").is_empty(), "{path}");
        assert_eq!(page.headers["cache-control"], "private, no-store", "{path}");
        assert_eq!(page.headers["x-robots-tag"], "noindex, nofollow", "{path}");
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex, nofollow"], "{path}");
        assert_eq!(page.headers["referrer-policy"], "same-origin", "{path}");
        assert_eq!(page.headers["x-frame-options"], "DENY", "{path}");
        assert!(page.headers.get("etag").is_none() && page.headers.get("set-cookie").is_none(), "{path}");
    }
}

#[tokio::test]
async fn people_of_the_share_have_a_page_and_nobody_else_has() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let branch = link(&site, &by, &with(&[("what", "branch"), ("root", "Samy Melaine")])).await;
    let page = open(&site, &branch).await;
    assert_eq!(
        (page.text("h1"), page.text(".deck")),
        ("L’équipe de Samy Melaine".into(), "2 personnes, en avril 2019.".into())
    );
    assert!(page.html.contains("Robin Camarasa") && !page.html.contains("Zemmouri") && !page.html.contains("Comité"));
    assert_eq!(open(&site, &format!("{branch}/robin-camarasa")).await.text("h1"), "Robin Camarasa");
    for name in
        ["taha-zemmouri", "michel-condemine", "nobody", "organigramme.exe", "cadre", "..", "%00", "taha-zemmouri.vcf"]
    {
        let page = open(&site, &format!("{branch}/{name}")).await;
        assert_eq!((page.status, page.text("h1").is_empty()), (StatusCode::NOT_FOUND, false), "{name}");
        assert!(!page.html.contains("Zemmouri"), "{name}");
    }
    let person = link(&site, &by, &with(&[("what", "person"), ("root", "robin-camarasa")])).await;
    let page = open(&site, &person).await;
    assert_eq!(page.text("h1"), "Robin Camarasa");
    assert!(!page.html.contains("Samy Melaine"), "nobody else");
}

/// Whoever is called otherwise since is found where they are now, within the link; what is not in it stays unknown.
#[tokio::test]
async fn a_former_address_leads_on_within_the_share() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let branch = link(&site, &by, &with(&[("what", "branch"), ("root", "Samy Melaine")])).await;
    sql(
        &site,
        "INSERT INTO slug (kind, slug, document_id, current) SELECT kind, 'ancien-' || slug, document_id, false
         FROM slug WHERE slug IN ('robin-camarasa', 'taha-zemmouri')",
    )
    .await;
    for (former, now) in [
        ("ancien-robin-camarasa", "robin-camarasa"),
        ("ancien-robin-camarasa.vcf", "robin-camarasa.vcf"),
        ("ancien-robin-camarasa?langue=en", "robin-camarasa?langue=en"),
    ] {
        let page = open(&site, &format!("{branch}/{former}")).await;
        assert_eq!((page.status, page.location()), (StatusCode::MOVED_PERMANENTLY, &*format!("{branch}/{now}")));
        assert_eq!(page.headers["cache-control"], "private, no-store");
    }
    for unknown in ["ancien-taha-zemmouri", "ancien-taha-zemmouri.vcf", "ancien-robin-camarasa.pdf"] {
        let page = open(&site, &format!("{branch}/{unknown}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

#[tokio::test]
async fn a_branch_may_begin_at_a_post_and_a_link_may_be_always_current() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let branch = link(&site, &by, &with(&[("what", "branch"), ("root", "CTO"), ("when", "live"), ("date", "")])).await;
    let page = open(&site, &branch).await;
    assert_eq!(page.text("h1"), "L’équipe de Chief Technical Officer");
    assert_eq!(page.text(".deck"), "2 personnes, en avril 2019.", "the latest date that is certain");
}

/// Whatever becomes of a link, all that it opened closes at once, on every instance, for every browser.
async fn assert_gone(site: &Site, link: &str) {
    let other = site.instance(Config { reading: Some(Reading::Members), ..config() });
    for here in [site, &other] {
        for path in addresses(link) {
            for headers in [&[][..], &[("if-none-match", "*"), ("cookie", "partage=1")][..]] {
                let page = ask(here, Method::GET, &path, headers).await;
                assert_eq!(
                    (page.status, page.text("h1")),
                    (
                        StatusCode::GONE,
                        if path.contains("langue=en") {
                            "This link opens nothing any more".into()
                        } else {
                            "Ce lien n’ouvre plus rien".into()
                        }
                    ),
                    "{path}"
                );
                assert!(!page.html.contains("Camarasa") && !page.html.contains("2019"), "{path}");
                assert_eq!(page.headers["cache-control"], "private, no-store");
            }
        }
    }
}

#[tokio::test]
async fn a_revoked_link_closes_everything_that_it_opened_and_no_other_link() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let (first, second) = (link(&site, &by, &with(&[])).await, link(&site, &by, &with(&[])).await);
    for path in addresses(&first) {
        assert_eq!(open(&site, &path).await.status, StatusCode::OK, "{path}");
    }
    let ids: Vec<uuid::Uuid> =
        sqlx::query_scalar("SELECT id FROM share ORDER BY created").fetch_all(&site.store.pool).await.unwrap();
    let asked = site.get_as(&by, &format!("/partages/{}/retrait", ids[0])).await;
    assert!(
        asked.text("main").contains("Il n’ouvrira plus rien") && open(&site, &first).await.status == StatusCode::OK
    );
    let revoked = site.post_as(&by, &format!("/partages/{}/retrait", ids[0]), &[]).await;
    assert_eq!((revoked.status, revoked.location()), (StatusCode::SEE_OTHER, "/partages"));
    assert_gone(&site, &first).await;
    assert_eq!(open(&site, &second).await.status, StatusCode::OK);
    let third = link(&site, &by, &with(&[])).await;
    assert_eq!(open(&site, &third).await.status, StatusCode::OK, "sharing again makes a new link");
    for action in ["prolongation", "retrait"] {
        site.post_as(&by, &format!("/partages/{}/{action}", ids[0]), &[]).await;
    }
    assert_gone(&site, &first).await;
    let page = open(&site, &first).await;
    assert!(page.text("main").contains(&format!("Demandez un nouveau lien à {}", by.email)), "{}", page.text("main"));
}

#[tokio::test]
async fn a_link_ends_by_the_database_s_clock_and_with_the_role_of_its_maker() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let expired = link(&site, &by, &with(&[])).await;
    sql(&site, "UPDATE share SET expires = now()").await;
    assert_gone(&site, &expired).await;
    let other = link(&site, &by, &with(&[])).await;
    for (lower, back) in [
        ("UPDATE account SET role = 'reader'", "UPDATE account SET role = 'recruiter'"),
        ("UPDATE account SET disabled = now()", "UPDATE account SET disabled = NULL"),
    ] {
        sql(&site, lower).await;
        assert_gone(&site, &other).await;
        sql(&site, back).await;
        assert_eq!(open(&site, &other).await.status, StatusCode::OK, "with the role it opens again");
    }
    let account = by.account;
    let disabled = site
        .store
        .write(move |tx| Box::pin(async move { accounts::disable(tx, &Administrator::operator(), account).await }));
    disabled.await.unwrap();
    assert_gone(&site, &other).await;
}

/// Of every sort; `thousands_of_altered_links…` is about the number.
#[tokio::test]
async fn whatever_is_no_link_reads_the_same() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    let secret = link.strip_prefix("/partage/").unwrap().to_owned();
    let lost = open(&site, &format!("/partage/{}", "A".repeat(43))).await;
    assert_eq!((lost.status, lost.text("h1")), (StatusCode::NOT_FOUND, "Cette page n’existe pas".into()));
    let mut odd: Vec<String> = (0..secret.len())
        .flat_map(|at| {
            ['A', 'b', '-', '_'].map(|letter| {
                let mut altered = secret.clone();
                altered.replace_range(at..=at, &letter.to_string());
                altered
            })
        })
        .filter(|altered| *altered != secret)
        .collect();
    odd.extend([
        secret.to_uppercase(),
        secret.to_lowercase(),
        format!("{secret}/"),
        format!("{secret}."),
        format!("{secret}%20"),
        format!("%{:02x}{}", secret.as_bytes()[0], &secret[1..]),
        format!("{secret}%00"),
        format!("%ff{secret}"),
        format!("/{secret}"),
        format!("{secret}//samy-melaine"),
        format!("{secret}/samy-melaine/x"),
        secret[1..].to_owned(),
        format!("{secret}{secret}"),
        "x".repeat(10_000),
        String::new(),
        format!("{secret};a=b"),
        format!("{secret}.png"),
    ]);
    for altered in odd {
        let page = open(&site, &format!("/partage/{altered}")).await;
        assert_same(&page, &lost, &altered);
        let posted =
            ask(&site, Method::POST, &format!("/partage/{altered}"), &[("origin", "http://portail.test")]).await;
        let is_unknown = [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED].contains(&posted.status);
        assert!(is_unknown && !posted.html.contains(&secret), "POST {altered}: {}", posted.status);
    }
    for path in [format!("/PARTAGE/{secret}"), format!("/Partage/{secret}"), "/partage".into(), "/partage/".into()] {
        assert_same(&open(&site, &path).await, &lost, &path);
    }
    assert_eq!(ask(&site, Method::HEAD, &link, &[]).await.status, StatusCode::OK);
    assert_eq!(ask(&site, Method::HEAD, "/partage/x", &[]).await.status, StatusCode::NOT_FOUND);
    let put = |path: String| async move { ask(&site, Method::PUT, &path, &[]).await.status };
    assert_eq!(put(link).await, StatusCode::METHOD_NOT_ALLOWED, "a link and none refuse alike");
}

fn assert_same(page: &Page, lost: &Page, path: &str) {
    assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    assert_eq!(page.html, lost.html, "{path}");
}

#[tokio::test]
async fn a_share_whose_person_is_gone_says_so() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let person = link(&site, &by, &with(&[("what", "person"), ("root", "Robin Camarasa")])).await;
    sql(&site, "UPDATE person_attestation SET date = '2001-04'").await;
    sql(&site, "UPDATE person_employment SET begins = '2001-01', ends = '2001-02'").await;
    let page = open(&site, &person).await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::NOT_FOUND, "Rien à montrer".into()));
    assert!(page.text("main").contains("n’est pas dans l’organigramme") && page.text("main").contains(&by.email));
    sql(&site, "UPDATE document SET removed = true WHERE title = 'Robin Camarasa'").await;
    let page = open(&site, &person).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.text("main").contains("n’est plus dans le portail") && !page.html.contains("Camarasa"));
}

/// A guest with a password's cookie is nobody everywhere else.
#[tokio::test]
async fn a_link_opens_its_own_addresses_only() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let link = link(&site, &by, &with(&[])).await;
    let secret = link.strip_prefix("/partage/").unwrap();
    for path in ["/organigramme", "/equipe/samy-melaine", "/partages", "/"] {
        let headers = [("cookie", format!("portail={secret}; partage={secret}"))];
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ask(&site, Method::GET, path, &headers).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    assert_eq!(open(&site, &format!("/lien/{secret}")).await.status, StatusCode::NOT_FOUND);
    let reader = site.sign_in(Role::Reader).await;
    assert_eq!(site.get_as(&reader, &link).await.status, StatusCode::OK, "an account is no hindrance");
}

/// S10: 256 bits each, and ten thousand that are nearly right read alike. Without `PORTAIL_LONG` one thousand.
#[tokio::test]
async fn thousands_of_altered_links_open_nothing_and_read_alike() {
    let many = if std::env::var("PORTAIL_LONG").is_ok() { 10_000 } else { 1_000 };
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let (one, two) = (link(&site, &by, &with(&[])).await, link(&site, &by, &with(&[])).await);
    let secret = one.strip_prefix("/partage/").unwrap();
    assert_eq!(secret.len(), 43, "32 bytes in base64url");
    assert!(secret.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-_".contains(&sign)), "{secret}");
    let same = secret.bytes().zip(two.strip_prefix("/partage/").unwrap().bytes()).filter(|(a, b)| a == b).count();
    assert!(same < 15, "{same} of 43 signs are those of the link before");
    let lost = open(&site, &format!("/partage/{}", "A".repeat(43))).await;
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut tried = std::collections::BTreeSet::new();
    let mut state = 88_172_645_463_325_252_u64;
    while tried.len() < many {
        let mut altered = secret.as_bytes().to_vec();
        for _ in 0..=state % 3 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let at = (state >> 8) as usize % altered.len();
            altered[at] = alphabet[(state >> 32) as usize % alphabet.len()];
        }
        let altered = String::from_utf8(altered).unwrap();
        if altered != secret && tried.insert(altered.clone()) {
            assert_same(&open(&site, &format!("/partage/{altered}")).await, &lost, &altered);
        }
    }
    assert_eq!(open(&site, &one).await.status, StatusCode::OK, "and it is not shut by that");
}

/// S10: read-only. Whatever a guest posts, nothing of the content changes.
#[tokio::test]
async fn a_link_changes_nothing() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("password", "hirondelles")])).await;
    let counts =
        "SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM correction) + (SELECT number FROM generation)";
    let before: i64 = site.ask(counts).await;
    let secret = link.strip_prefix("/partage/").unwrap();
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        for path in [link.clone(), format!("{link}/samy-melaine"), "/edition/offres".into(), "/signaler".into()] {
            let headers = [("origin", "http://portail.test"), ("cookie", &*format!("portail={secret}"))];
            let page = ask(&site, method.clone(), &path, &headers).await;
            assert!(
                page.status.is_client_error() || page.status == StatusCode::SEE_OTHER,
                "{method} {path}: {}",
                page.status
            );
        }
    }
    assert_eq!(site.ask::<i64>(counts).await, before);
}

/// Case 51 with what a browser holds: the cookie of a password, and the tag of the copy before.
#[tokio::test]
async fn a_browser_that_has_given_the_password_is_out_too_once_the_link_is_over() {
    for end in ["UPDATE share SET revoked = now()", "UPDATE share SET expires = now()"] {
        let site = Site::members().await;
        let locked = link(&site, &recruiter(&site).await, &with(&[("password", "hirondelles au printemps")])).await;
        let mut browser = site.browser();
        let entered = browser.post(&locked, &[("password", "hirondelles au printemps")]).await;
        let cookie = entered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let headers = [("cookie", cookie.as_str())];
        let before = ask(&site, Method::GET, &locked, &headers).await;
        assert_eq!(before.text("h1"), "L’équipe");
        assert!(before.headers.get("etag").is_none(), "nothing by which a copy could be asked for again");
        sql(&site, end).await;
        for path in addresses(&locked) {
            let page = ask(&site, Method::GET, &path, &headers).await;
            assert_eq!(page.status, StatusCode::GONE, "{end} {path}");
            assert!(!page.html.contains("Camarasa"), "{end} {path}");
        }
    }
}

/// Case 51: a file of a share has the share's own date, whatever is asked, and all of them (SVG, PNG, JSON and cards of every
/// person too, which `addresses` leaves out) are closed with it, also for whoever has the tag of a copy.
#[tokio::test]
async fn every_file_of_a_share_has_its_date_and_ends_with_it() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    let files = ["svg", "png", "pdf", "csv", "json", "vcf"].map(|suffix| format!("{link}/organigramme.{suffix}"));
    let cards = ["samy-melaine", "robin-camarasa", "taha-zemmouri"].map(|slug| format!("{link}/{slug}.vcf"));
    let all: Vec<_> = files.into_iter().chain(cards).chain([format!("{link}/carte.png")]).collect();
    for path in &all {
        let (plain, dated) = (open(&site, path).await, open(&site, &format!("{path}?date=2018-01&sous=cto")).await);
        assert_eq!(plain.status, StatusCode::OK, "{path}");
        assert!(plain.headers.get("etag").is_none() && plain.headers.get("last-modified").is_none(), "{path}");
        // a document and a card say when they were made
        assert!(path.ends_with(".pdf") || plain.bytes == dated.bytes, "{path}: no other date or branch leaks");
    }
    sql(&site, "UPDATE share SET revoked = now()").await;
    let other = site.instance(Config { reading: Some(Reading::Members), ..config() });
    for here in [&site, &other] {
        for path in &all {
            let gone = ask(here, Method::GET, path, &[("if-none-match", "*")]).await;
            assert_eq!(gone.status, StatusCode::GONE, "{path}");
            assert_eq!(gone.headers["content-type"], "text/html; charset=utf-8", "{path}");
            assert_eq!(ask(here, Method::HEAD, path, &[]).await.status, StatusCode::GONE, "HEAD {path}");
        }
    }
}

/// Case 23 behind a link: exactly those who are there at its date, with the same numbers.
#[tokio::test]
async fn a_link_for_a_day_after_the_manager_left_shows_those_who_stay() {
    let site = Site::members().await;
    let staff =
        |name: &str, times: &str| format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\n{times}");
    let files = [
        ("person/mona.toml", staff("Mona", "begins = \"2018-01-01\"\nends = \"2019-03-31\"")),
        ("person/anna.toml", staff("Anna", "begins = \"2018-01-01/..\"")),
        ("person/carla.toml", staff("Carla", "begins = \"2018-01-01\"\nends = \"2018-12-31\"")),
        ("post/mona.toml", "title = \"Cheffe\"\nholders = [{ person = \"mona\" }]".into()),
        (
            "post/anna.toml",
            "title = \"Une\"\nholders = [{ person = \"anna\" }]\nlines = [{ post = \"mona\", nature = \"solid\" }]"
                .into(),
        ),
        (
            "post/carla.toml",
            "title = \"Deux\"\nholders = [{ person = \"carla\" }]\nlines = [{ post = \"mona\", nature = \"solid\" }]"
                .into(),
        ),
    ];
    site.sow(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>()).await;
    let by = recruiter(&site).await;
    for (date, there) in [("31 mars 2019", vec!["Anna", "Mona"]), ("1er avril 2019", vec!["Anna"])] {
        let link = link(&site, &by, &with(&[("date", date), ("what", "branch"), ("root", "Cheffe")])).await;
        let page = open(&site, &link).await;
        for name in ["Anna", "Carla", "Mona"] {
            assert_eq!(
                page.text("#list").contains(name),
                there.contains(&name),
                "{name} on {date}: {}",
                page.text("#list")
            );
            assert_eq!(page.text("#chart svg").contains(name), there.contains(&name), "{name} on {date}, drawn");
        }
        let people = if there.len() == 1 { "Une personne".to_owned() } else { format!("{} personnes", there.len()) };
        assert!(page.text(".deck").starts_with(&people), "{date}: {}", page.text(".deck"));
    }
}
