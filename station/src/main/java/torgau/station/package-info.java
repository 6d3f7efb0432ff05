/// The station room.
@NullMarked
package torgau.station;

import org.jspecify.annotations.NullMarked;
