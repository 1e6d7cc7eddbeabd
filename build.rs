//! One digest for everything under `static/`: assets live at `/static/<digest>/…` and are kept for ever.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn main() {
    for folder in ["static", "locales", "seed", "migrations"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    let mut hash = Sha256::new();
    for file in files(Path::new("static")) {
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(fs::read(&file).expect("a file of static/ can be read"));
    }
    let digest: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo:rustc-env=STATIC_DIGEST={digest}");
}

/// All files below a folder, in one order on every machine.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
