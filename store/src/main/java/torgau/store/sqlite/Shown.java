package torgau.store.sqlite;

import torgau.store.Heads;

/// How far the file is shown: what commits that have returned have put there. Immutable; a commit makes the next one.
/// Readers never look beyond it, whatever SQLite may show them.
///
/// @param arrivals entries that have arrived; the cursor of the last
record Shown(Heads heads, long arrivals, Numbers numbers) {}
