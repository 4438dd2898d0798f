//! An invoice as a file: the one way to a PDF, for the portal and the API.
//!
//! In: the merchant, an invoice the caller may see and the language to print it in. Out: the answer with the document.
//! Not here: the drawing, which is `invoice-pdf`'s; whether the caller may see it.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use domain::{Invoice, Merchant};
use invoice_pdf::Sheet;
use portal_view::Words;

use crate::app::App;
use crate::error::AppError;
use crate::store::settings;
use crate::zone;

/// Prints the invoice and answers with it, named after its number.
pub async fn pdf(
    app: &App,
    merchant: Merchant,
    invoice: Invoice,
    words: Words,
) -> Result<Response, AppError> {
    let mut conn = app.db.read().await?;
    let branding = settings::branding(&mut conn, &merchant.id).await?;
    let logo = match &branding.logo {
        Some(logo) => settings::find_logo(&mut conn, &logo.sha256).await?,
        None => None,
    };
    drop(conn);
    let (today, zone) = (zone::today(app, &merchant), zone::of(&merchant));
    let name = disposition(&invoice.number);
    // Printing takes milliseconds of pure computing, during which other requests must be answered.
    let printed = tokio::task::spawn_blocking(move || {
        invoice_pdf::render(&Sheet {
            words,
            invoice: &invoice,
            branding: &branding,
            merchant_name: &merchant.name,
            today,
            zone: &zone,
            paid_on: invoice.paid_at.map(|at| at.to_zoned(zone.clone()).date()),
            logo: logo.as_ref().map(|(_, bytes)| bytes.as_slice()),
        })
    });
    let bytes = printed.await.map_err(|e| AppError::Internal(e.into()))?;
    let bytes = bytes.map_err(|e| AppError::Internal(e.into()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(words.language().tag())),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((headers, bytes).into_response())
}

/// A file name made of what is safe in any file system; numbers are the merchant's own and may hold more.
fn disposition(number: &str) -> HeaderValue {
    let plain: String = number
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' })
        .take(80)
        .collect();
    HeaderValue::try_from(format!("attachment; filename=\"invoice-{plain}.pdf\""))
        .expect("letters, digits, - and _ are fine in a header")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_cannot_break_out_of_the_file_name() {
        assert_eq!(disposition("R/2030-1\"\r\nX: y"), "attachment; filename=\"invoice-R_2030-1___X__y.pdf\"");
    }
}
