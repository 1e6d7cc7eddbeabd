//! Times of day and durations, read from the words of a document: « de 9 h à 10 h 30 », « environ 30 minutes ».

/// A number with the unit written after it.
struct Amount<'t> {
    number: u32,
    unit: &'t str,
}

/// From and until when, in minutes since midnight.
pub fn hours(text: &str) -> Option<(u32, u32)> {
    let times = times(&amounts(text));
    match times[..] {
        [from, to] if from < to => Some((from, to)),
        _ => None,
    }
}

/// A duration in minutes, if the text gives one and only one.
pub fn minutes(text: &str) -> Option<u32> {
    let total = match &amounts(text)[..] {
        [one] => minutes_of(one)?,
        [hours, rest] if is_hour(hours.unit) && !is_hour(rest.unit) => {
            (minutes_of(hours)?).checked_add(if rest.unit.is_empty() { rest.number } else { minutes_of(rest)? })?
        }
        _ => return None,
    };
    (total > 0).then_some(total)
}

fn times(amounts: &[Amount]) -> Vec<u32> {
    let mut times: Vec<u32> = Vec::new();
    let mut rest = amounts.iter().peekable();
    while let Some(amount) = rest.next() {
        if !is_hour(amount.unit) || amount.number > 24 {
            return Vec::new();
        }
        let past = rest.next_if(|next| !is_hour(next.unit) && next.number < 60).map_or(0, |next| next.number);
        times.push(amount.number * 60 + past);
    }
    times
}

fn is_hour(unit: &str) -> bool {
    matches!(unit, "h" | "heure" | "heures" | ":")
}

fn minutes_of(amount: &Amount) -> Option<u32> {
    match amount.unit {
        "min" | "mn" | "minute" | "minutes" => Some(amount.number),
        unit if is_hour(unit) => amount.number.checked_mul(60),
        _ => None,
    }
}

fn amounts(text: &str) -> Vec<Amount<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = &rest[start..];
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let after = digits[end..].trim_start();
        let unit = match after.strip_prefix(':') {
            Some(_) => ":",
            None => &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())],
        };
        // what is too long for a number is no time
        found.extend(digits[..end].parse().ok().map(|number| Amount { number, unit: word(unit) }));
        rest = &digits[end..];
    }
    found
}

/// « à » after a bare number of minutes is no unit: « de 9 h 15 à 10 h ».
fn word(unit: &str) -> &str {
    if unit == "à" { "" } else { unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for text in ["de 9 h à 10 h 30", "9h-10h30", "de 9\u{a0}h à 10\u{a0}h\u{a0}30", "9:00 – 10:30"] {
            assert_eq!(hours(text), Some((540, 630)), "{text}");
        }
        assert_eq!(hours("de 9 h 15 à 11 h"), Some((555, 660)));
        for text in ["", "le matin", "à 9 h", "de 10 h à 9 h", "9 h, 10 h ou 11 h", "99 h à 100 h", "de 30 minutes"]
        {
            assert_eq!(hours(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        for text in ["1 h 30", "90 min", "1h30", "1 heure 30 minutes", "environ 90 minutes"] {
            assert_eq!(minutes(text), Some(90), "{text}");
        }
        assert_eq!(minutes("2 heures"), Some(120));
        for text in ["", "courte", "de 20 à 30 minutes", "3 jours", "0 minute", "9999999999999 minutes"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
