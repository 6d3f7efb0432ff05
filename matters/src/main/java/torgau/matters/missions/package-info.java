/// What the matters of liaison missions come to: who is accredited under which pass, which trips are
/// under way, and what each side says of a stop.
///
/// Pure: the same matters give the same missions; the present is handed in.
@NullMarked
package torgau.matters.missions;

import org.jspecify.annotations.NullMarked;
