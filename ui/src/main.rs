//! The console's pages: what billing staff see and press.
//!
//! In: answers and pushes of the shell (`bridge`). Out: commands to it. Not here: HTTP, storage,
//! business rules; a page renders what it is told.

mod boot;
mod bridge;
mod clock;
mod components;
mod pages;
mod query;
mod routes;
mod state;
mod window;

fn main() {
    boot::guard();
    boot::dress();
    yew::Renderer::<window::Window>::new().render();
}
