//! The fonts of pictures and documents. Instrument Sans is the pages' own; DejaVu has the letters that it lacks
//! (Vietnamese, Greek, Cyrillic). The files and their licences: `fonts/`.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;

const FILES: [&[u8]; 6] = [
    include_bytes!("../../../fonts/instrument-sans-latin-regular.ttf"),
    include_bytes!("../../../fonts/instrument-sans-latin-semibold.ttf"),
    include_bytes!("../../../fonts/instrument-sans-extended-regular.ttf"),
    include_bytes!("../../../fonts/instrument-sans-extended-semibold.ttf"),
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
