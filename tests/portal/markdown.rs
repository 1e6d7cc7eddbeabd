//! Long texts in Markdown, friendly and hostile.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use portail::web::markdown;
use portail::web::text::{Language, Words};
use scraper::{Html, Selector};

const HEADINGS: &str = include_str!("markdown/headings.md");
const NOTE_A: &str = include_str!("markdown/note-a.md");
const NOTE_B: &str = include_str!("markdown/note-b.md");
const LINKS: &str = include_str!("markdown/links.md");

fn html(text: &str, prefix: &str) -> String {
    markdown::html(text, prefix, Words { language: Language::Fr })
}

fn attributes(html: &str, css: &str, name: &str) -> Vec<String> {
    let (html, css) = (Html::parse_fragment(html), Selector::parse(css).unwrap());
    html.select(&css).filter_map(|found| found.attr(name).map(str::to_owned)).collect()
}

fn texts(html: &str, css: &str) -> Vec<String> {
    let (html, css) = (Html::parse_fragment(html), Selector::parse(css).unwrap());
    html.select(&css).map(|found| found.text().collect()).collect()
}

/// Every id once, and every link inside the text leads to one of them.
fn assert_sound(html: &str) {
    let ids = attributes(html, "[id]", "id");
    let known: BTreeSet<_> = ids.iter().cloned().collect();
    assert_eq!(known.len(), ids.len(), "an id twice: {ids:?}");
    for href in attributes(html, "a", "href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(known.contains(&decoded(href)), "#{href} leads nowhere: {ids:?}");
    }
}

fn decoded(fragment: &str) -> String {
    form_urlencoded::parse(format!("x={fragment}").as_bytes()).next().unwrap().1.into_owned()
}

#[test]
fn what_people_write_is_shown_as_they_mean_it() {
    let text = "Un *mot*, **un autre**, ~~un de trop~~, du `code`.\n\n> Cité.\n\n- un\n  - deux\n\n3. trois\n\n```rust\nlet x = \"<b>\";\n```\n\n\
        | a | b |\n|---|---|\n| 1 | 2 |\n";
    let html = html(text, "body");
    for whole in [
        "<em>mot</em>",
        "<strong>un autre</strong>",
        "<del>un de trop</del>",
        "<code>code</code>",
        "<blockquote>\n<p>Cité.</p>\n</blockquote>",
        r#"<ol start="3">"#,
        "<code>let x = \"&lt;b&gt;\";\n</code>",
        r#"<th scope="col">a</th>"#,
        "<td>2</td>",
    ] {
        assert!(html.contains(whole), "{whole} is not in\n{html}");
    }
    assert_eq!(attributes(&html, "pre, .roll", "aria-label"), ["Extrait de code 1", "Tableau 1"]);
    assert_eq!(attributes(&html, "pre, .roll", "tabindex"), ["0", "0"], "what rolls can be reached by keyboard");
}

#[test]
fn columns_stand_as_their_author_set_them() {
    let html = html("| a | b | c | d |\n|---|:-:|--:|:--|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 |\n", "body");
    for (class, cells) in [("mid", ["b", "2", "6"]), ("end", ["c", "3", "7"])] {
        assert_eq!(texts(&html, &format!(".{class}")), cells, "{html}");
    }
    assert_eq!(texts(&html, "th:not([class]), td:not([class])"), ["a", "d", "1", "4", "5", ""], "{html}");
    assert!(!html.contains("align="), "no HTML any more: {html}");
    let styles = include_str!("../../static/app.css");
    for rule in [".prose .mid{text-align:center}", ".prose .end{text-align:end}"] {
        assert!(styles.contains(rule), "{rule}");
    }
}

#[test]
fn headings_begin_under_the_parts_of_the_page_and_leave_no_level_out() {
    let html = html("## A\n\n#### B\n\n# C\n\n### D\n\n###### E\n\nF\n=\n", "body");
    let levels: Vec<_> = html.match_indices("<h").map(|(at, _)| &html[at + 2..at + 3]).collect();
    assert_eq!(levels, ["3", "4", "3", "4", "5", "3"]);
}

