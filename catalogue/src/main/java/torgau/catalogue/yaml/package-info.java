/// Reads a catalogue's texts. A fault stops nothing: what is wrong is noted with its line, and reading goes on, so that
/// who writes a procedure sees all of it at once.
@NullMarked
package torgau.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
