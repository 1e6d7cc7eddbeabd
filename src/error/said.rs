//! Errors in words, for operators: command lines, logs, files. Pages have their own words, in two languages.

use std::fmt;

use super::{Errors, Wrong};

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (n, (at, wrong)) in self.0.iter().enumerate() {
            write!(f, "{}{at}: {wrong}", if n == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

/// What is said after the name of the field.
impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("must not be empty"),
            Self::TooLong(most) => write!(f, "is longer than {most} characters"),
            Self::TooMany(most) => write!(f, "has more than {most} rows"),
            Self::Character => f.write_str("holds a control character"),
            Self::Choice(text) => write!(f, "cannot be “{text}”"),
            Self::Unknown(kind, text) => write!(f, "no {kind} is called “{text}”"),
            Self::NoRow(list, text) => write!(f, "is none of the {list}: “{text}”"),
            Self::Removed(text) => write!(f, "“{text}” is in the trash"),
            Self::Several(slugs) => write!(f, "is the name of several: {}", slugs.join(", ")),
            Self::Taken(slug) => write!(f, "the address “{slug}” belongs to another document"),
            Self::Namesake(at) => write!(f, "{at} is called the same"),
            Self::Key(key) => write!(f, "“{key}” is there twice, or is not made of small letters, digits and hyphens"),
            Self::Stray => f.write_str("is no field of this document"),
            Self::Date(_, Some(right)) => write!(f, "is no date that can be read (write {right})"),
            Self::Date(reason, None) => write!(f, "is no date that can be read: {}", reason.replace('-', " ")),
            Self::Rule(rule) => match sentence(rule) {
                Some(sentence) => f.write_str(sentence),
                None => write!(f, "breaks the rule “{rule}”"),
            },
            Self::Foreign(address) => write!(f, "{address} would not be shown: it leads elsewhere or nowhere"),
            Self::Needed { row, by } => write!(f, "“{row}” cannot go: {by} refers to it"),
            Self::Nowhere(address) => write!(f, "the link {address} leads to no page"),
            Self::Unreadable(why) => write!(f, "cannot be read: {why}"),
        }
    }
}

/// A rule by its name. A test wants one for every rule.
fn sentence(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "candidate-once" => "a technology is a candidate twice",
        "company-once" => "there is a company already",
        "decision-needs-gate" => "a decision needs the gate at which it was taken",
        "document-once" => "the same document is there twice",
        "archive-broken" => "breaks off, or is no archive",
        "archive-empty" => "holds no document: each is kind/slug.toml",
        "archive-kind" => "is a link or a device, and only files are taken",
        "archive-large" => "unpacks to more than 96 MB",
        "archive-many" => "holds more than 20,000 files",
        "archive-name" => "has a name that is not UTF-8",
        "archive-none" => "is neither a .tar.gz, nor a .tar, nor one .toml",
        "archive-outside" => "has a name that leads outside of the archive",
        "archive-zip" => "is a .zip: pack it as .tar.gz",
        "image-wordless" => "shows an image without words for whoever does not see it",
        "image-deep" => "an image of 16 bits per colour with too many pixels",
        "follows-itself" => "a mission follows itself",
        "follows-loop" => "the missions that it follows lead back to it",
        "edited-since" => "edited in the portal since",
        "file-empty" => "is empty",
        "file-encoding" => "is not UTF-8",
        "publish-or-save" => "a moment was typed, and the button that waits for it was not pressed",
        "file-kind" => "its folder is no kind of document",
        "file-long" => "is longer than 2 MB",
        "still-needed" => "still needs what these files take away",
        "row-quote" => "opens a quotation mark that is never closed",
        "row-earlier" => "is about the person of a row above that is not imported",
        "row-cells" => "has more cells than there are headers",
        "row-twice" => "is in a row above already",
        "table-binary" => "is no table",
        "table-columns" => "has more than 80 columns",
        "table-empty" => "has no row to read",
        "table-html" => "is a web page",
        "table-long" => "is larger than 4 MB",
        "table-rows" => "has more than 5,000 rows",
        "table-workbook" => "is a workbook: save it as CSV",
        "upload-kind" => "needs its kind of document",
        "upload-long" => "is larger than 32 MB",
        "account-disabled" => "is disabled: nobody enters by it",
        "password-wrong" => "is not the password",
        "sign-in-no-passwords" => "passwords do not open this portal",
        "reading-fixed" => "was decided when the portal was started",
        "email-taken" => "belongs to another account",
        "image-broken" => "is broken or breaks off",
        "image-large" => "has more than 10 MB",
        "image-not-exported" => "is not an image as an export writes it: its name is the digest of its bytes",
        "image-pixels" => "has more than 40 million pixels",
        "image-type" => "is no JPEG, PNG or WebP",
        "image-unknown" => "shows an image that is not there",
        "key-taken" => "is kept already, for this account or another",
        "last-administrator" => "the last administrator stays one",
        "last-key" => "is the only way in",
        "last-way" => "no administrator could enter any more",
        "longest-after-idle" => "must be longer than the time without use, and a year at most",
        "person-tied" => "is another account's person",
        "email-shape" => "is no e-mail address",
        "end-before-start" => "the end is before the beginning",
        "holder-twice" => "holds this post twice at a time",
        "line-loop" => "the solid lines lead back to this post",
        "line-to-itself" => "a post does not report to itself",
        "main-stake-is-a-statement" => "must be the key of a statement",
        "name-or-description" => "a name or a description is needed",
        "nothing-to-see" => "has only invisible signs",
        "number" => "is no whole number",
        "one-line" => "has a line break, and is a text of one line",
        "result-at-a-task" => "must be the key of a task of this product",
        "result-of-a-vendor" => "must be one of the vendors of this product",
        "result-once" => "a vendor has two results at one task",
        "technology-or-none" => "either a technology or what is left out is needed, not both",
        "unknown-row" => "refers to a row that is not there",
        "draft-too-long" => "is too long for a draft",
        "draft-too-many" => "there are too many drafts",
        "publish-day" => "is no whole day",
        "publish-far" => "is more than five years ahead",
        "publish-past" => "has passed already",
        "publish-time" => "is no time of day",
        "url-http" => "is no web address (https://…)",
        "vendor-once" => "an organisation is a vendor twice",
        "winner-is-a-candidate" => "must be one of the candidates",
        _ => return None,
    })
}
