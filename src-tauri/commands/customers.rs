//! Customers and invoices: from the replica, so they answer without a network.

use contract::ipc::{
    CustomerDetail, CustomerList, GetCustomer, GetInvoice, GetOverview, ListInvoices, Overview,
    SaveInvoicePdf, SearchCustomers,
};
use domain::Invoice;

use crate::session::now;
use crate::shell::Shell;
use crate::trouble::Trouble;

pub(crate) async fn overview(shell: &Shell, _: GetOverview) -> Result<Overview, Trouble> {
    Ok(shell.session().await?.replica.overview(now()).await?)
}

pub(crate) async fn search(shell: &Shell, ask: SearchCustomers) -> Result<CustomerList, Trouble> {
    let replica = &shell.session().await?.replica;
    Ok(replica.search_customers(&ask.text, ask.offset, ask.limit, now()).await?)
}

pub(crate) async fn find(shell: &Shell, ask: GetCustomer) -> Result<CustomerDetail, Trouble> {
    Ok(shell.session().await?.replica.find_customer(&ask.id, now()).await?)
}

pub(crate) async fn list_invoices(shell: &Shell, ask: ListInvoices) -> Result<Vec<Invoice>, Trouble> {
    Ok(shell.session().await?.replica.list_invoices(&ask.customer_id, ask.offset, ask.limit).await?)
}

pub(crate) async fn find_invoice(shell: &Shell, ask: GetInvoice) -> Result<Invoice, Trouble> {
    Ok(shell.session().await?.replica.find_invoice(&ask.id).await?)
}

pub(crate) async fn save_invoice_pdf(shell: &Shell, ask: SaveInvoicePdf) -> Result<String, Trouble> {
    let session = shell.session().await?;
    let invoice = session.replica.find_invoice(&ask.id).await?;
    let pdf = session.server()?.invoice_pdf(&ask.id).await?;
    let path =
        shell.folder().save_invoice(&invoice.number, &pdf).map_err(|e| Trouble::file("The PDF", &e))?;
    Ok(path.display().to_string())
}
