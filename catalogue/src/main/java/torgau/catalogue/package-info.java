/// Procedures and formats as data: what can be said, in which words of every language, by whom, and what is then
/// awaited from whom by when.
///
/// A catalogue is read from texts that the shell hands in; nothing here opens a file, reads a clock or draws
/// randomness. How a procedure is written: docs/catalogue.md.
@NullMarked
package torgau.catalogue;

import org.jspecify.annotations.NullMarked;
