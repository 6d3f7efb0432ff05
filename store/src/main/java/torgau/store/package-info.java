/// The store room.
@NullMarked
package torgau.store;

import org.jspecify.annotations.NullMarked;
