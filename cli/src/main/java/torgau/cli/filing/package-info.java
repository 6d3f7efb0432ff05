/// A format as an officer writes it down: from a file, from the command line, or asked for field by
/// field. What may be filed is decided by the station; here it is only asked, and a fault is shown where
/// it can be mended.
@NullMarked
package torgau.cli.filing;

import org.jspecify.annotations.NullMarked;
