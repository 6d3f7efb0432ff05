/// May do I/O, but has no clock.
@NullMarked
package torgau.architecture.violations.link.bearer;

import org.jspecify.annotations.NullMarked;
