//! Reading a file line by line without trusting it: a byte-order mark, other encodings, endless lines.

use std::io::{self, BufRead, Read};

/// The longest line (or CSV record) that is read, in bytes.
pub(super) const MAX_LINE: usize = 1024 * 1024;

/// Passes bytes through until a line grows past [`MAX_LINE`], so that a file without line ends cannot
/// fill the memory.
#[derive(Debug)]
pub(super) struct LineLimit<R> {
    inner: R,
    length: usize,
}

impl<R: BufRead> LineLimit<R> {
    /// Skips a byte-order mark, then passes `inner` through.
    pub(super) fn new(mut inner: R) -> io::Result<Self> {
        if inner.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            inner.consume(3);
        }
        Ok(Self { inner, length: 0 })
    }
}

impl<R: Read> Read for LineLimit<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match buffer[..read].iter().rposition(|byte| *byte == b'\n') {
            Some(end) => self.length = read - end,
            None => self.length += read,
        }
        if self.length > MAX_LINE {
            let message = format!("a line is longer than {} KiB", MAX_LINE / 1024);
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(read)
    }
}
