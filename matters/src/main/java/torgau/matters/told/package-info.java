/// What each side has told the other: by theme, place and time, with its label and how precise it was.
///
/// For whoever decides on the next release. It repeats what the journal has and judges nothing; what is
/// put side by side here stays with one's own side. Pure: no clock, no files. Page: docs/told.md.
@NullMarked
package torgau.matters.told;

import org.jspecify.annotations.NullMarked;
