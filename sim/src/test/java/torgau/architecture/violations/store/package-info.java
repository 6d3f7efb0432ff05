/// Breaks an arrow; may use SQL.
@NullMarked
package torgau.architecture.violations.store;

import org.jspecify.annotations.NullMarked;
