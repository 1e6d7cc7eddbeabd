//! What holds for dates of all shapes.

use portail::date::{Bound, Date, Moment, Period, Presence, Refusal, Span};
use proptest::prelude::*;
use time::{Date as Day, Duration, macros::date};

use super::moment;

fn point() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        4 => (2015..2022i32).prop_map(|year| year.to_string()),
        1 => (1..=9999i32).prop_map(|year| format!("{year:04}")),
        1 => Just("201X".to_owned()),
        1 => Just("XXXX".to_owned()),
    ];
    let field =
        |last: u8| prop_oneof![4 => (1..=last).prop_map(|number| format!("-{number:02}")), 1 => Just("-XX".into())];
    let fields = (proptest::option::of((field(12), proptest::option::of(field(31))))).prop_map(|fields| match fields {
        Some((month, day)) => month + day.as_deref().unwrap_or(""),
        None => String::new(),
    });
    (year, fields, prop_oneof![Just(""), Just("?"), Just("~"), Just("%")])
        .prop_map(|(year, rest, mark)| year + &rest + mark)
}

fn written() -> impl Strategy<Value = String> {
    let side = || prop_oneof![4 => point(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![point(), (side(), side()).prop_map(|(begin, end)| format!("{begin}/{end}"))]
}

/// Bits of what people type, in any order.
fn typed() -> impl Strategy<Value = String> {
    let bits = [
        "avril", "2019", "1er", "12", "04", "/", "-", "–", " ", "\u{a0}", "?", "~", "%", "vers ", "depuis ", "de ",
        " à ", "d’", "X", "u", "..", "T", ":", "é", "novembre", "années ", "s", "to ", "entre ", " et ", "0", "uu",
        "open", "{",
    ];
    proptest::collection::vec(proptest::sample::select(bits.to_vec()), 0..9).prop_map(|bits| bits.concat())
}

fn short(first: Day, length: i64) -> Moment {
    let last = first.saturating_add(Duration::days(length));
    if length == 0 { Moment::day(first) } else { moment(&format!("{:04}-{:02}", last.year(), u8::from(last.month()))) }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_taken_again(text in written()) {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
        }
    }

    #[test]
    fn what_forms_read_is_a_written_form(text in prop_oneof![typed(), any::<String>(), written()]) {
        match Date::read(&text) {
            Ok(date) => prop_assert_eq!(Date::parse(date.as_str()), Ok(date)),
            Err(Refusal { suggestion: Some(right), .. }) => prop_assert!(Date::parse(&right).is_ok(), "{right}"),
            Err(_) => {}
        }
    }

    #[test]
    fn what_is_suggested_is_taken_and_is_another_text(text in prop_oneof![typed(), any::<String>(), written()]) {
        if let Err(Refusal { suggestion: Some(right), .. }) = Date::parse(&text) {
            prop_assert!(Date::parse(&right).is_ok(), "{}", right);
            prop_assert_ne!(right, text);
        }
    }

    #[test]
    fn the_earliest_day_is_not_after_the_latest(text in written()) {
        if let Ok(date) = Date::parse(&text) {
            for Span { earliest, latest, .. } in [date.begins(), date.ends()] {
                prop_assert!(earliest.day() <= latest.day());
            }
            if let (Some(earliest), Some(latest)) = (date.earliest_day(), date.latest_day()) {
                prop_assert!(earliest <= latest);
            }
        }
    }

    #[test]
    fn the_library_agrees_on_what_is_not_approximate(text in point()) {
        let (Ok(date), Ok(parsed)) = (Date::parse(&text), edtf_core::Edtf::parse(&text)) else { return Ok(()) };
        if let (Bound::Day(earliest), false) = (date.earliest(), parsed.is_approximate()) {
            prop_assert_eq!(edtf_core::Bound::Date(day(earliest)), parsed.bounds().earliest);
            prop_assert_eq!(date.latest_day().map(|latest| edtf_core::Bound::Date(day(latest))), Some(parsed.bounds().latest));
        }
    }

    #[test]
    fn about_never_narrows(text in point()) {
        let plain = text.trim_end_matches(['?', '~', '%']);
        if let (Ok(sharp), Ok(about)) = (Date::parse(plain), Date::parse(&format!("{plain}~"))) {
            prop_assert!(about.earliest_day() <= sharp.earliest_day());
            prop_assert!(about.latest_day() >= sharp.latest_day());
        }
    }

    /// Tries every beginning and end that is possible: certain is « on all of them », possible « on some ».
    #[test]
    fn presence_is_what_holds_for_all_beginnings_and_ends(
        (begin, end) in ((0..40i64, 0..20i64), (0..40i64, 0..20i64)), asked in 0..70i64, length in 0..2i64,
    ) {
        // two days as an interval stand for a beginning that lies between them
        let start = date!(2019 - 03 - 20);
        let moment = short(start + Duration::days(asked), length * 20);
        let span = |(from, width): (i64, i64)| (start + Duration::days(from), start + Duration::days(from + width));
        let ((begin_first, begin_last), (end_first, end_last)) = (span(begin), span(end));
        let days = |first: Day, last: Day| (0..=(last - first).whole_days()).map(move |n| first + Duration::days(n));
        let there: Vec<bool> = days(begin_first, begin_last)
            .flat_map(|begin| days(end_first, end_last).map(move |end| (begin, end)))
            .filter(|(begin, end)| begin <= end)
            .map(|(begin, end)| begin <= moment.last() && moment.first() <= end)
            .collect();
        prop_assume!(!there.is_empty());
        let truth = if there.iter().all(|there| *there) {
            Presence::Certain
        } else if there.iter().any(|there| *there) {
            Presence::Possible
        } else {
            Presence::Absent
        };
        let stretch = |first: Day, last: Day| Span { earliest: Bound::Day(first), latest: Bound::Day(last), certain: true };
        prop_assert_eq!(
            Presence::between(stretch(begin_first, begin_last), stretch(end_first, end_last), &moment),
            truth
        );
    }

    #[test]
    fn who_is_certain_on_a_day_is_not_absent_in_its_month(
        begins in written(), ends in written(), attested in written(), day in 0..2500i64,
    ) {
        let date = |text: &str| Date::parse(text).ok();
        let period = Period { begins: date(&begins), ends: date(&ends), attested: date(&attested).into_iter().collect() };
        let day = date!(2015 - 01 - 01) + Duration::days(day);
        let month = moment(&format!("{:04}-{:02}", day.year(), u8::from(day.month())));
        let (on_day, in_month) = (period.at(&Moment::day(day)), period.at(&month));
        prop_assert!(on_day <= in_month, "{:?} on {}, {:?} in its month", on_day, day, in_month);
    }
}

fn day(day: Day) -> edtf_core::BoundDate {
    edtf_core::BoundDate { year: day.year().into(), month: day.month().into(), day: day.day() }
}
