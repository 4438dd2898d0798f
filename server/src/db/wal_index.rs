//! Whether anybody has committed to an SQLite file since one last looked, found out without a query.
//!
//! In: the file's path. Out: [`Mark`]s. Not here: what was committed.
//!
//! In WAL mode the file `…-shm` begins with the header of the WAL index, twice, which every commit of
//! every process rewrites before it returns (<https://www.sqlite.org/walformat.html#the_wal_index_header>).
//! A query would tell as much, but SQLite's connections live in threads of their own, and going there and
//! back costs more than all else that a page from memory takes.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The length of one copy of the header.
const HEADER: usize = 48;

/// A state of the database. Two that are equal have no commit between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark([u8; HEADER]);

/// The open index of a database file.
#[derive(Debug)]
pub struct WalIndex {
    path: PathBuf,
    file: Mutex<Option<File>>,
}

impl WalIndex {
    pub(super) fn of(database: &Path) -> Self {
        let mut path = database.as_os_str().to_owned();
        path.push("-shm");
        Self { path: path.into(), file: Mutex::default() }
    }

    /// The state right now; none while a commit is being written, and where there is no index.
    #[cfg(unix)]
    pub(super) fn mark(&self) -> Option<Mark> {
        use std::os::unix::fs::{FileExt as _, MetadataExt as _};
        let mut open = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        // When the last connection closes, SQLite removes the index, and the next one makes another.
        if open.as_ref().is_none_or(|file| file.metadata().map_or(true, |of| of.nlink() == 0)) {
            *open = File::open(&self.path).ok();
        }
        let mut both = [0; 2 * HEADER];
        open.as_ref()?.read_exact_at(&mut both, 0).ok()?;
        let (one, other) = both.split_at(HEADER);
        (one == other).then(|| one.try_into().ok().map(Mark))?
    }

    /// Elsewhere nothing says that reading a file shows what others have written into their mapping of it.
    #[cfg(not(unix))]
    pub(super) fn mark(&self) -> Option<Mark> {
        None
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection as _, Executor as _, SqliteConnection};

    use super::*;

    #[tokio::test]
    async fn every_commit_leaves_another_mark_and_nothing_else_does() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("books.sqlite3");
        let address = format!("sqlite:{}?mode=rwc", path.display());
        let connect = async || SqliteConnection::connect(&address).await.expect("a connection");
        let (mut ours, mut theirs) = (connect().await, connect().await);
        let run = async |conn: &mut SqliteConnection, statement: &'static str| {
            conn.execute(statement).await.expect("it runs");
        };
        let index = WalIndex::of(&path);
        assert_eq!(index.mark(), None, "not in WAL mode yet");
        run(&mut ours, "PRAGMA journal_mode = WAL").await;
        run(&mut ours, "CREATE TABLE fact (what)").await;

        let mut marks = vec![index.mark().expect("an index")];
        for statement in ["SELECT * FROM fact", "BEGIN IMMEDIATE", "INSERT INTO fact VALUES (1)", "ROLLBACK"]
        {
            run(&mut theirs, statement).await;
            assert_eq!(index.mark(), Some(marks[0]), "{statement} commits nothing");
        }
        for _ in 0..3 {
            run(&mut theirs, "INSERT INTO fact VALUES (2)").await;
            marks.push(index.mark().expect("an index"));
            run(&mut ours, "INSERT INTO fact VALUES (3)").await;
            marks.push(index.mark().expect("an index"));
        }
        // The index goes with its last connection; the next has another.
        ours.close().await.expect("closed");
        theirs.close().await.expect("closed");
        let mut next = connect().await;
        run(&mut next, "INSERT INTO fact VALUES (4)").await;
        marks.push(index.mark().expect("an index"));
        for (at, mark) in marks.iter().enumerate() {
            assert!(!marks[..at].contains(mark), "{at}");
        }
    }
}
