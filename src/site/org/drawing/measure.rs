//! How wide words are, before anything is drawn: the advance widths of the portal's own fonts, in thousandths of their
//! size, read from `static/fonts`. Accents are as wide as the letter beneath. What the fonts do not hold comes from
//! another one, so it counts as wide as the widest letters are; ideographs as wide as they are high.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Sans,
    Strong,
    Display,
}

/// From the blank to the tilde.
type Widths = [u16; 95];

#[rustfmt::skip]
const SANS: Widths = [
    200, 273, 384, 716, 608, 786, 755, 232, 406, 406, 408, 531, 255, 506, 255, 443, 666, 391, 545, 574, 600, 574, 599, 532,
    582, 610, 255, 255, 531, 531, 531, 567, 853, 728, 636, 741, 752, 638, 602, 765, 736, 254, 455, 692, 588, 906, 736, 786,
    656, 787, 656, 608, 648, 712, 728, 1089, 688, 676, 623, 406, 443, 406, 531, 426, 354, 533, 606, 533, 606, 564, 354, 606,
    599, 240, 240, 535, 240, 922, 599, 584, 606, 606, 375, 473, 377, 589, 523, 767, 551, 523, 496, 406, 242, 406, 531,
];
#[rustfmt::skip]
const STRONG: Widths = [
    193, 295, 449, 727, 637, 786, 768, 256, 439, 439, 430, 544, 275, 493, 275, 444, 677, 387, 557, 579, 615, 581, 615, 561,
    598, 619, 275, 275, 544, 544, 544, 580, 867, 733, 645, 747, 755, 630, 594, 764, 725, 254, 427, 712, 589, 898, 725, 794,
    667, 806, 664, 637, 664, 704, 733, 1087, 707, 700, 631, 439, 444, 439, 544, 466, 354, 558, 621, 552, 621, 571, 370, 621,
    612, 260, 260, 558, 260, 941, 612, 597, 621, 621, 390, 494, 406, 604, 536, 800, 587, 536, 513, 439, 234, 439, 544,
];
#[rustfmt::skip]
const DISPLAY: Widths = [
    230, 254, 340, 589, 589, 793, 742, 185, 274, 274, 399, 558, 234, 331, 230, 392, 589, 589, 589, 589, 589, 589, 589, 589,
    589, 589, 262, 272, 558, 558, 558, 464, 896, 718, 650, 704, 768, 659, 602, 759, 814, 344, 404, 746, 610, 1008, 772, 792,
    624, 792, 680, 555, 705, 780, 698, 998, 721, 688, 644, 297, 392, 298, 558, 410, 500, 492, 569, 459, 580, 481, 349, 501,
    578, 274, 249, 557, 267, 862, 585, 554, 583, 567, 394, 404, 352, 562, 551, 773, 542, 542, 458, 296, 230, 296, 558,
];
/// Letters and signs outside ASCII that the fonts hold and that are no letter with an accent; the widest of the three.
const FURTHER: [(char, u16); 13] = [
    ('œ', 948),
    ('Œ', 1081),
    ('æ', 900),
    ('Æ', 1000),
    ('…', 728),
    ('’', 275),
    ('«', 547),
    ('»', 547),
    ('·', 247),
    ('–', 599),
    ('—', 899),
    ('\u{a0}', 230),
    ('\u{202f}', 130),
];
/// Of a letter from another font.
const OTHER: u16 = 720;
const IDEOGRAPH: u16 = 1050;

/// The width of a text in tenths of a pixel.
pub fn width(text: &str, face: Face, size: u16) -> u32 {
    text.nfc().map(|c| u32::from(whole(c, face)) * u32::from(size)).sum::<u32>().div_ceil(100)
}

/// Of a letter with its accents. Those of Vietnamese come from a broader font, but for the largest names.
fn whole(c: char, face: Face) -> u16 {
    let width = std::iter::once(c).nfd().map(|part| advance(part, face)).sum::<u16>();
    let is_broader = face != Face::Display && matches!(c, '\u{1ea0}'..='\u{1ef9}');
    if is_broader { width + width / 4 } else { width }
}

