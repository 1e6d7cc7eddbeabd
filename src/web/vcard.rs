//! Electronic business cards (vCard 4.0, RFC 6350), as address books and telephones read them.

/// One card, from `BEGIN` on.
pub struct Card(String);

/// Octets of a line at most, without its end (RFC 6350, 3.2).
const LINE: usize = 75;

impl Card {
    /// A card of somebody: a `urn:` that stays theirs, and how they are called.
    pub fn of(urn: &str, name: &str) -> Self {
        Self("BEGIN:VCARD\r\nVERSION:4.0\r\n".into()).value("UID", urn).text("FN", name).text("KIND", "individual")
    }

    /// One more text, if there is any.
    pub fn text(self, property: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.line(property, &escaped(text)) }
    }

    /// Several that belong together, none left out: `N` has five of them, `ADR` seven.
    pub fn parts(self, property: &str, parts: &[&str]) -> Self {
        let parts: Vec<_> = parts.iter().map(|part| escaped(part)).collect();
        self.line(property, &parts.join(";"))
    }

    /// An address or a moment: nothing in it is escaped.
    pub fn value(self, property: &str, value: &str) -> Self {
        // nothing of ours breaks a line; whatever does, ends there
        self.line(property, value.lines().next().unwrap_or_default())
    }

    pub fn finish(self) -> String {
        format!("{}END:VCARD\r\n", self.0)
    }

    fn line(mut self, property: &str, value: &str) -> Self {
        let mut room = LINE;
        for sign in format!("{property}:{value}").chars() {
            if sign.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(sign);
            room -= sign.len_utf8();
        }
        self.0.push_str("\r\n");
        self
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace('\\', r"\\").replace('\n', r"\n").replace(',', r"\,").replace(';', r"\;")
}

#[cfg(test)]
mod tests {
    use super::{Card, LINE};

    /// As RFC 6350 reads: folded lines together, then property and value.
    fn read(card: &str) -> Vec<(String, String)> {
        let unfolded = card.replace("\r\n ", "");
        unfolded.lines().filter_map(|line| line.split_once(':')).map(|(p, v)| (p.to_owned(), v.to_owned())).collect()
    }

    fn meant(value: &str) -> String {
        let (mut text, mut signs) = (String::new(), value.chars());
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => text.push(match signs.next() {
                    Some('n' | 'N') => '\n',
                    other => other.expect("a sign behind each backslash"),
                }),
                ',' | ';' => panic!("a separator that nobody escaped in {value}"),
                sign => text.push(sign),
            }
        }
        text
    }

    #[test]
    fn texts_come_back_as_they_were() {
        for text in
            ["Directeur \\ données\nLigne deux", "le mardi, le jeudi; sinon: téléphoner", "\\n", "a\\,b;;", "Zoë"]
        {
            let card = Card::of("urn:uuid:1", "Zoë").text("NOTE", text).finish();
            let (_, value) = read(&card).into_iter().find(|(property, _)| property == "NOTE").expect("a note");
            assert_eq!(meant(&value), text);
        }
    }

    #[test]
    fn the_separators_between_parts_stay_bare() {
        let card = Card::of("urn:uuid:1", "A; B").parts("N", &["A; B", "C", "", "", ""]).finish();
        assert!(card.contains("\r\nN:A\\; B;C;;;\r\n"), "{card}");
    }

    #[test]
    fn lines_are_folded_between_letters() {
        let long = "é".repeat(200);
        let card = Card::of("urn:uuid:1", &long).finish();
        assert!(card.split("\r\n").all(|line| line.len() <= LINE), "{card}");
        assert!(read(&card).contains(&("FN".into(), long)), "{card}");
    }

    #[test]
    fn the_version_comes_right_after_the_beginning() {
        let card = Card::of("urn:uuid:1", "Zoë").text("TITLE", "").finish();
        assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Zoë\r\n"), "{card}");
        assert!(card.ends_with("\r\nEND:VCARD\r\n") && !card.contains("TITLE"), "{card}");
    }
}
