/// Signatures, hashes, key derivation and sealing under a key: the one place that calls BouncyCastle or `javax.crypto`.
///
/// Everything is a function of its arguments. Randomness comes in as a [RandomSource]; nothing here draws any. Keys and
/// signatures are bare bytes in the forms of RFC 8032 and FIPS 204. Which signatures are valid is one rule for every
/// implementation, in docs/spec/01-encoding.md; its edge cases are docs/spec/vectors/ed25519-torsion.json.
@NullMarked
package torgau.journal.crypto;

import org.jspecify.annotations.NullMarked;
