/// The hash tree of RFC 9162 over the entries of one feed: what a checkpoint signs, and the short proofs that one entry
/// is under it or that one checkpoint continues another.
@NullMarked
package torgau.journal.merkle;

import org.jspecify.annotations.NullMarked;
