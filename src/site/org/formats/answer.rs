//! One form of the chart, as a file.

use axum::response::Response;

use super::{Format, Sheet, cards, json, pdf, png, svg, table};
use crate::app::App;
use crate::error::Result;
use crate::site::people::contacts;
use crate::web::page::Shared;

/// Pictures and documents are shown, everything else is kept.
pub async fn answer(page: &Shared, app: &App, sheet: &Sheet<'_>, format: Format) -> Result<Response> {
    let body = match format {
        Format::Svg => svg(sheet).into_bytes(),
        Format::Png => png(sheet).await?,
        Format::Pdf => pdf(sheet).await?,
        Format::Csv => table(sheet)?,
        Format::Json => json(sheet).to_string().into_bytes(),
        Format::Cards => cards(sheet, contacts(&app.store, sheet.view.marked.as_deref()).await?).into_bytes(),
    };
    let (kind, name) = (format.media_type(), sheet.file_name(format));
    Ok(match format {
        Format::Svg | Format::Png | Format::Pdf => page.shown(kind, &name, body),
        Format::Csv | Format::Json | Format::Cards => page.file(kind, &name, body),
    })
}
