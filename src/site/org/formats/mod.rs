//! The chart in other forms, by the suffix of its address: `/organigramme.pdf?date=2019-04`.
//!
//! Every form is a function of a [`Sheet`]: the chart of a moment and how it is shown. Whoever shows less than
//! everything (a shared link) takes it out of the data before the chart is made, so that no form can tell it: titles
//! and functions from posts, contracts and times from employments, telephones from contacts.

mod answer;
mod cards;
mod json;
mod picture;
mod rows;
mod sheets;
mod table;
mod thing;

pub(super) use answer::answer;
pub use answer::body;
pub use cards::cards;
pub use json::json;
pub use picture::{poster, svg};
pub use table::table;
pub use thing::thing;

use super::chart::Chart;
use super::layout::Arrangement;
use super::view::{Open, View};
use crate::web::page::Chrome;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
    Pdf,
    Csv,
    Json,
    Cards,
}

/// So many places are all unfolded in a file that nobody has asked to fold; of more the upper levels are.
const UNFOLDED: usize = 300;

impl Format {
    pub const ALL: [Self; 6] = [Self::Svg, Self::Png, Self::Pdf, Self::Csv, Self::Json, Self::Cards];

    pub fn of(suffix: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.suffix() == suffix)
    }

    pub fn suffix(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Cards => "vcf",
        }
    }

    /// As links call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Cards => "vCard",
        }
    }

    /// Whether a browser shows it; everything else is kept.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Pdf)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Cards => "text/vcard; charset=utf-8",
        }
    }
}

/// A chart, and how it is shown: all that files are made from.
pub struct Sheet<'a> {
    /// Words, language and the name of the company.
    pub page: &'a Chrome,
    pub chart: &'a Chart<'a>,
    /// EDTF.
    pub date: &'a str,
    /// The slug of the post whose branch this is.
    pub branch: Option<&'a str>,
    pub arrangement: Option<Arrangement>,
    /// What is unfolded in drawings, and who is marked. Tables hold everything, and no marks.
    pub view: View,
    /// Where people have pages, without a slash at the end; none: the file says no addresses.
    pub portal: Option<&'a str>,
}

impl Sheet<'_> {
    /// What is unfolded in a file.
    pub fn view(chart: &Chart, open: &Open, marked: Option<&str>) -> View {
        let open = if *open == Open::Some && chart.seats.len() <= UNFOLDED { &Open::All } else { open };
        View::of(chart, open, marked)
    }

    /// « Organigramme de DataGenius, avril 2019 »
    pub fn title(&self) -> String {
        self.page.say("org-figure", &[("portal", &self.page.portal), ("date", &self.page.date(self.date))])
    }

    /// `organigramme-2019-04.pdf`
    pub fn file_name(&self, format: Format) -> String {
        let parts = [Some("organigramme"), self.branch, self.view.marked.as_deref(), Some(self.date)];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
        let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        format!("{}.{}", name.chars().filter(plain).collect::<String>(), format.suffix())
    }
}
