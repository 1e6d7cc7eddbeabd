//! Where a mission stands: a small drawing, and the same in words.

use serde::Deserialize;

use super::Link;

/// As the SQL function `standing_of` gives it.
#[derive(Debug, Clone, Deserialize)]
pub struct Standing {
    pub link: Link,
    pub state: Option<String>,
    /// The state in its own words, « phase 2 signée », and what is to be added.
    pub words: Option<String>,
    pub note: Option<String>,
    phases: usize,
    /// Of the last gate: `go` or `no_go`.
    decision: Option<String>,
}

const LINE: [(&str, &str); 2] = [("l-acc", "M6 13H132"), ("l-nil", "M12 13H124")];

impl Standing {
    /// The message that names the state, for a mission without words of its own.
    pub fn state_words(&self) -> &'static str {
        state_words(self.state.as_deref())
    }

    /// 140 × 26 CSS pixels; says nothing that the words beside it do not say.
    pub fn svg(&self) -> String {
        let known = self.phases > 0 || self.state.as_deref() == Some("running");
        let (class, path) = LINE[usize::from(!known)];
        let begin = if known { "f-acc" } else { "f-open" };
        let gate = match self.decision.as_deref() {
            Some("go") => r#"<path class="f-go" d="M69 3l10 10-10 10-10-10z"/>"#,
            Some(_) => r#"<path class="l-no" d="M69 3l10 10-10 10-10-10z"/>"#,
            None => "",
        };
        format!(
            r#"<svg class="mini" width="140" height="26" viewBox="0 0 140 26" aria-hidden="true"><path class="{class}" d="{path}"/><circle class="{begin}" cx="6" cy="13" r="5"/>{gate}{}</svg>"#,
            self.end()
        )
    }

    fn end(&self) -> &'static str {
        match self.state.as_deref() {
            Some("done") => r#"<circle class="f-acc" cx="132" cy="13" r="5"/>"#,
            Some("running") if self.decision.is_none() => {
                r#"<circle class="f-openacc" cx="132" cy="13" r="6"/><path class="f-acc" d="M132 7a6 6 0 0 0 0 12z"/>"#
            }
            Some("running" | "planned") => r#"<circle class="f-openacc" cx="132" cy="13" r="5"/>"#,
            Some("stopped") => r#"<path class="l-acc" d="M132 6v14"/>"#,
            _ => r#"<circle class="f-open" cx="132" cy="13" r="5"/>"#,
        }
    }
}

/// The message that names a state.
pub fn state_words(state: Option<&str>) -> &'static str {
    match state {
        Some("planned") => "mission-state-planned",
        Some("running") => "mission-state-running",
        Some("done") => "mission-state-done",
        Some("stopped") => "mission-state-stopped",
        _ => "nil",
    }
}
