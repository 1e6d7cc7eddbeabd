//! Text is kept exactly (R12): whatever is typed into any free field of any form comes back from the form and the export to
//! the letter (line ends and blanks at the ends aside), or is refused beside its field with all that was typed.
//! `PORTAIL_LONG=1` takes 300 strings more through every field.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use portail::site::editing::{EDITABLE, Editable};
use portail::site::seed;
use portail::web::form::{Answer, Asked};

use super::{editor, get, pairs, post, set};
use crate::support::knock::Browser;
use crate::support::{Page, Site, full};

/// Fields whose shape is a rule of its own.
const SHAPED: [&str; 5] = ["slug", "email", "url", "website", "sorted"];

const OWN: &[&str] = &[
    "</textarea><script class=naughty>alert(1)</script>",
    "\"><img class=naughty src=x onerror=alert(1)>",
    "' OR 1=1; --",
    "{{ 7*7 }} {% raw %} ${x} <%= 1 %>",
    "&amp; &lt; &#0; &eacute; ]]>",
    "voilà l'",
    "il dit \"oui\"",
    "un \"\"\" deux ''' trois",
    "C:\\donnees\\x \\n \\",
    "\n\nDeux lignes blanches d’abord",
    "un\r\ndeux\r\n\r\ntrois",
    "un\rdeux",
    "tab\tet\nlignes\n\n  retrait",
    "é e\u{301} ﬁ ǆ Å Å",
    "\u{a0}\u{202f}« fine »\u{2009};",
    "日本語 한국어 ไทย",
    "עברית العربية \u{202e}gpj.exe",
    "👩\u{200d}💻 🇫🇷 👍🏽",
    "ad\u{200b}min\u{2060}",
    "un\u{2028}deux\u{2029}trois",
    "Z\u{301}\u{302}\u{303}\u{301}\u{302}\u{303}\u{301}\u{302}\u{303}",
    "\u{feff}marque",
    "\u{10ffff}\u{e000}",
    "\u{0}",
    "avec \u{0} un NUL",
    "abc\u{b}def",
    "\u{1b}[31mrouge",
    "\u{7f}\u{85}\u{9f}",
    "x\u{ffff}y\u{fffe}z",
    "%00 %FF%FE %0d%0a",
    "+ & = ; # ? a+b%20c",
    "=1+1",
    "-5",
    "@somme",
    "0",
    "null",
    "undefined",
    "false",
    "../../etc/passwd",
    "1;DROP TABLE mission",
];

/// The strings of a run: our own, then seeded ones.
fn strings() -> Vec<String> {
    let more = if std::env::var("PORTAIL_LONG").is_ok() { 300 } else { 0 };
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut letter = move || loop {
        let plane: u32 = [0x80, 0x250, 0x3000, 0x1_0000, 0x11_0000][next() as usize % 5];
        // what a browser cannot send in UTF-8 is no character; U+FFFD is told below
        if let Some(c) = char::from_u32(next() as u32 % plane).filter(|c| *c != '\u{fffd}') {
            return c;
        }
    };
    let seeded: Vec<String> = (0..more).map(|n| (0..=n % 60).map(|_| letter()).collect()).collect();
    OWN.iter().map(|text| (*text).to_owned()).chain(seeded).collect()
}

/// The question behind a field of a form: `phases.cadrage.title` is asked as `phases`, then `title`.
fn answer<'a>(asked: &'a [Asked], name: &str) -> Option<&'a Answer> {
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    let question = asked.iter().find(|question| question.name == first)?;
    match (&question.answer, rest.split_once('.')) {
        (Answer::Rows(inside), Some((_, rest))) => answer(inside, rest),
        (Answer::Rows(_), None) => None,
        // what is said of an image is a text of one line too
        (Answer::Picture, None) if matches!(rest, "alternative" | "credit") => Some(&Answer::Line),
        (found, None) if rest.is_empty() => Some(found),
        _ => None,
    }
}

/// The free fields of a form that is filled, and whether each is of one line.
fn free(editable: &Editable, form: &[(String, String)]) -> BTreeMap<String, bool> {
    let asked = (editable.outline)();
    let fields = form.iter().filter_map(|(name, text)| {
        let last = name.rsplit('.').next().unwrap();
        let is_line = match answer(&asked, name)? {
            Answer::Line => true,
            Answer::Long | Answer::Markdown => false,
            _ => return None,
        };
        (!text.is_empty() && !SHAPED.contains(&last)).then(|| (name.clone(), is_line))
    });
    fields.collect()
}

