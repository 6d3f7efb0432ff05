/// May know ICU, and breaks that it may know nothing else.
@NullMarked
package torgau.architecture.violations.catalogue.phrase;

import org.jspecify.annotations.NullMarked;
