/// The words of a text, and the base forms by which two forms of one word are known to be the same:
/// English and Russian by the Snowball stemmers, Ukrainian by a dictionary. The same word gives the same
/// forms in every run and on every thread; nothing here reads a clock or a file, but for the dictionary,
/// which is in the program.
@NullMarked
package torgau.station.words;

import org.jspecify.annotations.NullMarked;
