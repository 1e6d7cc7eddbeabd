//! What is around every page: its title, the way that led to it, who looks at it and where it stands in the portal.

use axum::http::HeaderValue;
use axum::http::request::Parts;
use serde_json::Value;

use crate::access::Role;
use crate::app::{App, Reading};
use crate::error::Result;
use crate::web::around::{Around, Changed};
use crate::web::flash::{self, Flash};
use crate::web::menu::{CHART, EDITED, Group, Item, MENU, PLAN, reported};
use crate::web::text::{Language, Words};
use crate::web::theme::Theme;
use crate::web::{asking, assets, queries};

/// What is around every page: words, titles, the way that led here.
pub struct Chrome {
    pub words: Words,
    /// The path and query of the request; the home page where nobody can come back to it, after a post.
    pub here: String,
    is_read: bool,
    is_forgettable: bool,
    /// The company's name, as its own document says it; « Portail » before there is one.
    pub portal: String,
    pub title: String,
    /// What the search was asked, to be asked again otherwise.
    pub asked: String,
    pub description: String,
    pub crumbs: Vec<Crumb>,
    /// The same thing for machines (schema.org), where it has a term for it.
    pub json_ld: Option<Value>,
    /// The image that stands for the page elsewhere: its address here, and what it shows.
    pub image: Option<(String, String)>,
    /// For whom the page is made: all readers of one role see the same, and nobody with open reading is a reader.
    pub audience: Role,
    public_url: String,
    is_open: bool,
    demo: bool,
    theme: Option<Theme>,
    flash: Option<Flash>,
    /// None where the database was not asked: on the pages of errors.
    around: Option<Around>,
    /// The id of a form on this page that holds what somebody types: changing the language must not lose it.
    form: Option<&'static str>,
}

pub struct Crumb {
    pub title: String,
    pub href: &'static str,
}

impl Chrome {
    pub(super) fn of(parts: &Parts, app: &App) -> Self {
        let (here, is_read) = (parts.uri.path_and_query(), parts.method.is_safe());
        let language = Language::of(&parts.headers, &app.settings().language);
        Self {
            here: if is_read { here.map_or("/", |here| here.as_str()) } else { "/" }.to_owned(),
            is_read,
            audience: asking::viewer(parts).map_or(Role::Reader, |viewer| viewer.role()),
            public_url: app.config.public_url.clone(),
            is_open: app.reading() == Reading::Open,
            demo: app.config.demo,
            theme: Theme::of(&parts.headers),
            ..Self::unasked(language, app.name().as_deref().unwrap_or("Portail"))
        }
    }

    /// Of what is written without a request: files made in advance, measurements.
    pub fn unasked(language: Language, portal: &str) -> Self {
        Self {
            words: Words { language },
            here: "/".into(),
            is_read: true,
            is_forgettable: false,
            portal: portal.to_owned(),
            title: String::new(),
            asked: String::new(),
            description: String::new(),
            crumbs: Vec::new(),
            json_ld: None,
            image: None,
            audience: Role::Reader,
            public_url: String::new(),
            is_open: false,
            demo: false,
            theme: None,
            flash: None,
            around: None,
            form: None,
        }
    }

    /// What is said once, and the cookie that ends it.
    pub(super) fn announce(&mut self, parts: &Parts, app: &App) -> Option<HeaderValue> {
        self.flash = flash::read(&parts.headers);
        self.flash.map(|_| flash::clear(&app.config))
    }

    pub(super) async fn named(parts: &Parts, app: &App) -> Result<Self> {
        let mut chrome = Self::of(parts, app);
        // an answer to a form is nobody's page
        let path = if chrome.is_read { chrome.path() } else { "" };
        let around = queries::around(&app.store, path, &app.time_zone(), chrome.is_editor()).await?;
        app.remember_name(around.portal.as_deref());
        chrome.portal = around.portal.clone().unwrap_or_else(|| "Portail".into());
        chrome.around = Some(around);
        Ok(chrome)
    }

    /// The page in another language than the reader's browser asks for.
    pub fn in_language(&mut self, language: Language) -> &mut Self {
        self.words = Words { language };
        self
    }

    /// The same page for whoever it is posted to: where a form that is refused comes back.
    pub fn at(&mut self, path: &str) -> &mut Self {
        self.here = path.to_owned();
        self
    }

    /// Says nothing of what the reader did elsewhere in the portal.
    pub fn quiet(&mut self) -> &mut Self {
        self.flash = None;
        self
    }

    /// Whether the page was asked for: an answer to a form would be lost by leaving it.
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// An answer to a form of which nothing is lost by leaving it.
    pub fn forgettable(&mut self) -> &mut Self {
        self.is_forgettable = true;
        self
    }

