/// Deterministic CBOR: one value, one encoding (RFC 8949 §4.2.1), and nothing else is ever decoded.
///
/// The profile has integers of 64 bits with sign, byte strings, texts in valid UTF-8, arrays, maps, tags, booleans and
/// null. It has no floats, no other simple values, no indefinite lengths, and no tags that are second encodings of a
/// number (0 to 5: dates, bignums, fractions). What was decoded from some bytes encodes to those bytes again. Spec:
/// docs/spec/01-encoding.md.
@NullMarked
package torgau.journal.cbor;

import org.jspecify.annotations.NullMarked;
