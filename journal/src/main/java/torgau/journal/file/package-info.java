/// A journal as a file: what a station exports, and what anyone can verify with nothing but the file.
///
/// One journal has one file, byte for byte, whichever station wrote it. Spec: docs/spec/06-journal-file.md.
@NullMarked
package torgau.journal.file;

import org.jspecify.annotations.NullMarked;
