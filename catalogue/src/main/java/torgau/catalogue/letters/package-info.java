/// Names of persons in the alphabets of a line, and how one is written in the letters of another.
///
/// Pure. Nothing here is authoritative: a person is called as the travel document says, and an old
/// document keeps an old spelling.
@NullMarked
package torgau.catalogue.letters;

import org.jspecify.annotations.NullMarked;
