//! One date in words or figures, before it is known to exist.

use super::{
    Reason,
    names::{self, after, before},
};

#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    /// Four digits, or three and an X.
    year: Option<String>,
    month: Option<u8>,
    day: Option<u8>,
    doubt: bool,
    about: bool,
}

impl Said {
    /// Understands « vers avril 2019 », « 1er avril », « 04/2019 », « annees 2010 », once folded.
    pub(super) fn hear(text: &str) -> Result<Self, Reason> {
        let mut said = Self::default();
        let rest = said.marks(text);
        if let Some(decade) = decade(rest) {
            said.year = Some(decade?);
        } else if rest.starts_with(|c: char| c.is_ascii_digit()) && rest.ends_with(|c: char| c.is_ascii_digit()) {
            said.figures(rest).or_else(|reason| if rest.contains(' ') { said.words(rest) } else { Err(reason) })?;
        } else {
            said.words(rest)?;
        }
        Ok(said)
    }

    /// Takes the words and signs of doubt off both ends.
    fn marks<'a>(&mut self, text: &'a str) -> &'a str {
        let mut rest = text;
        loop {
            if let Some(shorter) = after(rest, names::ABOUT).or_else(|| before(rest, names::ABOUT_AFTER)) {
                (self.about, rest) = (true, shorter);
            } else if let Some(shorter) = after(rest, names::DOUBT).or_else(|| before(rest, names::DOUBT_AFTER)) {
                (self.doubt, rest) = (true, shorter);
            } else if let Some(shorter) = rest.strip_suffix('%') {
                (self.about, self.doubt, rest) = (true, true, shorter);
            } else if let Some(shorter) = after(rest, names::ARTICLES) {
                rest = shorter;
            } else {
                return rest;
            }
        }
    }

    /// 2019-4, 04/2019, 01/04/2019 (the day first), 20190401.
    fn figures(&mut self, text: &str) -> Result<(), Reason> {
        let separator = text.chars().find(|c| "-/.".contains(*c)).unwrap_or('-');
        let fields: Vec<_> = text.split(separator).collect();
        if fields.iter().any(|field| field.is_empty() || !digits(field)) {
            return Err(Reason::Unreadable);
        }
        let lengths: Vec<_> = fields.iter().map(|field| field.len()).collect();
        match lengths[..] {
            [1 | 2] => self.day = number(fields[0]),
            [4] => self.set(fields[0], None, None),
            [8] => self.set(&text[..4], Some(&text[4..6]), Some(&text[6..])),
            [4, 1 | 2] => self.set(fields[0], Some(fields[1]), None),
            [1 | 2, 4] => self.set(fields[1], Some(fields[0]), None),
            [4, 1 | 2, 1 | 2] => self.set(fields[0], Some(fields[1]), Some(fields[2])),
            [1 | 2, 1 | 2, 4] => self.set(fields[2], Some(fields[1]), Some(fields[0])),
            [1 | 2, 1 | 2, 2] => return Err(Reason::ShortYear),
            [1 | 2, 1 | 2] => return Err(Reason::NoYear),
            _ => return Err(Reason::Unreadable),
        }
        Ok(())
    }

    fn set(&mut self, year: &str, month: Option<&str>, day: Option<&str>) {
        self.year = Some(year.to_owned());
        self.month = month.and_then(number);
        self.day = day.and_then(number);
    }

    /// Day, month and year in any order, each at most once.
    fn words(&mut self, text: &str) -> Result<(), Reason> {
        let words: Vec<_> = text.split([' ', ',']).filter(|word| !matches!(*word, "" | "of" | "de")).collect();
        let any = |names: &[&str]| words.iter().any(|word| names.contains(word));
        if any(names::SEASONS) {
            return Err(Reason::Season);
        }
        if any(names::CENTURIES) {
            return Err(Reason::Century);
        }
        for word in &words {
            if let (Some(month), None) = (names::month(word), self.month) {
                self.month = Some(month);
            } else if let (true, None) = (word.len() == 4 && digits(word), &self.year) {
                self.year = Some((*word).to_owned());
            } else if let (Some(day), None) = (day(word), self.day) {
                self.day = Some(day);
            } else {
                return Err(Reason::Unreadable);
            }
        }
        if words.is_empty() { Err(Reason::Unreadable) } else { Ok(()) }
    }

    /// A beginning may leave out what its end says: « du 1er au 12 avril 2019 », « d’avril à juin 2019 ». The year goes
    /// over only where the beginning then comes first; « de novembre à juillet 2018 » leaves that of November open.
    pub(super) fn completed(mut self, end: &Self) -> Self {
        if self.month.is_none() && self.year.is_none() {
            self.month = end.month;
        }
        let ordered = match (self.month, end.month) {
            (Some(begin), Some(end)) if begin != end => begin < end,
            _ => self.day.is_some() && self.day <= end.day,
        };
        if self.year.is_none() && ordered {
            self.year.clone_from(&end.year);
        }
        self
    }

    /// EDTF, which may still be a day that does not exist. None where there is only a day.
    pub(super) fn written(&self) -> Option<String> {
        let year = self.year.as_deref().unwrap_or("XXXX");
        let date = match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year}-{month:02}"),
            (None, None) if self.year.is_some() => year.to_owned(),
            (None, _) => return None,
        };
        let mark = match (self.doubt, self.about) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        };
        Some(date + mark)
    }
}

/// « annees 2010 », “2010s”.
fn decade(text: &str) -> Option<Result<String, Reason>> {
    let year = after(text, names::DECADES)
        .or_else(|| before(text, &["'s", "s"]).filter(|year| digits(year) && !year.is_empty()))?;
    Some(match year.strip_suffix('0') {
        Some(three) if three.len() == 3 && digits(three) => Ok(format!("{three}X")),
        Some(one) if one.len() == 1 && digits(one) => Err(Reason::ShortYear),
        _ => Err(Reason::Unreadable),
    })
}

/// 12, 1er, 1st, 2nd.
fn day(word: &str) -> Option<u8> {
    number(before(word, &["er", "st", "nd", "rd", "th"]).unwrap_or(word))
}

fn number(text: &str) -> Option<u8> {
    if matches!(text.len(), 1 | 2) && digits(text) { text.parse().ok() } else { None }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