/// What is kept of a text: the one form of `history::value::tidy`.
fn kept(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let ended = unix.trim_end();
    if ended.contains('\n') { ended } else { ended.trim_start() }.to_owned()
}

/// What a parser of HTML makes of a text that stands in a page again.
fn shown(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{0}', "\u{fffd}")
}

struct Filled<'s> {
    site: &'s Site,
    browser: Browser<'s>,
    editable: &'static Editable,
    path: String,
    slug: String,
}

/// Every kind, made from its full sample.
async fn filled(site: &Site) -> Vec<Filled<'_>> {
    let mut first = editor(site).await;
    let mut found = Vec::new();
    for editable in EDITABLE {
        let mut browser = site.browser();
        browser.session.clone_from(&first.session);
        let slug = if editable.kind.name == "company" { "datagenius" } else { "exact" };
        if slug == "exact" {
            let mut document = full(editable.kind.name);
            document["slug"] = slug.into();
            let mut db = site.store.pool.acquire().await.unwrap();
            let typed = editable.form(&mut db, &document).await.unwrap();
            drop(db);
            let new = format!("/edition{}", editable.address);
            let mut form = pairs(&first.get(&new).await);
            typed
                .pairs()
                .iter()
                .filter(|(_, text)| !text.is_empty())
                .for_each(|(name, text)| set(&mut form, name, text));
            set(&mut form, "do", "save");
            let made = post(&mut first, &new, &form).await;
            assert_eq!(made.status, StatusCode::SEE_OTHER, "{}: {}", editable.kind.name, made.text(".errors"));
        }
        let path = format!("/edition{}/{slug}", editable.address);
        found.push(Filled { site, browser, editable, path, slug: slug.to_owned() });
    }
    found
}

impl Filled<'_> {
    async fn form(&mut self) -> Vec<(String, String)> {
        pairs(&self.browser.get(&self.path).await)
    }

    /// Saves, whatever was refused as it was before; what is to be read back.
    async fn type_in(&mut self, typed: BTreeMap<String, String>) -> BTreeMap<String, String> {
        let kind = self.editable.kind.name;
        let before = self.form().await;
        let mut form = before.clone();
        typed.iter().for_each(|(name, text)| set(&mut form, name, text));
        set(&mut form, "do", "save");
        let mut answer = post(&mut self.browser, &self.path, &form).await;
        let mut taken = typed.clone();
        if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            let back = pairs(&answer);
            for (name, text) in &typed {
                assert_eq!(get(&back, name), shown(text), "{kind} {name}: not as it was typed");
            }
            let wrong = answer.attributes("form.form [aria-invalid]", "name");
            assert!(!wrong.is_empty(), "{kind}: {}", answer.text(".errors"));
            for name in wrong {
                assert!(typed.contains_key(&name), "{kind} {name}: {}", answer.text(".errors"));
                assert!(!answer.text(&format!("[id='{name}-error']")).is_empty(), "{kind} {name} says nothing");
                set(&mut form, &name, get(&before, &name));
                taken.insert(name.clone(), get(&before, &name).to_owned());
            }
            answer = post(&mut self.browser, &self.path, &form).await;
        }
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind}: {} {}", answer.status, answer.text(".errors"));
        taken
    }

    /// From the form, the page and the export.
    async fn read_back(&mut self, taken: &BTreeMap<String, String>) {
        let kind = self.editable.kind;
        let form = self.form().await;
        for (name, text) in taken {
            assert_eq!(get(&form, name), kept(text), "{} {name}", kind.name);
        }
        let read = match kind.name {
            "company" => self.site.get("/entreprise").await,
            "domain" => self.site.get("/choix-techniques").await,
            _ => self.site.get(self.path.trim_start_matches("/edition")).await,
        };
        assert_eq!(read.status, StatusCode::OK, "{}", self.path);
        assert!(read.select(".naughty").is_empty(), "{} is live", self.path);
        let stored = self.site.document(kind, &self.slug).await.2;
        let wanted = std::path::Path::new(kind.name).join(format!("{}.toml", self.slug));
        let files = seed::files(&self.site.store).await.unwrap();
        let (_, file) = files.into_iter().find(|(path, _)| *path == wanted).unwrap();
        let mut back = kind.from_file(std::str::from_utf8(&file).unwrap()).unwrap();
        back["slug"] = self.slug.as_str().into();
        assert_eq!(back, stored, "{}", kind.name);
    }
}

