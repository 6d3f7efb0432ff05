/// Officers of a station as persons: what each may do, and how each shows who it is. Private to the
/// station: no entry names one. See docs/officers.md.
@NullMarked
package torgau.station.officers;

import org.jspecify.annotations.NullMarked;
