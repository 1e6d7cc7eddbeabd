//! The page of a form, in every state.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::carry::Carry;
use super::drafts::queries::{self as queries_of_drafts, Of};
use super::drafts::{self, Draft, Ids, Publication, Resumed};
use super::keyed::Keyed;
use super::kinds::{Editable, new_key};
use super::pieces::{Contents, Piece, Widget};
use super::view::View;
use super::{address, queries, said};
use crate::access::Editor;
use crate::error::{Errors, Result, Wrong};
use crate::history::Id;
use crate::site::parts::kind_word;
use crate::store::Tx;
use crate::web::form::{Answer, Asked, Typed};
use crate::web::page::{Chrome, Private};
use crate::web::text::Language;

/// The id of the form on its page.
pub const FORM: &str = "fiche";

/// What the page is made of.
pub struct Form {
    pub editable: &'static Editable,
    /// None: a new document.
    pub slug: Option<String>,
    pub title: String,
    pub typed: Typed,
    pub errors: Errors,
    /// The version that the form was made from, and its one-time key.
    pub base: i32,
    pub once: Uuid,
    /// The version as it is now.
    pub version: i32,
    /// What can be chosen: kind and title.
    pub choices: Vec<(String, String)>,
    /// Rows of other documents that can be chosen.
    pub keyed: Keyed,
    /// Pages that a text can link to; none where there is no such text.
    pub pages: Vec<queries::Page>,
    /// The form that waits for what is created here.
    pub carry: Option<Carry>,
    /// What has just been created and chosen here.
    pub made: Option<String>,
    /// The language in which it is asked for, if that was just chosen.
    pub language: Option<Language>,
    /// It comes back as it was sent, and is kept nowhere yet.
    pub is_sent: bool,
    /// Somebody removed the document meanwhile.
    pub is_gone: bool,
    pub own: Ids,
    /// What it was filled from.
    pub resumed: Option<Resumed>,
    /// Drafts of the same that are not in this form: one's own, and those of colleagues.
    pub drafts: Vec<Draft>,
    /// The documents that name this one, and follow its name and its address.
    pub mentions: Vec<queries::Mention>,
    /// Whose form it is.
    pub account: String,
}

#[derive(Template)]
#[template(path = "editing/form.html")]
struct Show<'a> {
    page: &'a Chrome,
    form: &'a Form,
    view: View<'a>,
    kind: String,
    /// When it is to be published, where a kind can be.
    publication: Option<Publication>,
}

