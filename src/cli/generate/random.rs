//! Numbers that look like chance and always come out the same: SplitMix64.

/// The numbers of one document: they hang on the seed, the kind and the document's number only, so that a larger run
/// begins with the documents of a smaller one.
pub struct Random(u64);

impl Random {
    pub fn of(seed: u64, kind: &str, n: usize) -> Self {
        let kind = kind.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            u64::wrapping_mul(hash ^ u64::from(byte), 0x0100_0000_01b3) // FNV-1a
        });
        let mut random = Self(seed ^ kind);
        random.0 = random.next() ^ n as u64;
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to less than `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap_or(0) % end.max(1)
    }

    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// True about `percent` times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// `most` different numbers below `end`, or as many as there are.
    pub fn several(&mut self, most: usize, end: usize) -> Vec<usize> {
        let mut chosen = Vec::new();
        while chosen.len() < most.min(end) {
            let n = self.below(end);
            if !chosen.contains(&n) {
                chosen.push(n);
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_comes_out_the_same_again() {
        let ten = |seed, kind, n| {
            let mut random = Random::of(seed, kind, n);
            (0..10).map(|_| random.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(ten(1, "person", 7), ten(1, "person", 7));
        assert_ne!(ten(1, "person", 7), ten(1, "person", 8));
        assert_ne!(ten(1, "person", 7), ten(1, "post", 7));
        assert_ne!(ten(1, "person", 7), ten(2, "person", 7));
    }

    #[test]
    fn several_are_different_and_no_more_than_there_are() {
        let mut random = Random::of(1, "", 0);
        let mut chosen = random.several(9, 4);
        chosen.sort_unstable();
        assert_eq!(chosen, [0, 1, 2, 3]);
        assert!(random.several(3, 0).is_empty());
    }
}
