/// Breaks an arrow; may print.
@NullMarked
package torgau.architecture.violations.cli;

import org.jspecify.annotations.NullMarked;
