//! From the merchant's two colours to every brand colour on a page, in light and dark.
//!
//! In: [`Branding`]. Out: [`Theme`], and the one inline `<style>` that carries it.
//! Not here: neutral and semantic colours (`assets/tokens.css`).

use std::fmt;

use domain::{Branding, Color};

/// The page's ground and the sheets on it, as `tokens.css` has them; brand colours must read on both.
const LIGHT: Grounds =
    Grounds { ground: Color { red: 0xf7, green: 0xf6, blue: 0xf3 }, surface: Color::WHITE };
const DARK: Grounds = Grounds {
    ground: Color { red: 0x16, green: 0x15, blue: 0x13 },
    surface: Color { red: 0x1f, green: 0x1e, blue: 0x1b },
};

#[derive(Clone, Copy)]
struct Grounds {
    ground: Color,
    surface: Color,
}

/// Every brand colour on a page: the only place they come from.
///
/// Whatever two colours the merchant picks, text keeps a contrast of 4.5 : 1 and the edge of a
/// button 3 : 1, as WCAG 2.2 AA wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// On paper.
    pub light: Palette,
    /// At night.
    pub dark: Palette,
}

/// The brand colours of one colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Buttons.
    pub button: Color,
    /// A button under the pointer.
    pub button_hover: Color,
    /// The rim of a button, which tells it from the ground even where its colour does not.
    pub button_edge: Color,
    /// Words on buttons.
    pub on_button: Color,
    /// Links and the focus ring.
    pub link: Color,
    /// The faint ground of what is picked or highlighted.
    pub tint: Color,
    /// The brand column; the bar on top on a phone.
    pub column: Color,
    /// Words on it.
    pub on_column: Color,
    /// Lesser words on it.
    pub on_column_muted: Color,
    /// The ground of the entry one is on.
    pub column_mark: Color,
}

impl Palette {
    fn light(branding: &Branding) -> Self {
        let primary = branding.primary_color;
        Self::over(LIGHT, primary, primary, branding.accent_color)
    }

    /// A dark brand colour is lifted until its buttons show on dark sheets, and a bright column dimmed.
    fn dark(branding: &Branding) -> Self {
        let primary = branding.primary_color;
        let button = (0..=10u8)
            .map(|step| primary.mix(Color::WHITE, step * 10))
            .find(|color| color.contrast(DARK.surface) >= 300)
            .unwrap_or(Color::WHITE);
        Self::over(DARK, button, primary.mix(DARK.ground, 45), branding.accent_color)
    }

    fn over(grounds: Grounds, button: Color, column: Color, accent: Color) -> Self {
        let on_button = button.text_on();
        let distinct = button.contrast(grounds.ground).min(button.contrast(grounds.surface)) >= 300;
        let on_column = column.text_on();
        let muted = on_column.mix(column, 22);
        let away = |text| if text == Color::WHITE { Color::BLACK } else { Color::WHITE };
        // A colour that reads on the ground and on the sheet reads on either's faint tint of it too.
        let tint = grounds.surface.mix(accent, 8);
        let link = [grounds.ground, grounds.surface, tint]
            .into_iter()
            .fold(accent, |color, ground| color.readable_on(ground));
        Self {
            button,
            // Away from the text, so that hovering never costs contrast.
            button_hover: button.mix(away(on_button), 12),
            button_edge: if distinct { button } else { button.readable_on(grounds.ground) },
            on_button,
            link,
            tint,
            column,
            on_column,
            on_column_muted: if muted.contrast(column) >= 450 { muted } else { on_column },
            // Towards the text if that leaves it readable, else away from it.
            column_mark: [column.mix(on_column, 14), column.mix(away(on_column), 14)]
                .into_iter()
                .find(|mark| on_column.contrast(*mark) >= 450)
                .unwrap_or(column),
        }
    }
}

impl From<&Branding> for Theme {
    fn from(branding: &Branding) -> Self {
        Self { light: Palette::light(branding), dark: Palette::dark(branding) }
    }
}

impl fmt::Display for Palette {
    /// As CSS custom properties.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, color) in [
            ("button", self.button),
            ("button-hover", self.button_hover),
            ("button-edge", self.button_edge),
            ("on-button", self.on_button),
            ("link", self.link),
            ("tint", self.tint),
            ("column", self.column),
            ("on-column", self.on_column),
            ("on-column-muted", self.on_column_muted),
            ("column-mark", self.column_mark),
        ] {
            write!(f, "--brand-{name}:{color};")?;
        }
        Ok(())
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { light, dark } = self;
        write!(
            f,
            ":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}@media print{{:root{{{light}}}}}"
        )
    }
}

/// The text of the pages' one inline `<style>` element, to the byte: the server puts its SHA-256 into
/// `Content-Security-Policy`.
pub fn brand_style(branding: &Branding) -> String {
    Theme::from(branding).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brandings() -> impl Iterator<Item = Branding> {
        (0..=0xffu32).map(|step| {
            let color = |a: u32, b: u32, c: u32| Color {
                red: (step * a % 256) as u8,
                green: (step * b % 256) as u8,
                blue: (step * c % 256) as u8,
            };
            Branding {
                primary_color: color(1, 7, 31),
                accent_color: color(13, 1, 5),
                ..Branding::default_for("Any")
            }
        })
    }

    #[test]
    fn any_two_colours_make_pages_one_can_read() {
        for branding in brandings() {
            let theme = Theme::from(&branding);
            for (palette, grounds) in [(theme.light, LIGHT), (theme.dark, DARK)] {
                let Palette { button, on_button, link, column, .. } = palette;
                let shown = (branding.primary_color, branding.accent_color, palette);
                assert!(on_button.contrast(button) >= 450, "{shown:?}");
                assert!(on_button.contrast(palette.button_hover) >= 450, "{shown:?}");
                assert!(palette.button_edge.contrast(grounds.surface) >= 300, "{shown:?}");
                assert!(palette.button_edge.contrast(grounds.ground) >= 300, "{shown:?}");
                assert!(link.contrast(grounds.ground) >= 450, "{shown:?}");
                assert!(link.contrast(grounds.surface) >= 450, "{shown:?}");
                assert!(link.contrast(palette.tint) >= 450, "{shown:?}");
                assert!(palette.on_column.contrast(column) >= 450, "{shown:?}");
                assert!(palette.on_column_muted.contrast(column) >= 450, "{shown:?}");
                assert!(palette.on_column.contrast(palette.column_mark) >= 450, "{shown:?}");
            }
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_stylesheet() {
        for color in [LIGHT.ground, LIGHT.surface, DARK.ground, DARK.surface] {
            assert!(crate::TOKENS.contains(&color.to_string()), "{color}");
        }
    }
}
