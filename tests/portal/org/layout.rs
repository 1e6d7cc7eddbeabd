//! Where boxes stand, for trees of any shape: nothing lies upon anything else, no solid line crosses another or runs
//! through a box, those above stand in the middle over those below, and the work grows with the number of boxes.

use portail::site::org::layout::{Arrangement, Forest, Gaps, Nesting, Place, Plan, Size};
use proptest::prelude::*;
use proptest::test_runner::Config;

const GAPS: Gaps = Gaps { across: 20, down: 46, under: 12, indent: 24 };
const ALL: [Arrangement; 3] = [Arrangement::Vertical, Arrangement::Compact, Arrangement::Stacked];

/// A forest of as many boxes as there are numbers: each hangs from an earlier one, or from none.
fn forest(hangs: &[(usize, bool)]) -> Forest {
    let mut forest = Forest { tops: vec![0], below: vec![Vec::new(); hangs.len() + 1] };
    for (n, (hang, is_top)) in hangs.iter().enumerate() {
        match is_top {
            true => forest.tops.push(n + 1),
            false => forest.below[hang % (n + 1)].push(n + 1),
        }
    }
    forest
}

/// Boxes of all sizes that a chart has: even widths from 156 to 292, the height by the lines in them.
fn sizes(heights: &[i32]) -> Vec<Size> {
    let width = |n: usize, height: i32| 156 + i32::try_from(n).unwrap() * 37 % 60 * 2 + height % 9 * 2;
    heights
        .iter()
        .enumerate()
        .map(|(n, height)| Size { width: width(n, *height), height: *height, ..Size::default() })
        .collect()
}

fn overlap(one: &Place, other: &Place) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

/// By halves of a sorted list, so that thousands of boxes are compared with near ones only.
fn overlapping(places: &[Place]) -> Option<(Place, Place)> {
    let mut sorted = places.to_vec();
    sorted.sort_by_key(|place| place.y);
    for (n, one) in sorted.iter().enumerate() {
        for other in sorted[n + 1..].iter().take_while(|other| other.y < one.y + one.height) {
            if overlap(one, other) {
                return Some((*one, *other));
            }
        }
    }
    None
}

type Stretch = ((i32, i32), (i32, i32));

/// Level and upright stretches of lines, with the box that they come from.
fn stretches(plan: &Plan) -> Vec<(usize, Stretch)> {
    let of = |route: &portail::site::org::layout::Route| {
        let above = route.above;
        route.corners.windows(2).map(move |two| (above, (two[0], two[1]))).collect::<Vec<_>>()
    };
    plan.routes.iter().flat_map(of).collect()
}

fn span(one: i32, other: i32) -> (i32, i32) {
    (one.min(other), one.max(other))
}

/// Whether two stretches of lines from different boxes have a point in common.
fn cross(one: &Stretch, other: &Stretch) -> bool {
    let ((x1, x2), (y1, y2)) = (span(one.0.0, one.1.0), span(one.0.1, one.1.1));
    let ((a1, a2), (b1, b2)) = (span(other.0.0, other.1.0), span(other.0.1, other.1.1));
    x1 <= a2 && a1 <= x2 && y1 <= b2 && b1 <= y2
}

fn runs_through(stretch: &Stretch, place: &Place) -> bool {
    let ((x1, x2), (y1, y2)) = (span(stretch.0.0, stretch.1.0), span(stretch.0.1, stretch.1.1));
    x1 < place.x + place.width
        && place.x < x2.max(x1 + 1)
        && y1 < place.y + place.height
        && place.y < y2.max(y1 + 1)
        && !(x1 == x2 && (x1 == place.x || x1 == place.x + place.width))
}

fn check(forest: &Forest, sizes: &[Size], arrangement: Arrangement) -> Result<(), String> {
    let nesting = Nesting::of(forest, arrangement);
    let plan = Plan::of(forest, sizes, &nesting, GAPS);
    if let Some((one, other)) = overlapping(&plan.places) {
        return Err(format!("{arrangement:?}: {one:?} lies upon {other:?}"));
    }
    for (n, place) in plan.places.iter().enumerate() {
        let is_inside = place.x >= 0 && place.y >= 0 && place.x + place.width <= plan.width;
        if !is_inside || place.y + place.height > plan.height || place.width != sizes[n].width {
            return Err(format!("{arrangement:?}: {place:?} is not on the sheet of {} by {}", plan.width, plan.height));
        }
    }
    for (above, below) in forest.below.iter().enumerate().filter(|(n, below)| !nesting.stacks(*n) && !below.is_empty())
    {
        // a stack is as wide as its widest box, which may not be its uppermost
        if below.iter().all(|&child| !nesting.stacks(child) || forest.below[child].is_empty()) {
            let (first, last) = (plan.places[below[0]], plan.places[below[below.len() - 1]]);
            let middle = (first.x + last.x + last.width) / 2;
            let own = plan.places[above].x + plan.places[above].width / 2;
            if (middle - own).abs() > 1 {
                return Err(format!("{arrangement:?}: {above} stands at {own}, those below around {middle}"));
            }
        }
    }
    crossing(&plan, arrangement)
}

