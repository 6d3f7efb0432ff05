package torgau.store.search;

import torgau.journal.Digest;

/// How far the journal has been read.
///
/// @param cursor of the last entry that was read
/// @param entry its id, by which another journal is told from the one that was read
/// @param madeBy the rules by which words were taken from entries
public record Progress(long cursor, Digest entry, String madeBy) {}
