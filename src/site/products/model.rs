//! What a product is.

use serde::{Deserialize, Serialize};

use super::{
    Comparison, Contributor, Decision, Difficulty, Member, Occasion, Reuse, Stage, Step, TimeNature, Unit, Use, Vendor,
};
use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Constraint, Document, Picture, Reference};
use crate::site::rows::{Alias, Text, Titled};

/// What the company builds for itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Product {
    pub slug: String,
    pub name: String,
    pub aliases: Vec<Alias>,
    pub position: Option<i32>,
    pub summary: Option<String>,
    /// « site web ».
    pub form: Option<String>,
    pub purpose: Option<String>,
    pub audience: Option<String>,
    pub stage: Option<Stage>,
    /// The stage in its own words, and when it was so.
    pub stage_words: Option<String>,
    pub stage_at: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub url: Option<String>,
    /// When the address was said to answer, and in which words.
    pub online: Option<String>,
    pub online_words: Option<String>,
    pub clients: Option<String>,
    /// Time spent by all together, kept as said.
    pub time: Option<String>,
    pub time_unit: Option<Unit>,
    pub time_nature: Option<TimeNature>,
    /// How it is counted: « en équivalent temps plein ».
    pub time_words: Option<String>,
    pub picture: Option<Picture>,
    pub steps: Vec<Step>,
    pub features: Vec<Text>,
    pub team: Vec<Member>,
    pub contributors: Vec<Contributor>,
    pub technologies: Vec<Use>,
    pub difficulties: Vec<Difficulty>,
    pub vendors: Vec<Vendor>,
    pub tasks: Vec<Titled>,
    pub results: Vec<Comparison>,
    pub events: Vec<Occasion>,
    pub decisions: Vec<Decision>,
    pub reuses: Vec<Reuse>,
    pub outcomes: Vec<Text>,
    pub sources: Vec<Citation>,
}

impl Document for Product {
    const KIND: &'static str = "product";
    const REFERENCES: &'static [Reference] = &[
        Reference::row("team.*.person", "person"),
        Reference::row("contributors.*.person", "person"),
        Reference::row("technologies.*.technology", "technology"),
        Reference::row("vendors.*.organisation", "organisation"),
        Reference::row("results.*.vendor", "organisation"),
        Reference::row("events.*.event", "event"),
        Reference::row("decisions.*.deciders.*.person", "person"),
        Reference::optional("reuses.*.product", "product"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] =
        &["stage_at", "begins", "ends", "online", "team.*.begins", "team.*.ends", "decisions.*.decided_at"];
    const CONSTRAINTS: &'static [Constraint] = &[
        Constraint { name: "product_period", field: "ends", rule: "end-before-start" },
        Constraint { name: "product_member_period", field: "team", rule: "end-before-start" },
        Constraint { name: "product_vendor_once", field: "vendors", rule: "vendor-once" },
        Constraint { name: "product_comparison_once", field: "results", rule: "result-once" },
        Constraint { name: "product_comparison_vendor", field: "results", rule: "result-of-a-vendor" },
        Constraint { name: "product_comparison_task", field: "results", rule: "result-at-a-task" },
    ];

    fn title(&self) -> &str {
        &self.name
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
        c.url("url", &self.url);
        c.lines(&[
            ("form", &self.form),
            ("stage_words", &self.stage_words),
            ("online_words", &self.online_words),
            ("clients", &self.clients),
            ("time", &self.time),
            ("time_words", &self.time_words),
        ]);
        c.texts(&[("summary", &self.summary), ("purpose", &self.purpose), ("audience", &self.audience)]);
        c.dates(&[
            ("stage_at", &self.stage_at),
            ("begins", &self.begins),
            ("ends", &self.ends),
            ("online", &self.online),
        ]);
        c.period(&self.begins, &self.ends);
        Picture::check(&self.picture, c);
        c.rows("aliases", &self.aliases);
        c.rows("steps", &self.steps);
        c.rows("features", &self.features);
        c.rows("team", &self.team);
        c.rows("contributors", &self.contributors);
        c.rows("technologies", &self.technologies);
        c.rows("difficulties", &self.difficulties);
        c.rows("vendors", &self.vendors);
        c.rows("tasks", &self.tasks);
        c.rows("results", &self.results);
        c.rows("events", &self.events);
        c.rows("decisions", &self.decisions);
        c.rows("reuses", &self.reuses);
        c.rows("outcomes", &self.outcomes);
        self.check_results(c);
        c.rows("sources", &self.sources);
    }
}

impl Product {
    /// A result is one that a vendor of this product gave at a task of this product.
    fn check_results(&self, c: &mut Check) {
        for result in &self.results {
            let vendor = self.vendors.iter().any(|vendor| vendor.organisation == result.vendor);
            let task = self.tasks.iter().any(|task| task.key == result.task);
            let mut c = c.row("results", &result.key);
            c.rule("vendor", vendor, "result-of-a-vendor");
            c.rule("task", task, "result-at-a-task");
        }
    }
}
