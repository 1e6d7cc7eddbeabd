//! A date in parts.

use super::bounds::Span;

/// One date, or a beginning and an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    Point(Point),
    Interval {
        begin: End,
        end: End,
    },
    /// `..` by itself: an end that has not come. Only an end can be that.
    StillSo,
}

/// One side of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    Known(Point),
    /// There is one, and it is not known which.
    Unknown,
    /// There is none.
    Open,
}

/// A year, month or day. What is absent is not given; at least the year or the month is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    pub year: Option<Year>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; never without a month and a year.
    pub day: Option<u8>,
    /// `?` or `%`
    pub uncertain: bool,
    /// `~` or `%`
    pub approximate: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Year {
    /// 1 to 9999; of a decade its first year, so that 0 is one too.
    pub number: i32,
    /// Ten years from `number` on.
    pub decade: bool,
}

impl Shape {
    /// A point is its own beginning and end.
    pub(super) const fn ends(self) -> (End, End) {
        match self {
            Self::Point(point) => (End::Known(point), End::Known(point)),
            Self::Interval { begin, end } => (begin, end),
            Self::StillSo => (End::Unknown, End::Open),
        }
    }
}

impl End {
    pub(super) const fn certain(self) -> bool {
        match self {
            Self::Known(point) => point.certain(),
            Self::Unknown | Self::Open => true,
        }
    }

    pub(super) fn span(self) -> Span {
        match self {
            Self::Known(point) => point.span(),
            Self::Unknown => Span::UNKNOWN,
            Self::Open => Span::OPEN,
        }
    }
}

impl Point {
    pub(super) const fn certain(self) -> bool {
        !self.uncertain && !self.approximate
    }
}
