package torgau.journal.file;

/// Gives bytes in order; the caller's file, socket or buffer.
@FunctionalInterface
public interface ByteSource {
    /// Fills `into` from `offset` with at most `length` bytes.
    ///
    /// @return how many came, at least one; -1 at the end
    int read(byte[] into, int offset, int length);
}
