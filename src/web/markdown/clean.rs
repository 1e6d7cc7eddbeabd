//! The last word on what stands in a page, whatever wrote it: a list of what may.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

const TAGS: &str =
    "p br hr h3 h4 h5 h6 ul ol li blockquote pre code em strong del sup a img div table thead tbody tr th td";
const ATTRIBUTES: &[(&str, &str)] = &[
    ("a", "href title rel id lang aria-label"),
    ("h3", "id"),
    ("h4", "id"),
    ("h5", "id"),
    ("h6", "id"),
    ("li", "id"),
    ("img", "src alt title"),
    ("ol", "start aria-label"),
    ("pre", "tabindex role aria-label"),
    ("div", "tabindex role aria-label"),
];
const CLASSES: &[(&str, &str)] =
    &[("ol", "notes"), ("div", "roll"), ("table", "keep"), ("th", "mid end"), ("td", "mid end")];

static ALLOWED: LazyLock<Builder> = LazyLock::new(|| {
    let mut allowed = Builder::empty();
    allowed
        .tags(set(TAGS))
        .clean_content_tags(set("script style"))
        .generic_attributes(HashSet::new())
        .tag_attributes(sets(ATTRIBUTES))
        .allowed_classes(sets(CLASSES))
        .set_tag_attribute_value("th", "scope", "col")
        .set_tag_attribute_value("img", "loading", "lazy")
        .url_schemes(set("http https mailto"))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    allowed
});

pub fn clean(html: &str) -> String {
    ALLOWED.clean(html).to_string()
}

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split(' ').collect()
}

fn sets(words: &'static [(&'static str, &'static str)]) -> HashMap<&'static str, HashSet<&'static str>> {
    words.iter().map(|(tag, words)| (*tag, set(words))).collect()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_what_is_listed_stands() {
        let html = r#"<p onclick="x()" style="color:red" id="main">a<script>x()</script></p><h2 id="b">b</h2><iframe src="/x"></iframe>"#;
        assert_eq!(clean(html), "<p>a</p>b");
        assert_eq!(clean(r#"<a href="javascript:x()">a</a><svg><a href="/x">b</a></svg>"#), "<a>a</a>");
        assert_eq!(
            clean(r#"<ol class="notes errors"><li id="x:note:1">n</li></ol>"#),
            r#"<ol class="notes"><li id="x:note:1">n</li></ol>"#
        );
    }
}
