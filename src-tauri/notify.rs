//! Desktop notifications.

use notify_rust::Notification;

/// Shows a sentence on the desktop. A desktop without notifications goes without: the page shows it too.
pub(crate) fn show(text: &str) {
    let mut notification = Notification::new();
    // The summary is plain text everywhere; a body may be read as markup, and customers choose their names.
    notification.appname("Portico").summary(text).icon("portico-console");
    std::thread::spawn(move || {
        if let Err(error) = notification.show() {
            tracing::info!(%error, "the desktop shows no notifications");
        }
    });
}
