//! A page: what each one knows, and how it is answered.
//!
//! The extractor's type is the policy. `Shared` is the same bytes for every reader of an audience and
//! therefore knows nobody; `Private` is for one reader and is never kept.

use std::borrow::Borrow;
use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, IntoResponseParts, Response};
use serde_json::Value;

use super::around::{Around, Changed};
use super::encoding::{Encoding, if_none_match, strong_etag};
use super::flash::Flash;
use super::menu::{EDITED, Group, Item, MENU, PLAN, reported};
use super::text::{Language, Words, dates};
use super::theme::Theme;
use super::{asking, assets, flash, markdown, queries};
use crate::access::{Role, Viewer};
use crate::app::{App, Reading};
use crate::date::Date;
use crate::error::{Error, Result};

/// A page that may be kept: no person, no name, no account can be reached from it.
pub struct Shared {
    chrome: Chrome,
    request: HeaderMap,
    /// Takes away the cookie of what this page says once; such a page is nobody else's.
    announced: Option<HeaderValue>,
}

/// A page for one reader at one moment: errors, and everything that shows who is asking.
pub struct Private {
    chrome: Chrome,
    viewer: Option<Arc<Viewer>>,
    /// Takes away what the page announces, once it has been shown.
    announced: Option<HeaderValue>,
}

/// What is around every page: words, titles, the way that led here.
pub struct Chrome {
    pub words: Words,
    /// The path and query of the request; the home page where nobody can come back to it, after a post.
    pub here: String,
    is_read: bool,
    /// The company's name, as its own document says it; « Portail » before there is one.
    pub portal: String,
    pub title: String,
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

impl FromRequestParts<App> for Shared {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let mut chrome = Chrome::named(parts, app).await?;
        let announced = chrome.announce(parts, app);
        Ok(Self { chrome, request: parts.headers.clone(), announced })
    }
}

impl FromRequestParts<App> for Private {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        Ok(Self::with(Chrome::named(parts, app).await?, parts, app))
    }
}

impl Shared {
    /// The chrome, titled: what a template needs besides its own data.
    pub fn titled(&mut self, title: impl Into<String>) -> &mut Chrome {
        self.chrome.title = title.into();
        &mut self.chrome
    }

    pub fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    /// The finished page, compressed as the reader's browser takes it; 304 if it has this very copy.
    pub fn html(&self, template: &impl Template) -> Result<Response> {
        let html = template.render().map_err(|why| Error::Internal(why.to_string()))?;
        let language = html_headers(self.chrome.words.language);
        let Some(clear) = &self.announced else { return Ok(self.kept(html.into_bytes(), language)) };
        let encoding = Encoding::of(&self.request);
        let headers =
            [(header::CACHE_CONTROL, HeaderValue::from_static("no-store")), (header::SET_COOKIE, clear.clone())];
        let mut response = (headers, language, encoding.encode(html.into_bytes())).into_response();
        encoding.mark(response.headers_mut());
        Ok(response)
    }

    /// The same thing in another form, as a file to keep under this name: `missions-2026-11-25.csv`.
    pub fn file(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        self.kept(body, self.file_headers("attachment", kind, name))
    }

    /// The same, as a picture or a document that the browser shows; this is its name when it is kept.
    pub fn shown(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        // all but text is compressed already
        let encoding = if kind.ends_with("xml") { Encoding::of(&self.request) } else { Encoding::Identity };
        self.kept_as(encoding, body, self.file_headers("inline", kind, name))
    }

