/// May know the libraries of geometry, and breaks that it may know nothing else.
@NullMarked
package torgau.architecture.violations.catalogue.earth;

import org.jspecify.annotations.NullMarked;
