//! All of a chart on one sheet: its trees beside each other if there is room and below each other if not, those whose
//! line is not given in a frame of their own, then the legend.

use super::super::chart::Top;
use super::super::layout::{Arrangement, Place};
use super::cards::{Card, Tells};
use super::measure::{Face, cut, wrap};
use super::pieces::{Align, Drawing, Ink};
use super::trees::{PAD, Tree, draw_box};
use super::{ROOMY_MOST, Scale, Setting};

/// From a part of the sheet to the next.
const BETWEEN: i32 = 2 * PAD;
/// Above a frame, for its name.
const HEAD: i32 = 24;
/// Of those whose line is not given, so many are drawn; of more the list tells.
const LOOSE: usize = 60;

/// A part of the sheet and its size.
struct Block {
    width: i32,
    height: i32,
    content: Content,
}

enum Content {
    /// With the lines of the name of the body around whose members there is a frame; none: in no frame.
    Tree(Tree, Vec<String>),
    Loose(Vec<(usize, Card, Place)>),
    /// The lines of each name, and what is said of it.
    Departed(Vec<(Vec<String>, String)>),
}

/// Without what its inks mean: that is [`legend::draw`].
pub fn compose(setting: &Setting, scale: &Scale, arrangement: Arrangement, width: i32) -> Drawing {
    let mut drawing = Drawing { title: setting.title.to_owned(), arrangement, ..Drawing::default() };
    let trees = trees(setting, scale, arrangement);
    if arrangement == Arrangement::Stacked {
        stand_below(&mut drawing, setting, scale, trees, width);
    } else {
        stand_beside(&mut drawing, setting, scale, trees, width);
    }
    drawing
}

fn trees(setting: &Setting, scale: &Scale, arrangement: Arrangement) -> Vec<Block> {
    let of = |tops: &[usize], name: Option<&str>| {
        Block::tree(Tree::of(setting, tops, scale, arrangement, name.is_some()), name)
    };
    let blocks = |top: &Top| {
        let name = top.body.map(|body| body.name.as_str());
        match arrangement {
            Arrangement::Stacked => Block::stacks(setting, scale, &top.seats),
            _ => groups(setting, top).iter().map(|tops| of(tops, name)).collect(),
        }
    };
    setting.chart.tops.iter().flat_map(blocks).collect()
}

/// What stands in one block: the members of the same bodies, and whoever has others below alone. So has a member with
/// many below: beside others, all of those would stand in one long stack.
fn groups(setting: &Setting, top: &Top) -> Vec<Vec<usize>> {
    if top.body.is_some() {
        return vec![top.seats.clone()];
    }
    let bodies = |n: usize| setting.chart.unframed(&setting.chart.seats[n]);
    let is_small = |n: usize| setting.view.size(setting.chart, n) <= ROOMY_MOST;
    let is_together = |one: usize, other: usize| {
        !bodies(one).is_empty() && bodies(one) == bodies(other) && is_small(one) && is_small(other)
    };
    top.seats.chunk_by(|&one, &other| is_together(one, other)).map(<[usize]>::to_vec).collect()
}

/// In rows that are as wide as the page, each as high as what stands in it.
fn stand_beside(drawing: &mut Drawing, setting: &Setting, scale: &Scale, mut blocks: Vec<Block>, width: i32) {
    let row = |blocks: &[Block]| blocks.iter().map(|block| block.width + BETWEEN).sum::<i32>();
    // what is wider than the page has a row of its own, the first: before it, a small tree would stand alone
    blocks.sort_by_key(|block| block.width <= width);
    blocks.extend(Block::loose(setting, scale, width, row(&blocks)));
    blocks.extend(Block::departed(setting, scale));
    let (mut x, mut y, mut height) = (0, 0, 0);
    for block in &blocks {
        if x > 0 && x + block.width > width {
            (x, y, height) = (0, y + height + BETWEEN, 0);
        }
        block.put(drawing, setting, scale, x, y);
        x += block.width + BETWEEN;
        height = height.max(block.height);
    }
}

/// Below each other; those whose line is not given beside the stacks, if there is room.
fn stand_below(drawing: &mut Drawing, setting: &Setting, scale: &Scale, stacks: Vec<Block>, width: i32) {
    let taken = stacks.iter().map(|block| block.width + BETWEEN).max().unwrap_or(0);
    let (mut x, mut y) = (0, 0);
    for block in &stacks {
        block.put(drawing, setting, scale, x, y);
        y += block.height + PAD;
    }
    let others = Block::loose(setting, scale, width, taken).into_iter().chain(Block::departed(setting, scale));
    for (n, block) in others.enumerate() {
        if n == 0 && taken + block.width <= width {
            (x, y) = (taken, 0);
        }
        block.put(drawing, setting, scale, x, y);
        y += block.height + PAD;
    }
}

impl Block {
    /// A stack for each top.
    fn stacks(setting: &Setting, scale: &Scale, tops: &[usize]) -> Vec<Self> {
        let stack = |&top: &usize| Self::tree(Tree::of(setting, &[top], scale, Arrangement::Stacked, false), None);
        tops.iter().map(stack).collect()
    }

    /// Without a body there is no frame, and no room for one.
    fn tree(tree: Tree, body: Option<&str>) -> Self {
        let Some(body) = body else {
            let (width, height) = (tree.beyond + tree.width + 6, tree.height + 8);
            return Self { width, height, content: Content::Tree(tree, Vec::new()) };
        };
        let name = wrap(body, Face::Strong, 14, tree.frame.width + 2 * PAD, usize::MAX);
        let right = (tree.frame.x + tree.frame.width + PAD - tree.width).max(0);
        let below = (tree.frame.height + PAD - tree.height).max(0);
        let width = margin(&tree) + tree.width + right;
        let height = head(&name) + PAD + tree.height + below;
        Self { width, height, content: Content::Tree(tree, name) }
    }