/// Each round puts another string into every free field; over all rounds each field has had each string.
#[tokio::test]
async fn whatever_is_typed_into_any_field_comes_back_to_the_letter_or_is_refused_beside_it() {
    let site = Site::stories().await;
    let strings = strings();
    let is_long = std::env::var("PORTAIL_LONG").is_ok();
    // in a short run every string comes to some fields, in each kind to others
    let (rounds, stride) = if is_long { (strings.len(), 1) } else { (2, strings.len() / 2) };
    for (kind, mut filled) in filled(&site).await.into_iter().enumerate() {
        let lines = free(filled.editable, &filled.form().await);
        assert!(lines.len() > 3, "{}: {lines:?}", filled.editable.kind.name);
        for round in 0..rounds {
            let string = |n: usize, is_line: bool| {
                let text = &strings[(n + kind * 3 + round * stride) % strings.len()];
                // no browser sends line breaks of a field of one line; by files: `a_line_break_in_a_text_of_one_line…` in copies.rs
                if is_line { text.replace(['\r', '\n'], " ") } else { text.clone() }
            };
            let typed =
                lines.iter().enumerate().map(|(n, (name, is_line))| (name.clone(), string(n, *is_line))).collect();
            let taken = filled.type_in(typed).await;
            filled.read_back(&taken).await;
        }
    }
    super::promises::nothing_is_half_done(&site).await;
}

/// « Every field has limits that are said in the form; too long: 422 with everything as typed. »
#[tokio::test]
async fn what_is_too_long_for_its_field_is_said_there_with_the_limit_and_stays() {
    let site = Site::stories().await;
    for mut filled in filled(&site).await {
        let (kind, editable) = (filled.editable.kind.name, filled.editable);
        let mut form = filled.form().await;
        let lines = free(editable, &form);
        let pattern = |name: &str| -> String {
            let parts = name.split('.').enumerate();
            parts.map(|(n, part)| if n % 2 == 1 { "*" } else { part }).collect::<Vec<_>>().join(".")
        };
        let most: BTreeMap<&String, usize> = lines
            .keys()
            // what is said of a picture has its limit in the page of pictures
            .filter(|name| !name.starts_with("picture."))
            .map(|name| (name, editable.limit(&pattern(name)).unwrap_or_else(|| panic!("{kind} {name} has no limit"))))
            .collect();
        // not all at once: a body has its own limit
        for some in most.iter().collect::<Vec<_>>().chunks(8) {
            let mut long = form.clone();
            some.iter().for_each(|(name, most)| set(&mut long, name, &"x".repeat(**most + 1)));
            set(&mut long, "do", "save");
            let refused: Page = post(&mut filled.browser, &filled.path, &long).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}: {some:?}");
            let back = pairs(&refused);
            for (name, most) in some {
                let said = refused.text(&format!("[id='{name}-error']")).replace(' ', "");
                assert!(said.contains(&most.to_string()), "{kind} {name}: {said}");
                assert_eq!(get(&back, name).len(), **most + 1, "{kind} {name}");
            }
        }
        set(&mut form, "do", "save");
        assert_eq!(post(&mut filled.browser, &filled.path, &form).await.status, StatusCode::SEE_OTHER, "{kind}");
    }
}

/// The sign that stands for a broken one, as in what is pasted from a document that was read wrongly.
#[tokio::test]
async fn a_sign_for_a_broken_one_is_a_character_like_others() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let path = "/edition/missions/biomeca";
    let text = "copié d’un PDF : d\u{fffd}but";
    let mut form = pairs(&ada.get(path).await);
    set(&mut form, "needs", text);
    set(&mut form, "do", "save");
    assert_eq!(post(&mut ada, path, &form).await.status, StatusCode::SEE_OTHER);
    let mut form = pairs(&ada.get(path).await);
    assert_eq!(get(&form, "needs"), text);
    set(&mut form, "summary", "En parties : \u{fffd}");
    set(&mut form, "do", "save");
    assert_eq!(ada.post_parts(path, &form, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(get(&pairs(&ada.get(path).await), "summary"), "En parties : \u{fffd}");
}
