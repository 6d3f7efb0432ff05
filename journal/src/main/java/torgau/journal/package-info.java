/// The journal room.
@NullMarked
package torgau.journal;

import org.jspecify.annotations.NullMarked;
