/// What the software says, in the languages in which it says it: `i18n/*.json`, one set for station, command line and
/// console. Times are shown the same way everywhere ([Dtg]).
@NullMarked
package torgau.station.text;

import org.jspecify.annotations.NullMarked;
