/// The link room.
@NullMarked
package torgau.link;

import org.jspecify.annotations.NullMarked;
