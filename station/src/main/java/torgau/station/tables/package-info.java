/// Tables that officers make with other programs, in and out: CSV, XLSX, iCalendar.
///
/// What is read is bytes of anybody's making: every size is bounded before anything is kept, nothing is
/// ever calculated, fetched or guessed, and what an officer would not see on the screen is not read.
@NullMarked
package torgau.station.tables;

import org.jspecify.annotations.NullMarked;
