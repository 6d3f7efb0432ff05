/// What the requests for visit of a line come to: the delegation as it stands now, what the host said of
/// each person and place, and who arrived and departed.
///
/// Pure: the same matters give the same visits. Personal data stand in annexes and are handed in by
/// whoever holds them; nothing here reads one.
@NullMarked
package torgau.matters.visits;

import org.jspecify.annotations.NullMarked;
