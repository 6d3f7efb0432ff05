/// The cli room.
@NullMarked
package torgau.cli;

import org.jspecify.annotations.NullMarked;