    /// In as many columns as there is room for beside the trees, or below them.
    fn loose(setting: &Setting, scale: &Scale, width: i32, trees: i32) -> Option<Self> {
        let loose = &setting.chart.loose[..setting.chart.loose.len().min(LOOSE)];
        if loose.is_empty() {
            return None;
        }
        let step = scale.width + scale.gaps.across;
        let columns = |room: i32| usize::try_from((room - 2 * PAD + scale.gaps.across) / step).unwrap_or(0);
        let most = if loose.len() > 4 { loose.len().div_ceil(4) } else { 1 };
        let columns = match columns(width - trees) {
            0 => columns(width).min(loose.len()),
            beside => beside.min(most.max(1)),
        }
        .max(1);
        let mut cards = Vec::new();
        let mut y = HEAD + PAD;
        for row in loose.chunks(columns) {
            let tells = Tells { line: &|_| true, bodies: None };
            let made: Vec<_> = row.iter().map(|&n| (n, Card::of(setting, n, scale, scale.width, &tells))).collect();
            let height = made.iter().map(|(_, card)| card.size.height).max().unwrap_or(0);
            for (n, (number, card)) in made.into_iter().enumerate() {
                let x = PAD + step * i32::try_from(n).unwrap_or(0);
                cards.push((number, card, Place { x, y, width: scale.width, height }));
            }
            y += height + scale.gaps.under + 6;
        }
        let wide = i32::try_from(columns.min(loose.len())).unwrap_or(1);
        let width = 2 * PAD + wide * step - scale.gaps.across;
        Some(Self { width, height: y - scale.gaps.under - 6 + PAD, content: Content::Loose(cards) })
    }

    fn departed(setting: &Setting, scale: &Scale) -> Option<Self> {
        let room = scale.width;
        let told: Vec<_> = setting
            .departed
            .iter()
            .take(LOOSE)
            .map(|(link, note)| {
                let name = wrap(&link.title, Face::Strong, 14, room, usize::MAX);
                (name, cut(note, Face::Sans, 13, room))
            })
            .collect();
        let height = HEAD + PAD + told.iter().map(|(name, _)| departed_height(name)).sum::<i32>() + 8;
        (!told.is_empty()).then_some(Self { width: room + 2 * PAD, height, content: Content::Departed(told) })
    }

    fn put(&self, drawing: &mut Drawing, setting: &Setting, scale: &Scale, x: i32, y: i32) {
        self.draw(drawing, setting, scale, x, y);
        drawing.width = drawing.width.max(x + self.width);
        drawing.height = drawing.height.max(y + self.height);
    }

    fn draw(&self, drawing: &mut Drawing, setting: &Setting, scale: &Scale, x: i32, y: i32) {
        match &self.content {
            Content::Tree(tree, name) if name.is_empty() => tree.draw(drawing, setting, scale, x + tree.beyond, y + 2),
            Content::Tree(tree, name) => {
                let (dx, dy) = (x + margin(tree), y + head(name) + PAD);
                let frame = grown(tree.frame, dx, dy);
                for (line, y) in name.iter().zip((y + 14..).step_by(18)) {
                    drawing.content(Ink::Accent, frame.x, y, Align::Left, line.as_str());
                }
                drawing.rect(Ink::Group, frame);
                tree.draw(drawing, setting, scale, dx, dy);
            }
            Content::Loose(cards) => {
                let frame = Place { x, y: y + HEAD, width: self.width, height: self.height - HEAD };
                drawing.text(Ink::Strong, x, y + 14, Align::Left, loose_words(setting, cards.len()));
                drawing.rect(Ink::Unknown, frame);
                for (number, card, place) in cards {
                    draw_box(drawing, setting, *number, card, Place { x: place.x + x, y: place.y + y, ..*place });
                }
            }
            Content::Departed(told) => {
                drawing.text(Ink::Strong, x, y + 14, Align::Left, setting.page.t("org-departed"));
                drawing.rect(Ink::Maybe, Place { x, y: y + HEAD, width: self.width, height: self.height - HEAD });
                let mut top = y + HEAD + PAD + 10;
                for (name, note) in told {
                    let lines = (0..).step_by(18).zip(name);
                    lines.for_each(|(down, line)| drawing.content(Ink::Strong, x + PAD, top + down, Align::Left, line));
                    top += departed_height(name);
                    drawing.text(Ink::Soft, x + PAD, top - 26, Align::Left, note);
                }
            }
        }
    }
}

/// Above a frame, for a name in its lines.
fn head(name: &[String]) -> i32 {
    HEAD + 18 * (i32::try_from(name.len()).unwrap_or(1) - 1).max(0)
}

/// A name in its lines, and a note.
fn departed_height(name: &[String]) -> i32 {
    26 + 18 * i32::try_from(name.len()).unwrap_or(1)
}

/// « Rattachement non précisé », and how many there are besides those who are drawn.
fn loose_words(setting: &Setting, drawn: usize) -> String {
    let (words, others) = (setting.page.t("org-unknown"), setting.chart.loose.len() - drawn);
    if others == 0 { words } else { format!("{words}, {}", setting.page.count("org-and-others", others)) }
}

/// How far the frame around the tops, or a band, reaches beyond the left side of the tree.
fn margin(tree: &Tree) -> i32 {
    (PAD - tree.frame.x).max(tree.beyond)
}

fn grown(frame: Place, dx: i32, dy: i32) -> Place {
    Place { x: frame.x + dx - PAD, y: frame.y + dy - PAD, width: frame.width + 2 * PAD, height: frame.height + 2 * PAD }
}
