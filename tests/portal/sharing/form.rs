//! The form of a link: what it takes, what it refuses and how, and that it makes one link.

use axum::http::StatusCode;

use super::support::{PLAIN, link, open, post, recruiter, with};
use crate::support::Site;

#[tokio::test]
async fn each_mistake_stands_beside_its_field_and_nothing_typed_is_lost() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let long = "x".repeat(601);
    for (field, changes, words) in [
        ("for", &[("for", "")][..], "crivez un mot"),
        ("root", &[("what", "branch")][..], "crivez de qui"),
        ("root", &[("what", "person"), ("root", "Personne du tout")][..], "n’est le nom d’aucune"),
        ("root", &[("what", "person"), ("root", "CTO")][..], "n’est le nom d’aucune"),
        ("root", &[("what", "person"), ("root", "Michel Condemine")][..], "pas dans l’organigramme"),
        ("date", &[("date", "")][..], "Une date est demandée"),
        ("date", &[("date", "bientôt")][..], "pas une date"),
        ("date", &[("date", "2019~")][..], "un mois ou une année"),
        ("date", &[("date", "1850")][..], "rien n’est connu"),
        ("message", &[("message", long.as_str())][..], "600 signes au plus"),
        ("message", &[("message", "a\u{7}")][..], "ne s’affiche pas"),
        ("password", &[("password", "court")][..], "de 8 à 200 signes"),
        ("hosts", &[("hosts", "https://exemple.fr/page")][..], "n’est pas le nom d’un site"),
        ("hosts", &[("hosts", "*")][..], "n’est pas le nom d’un site"),
        ("hosts", &[("hosts", "a.fr b.fr c.fr d.fr e.fr f.fr g.fr h.fr i.fr j.fr k.fr")][..], "10 au plus"),
    ] {
        let page = post(&site, &by, &with(changes)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{changes:?}");
        let said = page.text(&format!("#{field}-error"));
        assert!(said.contains(words), "{changes:?}: {said} {:?}", page.select(".msg"));
        assert!(page.text(".errors").contains(words), "the summary says so too");
        for (name, text) in
            with(changes).into_iter().filter(|(name, _)| ["for", "root", "date", "password"].contains(name))
        {
            assert_eq!(page.attributes(&format!("#{name}"), "value"), [text.to_owned()], "{changes:?}");
        }
    }
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM share").fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(count, 0);
    for nul in ["root", "for", "date", "message", "password", "hosts"] {
        let page = post(&site, &by, &with(&[("what", "branch"), (nul, "a\0b")])).await;
        assert!(page.status.is_client_error(), "{nul}: {}", page.status);
    }
}

/// A limit that is typed and would not count is refused, never left aside; so is a choice that the form does not have.
#[tokio::test]
async fn what_limits_a_link_fails_closed() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    for (field, changes, words) in [
        ("root", &[("root", "Robin Camarasa")][..], "ouvrirait l’organigramme entier"),
        ("until", &[("until", "1er décembre 2026")][..], "choisissez « à une date »"),
        ("what", &[("what", "zzz")][..], "Choisissez l’une des réponses"),
        ("what", &[("what", "")][..], "Choisissez l’une des réponses"),
        ("when", &[("when", "zzz")][..], "Choisissez l’une des réponses"),
        ("when", &[("when", "")][..], "Choisissez l’une des réponses"),
        ("days", &[("days", "0")][..], "Choisissez l’une des réponses"),
        ("days", &[("days", "-1")][..], "Choisissez l’une des réponses"),
        ("days", &[("days", "99999999999")][..], "Choisissez l’une des réponses"),
        ("days", &[("days", "bientôt")][..], "Choisissez l’une des réponses"),
    ] {
        // the last of several fields counts
        let once = uuid::Uuid::new_v4().to_string();
        let form: Vec<_> = [("once", once.as_str()), ("days", "30")].into_iter().chain(with(changes)).collect();
        let page = site.post_as(&by, "/partages/nouveau", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{changes:?}");
        let said = page.text(&format!("#{field}-error"));
        assert!(said.contains(words), "{changes:?}: {said} {:?}", page.select(".msg"));
        let mistakes = page.attributes(".errors a", "href");
        assert_eq!(mistakes, [format!("#{field}")], "{changes:?}");
        assert_eq!(page.select(&format!("#{field}")).len(), 1, "{changes:?}: the summary leads to it");
        if let ("root" | "until", [(name, typed)]) = (field, changes) {
            assert_eq!(page.attributes(&format!("#{name}"), "value"), [(*typed).to_owned()], "nothing typed is lost");
        }
    }
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM share").fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(count, 0);
    let before = [("once", "00000000-0000-4000-8000-000000000001"), ("do", "preview")];
    let form: Vec<_> = with(&[("root", "Robin Camarasa")]).into_iter().chain(before).collect();
    let seen = site.post_as(&by, "/partages/nouveau", &form).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is it looked at");
}

