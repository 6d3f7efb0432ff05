/// Whole lines in one thread, each from one seed.
@NullMarked
package torgau.sim;

import org.jspecify.annotations.NullMarked;
