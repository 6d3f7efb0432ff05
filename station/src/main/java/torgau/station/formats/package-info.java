/// The agreed catalogue as a running station uses it: read once when the station starts, and asked what
/// an entry of a format says. What cannot be read or is not known here is shown as what it is; nothing
/// that a peer filed makes this fail.
@NullMarked
package torgau.station.formats;

import org.jspecify.annotations.NullMarked;
