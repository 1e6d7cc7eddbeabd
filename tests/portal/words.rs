//! Every message exists in both languages, says the same things, and is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Message → the variables that it shows.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for path in files(&Path::new(ROOT).join("locales").join(language), "ftl") {
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = parse(text.as_str()).unwrap_or_else(|(_, why)| panic!("{}: {why:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            pattern(message.value.as_ref().expect("messages have a value"), &mut variables);
            let twice = found.insert(message.id.name.to_owned(), variables);
            assert!(twice.is_none(), "{} is said twice in {language}", message.id.name);
        }
    }
    found
}

fn pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => variable(inline, variables),
            // what only chooses a form (gender, elision) is one language's own affair
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().for_each(|variant| self::pattern(&variant.value, variables));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn variable(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(variables.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = &**expression {
                variable(inner, variables);
            }
        }
        _ => {}
    }
}

fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, end));
        } else if path.extension().is_some_and(|found| found == end) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Everything that could name a message: the texts between quotes in templates and code.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}

fn is_key(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[test]
fn both_languages_say_the_same_messages_with_the_same_variables() {
    let (french, english) = (messages("fr"), messages("en"));
    let only = |one: &BTreeMap<String, _>, other: &BTreeMap<String, _>| -> Vec<String> {
        one.keys().filter(|key| !other.contains_key(*key)).cloned().collect()
    };
    assert_eq!(only(&french, &english), Vec::<String>::new(), "only in French");
    assert_eq!(only(&english, &french), Vec::<String>::new(), "only in English");
    let unequal: Vec<_> = french.iter().filter(|(key, variables)| english[*key] != **variables).collect();
    assert!(unequal.is_empty(), "other variables in English: {unequal:?}");
}

#[test]
fn every_message_that_is_asked_for_exists_and_every_message_is_asked_for() {
    let known = messages("fr");
    let (mut asked, mut used) = (BTreeMap::new(), BTreeSet::new());
    let templates = files(&Path::new(ROOT).join("templates"), "html");
    for path in templates.into_iter().chain(files(&Path::new(ROOT).join("src"), "rs")) {
        let text = std::fs::read_to_string(&path).unwrap();
        used.extend(text.split('"').filter(|word| known.contains_key(*word)).map(str::to_owned));
        let html = path.extension().is_some_and(|end| end == "html");
        // in code `.name("` may be a thread's
        let calls = [".t(\"", ".count(\"", ".say(\"", " say(\"", "(say(\"", "fact(page, \"", ".name(\""];
        for call in &calls[..calls.len() - usize::from(!html)] {
            for after in text.split(call).skip(1) {
                asked.entry(after.split('"').next().unwrap().to_owned()).or_insert_with(|| path.clone());
            }
        }
        if html {
            let inside = text.split("{%").skip(1).flat_map(|part| part.split("%}").next()).flat_map(literals);
            inside.filter(|word| word.contains('-') && is_key(word)).for_each(|word| {
                asked.entry(word.to_owned()).or_insert_with(|| path.clone());
            });
        }
    }
    // forms ask for the labels of their fields, each under one of two keys
    used.extend(portail::site::editing::labels().into_iter().flatten().filter(|key| known.contains_key(key)));
    used.extend(portail::site::editing::helps());
    used.extend(known.keys().filter(|key| key.starts_with("rule-")).cloned()); // `every_rule_has_words` below
    let missing: Vec<_> = asked.iter().filter(|(key, _)| !known.contains_key(*key)).collect();
    assert!(missing.is_empty(), "no such message: {missing:?}");
    let unused: Vec<_> = known.keys().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "nobody asks for: {unused:?}");
}

/// A line must not begin with a sign that follows an ordinary space, nor end with « alone.
#[test]
fn french_messages_hold_their_signs_with_no_break_spaces() {
    let mut wrong = Vec::new();
    for path in files(&Path::new(ROOT).join("locales/fr"), "ftl") {
        let text = std::fs::read_to_string(&path).unwrap();
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            // `{ " " }: {` is a space as well, `key = ?` is none of the message
            let said = line.split_once(" = ").map_or(line, |(_, said)| said).replace("{ \" \" }", " ");
            let before = [':', ';', '!', '?', '»'].iter().any(|sign| said.contains(&format!(" {sign}")));
            if before || said.contains("« ") {
                wrong.push(format!("{}:{}: {line}", path.display(), n + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "an ordinary space: {wrong:#?}");
}
