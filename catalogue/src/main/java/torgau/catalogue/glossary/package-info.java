/// The agreed words, found in what was written, and what a translation changes that it must not: an
/// agreed word, a number, a time, a place, a unit.
///
/// The same texts give the same findings at every station. What is found is shown to the linguist, who
/// decides: nothing here changes a text or stops one.
@NullMarked
package torgau.catalogue.glossary;

import org.jspecify.annotations.NullMarked;
