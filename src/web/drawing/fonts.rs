//! The fonts of pictures and documents. Instrument Sans and Newsreader are the pages' own; DejaVu has the letters that
//! they lack (Greek, Cyrillic; of Instrument Sans also Vietnamese). The files and their licences: `fonts/`.

use std::sync::{Arc, LazyLock};

use resvg::usvg::FontResolver;
use resvg::usvg::fontdb::{Database, FaceInfo};

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

fn distance(base: &FaceInfo, face: &FaceInfo) -> (bool, bool, u16) {
    let family = |face: &FaceInfo| face.families.first().map(|(name, _)| name.clone());
    (family(base) != family(face), base.style != face.style, base.weight.0.abs_diff(face.weight.0))
}
