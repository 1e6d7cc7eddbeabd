//! What the drawing and the list say of each place, in the same words.

use super::chart::{Chart, Occupant, Seat};
use super::queries::Line;
use crate::site::parts::{Marks, Times, nature_words};
use crate::site::people::contract_words;
use crate::web::page::Chrome;

/// Characters of one line of a box.
const LINE: usize = 42;

/// One line of what is said of a place.
pub struct Said {
    pub text: String,
    /// Whether these are words of a document, which are French.
    pub content: bool,
}

impl Said {
    fn words(text: String) -> Self {
        Self { text, content: false }
    }

    fn content(text: String) -> Self {
        Self { text, content: true }
    }
}

impl Seat<'_> {
    /// « CTO », or the title where there is no short form.
    pub fn title(&self, page: &Chrome) -> String {
        match self.post {
            Some(post) => post.abbreviation.clone().unwrap_or_else(|| post.link.title.clone()),
            None => page.t("org-no-post"),
        }
    }

    /// Whoever holds it, or that nobody does.
    pub fn names(&self, page: &Chrome) -> String {
        let names: Vec<_> = self.holders.iter().map(|holder| holder.link.title.as_str()).collect();
        if names.is_empty() { page.t("post-vacant") } else { names.join(", ") }
    }

    /// « 6 directs, 48 en tout »; none where nobody is below.
    pub fn heads(&self, page: &Chrome) -> Option<String> {
        match (self.direct, self.total) {
            (0, 0) => None,
            (direct, total) if direct == total => Some(page.count("org-heads-direct", direct)),
            (direct, total) => {
                let direct = page.count("org-heads-direct", direct);
                Some(page.say("org-heads", &[("direct", &direct), ("total", &page.number(total))]))
            }
        }
    }

    /// The functions, but for one that is the title already.
    pub fn functions(&self) -> Option<String> {
        let post = self.post?;
        let title = post.link.title.to_lowercase();
        let names: Vec<_> = post.functions.iter().filter(|name| name.to_lowercase() != title).cloned().collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Whoever holds it; of a vacant one which it is: « poste vacant (Chef de projet) ».
    pub fn called(&self, page: &Chrome) -> String {
        let (names, title) = (self.names(page), self.title(page));
        if self.holders.is_empty() && !title.is_empty() { format!("{names} ({title})") } else { names }
    }

    /// What is said of it under the names and the title, with its further lines.
    pub fn lines(&self, page: &Chrome, chart: &Chart) -> Vec<Said> {
        let mut lines = self.own_lines(page);
        lines.extend(chart.member_of(page, self).map(Said::words));
        lines.extend(self.others.iter().map(|(line, above)| Said::words(chart.other_line(page, line, *above))));
        lines
    }

    /// The same without its further lines.
    pub fn own_lines(&self, page: &Chrome) -> Vec<Said> {
        let mut lines: Vec<_> = self.functions().into_iter().map(Said::content).collect();
        match self.holders.as_slice() {
            [one] => lines.extend(one.lines(page)),
            several => lines.extend(several.iter().filter_map(|holder| holder.line(page)).map(Said::words)),
        }
        lines
    }

    /// The sources of the line that holds it.
    pub fn line_marks(&self) -> Marks<'_> {
        match (self.post, self.line) {
            (Some(post), Some((line, _))) => post.sources.row("lines", &line.key),
            _ => Marks::default(),
        }
    }

    /// What is to be said of its line where it is drawn: nothing of one that is stated and solid.
    pub fn line_label(&self, page: &Chrome) -> Option<String> {
        let (line, _) = self.line?;
        let word = match (line.is_dotted(), line.is_inferred()) {
            (false, false) => return None,
            (false, true) => page.t("inferred"),
            (true, false) => page.t("org-dotted"),
            (true, true) => format!("{}, {}", page.t("org-dotted"), page.t("inferred")),
        };
        let marks = self.line_marks();
        let source = marks.inferred.first().or(marks.stated.first()).map(|cited| cited.label());
        Some(source.map_or(word.clone(), |source| format!("{word}, {source}")))
    }
}

impl Chart<'_> {
    /// « membre de : Comité de direction », where no frame says it.
    pub fn member_of(&self, page: &Chrome, seat: &Seat) -> Option<String> {
        let bodies = self.unframed(seat);
        (!bodies.is_empty()).then(|| page.name("org-member-of", &bodies.join(", ")))
    }

    /// One place in one sentence, for whoever does not see where it stands: « Robin Camarasa, data scientist, sous
    /// Samy Melaine, lien déduit »
    pub fn place_words(&self, page: &Chrome, number: &usize) -> String {
        let number = *number;
        let seat = &self.seats[number];
        let mut words = vec![seat.names(page), seat.title(page)];
        words.extend(seat.functions());
        match seat.line {
            Some((line, above)) => {
                words.push(page.name("org-place-under", &self.seats[above].called(page)));
                words.extend(line.is_dotted().then(|| page.t("line-dotted")));
                words.extend(line.is_inferred().then(|| page.t("line-inferred")));
            }
            None if self.loose.contains(&number) => words.push(page.t("org-place-unknown")),
            None => {}
        }
        words.extend(seat.heads(page));
        words.retain(|words| !words.is_empty());
        words.join(", ")
    }

    /// « aussi : CTO, lien fonctionnel »
    pub fn other_line(&self, page: &Chrome, line: &Line, above: usize) -> String {
        let mut text = page.name("org-other-line", &self.seats[above].title(page));
        text.push_str(", ");
        text.push_str(&page.t(nature_words(line.nature.as_deref())));
        if line.is_inferred() {
            text.push_str(", ");
            text.push_str(&page.t("inferred"));
        }
        text
    }
}

impl Occupant<'_> {
    /// Contract and time, on one line if they are short, and whether it is not certain that they are there. A duration
    /// is French, as it was said: where the other words are not, it has a line of its own.
    fn lines(&self, page: &Chrome) -> Vec<Said> {
        let (mut times, mut duration) = (self.times(page), None);
        if !page.content_lang().is_empty() {
            duration = self.span().and_then(|span| span.duration.clone());
            times = self.span().map(|span| span.bounds(page)).filter(|words| !words.is_empty());
        }
        let mut lines = match (self.contract(page), times) {
            (Some(contract), Some(times)) if contract.len() + times.len() < LINE => {
                vec![Said::words(format!("{contract}, {times}"))]
            }
            (contract, times) => contract.into_iter().chain(times).map(Said::words).collect(),
        };
        lines.extend(duration.map(Said::content));
        lines.extend(self.possible.then(|| Said::words(page.t("org-possible"))));
        lines
    }

    /// The same of one of several, if there is anything to say.
    fn line(&self, page: &Chrome) -> Option<String> {
        let lines = self.lines(page).into_iter().map(|said| said.text).collect::<Vec<_>>().join(", ");
        (!lines.is_empty()).then(|| page.say("org-of-holder", &[("name", &self.link.title), ("text", &lines)]))
    }

    pub fn contract(&self, page: &Chrome) -> Option<String> {
        let contract = self.employment?.contract.as_deref()?;
        Some(page.t(contract_words(Some(contract))))
    }

    /// When they hold the post, or else the time of the employment.
    pub fn span(&self) -> Option<&Times> {
        self.held.or(self.employment.map(|employment| &employment.times))
    }

    /// The same in words, in so far as its bounds or length are given.
    pub fn times(&self, page: &Chrome) -> Option<String> {
        let mut times = self.span()?.clone();
        times.attested.clear();
        times.is_given().then(|| times.words(page))
    }
}
