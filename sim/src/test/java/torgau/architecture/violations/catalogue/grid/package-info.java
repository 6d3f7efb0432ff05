/// May know the library of grids, and breaks that it may know nothing else.
@NullMarked
package torgau.architecture.violations.catalogue.grid;

import org.jspecify.annotations.NullMarked;