    fn file_headers(&self, how: &str, kind: &'static str, name: &str) -> [(header::HeaderName, HeaderValue); 3] {
        let disposition = format!("{how}; filename=\"{name}\"");
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
            (header::CONTENT_LANGUAGE, HeaderValue::from_static(self.chrome.words.language.code())),
            (header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition).expect("a name of letters and digits")),
        ]
    }

    /// Bytes that a browser may keep and ask for again by their ETag.
    fn kept(&self, body: Vec<u8>, of_their_kind: impl IntoResponseParts) -> Response {
        self.kept_as(Encoding::of(&self.request), body, of_their_kind)
    }

    fn kept_as(&self, encoding: Encoding, body: Vec<u8>, of_their_kind: impl IntoResponseParts) -> Response {
        let body = encoding.encode(body);
        let etag = strong_etag(&body);
        let headers = [
            (header::ETAG, HeaderValue::from_str(&etag).expect("an ETag of letters and digits")),
            (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
            (header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie")),
        ];
        if if_none_match(&self.request, &etag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let mut response = (headers, of_their_kind, body).into_response();
        encoding.mark(response.headers_mut());
        response
    }
}

impl Shared {
    /// A page that says why there is none: with a status of its own, and never kept.
    pub fn refused(&self, status: StatusCode, template: &impl Template) -> Result<Response> {
        let html = template.render().map_err(|why| Error::Internal(why.to_string()))?;
        let headers = html_headers(self.chrome.words.language);
        Ok((status, [(header::CACHE_CONTROL, "no-store")], headers, html).into_response())
    }
}

impl Private {
    /// A page that asks nothing of the database: it may be away.
    pub fn bare(parts: &Parts, app: &App) -> Self {
        Self::with(Chrome::of(parts, app), parts, app)
    }

    fn with(mut chrome: Chrome, parts: &Parts, app: &App) -> Self {
        let announced = chrome.announce(parts, app);
        Self { chrome, viewer: asking::viewer(parts), announced }
    }

    pub fn viewer(&self) -> Option<&Viewer> {
        self.viewer.as_deref()
    }

    pub fn titled(&mut self, title: impl Into<String>) -> &mut Chrome {
        self.chrome.title = title.into();
        &mut self.chrome
    }

    pub fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    /// The page in another language than the one that was asked for until now.
    pub fn speaks(&mut self, language: Language) {
        self.chrome.words.language = language;
    }

    pub fn html(&self, status: StatusCode, template: &impl Template) -> Result<Response> {
        let html = template.render().map_err(|why| Error::Internal(why.to_string()))?;
        let headers = html_headers(self.chrome.words.language);
        let mut response = (status, [(header::CACHE_CONTROL, "no-store")], headers, html).into_response();
        if let Some(clear) = &self.announced {
            response.headers_mut().append(header::SET_COOKIE, clear.clone());
        }
        Ok(response)
    }
}

fn html_headers(language: Language) -> [(header::HeaderName, &'static str); 2] {
    [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_LANGUAGE, language.code())]
}

impl Chrome {
    fn of(parts: &Parts, app: &App) -> Self {
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
            ..Self::unasked(language, "Portail")
        }
    }

    /// Of what is written without a request: files made in advance, measurements.
    pub fn unasked(language: Language, portal: &str) -> Self {
        Self {
            words: Words { language },
            here: "/".into(),
            is_read: true,
            portal: portal.to_owned(),
            title: String::new(),
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
    fn announce(&mut self, parts: &Parts, app: &App) -> Option<HeaderValue> {
        self.flash = flash::read(&parts.headers);
        self.flash.map(|_| flash::clear(&app.config))
    }

    async fn named(parts: &Parts, app: &App) -> Result<Self> {
        let mut chrome = Self::of(parts, app);
        // an answer to a form is nobody's page
        let path = if chrome.is_read { chrome.path() } else { "" };
        let around = queries::around(&app.store, path, &app.time_zone(), chrome.is_editor()).await?;
        if let Some(name) = &around.portal {
            chrome.portal.clone_from(name);
        }
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

    pub fn is_recruiter(&self) -> bool {
        self.audience >= Role::Recruiter
    }

    pub fn is_editor(&self) -> bool {
        self.audience >= Role::Editor
    }

    /// Where an editor changes what this page shows: its form, or a new one of its section.
    pub fn edit_at(&self) -> Option<String> {
        let path = self.path();
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
        EDITED.contains(&self.path()) && self.path() != "/entreprise"
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

    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    pub fn count(&self, key: &str, count: impl Borrow<usize>) -> String {
        self.words.count(key, count)
    }

    pub fn name(&self, key: &str, name: &str) -> String {
        self.words.name(key, name)
    }

    pub fn say(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        self.words.say(key, texts)
    }

    pub fn lang(&self) -> &'static str {
        self.words.language.code()
    }

    /// The `lang` of content inside the page: French, said only where the interface is not.
    pub fn content_lang(&self) -> &'static str {
        match self.words.language {
            Language::Fr => "",
            Language::En => " lang=fr",
        }
    }

    /// A date as readers want it; what is no date is shown as it is.
    pub fn date(&self, text: &str) -> String {
        Date::parse(text).map_or_else(|_| text.to_owned(), |date| self.date_words(&date))
    }

    /// A period in words, if either end is known: « d’avril à juin 2019 ».
    pub fn period(&self, begins: &Option<String>, ends: &Option<String>) -> Option<String> {
        let (begins, ends) = (begins.as_deref().unwrap_or_default(), ends.as_deref().unwrap_or_default());
        if begins.is_empty() && ends.is_empty() {
            return None;
        }
        // an end that is itself an interval cannot stand in one
        let apart = || {
            let known = [begins, ends].into_iter().filter(|end| !end.is_empty());
            known.map(|end| self.date(end)).collect::<Vec<_>>().join(" – ")
        };
        Some(Date::parse(&format!("{begins}/{ends}")).map_or_else(|_| apart(), |date| self.date_words(&date)))
    }

    pub fn date_words(&self, date: &Date) -> String {
        dates::words(date, &|key, texts| self.words.say_owned(key, texts))
    }

    /// « aujourd’hui, 10 h 42 » for a day (EDTF) so many days ago and a time written `10:42`.
    pub fn moment(&self, ago: &i32, day: &str, time: &str) -> String {
        let time = self.time(time);
        match ago {
            0 => self.words.say("moment-today", &[("time", &time)]),
            1 => self.words.say("moment-yesterday", &[("time", &time)]),
            _ => self.words.say("moment-day", &[("day", &self.date(day)), ("time", &time)]),
        }
    }

    /// « Aujourd’hui » or the date of a day so many days ago.
    pub fn day(&self, ago: &i32, day: &str) -> String {
        match ago {
            0 => self.t("moment-day-today"),
            1 => self.t("moment-day-yesterday"),
            _ => self.date(day),
        }
    }

    /// « 10 h 42 » for `10:42`, « 9 h 20 » for `09:20`.
    pub fn time(&self, time: &str) -> String {
        let (hour, minute) = time.split_once(':').unwrap_or((time, "00"));
        let hour = hour.strip_prefix('0').filter(|hour| !hour.is_empty()).unwrap_or(hour);
        self.words.say("moment-time", &[("hour", hour), ("minute", minute)])
    }

    /// « 10 000 »
    pub fn thousands(&self, number: usize) -> String {
        let gap = if self.words.language == Language::Fr { "\u{202f}" } else { "," };
        match number {
            0..1000 => number.to_string(),
            _ => format!("{}{gap}{:03}", number / 1000, number % 1000),
        }
    }

    /// A text in Markdown as HTML; `prefix` sets its ids apart from all others of the page.
    pub fn markdown(&self, text: &str, prefix: &str) -> String {
        markdown::html(text, prefix, self.words)
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
