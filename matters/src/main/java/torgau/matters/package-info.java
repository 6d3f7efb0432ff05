/// What the journal means: a pure fold from entries to what stands and what is awaited.
///
/// Nothing here is stored as truth, and arrival order can never matter: entries come in the journal's total order.
@NullMarked
package torgau.matters;

import org.jspecify.annotations.NullMarked;
