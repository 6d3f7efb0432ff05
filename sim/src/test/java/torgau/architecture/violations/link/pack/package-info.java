/// May know the library of packing, and breaks that it may know nothing else.
@NullMarked
package torgau.architecture.violations.link.pack;

import org.jspecify.annotations.NullMarked;
