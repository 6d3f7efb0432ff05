/// Figures of a line, measured from its journal alone: how long answers took, what had no reply, how
/// often offices were in contact, how long before their events notices came, commitments, events,
/// incidents, and the tests of the line.
///
/// The same journal gives the same figures at every station, whatever the order in which it arrived. A
/// figure finds no fault with anybody: it is a number, with what it was counted from. Times are those
/// that the entries themselves state; only what is FORMAL or PRINCIPAL counts, but for the tests of the
/// line. Pure: no clock, no files. Definitions: docs/expectations.md.
@NullMarked
package torgau.matters.figures;

import org.jspecify.annotations.NullMarked;
