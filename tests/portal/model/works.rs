//! Rules of domains and products.

use portail::history::{Kind, value};
use portail::site::KINDS;
use serde_json::{Value, json};

use crate::support::{Outcome, Portal, full};

fn wrong(kind: &str, at: &str, value: Value) -> String {
    let mut document = full(kind);
    value::set(&mut document, at, value);
    Kind::named(KINDS, kind).read(document).unwrap_err().to_string()
}

#[test]
fn a_choice_is_a_technology_or_the_decision_to_do_without() {
    let either = "either a technology or what is left out is needed, not both";
    let none = wrong("domain", "choices.python.none", "aucun".into());
    assert_eq!(none, format!("choices.python.technology: {either}"));
    let neither = wrong("domain", "choices.aucun-framework.none", Value::Null);
    assert_eq!(neither, format!("choices.aucun-framework.technology: {either}"));
}

#[test]
fn a_result_is_one_of_a_vendor_at_a_task() {
    let stranger = wrong("product", "results.fongecif.vendor", "michel-condemine".into());
    assert_eq!(stranger, "results.fongecif.vendor: must be one of the vendors of this product");
    let other = wrong("product", "results.fongecif.task", "cuisine".into());
    assert_eq!(other, "results.fongecif.task: must be the key of a task of this product");
}

#[tokio::test]
async fn two_results_of_a_vendor_at_one_task_are_refused_beside_the_results() {
    let portal = Portal::open().await;
    let mut twice = full("product");
    value::set(&mut twice, "results.fongecif-2.task", "images".into());
    let refused = portal.import("product", twice).await.unwrap_err().to_string();
    assert_eq!(refused, "results: a vendor has two results at one task");
}

#[tokio::test]
async fn a_vendor_that_is_removed_takes_its_results_along_and_brings_them_back() {
    let portal = Portal::open().await;
    let vendor = portal.import("organisation", json!({ "slug": "nuage", "name": "Nuage" })).await.unwrap().done();
    let mut compared = full("product");
    compared["vendors"].as_array_mut().unwrap().push(json!({ "key": "nuage", "organisation": "nuage" }));
    compared["results"].as_array_mut().unwrap().push(json!({ "key": "nuage", "vendor": "nuage", "task": "mots" }));
    portal.import("product", compared.clone()).await.unwrap().done();
    portal.remove("organisation", "nuage").await.unwrap().done();
    assert_eq!(portal.value("product", "complete").await.2, full("product"));
    portal.bring_back(vendor.documents[0].id).await.unwrap().done();
    assert_eq!(portal.value("product", "complete").await.2, compared);
}
