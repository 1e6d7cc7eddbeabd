//! Archives made by somebody who means harm, or by a machine that adds things of its own.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use portail::site::seed::{Unpacked, unpack};
use tar::{Builder, EntryType, Header};

const TEXT: &[u8] = b"title = \"A\"\n";

/// An archive of one entry, whatever its name and kind.
fn entry(name: &[u8], kind: EntryType, bytes: &[u8]) -> Vec<u8> {
    archive(&[(name, kind, bytes)])
}

fn archive(entries: &[(&[u8], EntryType, &[u8])]) -> Vec<u8> {
    let mut archive = Builder::new(Vec::new());
    for (name, kind, bytes) in entries {
        let mut header = Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name);
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        if kind.is_symlink() || kind.is_hard_link() {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn wrong(unpacked: &Unpacked) -> Vec<String> {
    unpacked.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn names_that_lead_outside_and_what_is_no_file_are_refused() {
    let outside: [&[u8]; 5] =
        [b"../offer/a.toml", b"/etc/offer/a.toml", b"offer/../../a.toml", b"offer\\..\\a.toml", b"offer/a\nb.toml"];
    for name in outside {
        let unpacked = unpack("x.tar", entry(name, EntryType::Regular, TEXT));
        assert!(unpacked.files.is_empty());
        assert!(wrong(&unpacked)[0].ends_with("leads outside of the archive"), "{:?}", wrong(&unpacked));
    }
    for kind in [EntryType::Symlink, EntryType::Link, EntryType::Char, EntryType::Block, EntryType::Fifo] {
        let unpacked = unpack("x.tar", entry(b"offer/a.toml", kind, b""));
        assert!(unpacked.files.is_empty());
        assert!(wrong(&unpacked)[0].contains("is a link or a device"), "{kind:?}: {:?}", wrong(&unpacked));
    }
    let unpacked = unpack("x.tar", entry(b"offer/\xff.toml", EntryType::Regular, TEXT));
    assert!(wrong(&unpacked)[0].ends_with("has a name that is not UTF-8"));
}

#[test]
fn what_unpacks_to_too_much_is_refused_with_little_memory() {
    let bomb = gzip(&vec![0; 120 * 1024 * 1024]);
    assert!(bomb.len() < 200_000);
    let large = gzip(&entry(b"offer/a.toml", EntryType::Regular, &vec![b' '; 3 * 1024 * 1024]));
    let unpacked = unpack("x.tar.gz", large);
    assert!(wrong(&unpacked)[0].ends_with("is longer than 2 MB"), "{:?}", wrong(&unpacked));
    let entries: Vec<_> = (0..70).map(|_| (&b"notes"[..], EntryType::Regular, &[b' '; 0][..])).collect();
    let many = gzip(&archive(&entries).repeat(1));
    assert!(unpack("x.tar.gz", many).aside.len() == 70);
    let padding = vec![b' '; 1024 * 1024];
    let huge: Vec<_> = (0..100).map(|_| (&b"image.bin"[..], EntryType::Regular, padding.as_slice())).collect();
    let unpacked = unpack("x.tar.gz", gzip(&archive(&huge)));
    assert!(wrong(&unpacked).iter().any(|why| why.ends_with("unpacks to more than 96 MB")), "{:?}", wrong(&unpacked));
    let unpacked = unpack("x.tar.gz", bomb);
    assert!(unpacked.files.is_empty() && !unpacked.problems.is_empty(), "a bomb of zeros is an empty archive");
    let entries: Vec<_> = (0..20_001).map(|_| (&b"d/"[..], EntryType::Directory, &b""[..])).collect();
    let unpacked = unpack("x.tar.gz", gzip(&archive(&entries)));
    assert!(wrong(&unpacked)[0].ends_with("holds more than 20,000 files"), "{:?}", wrong(&unpacked));
}

#[test]
fn what_machines_add_is_left_and_doubles_are_refused() {
    let file = EntryType::Regular;
    let unpacked = unpack(
        "x.tar",
        archive(&[
            (b"x/offer/._a.toml", file, b"\0\x05\x16\x07"),
            (b"__MACOSX/offer/a.toml", file, b"\0"),
            (b"x/.DS_Store", file, b"\0"),
            (b"x/", EntryType::Directory, b""),
            (b"x/README.md", file, b"hello"),
            (b"x/Offer/a.TOML", file, TEXT),
            (b"x/offer/a.toml", file, TEXT),
        ]),
    );
    assert_eq!(unpacked.files.len(), 1);
    assert_eq!(unpacked.aside, ["x/README.md"]);
    assert!(wrong(&unpacked)[0].ends_with("the same document is there twice"), "{:?}", wrong(&unpacked));
}

#[test]
fn what_is_no_archive_or_broken_is_said() {
    let said = |name: &str, bytes: Vec<u8>| wrong(&unpack(name, bytes)).join("\n");
    assert!(said("x.zip", b"PK\x03\x04".to_vec()).ends_with("is a .zip: pack it as .tar.gz"));
    assert!(said("x.png", b"\x89PNG".to_vec()).contains("neither a .tar.gz"));
    assert!(said("x.tar.gz", Vec::new()).ends_with("is empty"));
    let mut broken = gzip(&archive(&[(b"offer/a.toml", EntryType::Regular, TEXT)]));
    broken.truncate(broken.len() / 2);
    assert!(said("x.tar.gz", broken).ends_with("breaks off, or is no archive"));
    assert!(said("x.tar.gz", gzip(b"not a tar at all")).contains("x.tar.gz"), "some mistake");
    assert!(said("x.tar", archive(&[(b"x/", EntryType::Directory, b"")])).contains("holds no document"));
}

/// Case 6 and wrong encodings: what a page or the database cannot hold is named with its file.
#[test]
fn wrong_encodings_and_control_characters_are_named_with_their_file() {
    use portail::site::seed::Brought;
    let file = EntryType::Regular;
    let bytes = archive(&[
        (b"offer/latin.toml", file, b"title = \"\xe9\"\n"),
        (b"offer/utf16.toml", file, b"\xff\xfet\0i\0"),
        (b"offer/nul.toml", file, b"title = \"a\0b\"\n"),
    ]);
    let said: Vec<_> = Brought::of_file("x.tar", bytes).read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(said[0], "offer/latin.toml: is not UTF-8");
    assert_eq!(said[1], "offer/utf16.toml: is not UTF-8");
    assert!(said[2].starts_with("offer/nul.toml, line 1"), "{said:?}");
}
