package torgau.journal.file;

/// Takes bytes in order; the caller's file, socket or buffer.
@FunctionalInterface
public interface ByteSink {
    void write(byte[] bytes);
}
