//! A desktop nobody sees: a display, a message bus, a keyring and a notification service.
//!
//! In: the programs Debian names xvfb, dbus, gnome-keyring and dunst. Out: a [`Desktop`], and the
//! environment of programs that are to run on it. Not here: the console, and what drives it.

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::daemon::Daemon;
use crate::process::cmd;

/// A running desktop, apart from the person's own: no key or setting of theirs is seen or changed.
/// It ends on drop, with all that runs on it.
pub(crate) struct Desktop {
    environment: Vec<(&'static str, OsString)>,
    // Ended in this order: what needs the bus or the display before them.
    _notifications: Daemon,
    _keyring: Daemon,
    _bus: Daemon,
    _display: Daemon,
    _home: Home,
}

impl Desktop {
    pub(crate) fn start() -> Result<Self> {
        let home = Home::create()?;
        let mut environment = home.environment();

        // Xvfb picks a free number and writes it to the descriptor we name: its standard output.
        let screen = ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"];
        let mut display = Daemon::start("display", cmd("Xvfb", screen))?;
        let number = display.line(|line| line.trim().parse::<u32>().ok())?;
        environment.push(("DISPLAY", format!(":{number}").into()));

        let bus = cmd("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let mut bus = Daemon::start("message bus", bus.envs(&environment))?;
        let address = bus.line(|line| line.starts_with("unix:").then(|| line.to_owned()))?;
        environment.push(("DBUS_SESSION_BUS_ADDRESS", address.into()));

        // It unlocks with the first line of its input: an empty password, for an empty keyring.
        let keyring = cmd("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"]);
        let keyring = keyring.envs(&environment);
        let mut keyring = Daemon::start_with_input("keyring", keyring, "\n")?;
        keyring.until(|| on_the_bus("org.freedesktop.secrets", &environment))?;

        let notifications = cmd("dunst", ["-config", "/dev/null"]);
        let mut notifications = Daemon::start("notification service", notifications.envs(&environment))?;
        notifications.until(|| on_the_bus("org.freedesktop.Notifications", &environment))?;

        Ok(Self {
            environment,
            _notifications: notifications,
            _keyring: keyring,
            _bus: bus,
            _display: display,
            _home: home,
        })
    }

    /// What a program needs in its environment to run here.
    pub(crate) fn environment(&self) -> &[(&'static str, OsString)] {
        &self.environment
    }

    /// Saves what is on the display, without the empty space around the window.
    pub(crate) fn picture(&self, file: &Path) -> Result<()> {
        let shot = cmd("import", ["-window", "root", "-trim", "+repage"]).args([file]);
        shot.envs(self.environment()).text().map(drop)
    }
}

fn on_the_bus(name: &str, environment: &[(&'static str, OsString)]) -> bool {
    let bus = ["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
    let question = ["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")];
    let answer = cmd("dbus-send", bus).args(question).envs(environment).text();
    answer.is_ok_and(|answer| answer.contains("true"))
}

/// A home folder for one run, gone on drop.
struct Home(PathBuf);

impl Home {
    /// In the folder for temporary files, as socket paths must be short; for our eyes only, as D-Bus wants it.
    fn create() -> Result<Self> {
        let path = env::temp_dir().join(format!("portico-desktop-{}", std::process::id()));
        DirBuilder::new()
            .mode(0o700)
            .create(&path)
            .with_context(|| format!("could not create {}", path.display()))?;
        Ok(Self(path))
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        let own = |name: &str| self.0.join(name).into_os_string();
        vec![
            ("XDG_RUNTIME_DIR", self.0.clone().into()),
            ("XDG_CACHE_HOME", own("cache")),
            ("XDG_CONFIG_HOME", own("config")),
            ("XDG_DATA_HOME", own("data")),
            ("XDG_STATE_HOME", own("state")),
            ("GSETTINGS_BACKEND", "memory".into()),
            // GTK would start an accessibility bus that outlives us.
            ("NO_AT_BRIDGE", "1".into()),
            ("GDK_BACKEND", "x11".into()),
            // There is no graphics card behind Xvfb.
            ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".into()),
        ]
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // What a program on its last breath still writes there is left to the system's own tidying.
        let _ = fs::remove_dir_all(&self.0);
    }
}
