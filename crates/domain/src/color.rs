//! Colours, and whether text on them can be read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text is not a colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a colour; write it like #1f6feb")]
pub struct ColorError(String);

/// An opaque sRGB colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Color {
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };
    /// Black.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };

    /// WCAG 2.2 relative luminance in units of 10⁻⁶: 0 is black, 1 000 000 white.
    ///
    /// Integer arithmetic, so that server and browser agree to the byte.
    pub fn luminance(self) -> u32 {
        let channel = |value: u8| SRGB_TO_LINEAR[usize::from(value)];
        (2126 * channel(self.red) + 7152 * channel(self.green) + 722 * channel(self.blue)) / 1000
    }

    /// WCAG 2.2 contrast of two colours in hundredths: 100 (none) to 2100.
    pub fn contrast(self, other: Self) -> u32 {
        let (a, b) = (self.luminance() + 50_000, other.luminance() + 50_000);
        a.max(b) * 100 / a.min(b)
    }

    /// White or black, whichever reads better on this colour; at least 4.5 : 1.
    pub fn text_on(self) -> Self {
        if self.contrast(Self::WHITE) >= 450 { Self::WHITE } else { Self::BLACK }
    }

    /// This colour mixed with `other`; `share` is the other's part in percent.
    pub fn mix(self, other: Self, share: u8) -> Self {
        let share = u16::from(share.min(100));
        let blend = |a: u8, b: u8| ((u16::from(a) * (100 - share) + u16::from(b) * share + 50) / 100) as u8;
        Self {
            red: blend(self.red, other.red),
            green: blend(self.green, other.green),
            blue: blend(self.blue, other.blue),
        }
    }

    /// This colour, darkened or lightened in steps of 10 % until text of it on `ground` reaches
    /// the 4.5 : 1 of WCAG AA.
    pub fn readable_on(self, ground: Self) -> Self {
        let toward = if ground.luminance() > 179_000 { Self::BLACK } else { Self::WHITE };
        (0..=10u8)
            .map(|step| self.mix(toward, step * 10))
            .find(|color| color.contrast(ground) >= 450)
            .unwrap_or(toward)
    }
}

/// The sRGB transfer curve of IEC 61966-2-1 at each of the 256 values, in units of 10⁻⁵.
#[rustfmt::skip]
const SRGB_TO_LINEAR: [u32; 256] = [
    0, 30, 61, 91, 121, 152, 182, 212, 243, 273, 304, 335, 368, 402, 439, 478,
    518, 561, 605, 651, 700, 750, 802, 857, 913, 972, 1033, 1096, 1161, 1229, 1298, 1370,
    1444, 1521, 1600, 1681, 1764, 1850, 1938, 2029, 2122, 2217, 2315, 2416, 2519, 2624, 2732, 2843,
    2956, 3071, 3190, 3310, 3434, 3560, 3689, 3820, 3955, 4092, 4231, 4374, 4519, 4667, 4817, 4971,
    5127, 5286, 5448, 5613, 5781, 5951, 6125, 6301, 6480, 6663, 6848, 7036, 7227, 7421, 7619, 7819,
    8022, 8228, 8438, 8650, 8866, 9084, 9306, 9531, 9759, 9990, 10224, 10462, 10702, 10946, 11193, 11444,
    11697, 11954, 12214, 12477, 12744, 13014, 13287, 13563, 13843, 14126, 14413, 14703, 14996, 15293, 15593, 15896,
    16203, 16513, 16827, 17144, 17465, 17789, 18116, 18447, 18782, 19120, 19462, 19807, 20156, 20508, 20864, 21223,
    21586, 21953, 22323, 22697, 23074, 23455, 23840, 24228, 24620, 25016, 25415, 25818, 26225, 26636, 27050, 27468,
    27889, 28315, 28744, 29177, 29614, 30054, 30499, 30947, 31399, 31855, 32314, 32778, 33245, 33716, 34191, 34670,
    35153, 35640, 36131, 36625, 37124, 37626, 38133, 38643, 39157, 39676, 40198, 40724, 41254, 41789, 42327, 42869,
    43415, 43966, 44520, 45079, 45641, 46208, 46778, 47353, 47932, 48515, 49102, 49693, 50289, 50888, 51492, 52100,
    52712, 53328, 53948, 54572, 55201, 55834, 56471, 57112, 57758, 58408, 59062, 59720, 60383, 61050, 61721, 62396,
    63076, 63760, 64448, 65141, 65837, 66539, 67244, 67954, 68669, 69387, 70110, 70838, 71569, 72306, 73046, 73791,
    74540, 75294, 76052, 76815, 77582, 78354, 79130, 79910, 80695, 81485, 82279, 83077, 83880, 84687, 85499, 86316,
    87137, 87962, 88792, 89627, 90466, 91310, 92158, 93011, 93869, 94731, 95597, 96469, 97345, 98225, 99110, 100000,
];

impl FromStr for Color {
    type Err = ColorError;
    fn from_str(text: &str) -> Result<Self, ColorError> {
        let error = || ColorError(text.chars().take(16).collect());
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii()).ok_or_else(error)?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| error());
        Ok(Self { red: channel(0)?, green: channel(2)?, blue: channel(4)? })
    }
}
impl TryFrom<String> for Color {
    type Error = ColorError;
    fn try_from(text: String) -> Result<Self, ColorError> {
        text.parse()
    }
}
impl From<Color> for String {
    fn from(color: Color) -> Self {
        color.to_string()
    }
}
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_read_and_print() {
        assert_eq!("#1F6feb".parse::<Color>().map(|c| c.to_string()), Ok("#1f6feb".to_owned()));
        for bad in ["1f6feb", "#1f6fe", "#1f6feg", "red;}", "#ééé"] {
            assert!(bad.parse::<Color>().is_err(), "{bad}");
        }
    }

    #[test]
    fn any_brand_colour_ends_up_readable() {
        for step in 0..=0xffu32 {
            let color =
                Color { red: step as u8, green: (step * 7 % 256) as u8, blue: (step * 31 % 256) as u8 };
            assert!(color.contrast(color.text_on()) >= 450, "{color}");
            assert!(color.readable_on(Color::WHITE).contrast(Color::WHITE) >= 450, "{color}");
            assert!(color.readable_on(Color::BLACK).contrast(Color::BLACK) >= 450, "{color}");
        }
    }
}
