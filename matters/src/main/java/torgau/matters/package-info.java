/// The matters room.
@NullMarked
package torgau.matters;

import org.jspecify.annotations.NullMarked;
