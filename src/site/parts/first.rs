//! The first of many: pages show some of a long list and say how many there are besides.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct First<T> {
    pub rows: Vec<T>,
    /// How many there are in all.
    pub total: usize,
}

impl<T> First<T> {
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// How many are not shown.
    pub fn others(&self) -> usize {
        self.total - self.rows.len()
    }
}
