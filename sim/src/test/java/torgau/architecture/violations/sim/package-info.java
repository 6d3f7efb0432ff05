/// Breaks an arrow; only its Main may print and measure.
@NullMarked
package torgau.architecture.violations.sim;

import org.jspecify.annotations.NullMarked;
