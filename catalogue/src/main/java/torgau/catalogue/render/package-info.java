/// The same facts in every language: values in words, and each filed format as the sentence that an officer can read
/// over
/// a telephone.
@NullMarked
package torgau.catalogue.render;

import org.jspecify.annotations.NullMarked;
