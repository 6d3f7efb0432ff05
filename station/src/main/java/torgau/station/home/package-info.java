/// A station's home on disk: its configuration, its keys under a passphrase, its card, the agreement it adopted.
///
/// Whatever is read here was written by a person or lay on a disk, so every fault names the file, the line
/// where there is one, the offending value and the way out ([HomeFault]). Files are made readable by their
/// owner alone, and a home that others can read is not used. Layout and keys: docs/operations.md.
@NullMarked
package torgau.station.home;

import org.jspecify.annotations.NullMarked;
