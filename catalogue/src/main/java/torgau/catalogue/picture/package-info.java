/// A procedure as a picture of one page and as lines for a terminal, in one language of its catalogue.
///
/// The states stand in layers from the start; each has in it what may be sent, grouped by who sends it. From there a
/// line leads to the next state, all lines to one state in one colour and, on the way, in one track. So no line runs
/// through a box and no text lies on a line. Nothing here opens a file.
@NullMarked
package torgau.catalogue.picture;

import org.jspecify.annotations.NullMarked;