impl Show<'_> {
    fn action(&self) -> String {
        match &self.form.slug {
            Some(slug) => address::form(self.form.editable, slug),
            None => address::new(self.form.editable),
        }
    }

    fn read_at(&self) -> Option<String> {
        self.form.slug.as_deref().map(|slug| address::page(self.form.editable, slug))
    }

    /// The documents that name this one, below its address, which they follow.
    fn mentions(&self, field: &str) -> &[queries::Mention] {
        if field == "slug" { &self.form.mentions } else { &[] }
    }

    fn mention_href(&self, mention: &queries::Mention) -> String {
        Editable::named(&mention.kind).map(|editable| address::page(editable, &mention.slug)).unwrap_or_default()
    }

    fn pieces(&self) -> &[Piece] {
        &self.view.pieces
    }

    fn contents(&self) -> Vec<Contents> {
        self.view.contents()
    }

    fn mistakes(&self) -> Vec<(&str, String)> {
        let mut all = self.view.mistakes();
        let words = self.page.t("publish-part");
        let said = |wrong: &str| self.page.say("form-mistake", &[("field", words.as_str()), ("wrong", wrong)]);
        let wrong = self.wrong_note();
        if !wrong.is_empty() {
            let field = self.page.t("form-note");
            all.push(("note", self.page.say("form-mistake", &[("field", &field), ("wrong", &wrong)])));
        }
        all.extend(self.publication.iter().flat_map(Publication::mistakes).map(|(at, wrong)| (at, said(wrong))));
        all
    }

    /// What is wrong with the words on why it is changed.
    fn wrong_note(&self) -> String {
        said::wrong_at(self.page, &self.form.errors, "note")
    }

    /// What the bar says of the draft that this form was filled from.
    fn kept(&self) -> Option<String> {
        let draft = self.form.resumed.as_ref()?;
        let when = self.page.moment(&draft.ago, &draft.day, &draft.time);
        let base = draft.base.to_string();
        Some(match draft.base {
            0 => self.page.name("draft-kept-new", &when),
            _ => self.page.say("draft-kept-from", &[("when", &when), ("base", &base)]),
        })
    }

    /// The draft of the form that waits for this one.
    fn waiting(&self) -> Option<Uuid> {
        self.form.carry.as_ref().and_then(|carry| carry.kept)
    }

    /// Whether somebody saved since the draft that this form was filled from was begun.
    fn is_behind(&self) -> bool {
        self.form.resumed.is_some() && self.form.version > self.form.base
    }

    fn age(&self, draft: &Draft) -> String {
        drafts::age(self.page, &draft.minutes)
    }

    /// « Vous avez un brouillon… », whether the page has moved on since, whether it waits to be published.
    fn offer(&self, draft: &Draft) -> String {
        let (when, age) = (self.page.moment(&draft.ago, &draft.day, &draft.time), self.age(draft));
        let words = [("when", when.as_str()), ("age", age.as_str()), ("title", draft.typed.as_str())];
        // of something new, nothing else tells two drafts apart
        let is_named = draft.version.is_none() && !draft.typed.is_empty();
        let mut says = vec![self.page.say(if is_named { "draft-offer-of" } else { "draft-offer" }, &words)];
        if draft.is_behind() {
            says.push(self.page.t("draft-behind-offer"));
        }
        match (draft.failure(self.page), draft.publish(self.page)) {
            (Some(why), _) => says.extend([self.page.t("publish-failed-offer"), why]),
            (None, Some(when)) => says.push(self.page.name("publish-offer", &when)),
            (None, None) => {}
        }
        says.join(" ")
    }

    /// « Ada a un brouillon ouvert, vieux de 12 minutes. »
    fn colleague(&self, draft: &Draft) -> String {
        let age = self.age(draft);
        match draft.publish(self.page).filter(|_| draft.failed.is_none()) {
            Some(when) => self.page.say("draft-colleague-plans", &[("who", &draft.who), ("when", &when)]),
            None => self.page.say("draft-colleague", &[("who", &draft.who), ("age", &age)]),
        }
    }

    /// The name or button that has the focus: what was pressed, or the first wrong field.
    fn has_focus(&self, name: &str) -> bool {
        match &self.form.typed.focus {
            Some(focus) => focus == name || name.strip_prefix(focus.as_str()).is_some_and(|rest| rest.starts_with('.')),
            None => self.view.first_wrong().or(self.first_wrong_moment()) == Some(name),
        }
    }

    fn first_wrong_moment(&self) -> Option<&str> {
        self.publication.iter().flat_map(Publication::mistakes).map(|(at, _)| at).next()
    }

    /// What each list of suggestions offers: a value, and words for it where it does not speak for itself.
    fn lists(&self) -> Vec<(&str, Vec<(String, String)>)> {
        let mut lists: Vec<(&str, Vec<_>)> = Vec::new();
        for (kind, title) in &self.form.choices {
            match lists.last_mut().filter(|(last, _)| last == kind) {
                Some((_, titles)) => titles.push((title.clone(), String::new())),
                None => lists.push((kind, vec![(title.clone(), String::new())])),
            }
        }
        for (list, names) in self.form.keyed.lists() {
            // where the document alone is an answer too
            let whole = self.form.choices.iter().filter(|(kind, _)| list == "sections" && kind == "source");
            let whole = whole.map(|(_, title)| title.clone());
            lists.push((list, whole.chain(names).map(|name| (name, String::new())).collect()));
        }
        if !self.form.pages.is_empty() {
            let pages = self.form.pages.iter().map(|at| (at.href(), at.words(self.page)));
            lists.push(("pages", pages.collect()));
        }
        lists
    }

    /// How the form is coded: in parts where it carries files.
    fn has_files(&self) -> bool {
        (self.form.editable.outline)().iter().any(Asked::is_file)
    }

    /// Whether there is a text that a script can help with.
    fn has_markdown(&self) -> bool {
        (self.form.editable.outline)().iter().any(|question| question.answer == Answer::Markdown)
    }
}

