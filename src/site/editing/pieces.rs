//! What a form is made of, as its template draws it.

pub enum Piece {
    /// A part of the form: its id, title, and how many errors it has.
    Part {
        id: String,
        title: String,
        /// How to fill it in; empty: that goes without saying.
        help: String,
    },
    EndPart,
    /// A list in a row.
    List {
        id: String,
        title: String,
    },
    /// Rows of one line each, under a line of labels.
    Lines(Vec<Head>),
    EndLines,
    /// The list's end, with the name of its button to add a row.
    EndList {
        list: String,
        add: String,
        is_empty: bool,
        /// What is wrong with the list as a whole.
        error: String,
    },
    Row(Row),
    EndRow(Row),
    /// An image of the document, before its fields.
    Picture(Picture),
    EndPicture,
    /// What puts an image into a text: its fields follow.
    Insertion {
        text: String,
        digest: String,
        is_open: bool,
    },
    EndInsertion {
        text: String,
    },
    /// A row that goes with the next save; its values stay.
    Gone(Row),
    Hidden {
        name: String,
        value: String,
    },
    Field(Field),
}

pub struct Picture {
    pub name: String,
    /// Empty: none yet.
    pub digest: String,
    pub alternative: String,
    /// It goes with the next save.
    pub is_removed: bool,
}

impl Picture {
    /// What its button posts: `remove` or `keep`.
    pub fn press(&self, verb: &str) -> String {
        format!("{}.{verb}", self.name)
    }
}

/// What stands above a column of a list.
pub struct Head {
    pub label: String,
    pub mark: String,
    pub width: &'static str,
}

#[derive(Clone)]
pub struct Row {
    pub list: String,
    pub key: String,
    pub id: String,
    pub number: usize,
    /// Its fields stand in one line where there is room.
    pub is_line: bool,
    /// « 2, Robin Camarasa ».
    pub title: String,
    /// No text of its own names it: its title is the interface's.
    pub is_unnamed: bool,
    pub is_first: bool,
    pub is_last: bool,
}

pub struct Field {
    pub name: String,
    pub label: String,
    /// What it is for, and how much it takes.
    pub help: String,
    pub value: String,
    pub error: String,
    /// Names that may have been meant.
    pub offers: Vec<String>,
    /// What is typed can be created.
    pub can_create: bool,
    pub is_required: bool,
    /// The words that say so; empty where it may stay empty.
    pub mark: String,
    /// The class of its share of the line.
    pub width: &'static str,
    pub widget: Widget,
}

pub enum Widget {
    Line,
    /// A date, with how it was understood; empty: as it was typed, or not at all.
    Date(String),
    Number,
    /// A text of several lines, and how many are shown.
    Long(usize),
    /// Suggestions from the list of this kind.
    Reference(String),
    File,
    Choice(Vec<(String, String, bool)>),
    /// A row or a part of this very form.
    Own(Vec<Group>),
    Markdown(Box<Markdown>),
    Flag(bool),
}

pub struct Markdown {
    /// How many lines of it are shown.
    pub lines: usize,
    /// What its page will show; none: it is too long for that.
    pub shown: Option<String>,
    /// In which a page to link to is named.
    pub link: Field,
}

/// Options that belong together.
#[derive(Clone)]
pub struct Group {
    /// Empty: they stand by themselves.
    pub label: String,
    /// They are what somebody wrote, not words of the interface.
    pub is_content: bool,
    pub picks: Vec<Pick>,
}

#[derive(Clone)]
pub struct Pick {
    pub value: String,
    pub words: String,
    pub is_chosen: bool,
}

impl Group {
    pub fn plain(picks: Vec<Pick>) -> Self {
        Self { label: String::new(), is_content: false, picks }
    }
}

impl Pick {
    pub fn of(value: &str, words: &str) -> Self {
        Self { value: value.to_owned(), words: words.to_owned(), is_chosen: false }
    }
}

/// The parts of a form, for the list at its side: id, title, errors.
pub struct Contents {
    pub id: String,
    pub title: String,
    pub errors: usize,
}
