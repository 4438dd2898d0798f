//! The one Tauri command: a name and a payload in, an answer or a failure out.

use contract::ErrorCode;
use contract::ipc::{self, Command, Failure};
use serde::Serialize;
use serde_json::Value;
use tauri::State;

use crate::commands::{connection, customers, portal, settings, test_clock, webhooks};
use crate::shell::Shell;
use crate::trouble::Trouble;

/// Runs the command of this name. What each does is said in [`contract::ipc`].
#[tauri::command]
pub(crate) async fn rpc(shell: State<'_, Shell>, name: String, payload: Value) -> Result<Value, Failure> {
    shell.ready().await;
    dispatch(&shell, &name, payload).await.map_err(|Trouble(failure)| failure)
}

async fn dispatch(shell: &Shell, name: &str, payload: Value) -> Result<Value, Trouble> {
    macro_rules! handlers {
        ($($command:ident => $handler:path,)*) => {
            match name {
                $(ipc::$command::NAME => answer($handler(shell, read::<ipc::$command>(payload)?).await?),)*
                _ => Err(mismatch(format_args!("there is no command {name}"))),
            }
        };
    }
    handlers! {
        Connect => connection::connect,
        Disconnect => connection::disconnect,
        GetStatus => connection::status,
        SyncNow => connection::sync_now,

        GetOverview => customers::overview,
        SearchCustomers => customers::search,
        GetCustomer => customers::find,
        ListInvoices => customers::list_invoices,
        GetInvoice => customers::find_invoice,
        SaveInvoicePdf => customers::save_invoice_pdf,

        SendPortalLink => portal::send_link,
        SendBillingEmail => portal::send_billing_email,
        CopyLink => portal::copy_link,
        RevokeLink => portal::revoke_link,
        RevokeSession => portal::revoke_session,

        GetSettings => settings::get,
        SaveConfiguration => settings::save_configuration,
        CreateConfiguration => settings::create_configuration,
        MakeDefaultConfiguration => settings::make_default_configuration,
        DeleteConfiguration => settings::delete_configuration,
        AssignConfiguration => settings::assign_configuration,
        GetBranding => settings::branding,
        SaveBranding => settings::save_branding,

        ListEndpoints => webhooks::list,
        CreateWebhookEndpoint => webhooks::create,
        UpdateWebhookEndpoint => webhooks::update,
        DeleteWebhookEndpoint => webhooks::delete,
        ListDeliveries => webhooks::list_deliveries,
        ResendDelivery => webhooks::resend,

        GetTestClock => test_clock::get,
        MoveTestClock => test_clock::advance,
    }
}

fn read<C: Command>(payload: Value) -> Result<C, Trouble> {
    serde_json::from_value(payload).map_err(mismatch)
}

fn answer(output: impl Serialize) -> Result<Value, Trouble> {
    serde_json::to_value(output).map_err(mismatch)
}

/// Pages and shell are built together, so this is a fault of ours.
fn mismatch(what: impl std::fmt::Display) -> Trouble {
    tracing::error!(%what, "pages and shell do not fit together");
    let message = "This page and the console do not fit together. Nothing was changed. Restart Portico.";
    Trouble::new(ErrorCode::Internal, message)
}
