//! *Settings → Webhooks*.

use contract::api::{EndpointCreated, Page};
use contract::ipc::{
    CreateWebhookEndpoint, DeleteWebhookEndpoint, ListDeliveries, ListEndpoints, ResendDelivery,
    UpdateWebhookEndpoint,
};
use domain::{Delivery, Endpoint};

use crate::shell::Shell;
use crate::trouble::Trouble;

pub(crate) async fn list(shell: &Shell, _: ListEndpoints) -> Result<Vec<Endpoint>, Trouble> {
    Ok(shell.session().await?.replica.list_endpoints().await?)
}

pub(crate) async fn create(shell: &Shell, ask: CreateWebhookEndpoint) -> Result<EndpointCreated, Trouble> {
    let session = shell.session().await?;
    let created = session.server_as_admin()?.create_endpoint(&ask.endpoint).await?;
    session.catch_up().await;
    Ok(created)
}

pub(crate) async fn update(shell: &Shell, ask: UpdateWebhookEndpoint) -> Result<Endpoint, Trouble> {
    let session = shell.session().await?;
    let saved = session.server_as_admin()?.update_endpoint(&ask.id, ask.version, &ask.endpoint).await?;
    session.catch_up().await;
    Ok(saved)
}

pub(crate) async fn delete(shell: &Shell, ask: DeleteWebhookEndpoint) -> Result<(), Trouble> {
    let session = shell.session().await?;
    session.server_as_admin()?.delete_endpoint(&ask.id).await?;
    session.catch_up().await;
    Ok(())
}

pub(crate) async fn list_deliveries(shell: &Shell, ask: ListDeliveries) -> Result<Page<Delivery>, Trouble> {
    let session = shell.session().await?;
    Ok(session.server()?.list_deliveries(&ask.endpoint_id, ask.cursor.as_deref()).await?)
}

pub(crate) async fn resend(shell: &Shell, ask: ResendDelivery) -> Result<Delivery, Trouble> {
    let session = shell.session().await?;
    Ok(session.server_as_admin()?.resend_delivery(&ask.id).await?)
}