#[tokio::test]
async fn a_link_ends_at_the_end_of_a_day_within_a_year() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let until = |text: &'static str| [PLAIN.to_vec(), vec![("days", "date"), ("until", text)]].concat();
    let day = |days: i32| {
        let store = site.store.clone();
        async move {
            sqlx::query_scalar::<_, String>(
                "SELECT to_char((now() AT TIME ZONE 'Europe/Paris')::date + $1, 'YYYY-MM-DD')",
            )
            .bind(days)
            .fetch_one(&store.pool)
            .await
            .unwrap()
        }
    };
    for (days, status) in [(-1, 422), (0, 200), (365, 200), (366, 422)] {
        let day: &'static str = day(days).await.leak();
        // the last of several fields counts
        let form = [until(day), vec![("once", "")]].concat();
        let once = uuid::Uuid::new_v4().to_string();
        let form: Vec<_> =
            form.into_iter().filter(|(name, _)| *name != "once").chain([("once", once.as_str())]).collect();
        let page = site.post_as(&by, "/partages/nouveau", &form).await;
        assert_eq!(page.status.as_u16(), status, "in {days} days: {}", page.text("#until-error"));
    }
    assert_eq!(site.post_as(&by, "/partages/nouveau", &until("2027")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let midnight: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT to_char(expires AT TIME ZONE 'Europe/Paris', 'HH24:MI:SS') FROM share")
            .fetch_all(&site.store.pool)
            .await
            .unwrap();
    assert_eq!(midnight, ["00:00:00"]);
}

#[tokio::test]
async fn a_form_that_is_posted_twice_makes_one_link() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let form: Vec<_> = with(&[]).into_iter().chain([("once", "5b0c3c0e-96a4-4a4f-9d3d-3d4b8c6f9a10")]).collect();
    let (one, two) =
        tokio::join!(site.post_as(&by, "/partages/nouveau", &form), site.post_as(&by, "/partages/nouveau", &form));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 303], "the second cannot be told the link again");
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM share").fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(count, 1);
    let list = site.get_as(&by, "/partages").await;
    assert!(!list.html.contains("/partage/"), "the list shows no link again");
}

#[tokio::test]
async fn a_made_link_comes_with_its_code_and_a_message() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let page = post(&site, &by, &with(&[("hosts", "carrieres.exemple.fr"), ("password", "hirondelles")])).await;
    let address = page.attributes("#link", "value").remove(0);
    assert_eq!(page.attributes("svg.qr", "aria-label"), ["Code QR du lien, à scanner"]);
    assert!(
        page.text("#mail").contains(&address) && page.text("#mail").contains("mot de passe que je vous donne à part")
    );
    assert!(!page.html.contains("hirondelles"), "the password goes another way");
    let frame = page.attributes("#frame", "value").remove(0);
    assert!(
        frame.starts_with(&format!("<iframe src=\"{address}?cadre=1\" title=\"Organigramme de DataGenius\"")),
        "{frame}"
    );
    let mail = page.attributes("a[href^='mailto:']", "href").remove(0);
    assert!(mail.contains("subject=Organigramme%20de%20DataGenius&body=Bonjour%2C%0A%0AVoici"), "{mail}");
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(page.headers.get("set-cookie"), None);
}

