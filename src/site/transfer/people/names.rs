//! Words that mean the same: names in any order and spelling, contracts, dates as spreadsheets leave them.

use unicode_normalization::UnicodeNormalization;

use crate::date::Date;
use crate::error::Wrong;
use crate::history::Choose;
use crate::history::key::{fold, name_of};
use crate::site::people::{Contract, contract_words};
use crate::web::text::{Language, Words};

/// The same for « Robin Camarasa » and « CAMARASA Robin », composed or not.
pub fn key(name: &str) -> String {
    let name = name_of(name);
    let mut parts: Vec<&str> = name.split('-').collect();
    parts.sort_unstable();
    parts.join("-")
}

/// A text as it is compared.
pub fn plain(text: &str) -> String {
    let folded = fold(&text.nfc().collect::<String>());
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The contract of a text, in either language or in the words of other tools.
pub fn contract(text: &str) -> Result<String, Wrong> {
    let wanted = plain(text);
    let known = Contract::names().into_iter().find(|code| {
        let said =
            [Language::Fr, Language::En].map(|language| plain(&Words { language }.t(contract_words(Some(code)))));
        plain(code) == wanted || said.contains(&wanted) || other_words(code).contains(&wanted.as_str())
    });
    known.ok_or_else(|| Wrong::Choice(text.to_owned()))
}

fn other_words(code: &str) -> &'static [&'static str] {
    match code {
        "permanent" => &["contrat a duree indeterminee", "permanent contract", "full-time", "cdi temps plein"],
        "fixed_term" => &["contrat a duree determinee", "fixed-term", "temporary", "fixed term"],
        "internship" => &["stagiaire", "intern", "stage de fin d'etudes"],
        "alternating_internship" => &["stage en alternance"],
        // a « contrat de professionnalisation » is another contract, which the portal has no code for: it is refused
        "apprenticeship" => &[
            "apprenti",
            "apprentie",
            "contrat d'apprentissage",
            "apprentice",
            "alternance",
            "contrat d'alternance",
            "contrat en alternance",
            "alternant",
            "alternante",
        ],
        "freelance" => &["freelance", "prestataire", "contractor", "independante"],
        _ => &[],
    }
}

/// A date as people and spreadsheets write it.
pub fn date(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    Date::read(text)
        .or_else(|refusal| spreadsheet(text).and_then(|text| Date::read(&text).ok()).ok_or(refusal))
        .map(|date| date.as_str().to_owned())
        .map_err(|refusal| Wrong::Date(refusal.reason.name(), refusal.suggestion))
}

/// When something ends: a date, or « en cours ».
pub fn end(text: &str) -> Result<String, Wrong> {
    Date::read_end(text.trim()).map_or_else(|_| date(text), |end| Ok(end.into()))
}

/// `avr.-17`, which a spreadsheet makes of April 2017, and the midnight that it puts behind a day.
fn spreadsheet(text: &str) -> Option<String> {
    if let Some(day) = text.strip_suffix(" 00:00:00").or(text.strip_suffix(" 00:00")) {
        return Some(day.to_owned());
    }
    let (month, year) = text.split_once('-')?;
    let is_month = month.trim_end_matches('.').chars().all(char::is_alphabetic) && month.len() > 2;
    let number: u32 = year.parse().ok().filter(|_| year.len() == 2)?;
    is_month.then(|| format!("{} {}", month.trim_end_matches('.'), if number < 70 { 2000 } else { 1900 } + number))
}

/// Beginning and end of a period in one cell.
pub fn period(text: &str) -> Result<(Option<String>, Option<String>), Wrong> {
    let written = date(text)?;
    let known = |end: &str| Some(end.to_owned()).filter(|end| !end.is_empty());
    Ok(match written.split_once('/') {
        Some((begins, ends)) => (known(begins).filter(|begins| begins != ".."), known(ends)),
        None => (known(&written), None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_in_any_order_and_spelling() {
        assert_eq!(key("CAMARASA Robin"), key("Robin Camarasa"));
        assert_eq!(key("E\u{301}lodie  Noël"), key("NOEL Élodie"));
        assert_ne!(key("Robin Camarasa"), key("Robin Camara"));
    }

    #[test]
    fn contracts_are_known_in_two_languages() {
        for (text, code) in [
            ("CDI", "permanent"),
            ("Stage", "internship"),
            ("permanent", "permanent"),
            ("Alternance", "apprenticeship"),
            ("Contrat d’alternance", "apprenticeship"),
            ("Stage alterné", "alternating_internship"),
            ("Stage en alternance", "alternating_internship"),
        ] {
            assert_eq!(contract(text).unwrap(), code);
        }
        for text in ["CDX", "Contrat de professionnalisation", "Professionnalisation"] {
            assert!(contract(text).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_come_back_from_a_spreadsheet() {
        for (text, written) in
            [("avr.-17", "2017-04"), ("Apr-17", "2017-04"), ("01/04/2017 00:00", "2017-04-01"), ("2017", "2017")]
        {
            assert_eq!(date(text).unwrap(), written);
        }
        assert_eq!(period("novembre/juillet").unwrap(), (Some("XXXX-11".into()), Some("XXXX-07".into())));
        assert_eq!(period("depuis 2019").unwrap(), (Some("2019".into()), Some("..".into())));
        assert_eq!(period("2019").unwrap(), (Some("2019".into()), None));
        assert_eq!(end("En cours").unwrap(), "..");
        assert!(date("en cours").is_err(), "nothing begins so");
    }
}
