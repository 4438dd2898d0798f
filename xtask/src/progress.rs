//! What the person at the terminal sees while they wait.
//!
//! In: named steps. Out: one numbered line for each, with the time it took; a closing summary.
//! Not here: the work itself.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use indicatif::{ProgressBar, ProgressStyle};

type Work<'a> = Box<dyn FnOnce() -> Result<()> + 'a>;

/// Steps to do in order. The first that fails ends the plan.
#[derive(Default)]
pub(crate) struct Plan<'a> {
    steps: Vec<Step<'a>>,
}

struct Step<'a> {
    title: String,
    noise: Noise,
    again: Option<String>,
    work: Work<'a>,
}

/// What a step does with the terminal.
#[derive(Clone, Copy, PartialEq)]
enum Noise {
    /// It says nothing, so we show that time passes.
    Silent,
    /// It shows its own progress.
    Chatty,
}

impl<'a> Plan<'a> {
    /// A step that says nothing while it works.
    pub(crate) fn silent(&mut self, title: impl Into<String>, work: impl FnOnce() -> Result<()> + 'a) {
        self.push(title.into(), Noise::Silent, work);
    }

    /// A step that writes to the terminal while it works.
    pub(crate) fn chatty(&mut self, title: impl Into<String>, work: impl FnOnce() -> Result<()> + 'a) {
        self.push(title.into(), Noise::Chatty, work);
    }

    /// How to repeat the step just added, should it fail.
    pub(crate) fn again(&mut self, command: impl Into<String>) {
        if let Some(step) = self.steps.last_mut() {
            step.again = Some(command.into());
        }
    }

    fn push(&mut self, title: String, noise: Noise, work: impl FnOnce() -> Result<()> + 'a) {
        self.steps.push(Step { title, noise, again: None, work: Box::new(work) });
    }

    /// Does the steps. The error of the one that failed names it and says how to repeat only it.
    pub(crate) fn run(self) -> Result<()> {
        let (started, count) = (Instant::now(), self.steps.len());
        for (index, step) in self.steps.into_iter().enumerate() {
            let label = format!("[{}/{count}] {}", index + 1, step.title);
            let again = step.again.map(|again| format!("; to repeat only this: {again}")).unwrap_or_default();
            timed(&label, step.noise, step.work).with_context(|| format!("{label} did not work{again}"))?;
        }
        match count {
            0 => println!("Nothing to do."),
            1 => println!("Done."),
            _ => println!("All {count} steps done in {}.", spoken(started.elapsed())),
        }
        Ok(())
    }
}

fn timed(label: &str, noise: Noise, work: Work<'_>) -> Result<()> {
    let started = Instant::now();
    println!("{label} …");
    let clock = (noise == Noise::Silent).then(ticking_clock);
    let result = work();
    if let Some(clock) = clock {
        clock.finish_and_clear();
    }
    let verdict = if result.is_ok() { "done" } else { "failed" };
    println!("      {verdict} after {}", spoken(started.elapsed()));
    result
}

/// Seconds that pass, shown only where a person watches: indicatif hides it if there is no terminal.
fn ticking_clock() -> ProgressBar {
    let style =
        ProgressStyle::with_template("      {spinner} {elapsed}").expect("the template is well-formed");
    let clock = ProgressBar::new_spinner().with_style(style);
    clock.enable_steady_tick(Duration::from_millis(120));
    clock
}

fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}
