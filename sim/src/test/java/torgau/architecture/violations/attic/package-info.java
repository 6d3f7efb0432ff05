/// A room that is not there.
@NullMarked
package torgau.architecture.violations.attic;

import org.jspecify.annotations.NullMarked;
