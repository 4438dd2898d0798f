//! Sending, copying and revoking access.

use client::IdempotencyKey;
use contract::ErrorCode;
use contract::api::{CreatePortalSession, PortalSessionCreated, SendEmail};
use contract::ipc::{
    CopyLink, LinkCopied, MailQueued, RevokeLink, RevokeSession, SendBillingEmail, SendPortalLink,
};
use domain::{ConfigurationId, CustomerId};

use crate::session::{Session, now};
use crate::shell::Shell;
use crate::trouble::Trouble;

pub(crate) async fn send_link(shell: &Shell, ask: SendPortalLink) -> Result<MailQueued, Trouble> {
    send(shell, link_for(ask.customer_id, ask.configuration_id), SendEmail::PortalLink).await
}

pub(crate) async fn send_billing_email(shell: &Shell, ask: SendBillingEmail) -> Result<MailQueued, Trouble> {
    send(shell, link_for(ask.customer_id, ask.configuration_id), SendEmail::Billing).await
}

async fn send(shell: &Shell, link: CreatePortalSession, mail: SendEmail) -> Result<MailQueued, Trouble> {
    let session = shell.session().await?;
    let created = create(&session, CreatePortalSession { send_email: Some(mail), ..link }).await?;
    session.catch_up().await;
    let to = session.replica.find_customer(&created.customer_id, now()).await?.customer.email;
    Ok(MailQueued { to, expires_at: created.expires_at })
}

pub(crate) async fn copy_link(shell: &Shell, ask: CopyLink) -> Result<LinkCopied, Trouble> {
    let session = shell.session().await?;
    let created = create(&session, link_for(ask.customer_id, ask.configuration_id)).await?;
    if let Err(error) = shell.clipboard().copy(created.url.as_str()) {
        tracing::warn!(%error, "the clipboard");
        // Nobody has the link, so nobody should be able to use it.
        session.server()?.revoke_link(&created.id).await?;
        let message = format!(
            "The clipboard cannot be used: {error}. The new link was revoked again. \
             Send the portal link by e-mail instead."
        );
        return Err(Trouble::new(ErrorCode::Internal, message));
    }
    session.catch_up().await;
    Ok(LinkCopied { expires_at: created.expires_at })
}

pub(crate) async fn revoke_link(shell: &Shell, ask: RevokeLink) -> Result<(), Trouble> {
    let session = shell.session().await?;
    session.server()?.revoke_link(&ask.id).await?;
    session.catch_up().await;
    Ok(())
}

pub(crate) async fn revoke_session(shell: &Shell, ask: RevokeSession) -> Result<(), Trouble> {
    let session = shell.session().await?;
    session.server()?.revoke_session(&ask.id).await?;
    session.catch_up().await;
    Ok(())
}

fn link_for(customer: CustomerId, configuration_id: Option<ConfigurationId>) -> CreatePortalSession {
    CreatePortalSession { configuration_id, ..CreatePortalSession::for_customer(customer) }
}

async fn create(session: &Session, link: CreatePortalSession) -> Result<PortalSessionCreated, Trouble> {
    Ok(session.server()?.create_portal_session(&fresh_key()?, &link).await?)
}

pub(super) fn fresh_key() -> Result<IdempotencyKey, Trouble> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| {
        let message =
            format!("This computer gives no random numbers ({error}), so nothing was sent. Restart it.");
        Trouble::new(ErrorCode::Internal, message)
    })?;
    Ok(IdempotencyKey::from_entropy(bytes))
}
