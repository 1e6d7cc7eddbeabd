//! Images in a form: the one of the document, and what puts one into a text.

use super::pieces::{Field, Picture, Piece, Widget};
use super::said;
use super::view::View;
use crate::history::picture::is_digest;

impl View<'_> {
    /// An image with its fields: the file, what it shows, whose it is.
    pub(super) fn picture(&mut self, name: &str) {
        let text = |part: &str| self.typed.get(&format!("{name}.{part}")).unwrap_or_default().to_owned();
        let digest = Some(text("digest")).filter(|digest| is_digest(digest)).unwrap_or_default();
        let (is_removed, alternative) = (!text("removed").is_empty(), text("alternative"));
        self.pieces.push(Piece::Picture(Picture { name: name.to_owned(), digest, alternative, is_removed }));
        self.image_field(name, "file", Widget::File, "image-file-hint");
        self.image_field(name, "alternative", Widget::Line, "image-alternative-hint");
        self.image_field(name, "credit", Widget::Line, "");
        self.pieces.push(Piece::EndPicture);
    }

    /// What puts an image into the text of this name.
    pub(super) fn insertion(&mut self, text: &str) {
        let (file, alternative) = (format!("{text}.file"), format!("{text}.alternative"));
        let digest = self.typed.get(&format!("{text}.digest")).filter(|digest| is_digest(digest)).unwrap_or_default();
        let is_typed = !digest.is_empty() || self.typed.get(&alternative).is_some_and(|words| !words.is_empty());
        let is_open = is_typed || self.errors.0.iter().any(|(at, _)| *at == file || *at == alternative);
        self.pieces.push(Piece::Insertion { text: text.to_owned(), digest: digest.to_owned(), is_open });
        self.image_field(text, "file", Widget::File, "image-file-hint");
        self.image_field(text, "alternative", Widget::Line, "image-insertion-hint");
        self.pieces.push(Piece::EndInsertion { text: text.to_owned() });
    }

    fn image_field(&mut self, whole: &str, part: &str, widget: Widget, help: &str) {
        let name = format!("{whole}.{part}");
        // an image that is missing or unknown is one to choose again
        let digest = format!("{whole}.digest");
        let wrong = self.errors.0.iter().find(|(at, _)| *at == name || part == "file" && *at == digest);
        self.pieces.push(Piece::Field(Field {
            label: self.label(&format!("{whole}-{part}")),
            help: if help.is_empty() { String::new() } else { self.page.t(help) },
            value: self.typed.get(&name).unwrap_or_default().to_owned(),
            error: wrong.map(|(_, wrong)| said::wrong(self.page, wrong)).unwrap_or_default(),
            offers: Vec::new(),
            can_create: false,
            is_required: false,
            mark: String::new(),
            width: "",
            widget,
            name,
        }));
    }
}
