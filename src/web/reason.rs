//! What an error page says: what happened, what is safe, what to do.

use axum::http::StatusCode;

/// The messages of a status.
#[derive(Clone, Copy)]
pub struct Reason {
    pub title: &'static str,
    pub what: &'static str,
    pub todo: &'static str,
}

const E400: Reason = Reason { title: "error-400-title", what: "error-400-what", todo: "error-400-todo" };
const E403: Reason = Reason { title: "error-403-title", what: "error-403-what", todo: "error-403-todo" };
const READERS: Reason = Reason { title: "error-reader-title", what: "error-reader-what", todo: "error-reader-todo" };
const RECRUITERS: Reason =
    Reason { title: "error-recruiter-title", what: "error-recruiter-what", todo: "error-recruiter-todo" };
const EDITORS: Reason = Reason { title: "error-editor-title", what: "error-editor-what", todo: "error-editor-todo" };
const ADMINISTRATORS: Reason =
    Reason { title: "error-administrator-title", what: "error-administrator-what", todo: "error-administrator-todo" };
const E404: Reason = Reason { title: "error-404-title", what: "error-404-what", todo: "error-404-todo" };
const E405: Reason = Reason { title: "error-405-title", what: "error-405-what", todo: "error-405-todo" };
const E408: Reason = Reason { title: "error-408-title", what: "error-408-what", todo: "error-408-todo" };
const GONE: Reason = Reason { title: "error-410-title", what: "error-410-what", todo: "error-410-todo" };
const E413: Reason = Reason { title: "error-413-title", what: "error-413-what", todo: "error-413-todo" };
const E414: Reason = Reason { title: "error-414-title", what: "error-414-what", todo: "error-414-todo" };
const E421: Reason = Reason { title: "error-421-title", what: "error-421-what", todo: "error-421-todo" };
const E429: Reason = Reason { title: "error-429-title", what: "error-429-what", todo: "error-429-todo" };
const E500: Reason = Reason { title: "error-500-title", what: "error-500-what", todo: "error-500-todo" };
const E503: Reason = Reason { title: "error-503-title", what: "error-503-what", todo: "error-503-todo" };

impl Reason {
    /// Whether the portal is at fault: then the number of the request leads to the cause.
    pub fn is_fault(&self) -> bool {
        self.title.starts_with("error-5")
    }

    /// Whether a link may be wrong that led here.
    pub fn is_missing(&self) -> bool {
        [E404.title, GONE.title].contains(&self.title)
    }

    /// Of a page that takes another role.
    pub fn of_role(role: &str) -> Self {
        match role {
            "recruiter" => RECRUITERS,
            "editor" => EDITORS,
            "administrator" => ADMINISTRATORS,
            _ => READERS,
        }
    }

    /// Of a status that has a page of its own; others say what the nearest says.
    pub fn of(status: StatusCode) -> Self {
        match status.as_u16() {
            403 => E403,
            404 => E404,
            405 => E405,
            408 => E408,
            410 => GONE,
            413 => E413,
            414 => E414,
            421 => E421,
            429 => E429,
            503 => E503,
            500..=599 => E500,
            _ => E400,
        }
    }
}
