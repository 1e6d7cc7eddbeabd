//! The chart as schema.org names it: the company, its bodies and who works there.

use serde_json::{Value, json};

use super::super::chart::{Chart, Seat};
use crate::site::parts::Link;

/// So many people are named; of more only how many there are.
const NAMED: usize = 250;

/// `company`: its name; `portal`: the address before people's pages.
pub fn thing(chart: &Chart, company: &str, portal: &str) -> Value {
    let (count, _) = chart.count();
    let staff = json!({ "@type": "QuantitativeValue", "value": count });
    let mut thing = json!({ "@type": "Organization", "name": company, "numberOfEmployees": staff });
    if count > NAMED {
        return thing;
    }
    let mut people: Vec<(&Link, Vec<&str>)> = Vec::new();
    for row in chart.rows() {
        let title = row.seat.post.map(|post| post.link.title.as_str());
        for holder in &row.seat.holders {
            match people.iter_mut().find(|(link, _)| link.slug == holder.link.slug) {
                Some((_, titles)) => titles.extend(title),
                None => people.push((holder.link, title.into_iter().collect())),
            }
        }
    }
    let employees = people.iter().map(|(link, titles)| {
        let mut person = reference(link, portal);
        if !titles.is_empty() {
            person["jobTitle"] = titles.join(", ").into();
        }
        person
    });
    thing["employee"] = employees.collect();
    let bodies = chart.tops.iter().filter_map(|top| {
        let members = top.seats.iter().flat_map(|&n| members(&chart.seats[n], portal)).collect::<Vec<_>>();
        Some(json!({ "@type": "Organization", "name": top.body?.name, "member": members }))
    });
    let bodies: Vec<_> = bodies.collect();
    if !bodies.is_empty() {
        thing["subOrganization"] = bodies.into();
    }
    thing
}

fn members(seat: &Seat, portal: &str) -> Vec<Value> {
    seat.holders.iter().map(|holder| reference(holder.link, portal)).collect()
}

fn reference(link: &Link, portal: &str) -> Value {
    let page = link.href().map(|href| format!("{portal}{href}"));
    json!({ "@type": "Person", "@id": page, "name": link.title, "url": page })
}
