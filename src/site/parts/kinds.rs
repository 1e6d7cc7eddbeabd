//! How readers call the kinds of documents.

/// The message that names several documents of a kind.
pub fn kind_words(kind: &str) -> &'static str {
    match kind {
        "company" => "kind-company",
        "offer" => "kind-offer",
        "person" => "kind-person",
        "post" => "kind-post",
        "domain" => "kind-domain",
        "technology" => "kind-technology",
        "practice" => "kind-practice",
        "product" => "kind-product",
        "mission" => "kind-mission",
        "article" => "kind-article",
        "event" => "kind-event",
        "organisation" => "kind-organisation",
        _ => "kind-source",
    }
}

/// The message that names one document of a kind.
pub fn kind_word(kind: &str) -> &'static str {
    match kind {
        "company" => "one-company",
        "offer" => "one-offer",
        "person" => "one-person",
        "post" => "one-post",
        "domain" => "one-domain",
        "technology" => "one-technology",
        "practice" => "one-practice",
        "product" => "one-product",
        "mission" => "one-mission",
        "article" => "one-article",
        "event" => "one-event",
        "organisation" => "one-organisation",
        _ => "one-source",
    }
}
