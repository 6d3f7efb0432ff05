/// In what an edition of a procedure differs from another: pure functions over what was read. Nothing
/// here knows which of them is in use.
@NullMarked
package torgau.catalogue.change;

import org.jspecify.annotations.NullMarked;
