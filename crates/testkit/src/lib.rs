//! A whole Portico in one process, for stories.
