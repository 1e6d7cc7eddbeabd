//! Dates: what is taken, what is refused with which hint, what forms understand, who is there when.

mod properties;
mod tables;

use portail::date::{Bound, Date, Moment, Period, Presence, Reason, Refusal};
use tables::{READ, REFUSED, TAKEN};
use time::macros::date;

fn taken(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|refusal| panic!("{text:?}: {refusal}"))
}

fn moment(text: &str) -> Moment {
    Moment::try_from(&taken(text)).unwrap()
}

fn period(begins: &str, ends: &str, attested: &[&str]) -> Period {
    let date = |text: &str| (!text.is_empty()).then(|| taken(text));
    Period { begins: date(begins), ends: date(ends), attested: attested.iter().map(|text| taken(text)).collect() }
}

#[test]
fn each_written_form_is_taken_with_its_bounds() {
    let shown = |bound| match bound {
        Bound::Day(day) => day.to_string(),
        Bound::Unknown => "?".to_owned(),
        Bound::Open => "..".to_owned(),
    };
    for (text, earliest, latest) in TAKEN {
        let date = taken(text);
        assert_eq!(date.as_str(), *text);
        assert_eq!((shown(date.earliest()).as_str(), shown(date.latest()).as_str()), (*earliest, *latest), "{text}");
        assert_eq!(date.certain(), !text.contains(['?', '~', '%']), "{text}");
        assert_eq!(Date::read(text).as_ref(), Ok(&date), "forms take it too");
    }
}

#[test]
fn everything_else_is_refused_by_name_and_with_the_right_form() {
    for (text, reason, right) in REFUSED {
        let suggestion = (!right.is_empty()).then(|| (*right).to_owned());
        assert_eq!(Date::parse(text), Err(Refusal { reason: *reason, suggestion }), "{text:?}");
    }
    let long = "1".repeat(61);
    assert_eq!(Date::parse(&long).unwrap_err().reason, Reason::TooLong);
    assert_eq!(Date::read(&long).unwrap_err().reason, Reason::TooLong);
}

#[test]
fn each_reason_has_a_case_and_a_name_of_its_own() {
    let mut names: Vec<_> = REFUSED.iter().map(|(_, reason, _)| reason.name()).collect();
    names.extend([Reason::TooLong.name(), Reason::NotAMoment.name()]);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 19);
}

#[test]
fn forms_read_what_people_write() {
    for (typed, written) in READ {
        assert_eq!(Date::read(typed), Ok(taken(written)), "{typed:?}");
    }
}

#[test]
fn forms_refuse_the_older_notation_and_say_the_right_one() {
    for typed in ["2019?~", "2019 ?~", "2019–04–uu"] {
        let refusal = Date::read(typed).unwrap_err();
        assert_eq!(refusal.reason, Reason::Former, "{typed}");
        assert!(refusal.suggestion.is_some(), "{typed}");
    }
}

#[test]
fn a_date_in_a_file_is_its_text() {
    let json = "\"2017-04/..\"";
    let date: Date = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&date).unwrap(), json);
    let refused = serde_json::from_str::<Date>("\"04/2019\"").unwrap_err().to_string();
    assert!(refused.contains("not the written form of a date: write 2019-04"), "{refused}");
}

#[test]
fn dates_sort_by_their_earliest_day_and_the_unknown_come_last() {
    let mut dates: Vec<_> = ["XXXX-11", "2019", "../2019", "2018-12-31", "2019-01~"].map(taken).into();
    dates.sort_by_key(Date::sort_key);
    let texts: Vec<_> = dates.iter().map(Date::as_str).collect();
    assert_eq!(texts, ["../2019", "2019-01~", "2018-12-31", "2019", "XXXX-11"]);
}

#[test]
fn whoever_is_attested_in_april_2019_is_there_in_april_and_perhaps_in_march() {
    for known in [period("", "", &["2019-04"]), period("XXXX-11/XXXX-07", "", &["2019-04"])] {
        assert_eq!(known.at(&moment("2019-04")), Presence::Certain);
        assert_eq!(known.at(&moment("2019")), Presence::Certain);
        assert_eq!(known.at(&moment("2019-03")), Presence::Possible);
        assert_eq!(known.at(&moment("2019-04-15")), Presence::Possible, "some day of April, not known which");
    }
}

