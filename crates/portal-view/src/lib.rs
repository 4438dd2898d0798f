//! The portal's pages as pure functions.
