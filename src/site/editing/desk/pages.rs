//! The page.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;

use super::queries::{self, Missing, Recent, Stale, Watch};
use crate::app::App;
use crate::error::Result;
use crate::site::corrections::{self, Correction};
use crate::site::editing::drafts::queries::{self as drafts, Of};
use crate::site::editing::drafts::{Draft, age};
use crate::site::editing::kinds::{EDITABLE, Editable, label_keys};
use crate::site::editing::{address, said};
use crate::site::parts::kind_word;
use crate::web::asking::Editing;
use crate::web::page::{Chrome, Private};

/// What is listed of each thing; what is more is counted.
const SHOWN: i64 = 12;

/// What is listed of what needs a look, to whoever asks for all of it.
const ALL: i64 = 1000;

#[derive(Template)]
#[template(path = "editing/home.html")]
struct Home<'a> {
    page: &'a Chrome,
    account: &'a str,
    mine: Vec<Draft>,
    /// Colleagues' drafts, without what is in them.
    theirs: Vec<Draft>,
    /// What readers propose to correct.
    corrections: Vec<Correction>,
    watch: Watch,
    /// Whether all that needs a look was asked for.
    is_whole: bool,
    months: usize,
    recent: Vec<Recent>,
}

/// The editors' home.
pub async fn show(mut page: Private, State(app): State<App>, Editing(editor): Editing, uri: Uri) -> Result<Response> {
    page.titled(page.chrome().t("editing-title"));
    let (zone, months) = (app.time_zone(), app.stale_months());
    let mut db = app.store.pool.acquire().await?;
    let all = drafts::open(&mut db, editor.account(), Of::All, &zone).await?;
    let (mine, theirs) = all.into_iter().partition(|draft| draft.is_mine);
    let is_whole = uri.query() == Some("voir=tout");
    let most = if is_whole { ALL } else { SHOWN };
    let watch = queries::watch(&mut db, app.clock.now(), months, &zone, most).await?;
    let recent = queries::recent(&mut db, editor.account(), &zone, SHOWN).await?;
    drop(db);
    let corrections = corrections::open(&app.store, &zone, SHOWN).await?;
    let (account, months) = (editor.account(), usize::try_from(months).unwrap_or_default());
    page.html(
        StatusCode::OK,
        &Home { page: page.chrome(), account, mine, theirs, corrections, watch, is_whole, months, recent },
    )
}

impl Home<'_> {
    fn kinds(&self) -> impl Iterator<Item = (&'static str, String)> {
        EDITABLE.iter().map(|editable| (kind_word(editable.kind.name), format!("/edition{}", editable.address)))
    }

    /// « 3 brouillons, 4 points à regarder. »
    fn deck(&self) -> String {
        let looks = self.watch.stale_total + self.watch.missing_total;
        let drafts = self.page.count("editing-drafts", self.mine.len());
        let reports = self.page.count("editing-reports", self.watch.corrections);
        let looks = self.page.count("editing-looks", looks);
        self.page.say("editing-deck", &[("drafts", &drafts), ("reports", &reports), ("looks", &looks)])
    }

    fn kind_of(&self, draft: &Draft) -> &'static str {
        draft.editable().map_or("editing-title", |editable| kind_word(editable.kind.name))
    }

    /// What it was called when it was kept, otherwise what its document is called.
    fn name_of(&self, draft: &Draft) -> String {
        let typed = Some(&draft.typed).filter(|typed| !typed.is_empty()).cloned();
        typed.or_else(|| draft.title.clone()).unwrap_or_else(|| self.page.t("draft-untitled"))
    }

    fn when(&self, draft: &Draft) -> String {
        self.page.moment(&draft.ago, &draft.day, &draft.time)
    }

    fn since(&self, draft: &Draft) -> String {
        match draft.base {
            0 => self.page.t("draft-of-new"),
            base => self.page.name("draft-of-version", &base.to_string()),
        }
    }

    /// The badge that says how it stands: its class and its words.
    fn state(&self, draft: &Draft) -> (&'static str, &'static str) {
        match draft {
            _ if draft.failed.is_some() => ("no", "publish-failed"),
            _ if draft.is_removed() => ("no", "draft-removed"),
            _ if draft.is_behind() => ("wait", "draft-behind"),
            _ if draft.publish_day.is_some() => ("go", "publish-ready"),
            _ if draft.complete => ("acc", "draft-complete"),
            _ => ("end", "draft-incomplete"),
        }
    }

    /// Of a document its name, of a new one only the kind.
    fn their_name(&self, draft: &Draft) -> String {
        draft.title.clone().unwrap_or_else(|| self.page.t("draft-untitled"))
    }

    fn their_state(&self, draft: &Draft) -> String {
        match (draft.publish(self.page), draft.failure(self.page)) {
            (_, Some(why)) => why,
            (Some(when), None) => self.page.name("publish-will", &when),
            (None, None) => self.page.name("draft-aged", &age(self.page, &draft.minutes)),
        }
    }

    fn form_of(&self, kind: &str, slug: &str) -> String {
        Editable::named(kind).map(|editable| address::form(editable, slug)).unwrap_or_default()
    }

    fn page_of(&self, kind: &str, slug: &str) -> String {
        Editable::named(kind).map(|editable| address::page(editable, slug)).unwrap_or_default()
    }

    /// « Objectif, début, équipe » by the labels of the form.
    fn fields(&self, missing: &Missing) -> String {
        let labels = missing.fields.iter().map(|field| said::first(self.page, &label_keys(&missing.kind, field)));
        labels.collect::<Vec<_>>().join(", ")
    }

    fn stale(&self, mission: &Stale) -> String {
        self.page.name("editing-stale-what", &self.page.date(&mission.state_at))
    }

    /// What stands beyond those that are listed.
    fn more(&self) -> usize {
        let shown = self.watch.stale.len() + self.watch.missing.len();
        (self.watch.stale_total + self.watch.missing_total).saturating_sub(shown)
    }
}
