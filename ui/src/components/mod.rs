//! What pages are made of. Each knows how it looks and nothing of billing.

pub(crate) mod button;
pub(crate) mod configuration_choice;
pub(crate) mod copy;
pub(crate) mod date;
pub(crate) mod dialog;
pub(crate) mod draft_bar;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod money;
pub(crate) mod notices;
pub(crate) mod palette;
pub(crate) mod rows;
pub(crate) mod section;
pub(crate) mod shortcuts;
pub(crate) mod sidebar;
pub(crate) mod state;
pub(crate) mod status;
pub(crate) mod status_corner;
pub(crate) mod switch;
pub(crate) mod test_time;
