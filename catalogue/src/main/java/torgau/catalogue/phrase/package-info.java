/// Sentences with placeholders, in ICU message syntax with one addition: what stands in square brackets is left out if
/// something in it is not given.
@NullMarked
package torgau.catalogue.phrase;

import org.jspecify.annotations.NullMarked;
