//! What an organisation is, wherever one is named.

/// The message that names its nature: « start-up », « particulier ».
pub fn organisation_words(nature: Option<&str>) -> &'static str {
    match nature {
        Some("company") => "organisation-company",
        Some("start_up") => "organisation-start-up",
        Some("body") => "organisation-body",
        Some("school") => "organisation-school",
        Some("network") => "organisation-network",
        Some("vendor") => "organisation-vendor",
        Some("individual") => "organisation-individual",
        _ => "nil-feminine",
    }
}