fn advance(c: char, face: Face) -> u16 {
    let widths = match face {
        Face::Sans => &SANS,
        Face::Strong => &STRONG,
        Face::Display => &DISPLAY,
    };
    let ascii = u32::from(c).checked_sub(32).and_then(|at| widths.get(at as usize));
    match ascii {
        Some(width) => *width,
        None if is_combining_mark(c) || c == '\u{200d}' => 0,
        None if u32::from(c) >= 0x1100 => {
            FURTHER.iter().find(|(known, _)| *known == c).map_or(wide(c), |(_, width)| *width)
        }
        None => FURTHER.iter().find(|(known, _)| *known == c).map_or(OTHER, |(_, width)| *width),
    }
}

/// Hangul, ideographs, emoji.
fn wide(c: char) -> u16 {
    match u32::from(c) {
        0x1100..=0x11ff | 0x2e80..=0xffff | 0x1f000.. => IDEOGRAPH,
        _ => OTHER,
    }
}

/// Whether a text stands on one line of so many pixels.
pub fn fits(text: &str, face: Face, size: u16, room: i32) -> bool {
    i64::from(width(text, face, size)) <= i64::from(room) * 10
}

/// At most `most` lines, none wider than `room` pixels; the last ends in « … » if more was to come. A word that is
/// longer than a line is broken. Never empty.
pub fn wrap(text: &str, face: Face, size: u16, room: i32, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let line = lines.last_mut().expect("never empty");
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&joined, face, size, room) {
            *line = joined;
        } else {
            if !line.is_empty() {
                lines.push(String::new());
            }
            break_word(&mut lines, word, face, size, room);
        }
    }
    if lines.len() > most {
        lines.truncate(most.max(1));
        let last = lines.last_mut().expect("never empty");
        *last = cut(&format!("{last}…"), face, size, room);
    }
    lines
}

/// After hyphens if there are some, anywhere otherwise.
fn break_word(lines: &mut Vec<String>, word: &str, face: Face, size: u16, room: i32) {
    for part in word.split_inclusive('-') {
        let line = lines.last_mut().expect("never empty");
        if fits(&format!("{line}{part}"), face, size, room) {
            line.push_str(part);
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for c in part.chars() {
            let line = lines.last_mut().expect("never empty");
            let joined = format!("{line}{c}");
            if line.is_empty() || fits(&joined, face, size, room) {
                *line = joined;
            } else {
                lines.push(c.to_string());
            }
        }
    }
}

/// As much of a text as one line holds, with « … » where something is missing.
pub fn cut(text: &str, face: Face, size: u16, room: i32) -> String {
    if fits(text, face, size, room) {
        return text.to_owned();
    }
    let mut short = text.trim_end_matches('…').to_owned();
    while !short.is_empty() && !fits(&format!("{short}…"), face, size, room) {
        short.pop();
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_do_not_widen_a_letter() {
        assert_eq!(width("Zoë Šimůnek Ánh", Face::Sans, 14), width("Zoe Simunek Anh", Face::Sans, 14));
        assert!(width("李雷", Face::Sans, 14) >= 280);
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let title = "Directrice déléguée à la transformation numérique et à la qualité des données";
        for text in
            [title, "Anticonstitutionnellement-Anticonstitutionnellement", "", "李雷李雷李雷李雷李雷李雷李雷李雷"]
        {
            for room in [40, 120, 180] {
                let lines = wrap(text, Face::Strong, 14, room, 3);
                assert!((1..=3).contains(&lines.len()), "{lines:?}");
                assert!(lines.iter().all(|line| fits(line, Face::Strong, 14, room)), "{room}: {lines:?}");
            }
        }
        assert_eq!(wrap(title, Face::Sans, 13, 180, 2).len(), 2);
        assert!(wrap(title, Face::Sans, 13, 180, 2)[1].ends_with('…'));
        assert_eq!(wrap("Jean-Baptiste-Emmanuel", Face::Sans, 14, 90, 3)[0], "Jean-Baptiste-");
    }
}
