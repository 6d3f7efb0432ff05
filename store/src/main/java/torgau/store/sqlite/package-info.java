/// The journal in one SQLite file: one thread appends, any number read.
///
/// The schema, with its reasons, is in the resource `torgau/store/journal-1.sql`. Nothing here opens the desk.
@NullMarked
package torgau.store.sqlite;

import org.jspecify.annotations.NullMarked;
