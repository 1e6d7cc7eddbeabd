//! Content in bulk: the whole of it out and in as files, people in from tables of other tools. What is uploaded is kept
//! until its import, so that what is imported is what was previewed.

pub mod documents;
pub mod people;
mod queries;
mod received;
mod uploads;
