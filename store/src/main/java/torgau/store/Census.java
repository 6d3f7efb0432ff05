package torgau.store;

/// How much is kept.
///
/// @param entries entries of the journal
/// @param bytes bytes that the store takes on its disk
/// @param free bytes that the disk has left for it
public record Census(long entries, long bytes, long free) {}
