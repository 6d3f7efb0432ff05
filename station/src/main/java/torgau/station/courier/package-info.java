/// What a courier is to carry to another station: chosen from the journal, divided into files. It reads, and changes
/// nothing.
@NullMarked
package torgau.station.courier;

import org.jspecify.annotations.NullMarked;
