//! The fonts of pictures and documents. Instrument Sans and Newsreader are the pages' own; DejaVu has the letters that
//! they lack (Greek, Cyrillic; of Instrument Sans also Vietnamese). The files and their licences: `fonts/`.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, FaceInfo};
use resvg::usvg::layout::PositionedGlyph;
use resvg::usvg::{FontResolver, Node};

const FILES: [&[u8]; 10] = [
    include_bytes!("../../../fonts/instrument-sans-latin-regular.ttf"),
    include_bytes!("../../../fonts/instrument-sans-latin-semibold.ttf"),
    include_bytes!("../../../fonts/instrument-sans-extended-regular.ttf"),
    include_bytes!("../../../fonts/instrument-sans-extended-semibold.ttf"),
    include_bytes!("../../../fonts/newsreader-display-latin.ttf"),
    include_bytes!("../../../fonts/newsreader-display-extended.ttf"),
    include_bytes!("../../../fonts/newsreader-display-vietnamese.ttf"),
    include_bytes!("../../../fonts/newsreader-text-italic.ttf"),
    include_bytes!("../../../fonts/dejavu-sans-regular.ttf"),
    include_bytes!("../../../fonts/dejavu-sans-bold.ttf"),
];

static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for file in FILES {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_sans_serif_family(super::FAMILY);
    Arc::new(fonts)
});

pub fn all() -> Arc<Database> {
    ALL.clone()
}

/// A letter that a font lacks comes from the same family if it can, otherwise from a font of the same weight.
pub fn resolver() -> FontResolver<'static> {
    let any = FontResolver::default_fallback_selector();
    FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(move |letter, used, fonts| {
            let (mut tried, mut able) = (used.to_vec(), Vec::new());
            while let Some(font) = any(letter, &tried, fonts) {
                tried.push(font);
                able.push(font);
            }
            let base = fonts.face(*used.first()?)?;
            let able = able.into_iter().filter_map(|font| fonts.face(font));
            able.min_by_key(|face| distance(base, face)).map(|face| face.id)
        }),
    }
}

/// Whether one family has every letter of a text, so that it is drawn by that alone.
pub fn draws(family: &str, weight: u16, text: &str) -> bool {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-family="{family}" font-weight="{weight}">{escaped}</text></svg>"#
    );
    let Ok(tree) = super::tree(&svg) else { return false };
    let is_of = |glyph: &PositionedGlyph| {
        let face = tree.fontdb().face(glyph.font);
        glyph.id.0 != 0 && face.is_some_and(|face| face.families.iter().any(|(name, _)| name == family))
    };
    tree.root().children().iter().all(|node| match node {
        Node::Text(text) => text.layouted().iter().flat_map(|span| &span.positioned_glyphs).all(is_of),
        _ => true,
    })
}

fn distance(base: &FaceInfo, face: &FaceInfo) -> (bool, bool, u16) {
    let family = |face: &FaceInfo| face.families.first().map(|(name, _)| name.clone());
    (family(base) != family(face), base.style != face.style, base.weight.0.abs_diff(face.weight.0))
}