impl Form {
    /// Whether nobody has typed into it yet.
    pub fn is_fresh(&self) -> bool {
        !self.is_sent && self.resumed.is_none()
    }

    /// The names of a kind that can be chosen; of pages, all that can be linked to.
    pub fn titles<'f>(&'f self, kind: &'f str) -> impl Iterator<Item = &'f str> {
        let choices = self.choices.iter().filter(move |(of, _)| of == kind).map(|(_, title)| title.as_str());
        let pages = self.pages.iter().filter(move |_| kind == "page").map(|page| page.title.as_str());
        choices.chain(pages)
    }

    /// The form with what can be chosen in it.
    pub async fn load(tx: &mut Tx, editable: &'static Editable, slug: Option<String>, title: String) -> Result<Self> {
        let mut kinds: Vec<String> = editable.kind.references.iter().map(|r| r.kind.to_owned()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let choices = queries::titles(tx, &kinds).await?;
        let keyed = Keyed::load(tx, editable).await?;
        let links = (editable.outline)().iter().any(|question| question.answer == Answer::Markdown);
        let pages = if links { queries::pages(tx).await? } else { Vec::new() };
        Ok(Self {
            editable,
            slug,
            title,
            typed: Typed::default(),
            errors: Errors::default(),
            base: 0,
            version: 0,
            once: Uuid::new_v4(),
            choices,
            keyed,
            pages,
            carry: None,
            made: None,
            language: None,
            is_sent: false,
            is_gone: false,
            own: Ids::fresh(None),
            resumed: None,
            drafts: Vec::new(),
            mentions: Vec::new(),
            account: String::new(),
        })
    }

    /// The form filled from a draft, as of the version that it was made from.
    pub fn resume(self, draft: Option<Resumed>) -> Self {
        let Some(draft) = draft else { return self };
        let mut typed = draft.typed.clone();
        if draft.failed.is_some() {
            // a moment that has passed means nothing any more
            typed = typed.without(drafts::is_field);
        }
        let carry = Carry::take(&mut typed);
        let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or(self.once);
        let own = Ids::fresh(Some(draft.id));
        Self { typed, carry, base: draft.base, once, own, resumed: Some(draft), ..self }
    }

    /// The same with the drafts that there are besides, and with what names the document.
    pub async fn with_drafts(self, tx: &mut Tx, by: &Editor, document: Option<Id>, zone: &str) -> Result<Self> {
        let form = address::new(self.editable);
        let of = document.map_or(Of::New(&form), Of::Document);
        let mut drafts = queries_of_drafts::open(tx, by.account(), of, zone).await?;
        drafts.retain(|draft| draft.id != self.own.own && Some(draft.id) != self.own.resumed);
        let mentions = match document {
            Some(id) => queries::mentions(tx, id).await?,
            None => Vec::new(),
        };
        let errors = match &self.resumed {
            // a draft from before a deployment: what its fields hold is shown, though they are no more
            Some(_) => strays(self.editable.read(tx, &self.typed.without(drafts::is_field)).await?.err()),
            None => self.errors.clone(),
        };
        Ok(Self { errors, drafts, mentions, account: by.account().to_owned(), ..self })
    }

    pub fn page(&self, mut page: Private, status: StatusCode) -> Result<Response> {
        let chrome = page.chrome();
        let kind = chrome.t(kind_word(self.editable.kind.name));
        let new = || chrome.t(&new_key(self.editable.kind.name));
        let title = match (self.errors.0.is_empty(), &self.slug) {
            (true, Some(_)) => chrome.name("form-title", &self.title),
            (true, None) => new(),
            (false, Some(_)) => chrome.name("form-title-wrong", &self.title),
            (false, None) => chrome.name("form-title-wrong", &new()),
        };
        let editing = chrome.t("editing-title");
        page.titled(title).keeping(FORM).under(editing, "/edition");
        let chrome = page.chrome();
        let view = View::of(chrome, self);
        let publication = self.editable.publish.map(|_| Publication::of(chrome, &self.typed, &self.errors));
        page.html(status, &Show { page: chrome, form: self, view, kind, publication })
    }
}

/// Only the fields that are no more.
fn strays(errors: Option<Errors>) -> Errors {
    let all = errors.into_iter().flat_map(|errors| errors.0);
    Errors(all.filter(|(_, wrong)| *wrong == Wrong::Stray).collect())
}
