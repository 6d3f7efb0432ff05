/// Breaks an arrow.
@NullMarked
package torgau.architecture.violations.matters;

import org.jspecify.annotations.NullMarked;
