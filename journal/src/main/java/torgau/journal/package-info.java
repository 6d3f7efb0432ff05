/// Entries of the journal, the agreement under which they are made, and the pure functions over both.
///
/// The same entries give the same result at every station, in every run. Code here reads no clock, draws no
/// randomness and touches no file or socket; `ArchitectureTest` fails the build if it does. Bytes from outside become
/// objects here and nowhere else. Spec: docs/spec/02-entries.md, docs/spec/03-agreement.md.
@NullMarked
package torgau.journal;

import org.jspecify.annotations.NullMarked;
