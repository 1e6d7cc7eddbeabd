//! From EDTF text to a date: what `edtf-core` understands, less what the portal does not take.

use edtf_core::{Date as Parsed, DateField, Edtf, YearKind};

use super::{
    Date, Reason, Refusal, hints,
    shape::{End, Point, Shape, Year},
};

/// Two digits of a month or a day.
enum Field {
    Given(u8),
    /// `XX`
    Unspecified,
}

/// Also takes what means the same as a written form (`?2019` for `2019?`); the text of the date is the written form.
pub(super) fn written(text: &str) -> Result<Date, Refusal> {
    let Some((begin, end)) = text.split_once('/') else {
        let (point, text) = point(text)?;
        return Ok(Date { text, shape: Shape::Point(point) });
    };
    interval(begin, end)
}

fn interval(begin: &str, end: &str) -> Result<Date, Refusal> {
    let (begin, begin_text) = side(begin).map_err(|refusal| within(refusal, |right| format!("{right}/{end}")))?;
    let (end, end_text) = side(end).map_err(|refusal| within(refusal, |right| format!("{begin_text}/{right}")))?;
    let date = Date { text: format!("{begin_text}/{end_text}"), shape: Shape::Interval { begin, end } };
    match (begin, end) {
        (End::Unknown | End::Open, End::Unknown | End::Open) => Err(Reason::Boundless.into()),
        _ if reversed(&date) => Err(Reason::Reversed.into()),
        _ => Ok(date),
    }
}

/// `edtf-core` would compare `2019~/2018` without the margin of ours, so each side is read by itself.
fn side(text: &str) -> Result<(End, String), Refusal> {
    match text {
        "" => Ok((End::Unknown, String::new())),
        ".." => Ok((End::Open, text.to_owned())),
        _ => point(text).map(|(point, text)| (End::Known(point), text)),
    }
}

/// What a side should be becomes what the whole should be, if the whole is then right.
fn within(refusal: Refusal, whole: impl Fn(String) -> String) -> Refusal {
    let suggestion = refusal.suggestion.map(whole).filter(|whole| written(whole).is_ok());
    Refusal { suggestion, ..refusal }
}

fn reversed(date: &Date) -> bool {
    matches!((date.earliest_day(), date.latest_day()), (Some(earliest), Some(latest)) if latest < earliest)
}

fn point(text: &str) -> Result<(Point, String), Refusal> {
    match Edtf::parse(text) {
        Ok(Edtf::Date(parsed)) => Ok((taken(&parsed)?, parsed.to_string())),
        Ok(Edtf::DateTime(moment)) => {
            let suggestion = point(&moment.date.to_string()).ok().map(|(_, day)| day);
            Err(Refusal { reason: Reason::Time, suggestion })
        }
        Ok(Edtf::Set(_)) => Err(Reason::Set.into()),
        Ok(Edtf::Interval(_)) => Err(Reason::Unreadable.into()),
        Err(_) => Err(hints::name(text).into()),
    }
}

fn taken(parsed: &Parsed) -> Result<Point, Refusal> {
    let year = year(parsed)?;
    let (month, day) = (field(parsed.month)?, field(parsed.day)?);
    let (month, day) = precision(parsed, year, month, day)?;
    let mark = parsed.year.qualifier;
    if [parsed.month, parsed.day].into_iter().flatten().any(|part| part.qualifier != mark) {
        return Err(Refusal::new(Reason::PartMarked).suggest(marked_whole(parsed)));
    }
    Ok(Point { year, month, day, uncertain: mark.uncertain, approximate: mark.approximate })
}

/// None is a year that is not given.
fn year(parsed: &Parsed) -> Result<Option<Year>, Reason> {
    let YearKind::Standard { negative: false, digits } = parsed.year.kind else {
        return Err(Reason::YearRange);
    };
    if parsed.year.significant_digits.is_some() {
        return Err(Reason::Digit);
    }
    let number = digits.iter().fold(0, |number, digit| number * 10 + i32::from(digit.unwrap_or(0)));
    match digits.map(|digit| digit.is_some()) {
        [true, true, true, true] if number == 0 => Err(Reason::YearRange),
        [true, true, true, true] => Ok(Some(Year { number, decade: false })),
        [true, true, true, false] => Ok(Some(Year { number, decade: true })),
        [false, false, false, false] => Ok(None),
        [true, _, false, false] => Err(Reason::Century),
        _ => Err(Reason::Digit),
    }
}

fn field(parsed: Option<DateField>) -> Result<Option<Field>, Reason> {
    let Some(parsed) = parsed else { return Ok(None) };
    match (parsed.value(), parsed.digits) {
        (Some(number), _) => Ok(Some(Field::Given(number))),
        (None, [None, None]) => Ok(Some(Field::Unspecified)),
        (None, _) => Err(Reason::Digit),
    }
}

/// Month and day of the combinations that are taken.
fn precision(
    parsed: &Parsed,
    year: Option<Year>,
    month: Option<Field>,
    day: Option<Field>,
) -> Result<(Option<u8>, Option<u8>), Refusal> {
    use Field::{Given, Unspecified};
    let shorter = |parts: usize| Refusal::new(Reason::Digit).suggest(shortened(parsed, parts));
    match (year, month, day) {
        (_, Some(Given(21..)), _) => Err(Reason::Season.into()),
        (None, None | Some(Unspecified), _) | (None, _, Some(Given(_))) => Err(Reason::NoYear.into()),
        (None, Some(Given(_)), Some(Unspecified)) => Err(shorter(2)),
        (Some(Year { decade: true, .. }), Some(Unspecified), None | Some(Unspecified)) => Err(shorter(1)),
        (Some(Year { decade: true, .. }), Some(_), _) => Err(Reason::Digit.into()),
        (Some(_), Some(Unspecified), Some(Unspecified)) => Err(shorter(1)),
        (_, Some(Unspecified), Some(Given(_))) => Err(Reason::Digit.into()),
        (_, Some(Given(month)), Some(Given(day))) => Ok((Some(month), Some(day))),
        (_, Some(Given(month)), _) => Ok((Some(month), None)),
        (_, None | Some(Unspecified), _) => Ok((None, None)),
    }
}

/// Only the year, or the year and the month, with the mark of the whole.
fn shortened(parsed: &Parsed, parts: usize) -> String {
    marked_whole(&Parsed { month: parsed.month.filter(|_| parts > 1), day: None, ..*parsed })
}

/// The date with all of its marks on the whole.
fn marked_whole(parsed: &Parsed) -> String {
    let mut whole = *parsed;
    for part in [parsed.month, parsed.day].into_iter().flatten() {
        whole.year.qualifier.uncertain |= part.qualifier.uncertain;
        whole.year.qualifier.approximate |= part.qualifier.approximate;
    }
    for part in [&mut whole.month, &mut whole.day].into_iter().flatten() {
        part.qualifier = whole.year.qualifier;
    }
    whole.to_string()
}
