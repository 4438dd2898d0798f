//! *Settings → Customer Portal* and *Settings → Branding*.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use client::Client;
use contract::api::UpdateCustomer;
use contract::ipc::{
    AssignConfiguration, BrandingWithLogo, CreateConfiguration, DeleteConfiguration, Failure, GetBranding,
    GetSettings, MakeDefaultConfiguration, SaveBranding, SaveConfiguration, Settings,
};
use contract::{ErrorCode, FieldError};
use domain::{Branding, Configuration, Logo};

use super::portal::fresh_key;
use crate::session::now;
use crate::shell::Shell;
use crate::trouble::Trouble;

pub(crate) async fn get(shell: &Shell, _: GetSettings) -> Result<Settings, Trouble> {
    Ok(shell.session().await?.replica.settings().await?)
}

pub(crate) async fn save_configuration(
    shell: &Shell,
    ask: SaveConfiguration,
) -> Result<Configuration, Trouble> {
    let session = shell.session().await?;
    let saved = session.server_as_admin()?.save_configuration(&ask.configuration).await?;
    session.catch_up().await;
    Ok(saved)
}

pub(crate) async fn create_configuration(
    shell: &Shell,
    ask: CreateConfiguration,
) -> Result<Configuration, Trouble> {
    let session = shell.session().await?;
    let made = session.server_as_admin()?.create_configuration(&fresh_key()?, &ask.configuration).await?;
    session.catch_up().await;
    Ok(made)
}

pub(crate) async fn make_default_configuration(
    shell: &Shell,
    ask: MakeDefaultConfiguration,
) -> Result<Configuration, Trouble> {
    let session = shell.session().await?;
    let made = session.server_as_admin()?.make_default_configuration(&ask.id, ask.version).await?;
    session.catch_up().await;
    Ok(made)
}

pub(crate) async fn delete_configuration(shell: &Shell, ask: DeleteConfiguration) -> Result<(), Trouble> {
    let session = shell.session().await?;
    session.server_as_admin()?.delete_configuration(&ask.id, ask.version).await?;
    session.catch_up().await;
    Ok(())
}

pub(crate) async fn assign_configuration(shell: &Shell, ask: AssignConfiguration) -> Result<(), Trouble> {
    let session = shell.session().await?;
    let portal_configuration_id = Some(ask.configuration_id);
    let change = UpdateCustomer { portal_configuration_id, ..UpdateCustomer::default() };
    session.server()?.update_customer(&ask.customer_id, ask.version, &change).await?;
    session.catch_up().await;
    Ok(())
}

pub(crate) async fn branding(shell: &Shell, _: GetBranding) -> Result<BrandingWithLogo, Trouble> {
    Ok(shell.session().await?.replica.branding(now()).await?)
}

pub(crate) async fn save_branding(shell: &Shell, ask: SaveBranding) -> Result<BrandingWithLogo, Trouble> {
    let session = shell.session().await?;
    let server = session.server_as_admin()?;
    let picture = ask.logo_base64.as_deref().map(read_logo).transpose()?;
    let saved = server.save_branding(&ask.branding).await?;
    let outcome = save_logo(server, &ask.branding, &saved, picture).await;
    session.catch_up().await;
    let saved = outcome.map_err(|Trouble(failure)| {
        let message = format!("Colours and texts were saved, but not the logo: {}", failure.message);
        Trouble(Failure { message, ..failure })
    })?;
    // The answer is what was saved, even where the connection broke before it came back by the feed.
    Ok(BrandingWithLogo { branding: saved, ..session.replica.branding(now()).await? })
}

/// Puts the new picture in place, or takes the old one away, where the edit says so.
async fn save_logo(
    server: &Client,
    edited: &Branding,
    saved: &Branding,
    picture: Option<(&'static str, Vec<u8>)>,
) -> Result<Branding, Trouble> {
    match picture {
        Some((media_type, bytes)) => Ok(server.save_logo(saved.version, media_type, bytes).await?),
        None if edited.logo.is_none() && saved.logo.is_some() => {
            Ok(server.delete_logo(saved.version).await?)
        }
        None => Ok(saved.clone()),
    }
}

/// Checks a picture before anything is sent.
fn read_logo(base64: &str) -> Result<(&'static str, Vec<u8>), Trouble> {
    let unfit = |message: String| {
        let failure = Failure::new(
            ErrorCode::Invalid,
            format!("The logo cannot be used: {message}. Nothing was saved."),
        );
        Trouble(Failure { errors: vec![FieldError { field: "logo".into(), message }], ..failure })
    };
    let bytes = STANDARD.decode(base64).map_err(|_| unfit("this file could not be read".into()))?;
    let media_type = Logo::media_type_of(&bytes).map_err(|error| unfit(error.to_string()))?;
    Ok((media_type, bytes))
}
