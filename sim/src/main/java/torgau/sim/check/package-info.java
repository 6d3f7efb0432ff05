/// What must be true of a line, checked by code that knows nothing of how it is made true.
///
/// These checkers see bytes: what a station signed, what its disk took, what it told an officer. They rebuild ids,
/// chains and heights from docs/spec/02-entries.md by themselves and import no other room's logic, only the CBOR
/// reader and the value types of a place.
@NullMarked
package torgau.sim.check;

import org.jspecify.annotations.NullMarked;
