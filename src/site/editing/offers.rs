//! What may have been meant by a name that nobody has.

use crate::history::key::fold;

/// Below this two names are not alike (Jaro and Winkler, 0 to 1).
const ALIKE: f64 = 0.82;
/// Names that contain what was typed are nearly as good as the best.
const CONTAINS: f64 = 0.95;
const MOST: usize = 3;

/// The nearest of the known names, best first.
pub fn nearest<'n>(typed: &str, known: impl Iterator<Item = &'n str>) -> Vec<String> {
    let wanted = fold(typed.trim());
    if wanted.chars().count() < 2 {
        return Vec::new();
    }
    let alike = |name: &str| {
        let name = fold(name);
        let near = strsim::jaro_winkler(&name, &wanted);
        if wanted.len() > 3 && name.contains(&wanted) { near.max(CONTAINS) } else { near }
    };
    let mut ranked: Vec<_> = known.map(|name| (alike(name), name)).filter(|(alike, _)| *alike >= ALIKE).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    ranked.into_iter().take(MOST).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn names_that_are_near_are_offered_whatever_the_accents() {
        let known = ["BioMéca", "Fongecif", "Robin Camarasa", "Marina Cappai"];
        assert_eq!(nearest("biomeka", known.into_iter()), ["BioMéca"]);
        assert_eq!(nearest("Camarasa", known.into_iter()), ["Robin Camarasa"]);
        assert_eq!(nearest("Robin Camaraza", known.into_iter()), ["Robin Camarasa"]);
        assert!(nearest("Zoé Tiers", known.into_iter()).is_empty());
        assert!(nearest("a", known.into_iter()).is_empty());
    }
}
