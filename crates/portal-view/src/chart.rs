//! Bars, drawn as inline SVG without colours of their own: those come from the style sheet, so that they follow
//! dark mode, the merchant's brand and the reader's own colours, and mirror where one reads from right to left.
//!
//! In: quantities. Out: pictures with no text in them. Not here: what they say, which stands in a table beside.

use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// The height of a chart, in its own units.
const HIGH: i64 = 120;
/// From one bar to the next.
const STEP: usize = 12;
/// How wide a bar is.
const WIDE: usize = 9;
/// At least so many bars wide, so that few do not become blocks.
const FEWEST: usize = 12;

/// `part` of `whole` on a scale; the smallest that is not nothing can still be seen.
fn scaled(part: Decimal, whole: Decimal, scale: i64) -> i64 {
    if part <= Decimal::ZERO || whole <= Decimal::ZERO {
        return 0;
    }
    let share = part.checked_div(whole).unwrap_or(Decimal::ONE).min(Decimal::ONE);
    (share * Decimal::from(scale)).round().to_i64().unwrap_or(scale).clamp(1, scale)
}

/// A bar for each quantity, the highest over the whole height; `says` is read in its place.
pub(crate) fn bars(quantities: &[Decimal], says: &str) -> Markup {
    let highest = quantities.iter().max().copied().unwrap_or_default();
    let wide = quantities.len().max(FEWEST) * STEP;
    html! {
        svg.bars viewBox=(format!("0 0 {wide} {HIGH}")) preserveAspectRatio="none" role="img" aria-label=(says) focusable="false" {
            line.ground x1="0" x2=(wide) y1=(HIGH) y2=(HIGH) {}
            @for (at, quantity) in quantities.iter().enumerate() {
                @let high = scaled(*quantity, highest, HIGH - 4);
                @if high > 0 { rect.bar x=(at * STEP) y=(HIGH - high) width=(WIDE) height=(high) {} }
            }
        }
    }
}

/// How much of what is included was used, and will be; nothing where nothing is included. Readers hear the
/// sentence above it instead.
pub(crate) fn allowance_bar(used: Decimal, projected: Option<Decimal>, included: Decimal) -> Markup {
    const LONG: i64 = 1000;
    if included.is_zero() {
        return html! {};
    }
    let whole = included.max(used);
    let within = scaled(used.min(included), whole, LONG);
    let over = scaled(used, whole, LONG);
    let ahead = projected.map_or(0, |projected| scaled(projected.min(whole), whole, LONG));
    html! {
        svg.allowance viewBox=(format!("0 0 {LONG} 8")) preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.track width=(LONG) height="8" {}
            @if ahead > over { rect.ahead width=(ahead) height="8" {} }
            @if over > within { rect.over width=(over) height="8" {} }
            @if within > 0 { rect.used width=(within) height="8" {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_reach_as_high_as_their_share() {
        let scale = |part: i64, whole: i64| scaled(Decimal::from(part), Decimal::from(whole), 100);
        assert_eq!((scale(0, 10), scale(5, 10), scale(10, 10), scale(20, 10)), (0, 50, 100, 100));
        assert_eq!((scale(1, 1_000_000), scale(3, 0), scale(-1, 10)), (1, 0, 0));
    }
}
