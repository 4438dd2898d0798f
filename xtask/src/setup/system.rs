//! Which operating system this is.
//!
//! In: `/etc/os-release`. Out: a [`System`], and what to install by hand where we install nothing.
//! Not here: package names of Debian and Ubuntu (`packages.rs`).

use std::fs;

use super::Goal;

/// The systems we tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    Debian,
    /// Like Debian, but its Chromium is a snap.
    Ubuntu,
    Fedora,
    Arch,
    MacOs,
    Windows,
    Unknown,
}

impl System {
    pub(crate) fn detect() -> Self {
        if cfg!(target_os = "macos") {
            return Self::MacOs;
        }
        if cfg!(windows) {
            return Self::Windows;
        }
        Self::from_os_release(&fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    /// The system itself if we know it, else the one it says it is like.
    fn from_os_release(text: &str) -> Self {
        let values = |key: &str| {
            let value = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            value.unwrap_or_default().trim_matches('"').to_owned()
        };
        format!("{} {}", values("ID"), values("ID_LIKE"))
            .split_whitespace()
            .find_map(|id| match id {
                "debian" => Some(Self::Debian),
                "ubuntu" => Some(Self::Ubuntu),
                "fedora" | "rhel" => Some(Self::Fedora),
                "arch" => Some(Self::Arch),
                _ => None,
            })
            .unwrap_or(Self::Unknown)
    }

    pub(crate) fn has_apt(self) -> bool {
        matches!(self, Self::Debian | Self::Ubuntu)
    }

    /// What to install by hand for `goal`.
    pub(crate) fn by_hand(self, goal: Goal) -> &'static str {
        match (self, goal) {
            (Self::Fedora, Goal::Demo) => {
                "sudo dnf install @c-development webkit2gtk4.1-devel librsvg2-devel libappindicator-gtk3-devel"
            }
            (Self::Fedora, _) => {
                "sudo dnf install @c-development webkit2gtk4.1-devel librsvg2-devel libappindicator-gtk3-devel \
                 webkit2gtk-driver xorg-x11-server-Xvfb chromium chromedriver dbus-daemon gnome-keyring dunst \
                 postgresql-server poppler-utils qpdf nodejs npm python3-pip"
            }
            (Self::Arch, Goal::Demo) => {
                "sudo pacman -S --needed base-devel webkit2gtk-4.1 librsvg libappindicator-gtk3"
            }
            (Self::Arch, _) => {
                "sudo pacman -S --needed base-devel webkit2gtk-4.1 librsvg libappindicator-gtk3 \
                 xorg-server-xvfb imagemagick chromium dbus gnome-keyring dunst postgresql poppler qpdf nodejs npm python"
            }
            (Self::MacOs, Goal::Demo) => "xcode-select --install",
            (Self::Windows, Goal::Demo) => {
                "the Microsoft C++ Build Tools (\"Desktop development with C++\") and WebView2, which Windows 11 has"
            }
            (Self::MacOs | Self::Windows, _) => {
                "nothing: tests of the console need Linux, as its WebDriver does. `cargo test` runs the others"
            }
            (Self::Debian | Self::Ubuntu | Self::Unknown, _) => {
                "a C compiler, pkg-config, and the development files of WebKitGTK 4.1, librsvg 2 and \
                 Ayatana AppIndicator 3"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::System;

    #[test]
    fn a_derivative_counts_as_the_nearest_system_we_know() {
        let cases = [
            ("ID=debian\nVERSION_ID=\"12\"", System::Debian),
            ("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"", System::Ubuntu),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", System::Fedora),
            ("ID=void", System::Unknown),
            ("", System::Unknown),
        ];
        for (text, system) in cases {
            assert_eq!(System::from_os_release(text), system, "{text}");
        }
    }
}
