//! `cargo xtask`: set-up, builds, demo, tests and checks.
//!
//! In: one command. Out: the exit code, and progress for a person.
//! Not here: what the commands do; each has a module.

mod daemon;
mod process;
mod progress;
mod setup;
mod ui;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use progress::Plan;
use setup::Goal;

/// Set-up, demo, tests and checks. Each command first installs what it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Install what is missing for every other command.
    Setup,
    /// Build the console's pages into ui/dist.
    Ui,
    /// Build the console, pages included.
    Console,
}

impl Task {
    fn run(self) -> Result<()> {
        let mut plan = Plan::default();
        match self {
            Self::Setup => setup::plan(Goal::Test, &mut plan)?,
            Self::Ui => {
                setup::plan(Goal::Demo, &mut plan)?;
                plan.chatty("Building the console's pages", ui::build);
            }
            Self::Console => {
                setup::plan(Goal::Demo, &mut plan)?;
                plan.chatty("Building the console's pages", ui::build);
                plan.chatty("Building the console", || process::cargo(["build", "--package=portico-console"]).show());
            }
        }
        plan.run()
    }
}

fn main() -> ExitCode {
    match Task::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
