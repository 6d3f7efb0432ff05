/// Positions as squares of a grid on the Earth. Only this package knows the library that computes them.
@NullMarked
package torgau.catalogue.grid;

import org.jspecify.annotations.NullMarked;