/// A reader of the code gets the address; the squares are those of the library, row by row.
#[tokio::test]
async fn the_code_is_the_address() {
    let site = Site::members().await;
    let page = post(&site, &recruiter(&site).await, &with(&[])).await;
    let address = page.attributes("#link", "value").remove(0);
    let code = fast_qr::qr::QRBuilder::new(address).build().unwrap();
    let size = code.size;
    let mut drawn = vec![vec![false; size]; size];
    for run in page.attributes("svg.qr path", "d").remove(0).split('M').skip(1) {
        let (at, rest) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (x, y, length): (usize, usize, usize) =
            (x.parse().unwrap(), y.parse().unwrap(), rest.split('v').next().unwrap().parse().unwrap());
        drawn[y][x..x + length].fill(true);
    }
    for (y, row) in drawn.iter().enumerate() {
        for (x, dark) in row.iter().enumerate() {
            assert_eq!(*dark, code[y][x].value(), "{x} {y}");
        }
    }
}

#[tokio::test]
async fn the_form_begins_with_what_one_came_from_and_like_another_link() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let chart = site.get_as(&by, "/organigramme?date=2019-04").await;
    let href = chart.attributes(".title .acts a", "href").remove(0);
    let form = site.get_as(&by, &href).await;
    assert_eq!(form.attributes("#date", "value"), ["avril 2019"]);
    let marked = site.get_as(&by, "/organigramme/samy-melaine?date=2019-04").await;
    let form = site.get_as(&by, &marked.attributes(".title .acts a", "href").remove(0)).await;
    assert_eq!(form.attributes("#root", "value"), ["Samy Melaine"]);
    assert_eq!(form.attributes("input[name=what][checked]", "value"), ["branch"]);
    let person = site.get_as(&by, "/equipe/robin-camarasa").await;
    let form = site.get_as(&by, &person.attributes(".title .acts a", "href").remove(0)).await;
    assert_eq!(form.attributes("input[name=what][checked]", "value"), ["person"]);
    let ticked = |page: &crate::support::Page| page.attributes("input[name^='show.'][checked]", "name");
    assert_eq!(ticked(&form), ["show.title", "show.function"], "contact is never ticked beforehand");
    link(&site, &by, &with(&[("show.title", ""), ("show.period", "1"), ("message", "Bonjour")])).await;
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM share").fetch_one(&site.store.pool).await.unwrap();
    let again = site.get_as(&by, &format!("/partages/nouveau?comme={id}")).await;
    assert_eq!(
        (ticked(&again), again.text("#message")),
        (vec!["show.function".to_owned(), "show.period".into()], "Bonjour".into())
    );
    let reader = site.sign_in(portail::access::Role::Reader).await;
    for path in ["/organigramme", "/equipe/robin-camarasa"] {
        let page = site.get_as(&reader, path).await;
        assert!(!page.html.contains("/partages"), "{path} offers readers no sharing");
    }
    assert_eq!(open(&site, "/partages/nouveau").await.status, StatusCode::SEE_OTHER);
}

/// From the look before sending one comes back to the form as it was, or makes the link.
#[tokio::test]
async fn the_way_back_from_the_preview_loses_nothing() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let form = with(&[("password", "hirondelles"), ("message", "Bonjour"), ("hosts", "exemple.fr")]);
    let asked: Vec<_> =
        form.iter().copied().chain([("once", "5b0c3c0e-96a4-4a4f-9d3d-3d4b8c6f9a11"), ("do", "preview")]).collect();
    let seen = site.post_as(&by, "/partages/nouveau", &asked).await;
    let names = seen.attributes(".seen input", "name");
    let values = seen.attributes(".seen input", "value");
    let kept: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let back: Vec<_> = kept.iter().copied().chain([("do", "edit")]).collect();
    let back = site.post_as(&by, "/partages/nouveau", &back).await;
    assert_eq!((back.status, back.attributes("#password", "value")), (StatusCode::OK, vec!["hirondelles".to_owned()]));
    assert_eq!((back.text("#message"), back.text("#hosts")), ("Bonjour".into(), "exemple.fr".into()));
    let made: Vec<_> = kept.iter().copied().chain([("do", "save")]).collect();
    let made = site.post_as(&by, "/partages/nouveau", &made).await;
    assert_eq!(made.attributes("#link", "value").len(), 1);
    let locked: bool =
        sqlx::query_scalar("SELECT password LIKE '$argon2id$%' FROM share").fetch_one(&site.store.pool).await.unwrap();
    assert!(locked);
}
