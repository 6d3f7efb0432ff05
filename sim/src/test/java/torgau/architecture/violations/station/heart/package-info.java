/// Breaks purity in the heart.
@NullMarked
package torgau.architecture.violations.station.heart;

import org.jspecify.annotations.NullMarked;
