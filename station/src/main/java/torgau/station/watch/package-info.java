/// Who has the watch at this station, since when, and what was handed over: private to the station, and
/// a fold over the lines of its log. No clock, no threads, no files.
@NullMarked
package torgau.station.watch;

import org.jspecify.annotations.NullMarked;
