/// COSE_Sign1 (RFC 9052 §4.2) in the one form that the journal signs: EdDSA, no other headers, payload inside.
@NullMarked
package torgau.journal.cose;

import org.jspecify.annotations.NullMarked;
