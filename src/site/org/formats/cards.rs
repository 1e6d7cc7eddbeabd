//! The people of a chart for address books, with what they do at its date.

use std::collections::HashMap;

use super::super::chart::Seat;
use super::Sheet;
use crate::site::people::Contact;

/// Of each contact who is in the chart, in the order given.
pub fn cards(sheet: &Sheet, contacts: Vec<Contact>) -> String {
    let mut seats: HashMap<&str, Vec<&Seat>> = HashMap::new();
    for row in sheet.chart.rows() {
        row.seat.holders.iter().for_each(|one| seats.entry(&one.link.slug).or_default().push(row.seat));
    }
    let cards = contacts.into_iter().filter_map(|mut contact| {
        let seats = seats.get(contact.link.slug.as_str())?;
        let posts = || seats.iter().filter_map(|seat| seat.post);
        contact.titles = posts().map(|post| post.link.title.clone()).filter(|title| !title.is_empty()).collect();
        contact.functions = posts().flat_map(|post| post.functions.clone()).collect();
        contact.bodies = seats.iter().flat_map(|seat| sheet.chart.body_names(seat)).map(str::to_owned).collect();
        Some(contact.card(sheet.portal))
    });
    cards.collect()
}
