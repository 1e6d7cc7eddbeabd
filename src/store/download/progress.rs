//! How far a download is: a bar on a terminal, a line for each tenth elsewhere.

use std::io::{IsTerminal, Write, stderr};

pub(super) struct Progress {
    /// Bytes, if the server says how many there are.
    total: Option<u64>,
    is_terminal: bool,
    /// Of a hundred, or megabytes if the total is not known.
    shown: Option<u64>,
}

const MEGABYTE: u64 = 1_000_000;

impl Progress {
    pub(super) fn begin(total: Option<u64>) -> Self {
        let total = total.filter(|total| *total > 0);
        let mut progress = Self { total, is_terminal: stderr().is_terminal(), shown: None };
        progress.is_at(0);
        progress
    }

    pub(super) fn is_at(&mut self, came: u64) {
        let step = if self.is_terminal { 1 } else { 10 };
        let now = self.total.map_or(came / MEGABYTE, |total| came.min(total) * 100 / total) / step * step;
        if self.shown.replace(now) == Some(now) {
            return;
        }
        let text = match self.total {
            Some(total) => format!("{now} % of {:.1} MB", total as f64 / MEGABYTE as f64),
            None => format!("{now} MB"),
        };
        match (self.is_terminal, self.total) {
            (true, Some(_)) => eprint!("\rportail: {} {text}", bar(now)),
            (true, None) => eprint!("\rportail: {text}"),
            (false, _) => eprintln!("portail: {text}"),
        }
        let _ = stderr().flush();
    }
}

/// The next line begins at its beginning, also after a download that broke off.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_terminal {
            eprintln!();
        }
    }
}

fn bar(percent: u64) -> String {
    let done = percent as usize * 40 / 100;
    format!("[{}{}]", "#".repeat(done), ".".repeat(40 - done))
}
