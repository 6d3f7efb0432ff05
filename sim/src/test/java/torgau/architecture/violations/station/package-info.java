/// Breaks an arrow and the manners; may have clocks and threads.
@NullMarked
package torgau.architecture.violations.station;

import org.jspecify.annotations.NullMarked;
