//! One story for every kind of document, through its forms: made from a full sample, changed, changed by two at once,
//! compared, brought back, removed, restored, and every change taken back.

use axum::http::StatusCode;
use portail::history::{Id, queries};
use portail::site::editing::{EDITABLE, Editable};
use portail::web::form::Answer;
use serde_json::Value;

use super::{back, edit, editor, get, pairs, post, promises, set};
use crate::support::knock::Browser;
use crate::support::{Page, Site, full};

struct Story<'s> {
    site: &'s Site,
    browser: Browser<'s>,
    editable: &'static Editable,
    slug: String,
}

impl Story<'_> {
    fn form(&self) -> String {
        format!("/edition{}/{}", self.editable.address, self.slug)
    }

    /// The document without its address.
    async fn now(&self) -> (Id, i32, Value) {
        let (id, version, mut value) = self.site.document(self.editable.kind, &self.slug).await;
        value.as_object_mut().unwrap().shift_remove("slug");
        (id, version, value)
    }

    async fn change(&mut self, changes: &[(&str, &str)]) {
        let form = self.form();
        let changed = edit(&mut self.browser, &form, changes).await;
        self.saved(changed);
    }

    fn saved(&self, page: Page) {
        let kind = self.editable.kind.name;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{kind}: {} {}", page.text(".errors"), page.text(".bands"));
    }
}

/// Two texts of their own that the kind has, the first ones that name nothing.
fn texts(editable: &Editable) -> [String; 2] {
    let own = (editable.outline)()
        .into_iter()
        .filter(|asked| matches!(asked.answer, Answer::Line | Answer::Long | Answer::Markdown));
    let free = own.map(|asked| asked.name).filter(|name| {
        !["slug", "title", "name", "sorted", "given", "family", "email", "phone", "url", "website", "section"]
            .contains(&name.as_str())
    });
    free.take(2).collect::<Vec<_>>().try_into().unwrap()
}

#[tokio::test]
async fn every_kind_is_made_changed_merged_compared_brought_back_and_removed_through_its_forms() {
    let site = Site::stories().await;
    let browser = editor(&site).await;
    let session = browser.session.clone();
    for editable in EDITABLE {
        let mut browser = site.browser();
        browser.session.clone_from(&session);
        let mut story = Story { site: &site, browser, editable, slug: "histoire".into() };
        // there is one company, and it is there
        match editable.kind.name {
            "company" => story.slug = "datagenius".into(),
            _ => make(&mut story).await,
        }
        tell(&mut story).await;
    }
    promises::nothing_is_half_done(&site).await;
}

/// A full sample, typed into the form of a new one.
async fn make(story: &mut Story<'_>) {
    let mut document = full(story.editable.kind.name);
    document["slug"] = story.slug.as_str().into();
    let mut db = story.site.store.pool.acquire().await.unwrap();
    let typed = story.editable.form(&mut db, &document).await.unwrap();
    drop(db);
    let new = format!("/edition{}", story.editable.address);
    let mut form = pairs(&story.browser.get(&new).await);
    typed.pairs().iter().filter(|(_, text)| !text.is_empty()).for_each(|(name, text)| set(&mut form, name, text));
    set(&mut form, "do", "save");
    let made = post(&mut story.browser, &new, &form).await;
    story.saved(made);
    document.as_object_mut().unwrap().shift_remove("slug");
    assert_eq!(story.now().await.2, portail::history::value::of(&document), "{}", story.editable.kind.name);
}

async fn tell(story: &mut Story<'_>) {
    let kind = story.editable.kind.name;
    let [one, other] = texts(story.editable);
    let (id, first, begun) = story.now().await;
    let (form, history) = (story.form(), format!("{}/historique", story.form()));
    // changed, and by two at once
    let mut mine = pairs(&story.browser.get(&form).await);
    story.change(&[(&one, "Leur texte")]).await;
    set(&mut mine, &one, "Mon texte");
    set(&mut mine, &other, "À moi seul");
    let clash = post(&mut story.browser, &form, &mine).await;
    assert_eq!(clash.status, StatusCode::CONFLICT, "{kind}: {}", clash.text("main"));
    assert!(
        clash.text(".duel").contains("Leur texte") && clash.text("#fusion").contains("À moi seul"),
        "{kind}: {}",
        clash.text("main")
    );
    let mut chosen = pairs(&clash);
    set(&mut chosen, &format!("pick.{one}"), "mine");
    let saved = post(&mut story.browser, &form, &chosen).await;
    story.saved(saved);
    let now = story.now().await.2;
    assert_eq!((now[&one].as_str(), now[&other].as_str()), (Some("Mon texte"), Some("À moi seul")), "{kind}");
    // compared, one field brought back, then all of it
    let compared = story.browser.get(&format!("{history}?de={first}")).await;
    let mut offered = compared.attributes("button[name=at]", "value");
    let mut changed = [one.clone(), other.clone()];
    offered.sort();
    changed.sort();
    assert_eq!(offered, changed, "{kind}: {}", compared.text("main"));
    let part = post(&mut story.browser, &history, &back(&compared, &[("at", &one)])).await;
    story.saved(part);
    let now = story.now().await.2;
    assert_eq!((&now[&one], now[&other].as_str()), (&begun[&one], Some("À moi seul")), "{kind}");
    let compared = story.browser.get(&format!("{history}?de={first}")).await;
    let whole = post(&mut story.browser, &history, &back(&compared, &[])).await;
    story.saved(whole);
    let (_, version, now) = story.now().await;
    assert_eq!(now, begun, "{kind}");
    // the restoration taken back, and that too
    for wanted in ["À moi seul", begun[&other].as_str().unwrap_or_default()] {
        let change = last(story.site, id).await;
        let undone = story.browser.post("/edition/annulation", &[("change", &change)]).await;
        story.saved(undone);
        assert_eq!(get(&pairs(&story.browser.get(&form).await), &other), wanted, "{kind}");
    }
    if kind != "company" {
        remove(story, id, version + 2, &begun).await;
    }
}

/// Removed, gone from its page, brought back from the trash, and the removal taken back as well.
async fn remove(story: &mut Story<'_>, id: Id, version: i32, begun: &Value) {
    let kind = story.editable.kind.name;
    for way in ["trash", "undo"] {
        let (_, version_now, _) = story.now().await;
        let at = format!("{}/retrait", story.form());
        let removed = story.browser.post(&at, &[("base", &version_now.to_string())]).await;
        assert_eq!(removed.location(), "/edition/corbeille", "{kind} {version}: {}", removed.text("main"));
        assert_eq!(story.browser.get(&story.form()).await.status, StatusCode::GONE, "{kind}");
        let mut db = story.site.store.pool.acquire().await.unwrap();
        assert!(queries::current(&mut db, id).await.unwrap().unwrap().removed, "{kind}");
        drop(db);
        let answer = match way {
            "trash" => story.browser.post("/edition/corbeille", &[("document", &id.to_string())]).await,
            _ => story.browser.post("/edition/annulation", &[("change", &last(story.site, id).await)]).await,
        };
        story.saved(answer);
        assert_eq!(&story.now().await.2, begun, "{kind}, by {way}");
    }
}

async fn last(site: &Site, id: Id) -> String {
    let sql = "SELECT change_id::text FROM revision WHERE document_id = $1 ORDER BY number DESC LIMIT 1";
    sqlx::query_scalar(sql).bind(id).fetch_one(&site.store.pool).await.unwrap()
}
