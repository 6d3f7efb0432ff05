/// Looks whether a catalogue that could be read makes sense: what is named exists, every state can be reached, every
/// answer can be given, every phrase says the same in each language.
@NullMarked
package torgau.catalogue.check;

import org.jspecify.annotations.NullMarked;