#[test]
fn presence_follows_the_bounds() {
    use Presence::{Absent, Certain, Possible};
    let cases = [
        ("2017-04", "2018-07", "2017-03", Absent),
        ("2017-04", "2018-07", "2017-04", Certain),
        ("2017-04", "2018-07", "2017-04-15", Possible),
        ("2017-04", "2018-07", "2017-05-01", Certain),
        ("2017-04", "2018-07", "2018-07-02", Possible),
        ("2017-04", "2018-07", "2018-08", Absent),
        // an absent bound is unknown, `..` is open
        ("2017-04", "", "2018", Possible),
        ("2017-04", "", "2017-04", Certain),
        ("2017-04/..", "", "2018", Certain),
        ("2017-04/..", "", "2017-03", Absent),
        ("", "../2018", "1990", Certain),
        ("", "2018", "1990", Possible),
        ("", "2018", "2019", Absent),
        ("", "", "2019", Possible),
        ("XXXX-11", "XXXX-07", "2019-09", Possible),
        // a doubt makes it possible, not certain
        ("2017-04?", "2018-07", "2018-01", Possible),
        ("2017-04", "2018-07~", "2018-01", Possible),
        ("2017-04~", "2018-07", "2017-03", Possible),
        ("2017-04~", "2018-07", "2017-02", Absent),
        // it lies within the month, on whichever days
        ("2019-04-10", "2019-04", "2019-04", Certain),
        ("2019-04", "2019-04", "2019-04-10", Possible),
    ];
    for (begins, ends, asked, presence) in cases {
        assert_eq!(period(begins, ends, &[]).at(&moment(asked)), presence, "{begins} {ends} at {asked}");
    }
}

#[test]
fn an_end_before_the_beginning_is_a_clash_only_when_it_is_so_on_all_days() {
    assert!(period("2019", "2018", &[]).clash());
    assert!(period("2019-04-02", "2019-04-01", &[]).clash());
    for (begins, ends) in
        [("2019-04", "2019"), ("2019~", "2018"), ("XXXX-11", "XXXX-07"), ("2019", ""), ("2019/..", "")]
    {
        assert!(!period(begins, ends, &[]).clash(), "{begins} {ends}");
    }
}

#[test]
fn one_looks_at_a_day_a_month_or_a_year() {
    assert_eq!(moment("2019-04").first(), date!(2019 - 04 - 01));
    assert_eq!(moment("2019-04").last(), date!(2019 - 04 - 30));
    assert_eq!(moment("2019-04-01"), Moment::day(date!(2019 - 04 - 01)));
    for text in ["201X", "2019-04?", "XXXX-04", "2018/2019", "2019/.."] {
        assert_eq!(Moment::try_from(&taken(text)).unwrap_err().reason, Reason::NotAMoment, "{text}");
    }
}

#[test]
fn only_an_end_can_be_still_so() {
    let still = Date::parse_end("..").unwrap();
    assert_eq!((still.as_str(), still.earliest(), still.latest()), ("..", Bound::Unknown, Bound::Open));
    assert!(still.certain());
    for text in ["..", "en cours", "Aujourd\u{2019}hui", "toujours", "toujours en poste", "ongoing"] {
        assert_eq!(Date::read_end(text), Ok(still.clone()), "{text}");
        assert!(Date::parse(text).is_err() && Date::read(text).is_err(), "{text}: nothing begins so");
    }
    for text in ["2019-04", "04/2019"] {
        assert_eq!(Date::read_end(text), Date::read(text), "other ends are read as before");
    }
    assert_eq!(Date::parse_end("..").unwrap(), still);
    assert!(Date::parse_end("../..").is_err() && Date::parse_end("en cours").is_err());
}

#[test]
fn what_is_still_so_is_certain_from_its_beginning_on() {
    let still = |begins: &str| Period { ends: Some(Date::parse_end("..").unwrap()), ..period(begins, "", &[]) };
    let (known, unknown) = (still("2018-01-01"), still(""));
    for (day, presence) in
        [("2017-12-31", Presence::Absent), ("2018-01-01", Presence::Certain), ("2090", Presence::Certain)]
    {
        assert_eq!(known.at(&moment(day)), presence, "{day}");
        assert_eq!(unknown.at(&moment(day)), Presence::Possible, "{day}: it is not known since when");
    }
    assert_eq!(period("2018-01-01", "", &[]).at(&moment("2020")), Presence::Possible, "an absent end is not known");
    let json = serde_json::to_string(&known).unwrap();
    assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), known, "{json}");
}
