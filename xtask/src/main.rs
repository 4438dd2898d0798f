//! `cargo xtask`: set-up, demo, tests and checks.
//!
//! In: one command. Out: progress for a person, and an exit code.
//! Not here: what the commands do; each has a module.

mod bench;
mod ci;
mod daemon;
mod demo;
mod desktop;
mod pictures;
mod process;
mod progress;
mod setup;
mod test;
#[cfg(test)]
mod tidy;
mod ui;
mod webdriver;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use clap::Parser;

use process::cargo;
use progress::Plan;
use setup::Goal;

/// Set-up, demo, tests and checks. Every command first installs what it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Serve a sample merchant and open the console on it.
    Demo {
        /// Take pictures of portal and console instead, for which no desktop is needed.
        #[arg(long)]
        headless: bool,
        /// Start over with fresh data.
        #[arg(long)]
        fresh: bool,
        /// Where the pictures go.
        #[arg(long, value_name = "FOLDER", requires = "headless", default_value = "target/demo-screenshots")]
        pictures: PathBuf,
    },
    /// Run every test.
    Test(test::Choice),
    /// Run every check and every test, as a change must pass them.
    Ci,
    /// Measure Portico beside what everyone knows, and print one table of ratios.
    Bench(bench::Choice),
    /// Build the console, pages included.
    Console,
    /// Build the console's pages into ui/dist.
    Ui,
    /// Install what the other commands need.
    Setup,
}

impl Task {
    fn run(self) -> Result<()> {
        let mut plan = Plan::default();
        if let Some(goal) = self.goal() {
            setup::plan(goal, &mut plan)?;
        }
        match self {
            Self::Setup => plan.run(),
            Self::Bench(choice) => {
                bench::plan(&choice, &mut plan)?;
                plan.run()
            }
            Self::Ui => {
                plan.chatty("Building the console's pages", ui::build);
                plan.run()
            }
            Self::Console => {
                plan.chatty("Building the console's pages", ui::build);
                plan.chatty("Building the console", || cargo(["build", "--package=portico-console"]).show());
                plan.run()
            }
            Self::Test(choice) => {
                test::plan(&choice, &mut plan);
                plan.run()
            }
            Self::Ci => {
                ci::plan(&mut plan);
                test::plan(&test::Choice::default(), &mut plan);
                plan.run()
            }
            Self::Demo { headless, fresh, pictures } => {
                plan.chatty("Building the console's pages", ui::build);
                plan.chatty("Building server and console", || {
                    cargo(["build", "--package=portico", "--package=portico-console"]).show()
                });
                if headless {
                    plan.chatty("Taking pictures", move || demo::take_pictures(fresh, &pictures));
                    return plan.run();
                }
                plan.run()?;
                demo::run(fresh)
            }
        }
    }

    /// What the machine is made ready for first, unless the command sees to that itself.
    fn goal(&self) -> Option<Goal> {
        Some(match self {
            Self::Bench(_) => return None,
            Self::Demo { headless: false, .. } | Self::Ui | Self::Console => Goal::Demo,
            Self::Demo { headless: true, .. } => Goal::Pictures,
            Self::Test(_) | Self::Ci | Self::Setup => Goal::Test,
        })
    }
}

fn main() -> ExitCode {
    match outlive_ctrl_c().and_then(|()| Task::parse().run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The terminal sends Ctrl-C to whatever we run as well. That ends, we notice, and tidy up after it;
/// only a second Ctrl-C ends us on the spot.
fn outlive_ctrl_c() -> Result<()> {
    static PRESSED: AtomicBool = AtomicBool::new(false);
    #[expect(clippy::disallowed_methods, reason = "whoever presses twice does not want us to tidy up")]
    ctrlc::set_handler(|| {
        if PRESSED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    })?;
    Ok(())
}
