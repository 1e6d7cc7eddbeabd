//! The sign-in page in all its states.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use super::kept::Kept;
use crate::access::attempts::TooMany;
use crate::access::passkeys;
use crate::app::App;
use crate::error::Result;
use crate::web::page::{Chrome, Private};

/// What the page is to show.
#[derive(Default)]
pub struct Door {
    pub email: String,
    /// The page that one wanted to see.
    pub next: Option<String>,
    pub kept: Option<Kept>,
    /// The message of what went wrong, beside the password.
    pub refused: Option<&'static str>,
    /// The message of what went wrong with another way, above all of them.
    pub trouble: Option<&'static str>,
    pub wait: Option<TooMany>,
    /// What opens the portal.
    pub passwords: bool,
    pub passkeys: bool,
    /// What the company calls its own accounts, if they open the portal; empty: our word for them.
    pub provider: Option<String>,
    pub contact: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    door: &'a Door,
    minutes: usize,
}

impl Door {
    pub fn of(app: &App) -> Self {
        let settings = app.settings();
        Self {
            passwords: settings.passwords,
            passkeys: settings.passkeys && passkeys::is_possible(&app.config),
            provider: app.provider.as_ref().filter(|_| settings.provider).map(|it| it.name.clone().unwrap_or_default()),
            contact: app.config.contact.clone(),
            ..Self::default()
        }
    }

    pub fn page(&self, mut page: Private, status: StatusCode) -> Result<Response> {
        let title = if self.kept.is_some() { "sign-in-kept-title" } else { "sign-in-title" };
        page.titled(page.chrome().t(title));
        // other addresses hold what is nobody's business: the answer of a provider
        if page.chrome().here != "/connexion" && !page.chrome().here.starts_with("/connexion?") {
            let next = self
                .next
                .as_deref()
                .map(|next| form_urlencoded::Serializer::new(String::new()).append_pair("suite", next).finish());
            let at = next.map_or_else(|| "/connexion".to_owned(), |next| format!("/connexion?{next}"));
            page.titled(page.chrome().t(title)).at(&at);
        }
        if self.kept.is_none() {
            page.titled(page.chrome().t(title)).forgettable();
        }
        let minutes = self.wait.map_or(0, |wait| usize::try_from(wait.seconds).unwrap_or_default().div_ceil(60));
        let mut response = page.html(status, &Show { page: page.chrome(), door: self, minutes })?;
        let headers = response.headers_mut();
        if let Some(wait) = self.wait {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Cookie"));
        }
        Ok(response)
    }

    fn refusal(&self, page: &Chrome) -> String {
        self.refused.map(|why| page.t(why)).unwrap_or_default()
    }

    /// What browsers may offer to fill in as the e-mail address: also a key, which then needs no button.
    fn autocomplete(&self) -> &'static str {
        if self.passkeys { "username webauthn" } else { "username" }
    }

    /// What the button of the company's accounts says.
    fn provider_words(&self, page: &Chrome) -> String {
        let name = self.provider.as_deref().filter(|name| !name.is_empty());
        name.map_or_else(|| page.t("provider-button"), |name| page.name("sign-in-provider", name))
    }

    /// All hidden fields, which every way in carries along.
    pub fn hidden(&self) -> Vec<(String, &str)> {
        let next = self.next.as_deref().map(|next| ("suite".to_owned(), next));
        next.into_iter().chain(self.kept.iter().flat_map(Kept::hidden)).collect()
    }
}
