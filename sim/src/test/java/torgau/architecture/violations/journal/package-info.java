/// Breaks what the journal must keep, and shows what it may do.
@NullMarked
package torgau.architecture.violations.journal;

import org.jspecify.annotations.NullMarked;