    /// Whether the language can be changed without losing what was typed.
    pub fn can_turn(&self) -> bool {
        self.is_read || self.is_forgettable
    }

    pub fn is_recruiter(&self) -> bool {
        self.audience >= Role::Recruiter
    }

    pub fn is_editor(&self) -> bool {
        self.audience >= Role::Editor
    }

    /// Where an editor changes what this page shows: its form, or a new one of its section.
    pub fn edit_at(&self) -> Option<String> {
        let path = self.path();
        if path == CHART.href && self.is_editor() {
            return Some("/edition/organigramme/postes".into());
        }
        let section = EDITED.iter().find(|section| self.within(section)).filter(|_| self.is_editor())?;
        let rest = path.strip_prefix(section)?;
        (rest.matches('/').count() <= 1).then(|| format!("/edition{path}"))
    }

    /// Where a reader says that something on this page is wrong: on the pages of documents and on lists of them.
    pub fn report_at(&self) -> Option<String> {
        let around = self.around.as_ref().filter(|_| self.is_read)?;
        let path = self.path();
        (around.changed.is_some() || reported(path).is_some()).then(|| format!("/signaler?page={path}"))
    }

    /// When the document of this page last changed.
    pub fn changed(&self) -> Option<&Changed> {
        self.around.as_ref().filter(|_| self.is_read)?.changed.as_ref()
    }

    /// What readers report about this page, for editors.
    pub fn reported(&self) -> Option<&Around> {
        self.around.as_ref().filter(|around| !around.reports.is_empty())
    }

    /// Whether that is a new one.
    pub fn adds(&self) -> bool {
        let path = self.path();
        path == CHART.href || EDITED.contains(&path) && path != "/entreprise"
    }

    pub fn is_administrator(&self) -> bool {
        self.audience == Role::Administrator
    }

    pub fn described(&mut self, description: impl Into<String>) -> &mut Self {
        self.description = description.into();
        self
    }

    /// A form of this page goes along when the language changes.
    pub fn keeping(&mut self, form: &'static str) -> &mut Self {
        self.form = Some(form);
        self
    }

    pub fn kept_form(&self) -> Option<&'static str> {
        self.form
    }

    /// What the page is about, as schema.org names it: `{"@type": "Person", "name": …}`.
    pub fn about(&mut self, thing: Value) -> &mut Self {
        self.json_ld = Some(thing);
        self
    }

    /// The image by which others know the page: an address here, and what it shows.
    pub fn pictured(&mut self, image: Option<(String, &str)>) -> &mut Self {
        self.image = image.map(|(at, alternative)| (at, alternative.to_owned()));
        self
    }

    /// Its absolute address, where whoever follows a link from elsewhere may see it.
    pub fn open_image(&self) -> Option<(String, &str)> {
        let (at, alternative) = self.image.as_ref().filter(|_| self.is_open)?;
        Some((format!("{}{at}", self.public_url), alternative))
    }

    /// JSON that cannot end the element that it stands in.
    pub fn json_ld(&self) -> Option<String> {
        let mut thing = self.json_ld.clone()?;
        thing.as_object_mut()?.retain(|_, value| !value.is_null());
        thing["@context"] = "https://schema.org".into();
        thing["url"] = self.canonical().into();
        if let Some((image, _)) = self.open_image() {
            thing["image"] = image.into();
        }
        Some(thing.to_string().replace('<', "\\u003c"))
    }

    /// One more step of the way from the home page.
    pub fn under(&mut self, title: impl Into<String>, href: &'static str) -> &mut Self {
        self.crumbs.push(Crumb { title: title.into(), href });
        self
    }

    pub fn asset(&self, path: &str) -> String {
        assets::address(path)
    }

    pub fn menu(&self) -> &'static [Item] {
        MENU
    }

    pub fn plan(&self) -> &'static [Group] {
        PLAN
    }

    /// The address before every path of the portal: `https://portail.example`.
    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    /// The one absolute address of this page, without what only filters or sorts it.
    pub fn canonical(&self) -> String {
        format!("{}{}", self.public_url, self.path())
    }

    /// Whether this page belongs to a section of the menu.
    pub fn within(&self, section: &str) -> bool {
        self.path().strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether this page belongs to an entry of the menu or to what hangs from it.
    pub fn is_under(&self, item: &Item) -> bool {
        self.within(item.href) || item.below.iter().any(|section| self.within(section))
    }

    /// Light or dark, if the reader has chosen.
    pub fn theme(&self) -> Option<Theme> {
        self.theme
    }

    /// The message that says what has just been done; only private pages have one.
    pub fn flash(&self) -> Option<Flash> {
        self.flash
    }

    pub fn is_demo(&self) -> bool {
        self.demo
    }

    fn path(&self) -> &str {
        self.here.split('?').next().unwrap_or("/")
    }
}
