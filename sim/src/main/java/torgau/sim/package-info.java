/// The sim room.
@NullMarked
package torgau.sim;

import org.jspecify.annotations.NullMarked;