/// Level and upright stretches in rows of the sheet, so that only near ones are compared.
fn crossing(plan: &Plan, arrangement: Arrangement) -> Result<(), String> {
    let mut lines = stretches(plan);
    lines.sort_by_key(|(_, stretch)| stretch.0.1.min(stretch.1.1));
    for (n, (above, line)) in lines.iter().enumerate() {
        let end = line.0.1.max(line.1.1);
        for (other_above, other) in lines[n + 1..].iter().take_while(|(_, other)| other.0.1.min(other.1.1) <= end) {
            if above != other_above && cross(line, other) {
                return Err(format!(
                    "{arrangement:?}: the lines below {above} and {other_above} meet: {line:?} {other:?}"
                ));
            }
        }
    }
    let mut places = plan.places.clone();
    places.sort_by_key(|place| place.y);
    for (above, line) in &lines {
        let (start, end) = span(line.0.1, line.1.1);
        let from = places.partition_point(|place| place.y < start - 400);
        for place in places[from..].iter().take_while(|place| place.y < end) {
            if runs_through(line, place) {
                return Err(format!("{arrangement:?}: a line below {above} runs through {place:?}: {line:?}"));
            }
        }
    }
    Ok(())
}

/// Trees of many shapes: bushy ones, chains, stars, and what lies between.
fn trees(most: usize) -> impl Strategy<Value = (Vec<(usize, bool)>, Vec<i32>)> {
    let hang = prop_oneof![4 => any::<usize>(), 2 => Just(usize::MAX), 1 => Just(0_usize)];
    let top = prop_oneof![30 => Just(false), 1 => Just(true)];
    let height = prop_oneof![3 => Just(58_i32), 1 => 34_i32..160];
    (1..most).prop_flat_map(move |count| {
        (
            proptest::collection::vec((hang.clone(), top.clone()), count),
            proptest::collection::vec(height.clone(), count + 1),
        )
    })
}

proptest! {
    #![proptest_config(Config { cases: 48, failure_persistence: None, ..Config::default() })]

    #[test]
    fn small_trees_of_any_shape_are_placed_without_touching((hangs, heights) in trees(40)) {
        let forest = forest(&hangs);
        for arrangement in ALL {
            check(&forest, &sizes(&heights), arrangement).map_err(TestCaseError::fail)?;
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 6, failure_persistence: None, max_shrink_iters: 40, ..Config::default() })]

    #[test]
    fn large_trees_of_any_shape_are_placed_without_touching((hangs, heights) in trees(2000)) {
        let forest = forest(&hangs);
        for arrangement in ALL {
            check(&forest, &sizes(&heights), arrangement).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn the_same_tree_is_placed_the_same_way((hangs, heights) in trees(400)) {
        let (forest, sizes) = (forest(&hangs), sizes(&heights));
        for arrangement in ALL {
            let nesting = Nesting::of(&forest, arrangement);
            prop_assert_eq!(
                Plan::of(&forest, &sizes, &nesting, GAPS),
                Plan::of(&forest, &sizes, &Nesting::of(&forest, arrangement), GAPS)
            );
        }
    }
}

/// Shapes at which contours are long and threads many.
fn shapes(count: usize) -> Vec<(&'static str, Vec<(usize, bool)>)> {
    let below = |above: &dyn Fn(usize) -> usize| (0..count).map(|n| (above(n), false)).collect();
    vec![
        ("a chain", below(&|n| n)),
        ("a star", below(&|_| 0)),
        ("pairs", below(&|n| n / 2)),
        ("fours", below(&|n| n / 4)),
        ("a comb", below(&|n| if n % 2 == 0 { n } else { n - 1 })),
        ("two chains", below(&|n| n.saturating_sub(1))),
        ("stairs", below(&|n| if n % 17 == 0 { 0 } else { n })),
    ]
}

#[test]
fn twice_the_boxes_are_about_twice_the_work() {
    for ((name, half), (_, whole)) in shapes(1000).into_iter().zip(shapes(2000)) {
        for arrangement in ALL {
            let steps = |hangs: &[(usize, bool)]| {
                let forest = forest(hangs);
                let sizes = sizes(&vec![58; hangs.len() + 1]);
                Plan::of(&forest, &sizes, &Nesting::of(&forest, arrangement), GAPS).steps
            };
            let (half, whole) = (steps(&half), steps(&whole));
            assert!(whole <= half * 5 / 2 && whole <= 6 * 2001, "{name}, {arrangement:?}: {half} then {whole} steps");
        }
    }
}

#[test]
fn chains_and_stars_of_two_thousand_keep_their_distance() {
    for (name, hangs) in shapes(2000) {
        let (forest, sizes) = (forest(&hangs), sizes(&vec![58; 2001]));
        for arrangement in ALL {
            check(&forest, &sizes, arrangement).unwrap_or_else(|why| panic!("{name}: {why}"));
        }
    }
}

#[test]
fn small_trees_stand_evenly_between_large_ones() {
    // five below the top; the first and the last have three each, so the three between are spread
    let hangs: Vec<_> = [0, 0, 0, 0, 0, 1, 1, 1, 5, 5, 5].map(|above| (above, false)).into();
    let forest = forest(&hangs);
    let sizes = [Size { width: 204, height: 58, ..Size::default() }; 12];
    let plan = Plan::of(&forest, &sizes, &Nesting::of(&forest, Arrangement::Vertical), GAPS);
    let x: Vec<_> = (1..=5).map(|n| plan.places[n].x).collect();
    let steps: Vec<_> = x.windows(2).map(|two| two[1] - two[0]).collect();
    let (least, most) = (steps.iter().min().unwrap(), steps.iter().max().unwrap());
    assert!(most - least <= 3, "{steps:?}");
}
