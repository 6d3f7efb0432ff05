/// What the journal's store may not know.
@NullMarked
package torgau.architecture.violations.store.desk;

import org.jspecify.annotations.NullMarked;
