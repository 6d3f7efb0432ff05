/// Breaks an arrow.
@NullMarked
package torgau.architecture.violations.link;

import org.jspecify.annotations.NullMarked;
