//! The one table.
//!
//! In: figures of both sides, round by round. Out: Markdown. Not here: measuring.

use std::fmt::Write as _;

/// One comparison. Figures stand in the order of their rounds.
#[derive(Debug)]
pub(crate) struct Row {
    /// What was measured, with its unit.
    pub(crate) what: String,
    /// What it is measured beside.
    pub(crate) beside: &'static str,
    pub(crate) better: Better,
    pub(crate) ours: Vec<f64>,
    pub(crate) theirs: Vec<f64>,
    pub(crate) aim: Option<Aim>,
}

/// Which figures are the good ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Better {
    /// Those of speeds.
    Higher,
    /// Those of times.
    Lower,
}

/// What we want to reach.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Aim {
    /// At least this ratio.
    Ratio(f64),
    /// At least this speed of ours.
    Speed(f64),
    /// At most this time of ours.
    Time(f64),
}

impl Row {
    /// How many times as fast we were as the other side, round by round.
    fn ratios(&self) -> Vec<f64> {
        let ratio = |(ours, theirs): (&f64, &f64)| match self.better {
            Better::Higher => ours / theirs,
            Better::Lower => theirs / ours,
        };
        self.ours.iter().zip(&self.theirs).map(ratio).collect()
    }

    /// The aim, and whether the median reaches it.
    fn verdict(&self) -> String {
        let (sign, aim, reached) = match self.aim {
            None => return String::new(),
            Some(Aim::Ratio(aim)) => ('≥', aim, median(&self.ratios()) >= aim),
            Some(Aim::Speed(aim)) => ('≥', aim, median(&self.ours) >= aim),
            Some(Aim::Time(aim)) => ('≤', aim, median(&self.ours) <= aim),
        };
        format!("{sign} {} {}", short(aim), if reached { "reached" } else { "**missed**" })
    }
}

/// The table.
pub(crate) fn markdown(rows: &[Row]) -> String {
    let mut text = "| measured | Portico | beside it | that | times as fast | aim |\n".to_owned();
    text.push_str("|---|--:|---|--:|--:|---|\n");
    for row in rows {
        let Row { what, beside, ours, theirs, .. } = row;
        let (ours, theirs, ratios) = (spread(ours), spread(theirs), spread(&row.ratios()));
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "| {what} | {ours} | {beside} | {theirs} | {ratios} | {} |", row.verdict());
    }
    text
}

/// `0.61 (0.55–0.63)`
fn spread(figures: &[f64]) -> String {
    let sorted = sorted(figures);
    let (lowest, highest) = (sorted[0], sorted[sorted.len() - 1]);
    format!("{} ({}–{})", short(median(figures)), short(lowest), short(highest))
}

fn median(figures: &[f64]) -> f64 {
    share(figures, 50)
}

/// The figure below which `percent` of all lie. There must be some.
pub(crate) fn share(figures: &[f64], percent: usize) -> f64 {
    let sorted = sorted(figures);
    sorted[(sorted.len() - 1) * percent / 100]
}

fn sorted(figures: &[f64]) -> Vec<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// Three digits that count, or all before the point: `0.612`, `48.1`, `21,307`.
fn short(figure: f64) -> String {
    let places = match figure {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 3,
    };
    let text = format!("{figure:.places$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_time_is_a_higher_ratio() {
        let row = Row {
            what: "a page, ms".into(),
            beside: "a bare route",
            better: Better::Lower,
            ours: vec![4.0, 2.0, 1000.0],
            theirs: vec![2.0, 2.0, 2500.0],
            aim: Some(Aim::Ratio(0.5)),
        };
        let table = markdown(&[row]);
        let line = table.lines().last().expect("a row");
        assert_eq!(
            line,
            "| a page, ms | 4.00 (2.00–1,000) | a bare route | 2.00 (2.00–2,500) | 1.00 (0.500–2.50) | ≥ 0.500 reached |"
        );
    }
}
