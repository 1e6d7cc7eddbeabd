//! How long the chart takes to be made of its data, laid out and drawn as SVG, with everything unfolded, for 7, 200 and
//! 2,000 people. `cargo bench --bench chart`; compare the ratios: docs/benchmarks.md.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use portail::date::{Date, Moment};
use portail::site::org::chart::Chart;
use portail::site::org::drawing::svg::{LIGHT, Leaf, Palette, draw};
use portail::site::org::drawing::{Drawing, NoDoors, Setting};
use portail::site::org::layout::Arrangement;
use portail::site::org::queries::Everything;
use portail::site::org::view::{Open, View};
use portail::web::page::Chrome;
use portail::web::text::Language;
use serde_json::{Value, json};

const SIZES: [usize; 3] = [7, 200, 2000];
const ARRANGEMENTS: [(&str, Arrangement); 2] = [("vertical", Arrangement::Vertical), ("compact", Arrangement::Compact)];

fn main() {
    println!("| people | arrangement | chart, ms | layout and boxes, ms | SVG, ms | KB | per person, to that of 7 |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
    for (name, arrangement) in ARRANGEMENTS {
        let mut seven = None;
        for people in SIZES {
            let everything: Everything = serde_json::from_value(company(people)).expect("as the query gives it");
            let [chart, layout, svg, bytes] = times(&everything, arrangement, 20_000 / people);
            let each = (chart + layout + svg) / people as f64;
            let ratio = each / *seven.get_or_insert(each);
            println!(
                "| {people} | {name} | {chart:.3} | {layout:.3} | {svg:.3} | {:.0} | {ratio:.2} |",
                bytes / 1000.0
            );
        }
    }
}

/// The median of each part in milliseconds, and the bytes of the drawing.
fn times(everything: &Everything, arrangement: Arrangement, rounds: usize) -> [f64; 4] {
    let page = Chrome::unasked(Language::Fr, "Essai");
    let moment = Moment::try_from(&Date::parse("2019-04").expect("a month")).expect("a moment");
    let (mut charts, mut layouts, mut svgs, mut bytes) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..rounds.clamp(10, 400) {
        let (chart, took) = timed(|| Chart::at(everything, &moment));
        charts.push(took);
        let view = View::of(&chart, &Open::All, None);
        let notes = HashMap::new();
        let setting = Setting {
            page: &page,
            chart: &chart,
            view: &view,
            doors: &NoDoors,
            notes: &notes,
            departed: &[],
            title: "Essai",
        };
        let (drawing, took) = timed(|| Drawing::broad(&setting, Some(arrangement)));
        layouts.push(took);
        let leaf = Leaf { colours: &LIGHT, lang: "fr", content_lang: "fr", told: "Essai", size: None, is_set: false };
        let (svg, took) = timed(|| draw(&drawing, &Palette::File(leaf)));
        svgs.push(took);
        bytes = svg.len();
    }
    [median(charts), median(layouts), median(svgs), bytes as f64]
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// Everybody but the first reports to somebody with a lower number; four each.
fn company(people: usize) -> Value {
    let link = |kind: &str, n: usize| {
        let title = if kind == "person" {
            format!("Camille Dupont-Lefèvre {n}")
        } else {
            format!("Responsable des études {n}")
        };
        json!({ "kind": kind, "slug": format!("{kind}-{n}"), "title": title })
    };
    let posts: Vec<_> = (0..people)
        .map(|n| {
            let above = n.checked_sub(1).map(|n| n / 4);
            let line = |above: usize| json!({ "key": "l", "superior": format!("post-{above}"), "nature": "solid", "times": {} });
            json!({
                "link": link("post", n), "functions": [], "bodies": [], "sources": [],
                "holders": [{ "link": link("person", n), "times": {} }],
                "lines": above.map(line).into_iter().collect::<Vec<_>>(),
            })
        })
        .collect();
    let staff: Vec<_> = (0..people)
        .map(|n| json!({ "link": link("person", n), "employments": [{ "contract": "permanent", "times": { "begins": "2017-04/.." } }] }))
        .collect();
    json!({ "posts": posts, "staff": staff })
}
