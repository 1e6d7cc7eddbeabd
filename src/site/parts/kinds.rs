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
