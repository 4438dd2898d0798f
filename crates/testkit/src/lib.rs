//! A whole Portico in one process, for stories: the real router on a real socket, real SQL on either
//! engine, a clock that moves only when told, and mail kept in memory.
//!
//! In: what the story needs to exist. Out: what its people would see. Not here: production code paths.

mod browser;
mod build;
mod chromium;
mod console;
mod engine;
mod postgres;
mod program;
mod receiver;
mod window;
mod world;

pub use browser::{Browser, Page};
pub use build::{CustomerBuilder, InvoiceBuilder, SubscriptionBuilder};
pub use chromium::{Chromium, Scripts};
pub use console::Console;
pub use engine::Engine;
pub use program::given;
pub use receiver::{Received, Receiver, Reply};
pub use window::Window;
pub use world::World;

/// Runs a story on SQLite and on Postgres: `both_engines!(a_customer_cancels);` above
/// `async fn a_customer_cancels(world: World) { … }`.
#[macro_export]
macro_rules! both_engines {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::$story($crate::World::start($crate::Engine::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                super::$story($crate::World::start($crate::Engine::Postgres).await).await;
            }
        }
    )+};
}
