//! A line of the journal in words: what happened, and below it how, by whom and from where.

use crate::access::audit::{Event, Line};
use crate::access::{OPERATOR, Role, Way};
use crate::web::page::Chrome;

pub(super) struct Told {
    /// « aujourd’hui, 10 h 36 », and for machines.
    pub when: String,
    pub datetime: String,
    pub sentence: String,
    pub below: String,
}

impl Told {
    pub fn of(page: &Chrome, line: &Line) -> Self {
        Self {
            when: page.moment(&line.ago, &line.day, &line.time),
            datetime: format!("{}T{}", line.day, line.time),
            sentence: sentence(page, line),
            below: below(page, line),
        }
    }
}

fn sentence(page: &Chrome, line: &Line) -> String {
    let account = if line.account.is_empty() { page.t("event-nobody") } else { line.account.clone() };
    let (before, after) = line.detail.split_once(' ').unwrap_or((&line.detail, ""));
    let (from, to) = (role(page, before), role(page, after));
    let texts = [
        ("account", account.as_str()),
        ("detail", line.detail.as_str()),
        ("role", from.as_str()),
        ("code", before),
        ("to", to.as_str()),
    ];
    page.say(words(line), &texts)
}

/// The message of what happened.
fn words(line: &Line) -> &'static str {
    match (line.event, line.detail.as_str()) {
        (Event::First, _) => "event-first",
        (Event::Entered, _) => "event-entered",
        (Event::Refused, _) => "event-refused",
        (Event::Left, _) => "event-left",
        (Event::Invited, _) => "event-invited",
        (Event::LinkMade, "invitation") => "event-link-invitation",
        (Event::LinkMade, "reset") => "event-link-reset",
        (Event::LinkMade, _) => "event-link-entry",
        (Event::RoleChanged, _) => "event-role",
        (Event::Disabled, _) => "event-disabled",
        (Event::Enabled, _) => "event-enabled",
        (Event::EmailChanged, _) => "event-email",
        (Event::PersonTied, "") => "event-untied",
        (Event::PersonTied, _) => "event-tied",
        (Event::PasswordChanged, _) => "event-password",
        (Event::KeyAdded, _) => "event-key-added",
        (Event::KeyRemoved, _) => "event-key-removed",
        (Event::SessionsEnded, _) => "event-sessions",
        (Event::SettingsChanged, "reading open") => "event-reading-open",
        (Event::SettingsChanged, "reading members") => "event-reading-members",
        (Event::SettingsChanged, "place") => "event-where",
        (Event::SettingsChanged, "rules") => "event-rules",
        (Event::SettingsChanged, _) => "event-settings",
        (Event::ShareMade, _) => "event-share-made",
        (Event::ShareRevoked, _) => "event-share-revoked",
        (Event::ShareExtended, _) => "event-share-extended",
        (Event::Forbidden, _) => "event-forbidden",
    }
}

fn role(page: &Chrome, code: &str) -> String {
    Role::named(code).map_or_else(|| code.to_owned(), |role| page.t(role.words()))
}

/// How, by whom, on which device, from which address.
fn below(page: &Chrome, line: &Line) -> String {
    let by = match line.by.as_str() {
        "" => String::new(),
        OPERATOR => page.t("event-by-operator"),
        by => page.name("event-by", by),
    };
    let address = line.address.clone().unwrap_or_default();
    let parts = [how(page, line), by, line.device.clone(), address];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn how(page: &Chrome, line: &Line) -> String {
    let detail = line.detail.as_str();
    match line.event {
        Event::Entered => Way::named(detail).map_or_else(|| detail.to_owned(), |way| page.t(way.words())),
        Event::Refused => refusal(detail).map_or_else(|| detail.to_owned(), |words| page.t(words)),
        Event::Disabled | Event::SessionsEnded | Event::PasswordChanged => {
            let ended = detail.parse::<usize>().ok().filter(|ended| *ended > 0);
            ended.map(|ended| page.count("event-ended", ended)).unwrap_or_default()
        }
        Event::Forbidden | Event::KeyAdded | Event::KeyRemoved => detail.to_owned(),
        _ => String::new(),
    }
}

/// Why somebody could not enter.
fn refusal(code: &str) -> Option<&'static str> {
    Some(match code {
        "password" => "refusal-password",
        "too-many" => "refusal-too-many",
        "disabled" => "refusal-disabled",
        "needs-key" => "refusal-needs-key",
        "link" => "refusal-link",
        "confirm" => "refusal-confirm",
        "passkey" => "refusal-passkey",
        "passkey-late" => "refusal-passkey-late",
        "passkey-unknown" => "refusal-passkey-unknown",
        "passkeys-off" => "refusal-passkeys-off",
        "provider away" => "refusal-provider-away",
        "provider wrong" => "refusal-provider-wrong",
        "provider denied" => "refusal-provider-denied",
        "provider lost" => "refusal-provider-lost",
        "provider unknown" => "refusal-provider-unknown",
        "provider no-email" => "refusal-provider-no-email",
        "provider unverified" => "refusal-provider-unverified",
        "provider taken" => "refusal-provider-taken",
        "provider no-role" => "refusal-provider-no-role",
        "provider off" => "refusal-provider-off",
        _ => return None,
    })
}
