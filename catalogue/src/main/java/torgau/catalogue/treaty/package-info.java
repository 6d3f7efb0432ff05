/// The numbered text of a filed format, as arms-control notifications have it, and the way back from it.
///
/// What is written can be typed in again, in capitals, wrapped anew or copied from a page, and says the
/// same. Spec: docs/spec/07-formats.md.
@NullMarked
package torgau.catalogue.treaty;

import org.jspecify.annotations.NullMarked;
