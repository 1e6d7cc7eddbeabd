//! One form of the chart, as a file.

use axum::response::Response;

use super::picture::{pdf, pdf_sources, png, png_source};
use super::{Format, Sheet, cards, json, svg, table};
use crate::app::App;
use crate::error::Result;
use crate::site::people::{Contact, contacts};
use crate::web::page::Shared;

pub async fn answer(page: &Shared, app: &App, sheet: &Sheet<'_>, format: Format) -> Result<Response> {
    let (kind, name) = (format.media_type(), sheet.file_name(format));
    let contacts = match format {
        // pictures take long: a browser that has them is told so before they are made
        Format::Png => {
            let source = png_source(sheet);
            return page.made(kind, &name, &source.clone(), png(source)).await;
        }
        Format::Pdf => {
            let sources = pdf_sources(sheet);
            return page.made(kind, &name, &sources.concat(), pdf(sheet, sources)).await;
        }
        Format::Cards => contacts(&app.store, sheet.view.marked.as_deref()).await?,
        _ => Vec::new(),
    };
    let body = body(sheet, format, contacts).await?;
    Ok(if format.is_shown() { page.shown(kind, &name, body) } else { page.file(kind, &name, body) })
}

/// The bytes of a form; `contacts` are those of whom cards can be made.
///
/// # Errors
/// As those of the form.
pub async fn body(sheet: &Sheet<'_>, format: Format, contacts: Vec<Contact>) -> Result<Vec<u8>> {
    Ok(match format {
        Format::Svg => svg(sheet).into_bytes(),
        Format::Png => png(png_source(sheet)).await?,
        Format::Pdf => pdf(sheet, pdf_sources(sheet)).await?,
        Format::Csv => table(sheet)?,
        Format::Json => json(sheet).to_string().into_bytes(),
        Format::Cards => cards(sheet, contacts).into_bytes(),
    })
}