#[test]
fn links_to_headings_lead_there_and_no_heading_takes_an_id_of_the_page() {
    let html = html(HEADINGS, "body");
    assert_sound(&html);
    let ids = attributes(&html, "h3, h4, h5, h6", "id");
    let wanted = ["contexte", "contexte-1", "contenu", "main", "recherche", "été-2019--résultats", "日本"];
    assert_eq!(ids[..7], wanted.map(|name| format!("body:{name}")));
    assert!(ids.contains(&"body:contexte-2".into()), "{ids:?}");
    assert_eq!(attributes(&html, "a", "href").len(), 3, "the one to nowhere is text: {html}");
    assert!(html.contains("vide") && html.contains("&lt;b&gt;gras&lt;/b&gt;"), "{html}");
    assert!(!html.contains("<h4></h4>"), "{html}");
}

#[test]
fn texts_on_one_page_share_no_id() {
    let both = html(NOTE_A, "lessons") + &html(NOTE_B, "body");
    assert_sound(&both);
    assert_eq!(attributes(&html(NOTE_B, "body"), "sup a", "href"), ["#body:note:1"]);
    assert_eq!(attributes(&html(NOTE_B, "body"), ".notes a", "href"), ["#body:call:1:1"]);
    assert_sound(&html("# note:1\n\n# call\n\na[^x] b[^x] c[^y]\n\n[^y]: Y\n[^x]: X\n\n    # Titre\n", "body"));
}

#[test]
fn links_lead_only_where_they_may_and_nothing_is_loaded_from_elsewhere() {
    let html = html(LINKS, "body");
    let hrefs = attributes(&html, "a", "href");
    let wanted = ["mailto:a@example.test?subject=%C3%A9", "/missions/x", "https://example.test/a%20b"];
    assert_eq!(hrefs, wanted);
    assert_eq!(attributes(&html, "a[rel]", "rel"), ["nofollow noopener"], "the foreign one");
    assert_eq!(attributes(&html, "img, script, iframe, style, [style], [onmouseover]", "class"), Vec::<String>::new());
    assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
    assert!(
        html.contains("&lt;a href=\"https://example.test\" style=\"position:fixed\"&gt;n"),
        "tags are text: {html}"
    );
    for words in ["a", "h", "j", "m"] {
        assert!(html.contains(words), "the words of a refused link stay: {html}");
    }
}

#[test]
fn pictures_and_addresses_of_this_portal_stay() {
    let html = html("![Le plan](/static/plan.png) https://example.test/a <b@example.test>", "body");
    assert_eq!(attributes(&html, "img", "alt"), ["Le plan"]);
    assert_eq!(attributes(&html, "a", "href"), ["https://example.test/a", "mailto:b@example.test"]);
}

#[test]
fn the_words_around_a_text_are_of_the_interface() {
    let html = markdown::html(NOTE_A, "body", Words { language: Language::En });
    assert!(html.contains(r#"lang="en">Back to the text</a>"#), "{html}");
}

#[test]
fn hostile_texts_are_shown_within_a_second() {
    let deep =
        |line: &str, step: &str, times: usize| (0..times).map(|n| step.repeat(n) + line + "\n").collect::<String>();
    let wide = format!("|{}\n|{}\n{}", "a|".repeat(1500), "-|".repeat(1500), "|\n".repeat(1500));
    // as long as a body may be
    let times = |text: &str| text.repeat(50_000 / text.len());
    let texts = [
        ("brackets", times("[")),
        ("quotes", times("> ")),
        ("emphasis", times("*a_ ")),
        ("links", times("*[a](b) ")),
        ("angle", times("<>")),
        ("notes", times("[^")),
        ("lists", deep("- x", "  ", 120)),
        ("numbers", times("1) ")),
        ("stars", times("*")),
        ("ticks", (1..300).map(|n| "`".repeat(n) + " ").collect()),
        ("headings", times("# a\n")),
        ("cells", wide),
        ("references", "[a]: /x\n".to_owned() + &times("[a]")),
        ("calls", "[^a]: b\n\n".to_owned() + &times("[^a]")),
        ("pictures", times("![")),
        ("entities", times("&#0;")),
        ("words", times("mot ")),
    ];
    for (name, text) in texts {
        let start = Instant::now();
        let html = html(&text, "body");
        assert!(start.elapsed() < Duration::from_secs(1), "{name} took {:?}", start.elapsed());
        assert!(html.len() < 1_000_000, "{name}: {} bytes", html.len());
        assert_sound(&html);
    }
}

#[test]
fn what_nobody_would_write_is_shown_as_it_was_typed() {
    let text = "> ".repeat(60) + "<i>";
    assert!(
        html(&text, "body").contains(&format!("<code>{}&lt;i&gt;</code>", "&gt; ".repeat(60))),
        "{}",
        html(&text, "body")
    );
}
