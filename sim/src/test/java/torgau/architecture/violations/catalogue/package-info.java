/// Breaks an arrow, and is not pure.
@NullMarked
package torgau.architecture.violations.catalogue;

import org.jspecify.annotations.NullMarked;
