//! The words that a date may be written with in a form, folded: lower case, no accents.

/// French, English and the usual abbreviations of both.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "janv", "jan"],
    &["fevrier", "february", "fevr", "fev", "feb"],
    &["mars", "march", "mar"],
    &["avril", "april", "avr", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "july", "juil", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

pub(super) const SEASONS: &[&str] = &[
    "printemps",
    "ete",
    "automne",
    "hiver",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "trimestre",
    "quarter",
    "semestre",
];

pub(super) const CENTURIES: &[&str] = &["siecle", "siecles", "century", "centuries"];

pub(super) const DECADES: &[&str] = &["annees ", "decennie "];

pub(super) const ABOUT: &[&str] = &[
    "vers ",
    "environ ",
    "env. ",
    "autour de ",
    "autour d'",
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "c.",
    "about ",
    "around ",
    "approximately ",
    "~",
];
pub(super) const ABOUT_AFTER: &[&str] = &[" environ", " env.", " approximately", "~"];

pub(super) const DOUBT: &[&str] = &["peut-etre ", "probablement ", "sans doute ", "perhaps ", "maybe ", "probably "];
pub(super) const DOUBT_AFTER: &[&str] = &[" peut-etre", " probablement", " sans doute", " perhaps", "(?)", "?"];

/// Said before a date, without a meaning of their own.
pub(super) const ARTICLES: &[&str] =
    &["le ", "les ", "en ", "au ", "aux ", "mois de ", "mois d'", "the ", "in ", "on "];

pub(super) const SINCE: &[&str] =
    &["depuis ", "a partir de ", "a partir d'", "a partir du ", "des ", "since ", "starting ", "from "];
pub(super) const UNTIL: &[&str] =
    &["jusqu'en ", "jusqu'au ", "jusqu'aux ", "jusqu'a ", "jusque ", "until ", "till ", "up to "];
pub(super) const FROM: &[&str] = &["de ", "d'", "du ", "from "];
pub(super) const BETWEEN: &[&str] = &["entre ", "between "];

/// Between the beginning and the end.
pub(super) const TO: &[&str] = &[
    " jusqu'en ",
    " jusqu'au ",
    " jusqu'aux ",
    " jusqu'a ",
    " au ",
    " aux ",
    " a ",
    " to ",
    " until ",
    " till ",
    " through ",
    "-",
];
pub(super) const AND: &[&str] = &[" et ", " and "];

/// An end that has not come.
pub(super) const NOW: &[&str] = &["aujourd'hui", "ce jour", "maintenant", "present", "today", "now"];

/// The same, where nothing but an end is asked for.
pub(super) const STILL: &[&str] = &[
    "..",
    "en cours",
    "toujours",
    "toujours en cours",
    "toujours en poste",
    "en poste",
    "a ce jour",
    "open",
    "ongoing",
    "current",
    "still",
    "still so",
    "to date",
];

/// 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// What follows the first of these beginnings that the text has.
pub(super) fn after<'a>(text: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    beginnings.iter().find_map(|beginning| text.strip_prefix(beginning))
}

/// What precedes the first of these ends that the text has.
pub(super) fn before<'a>(text: &'a str, ends: &[&str]) -> Option<&'a str> {
    ends.iter().find_map(|end| text.strip_suffix(end))
}
