/// May use cryptography, and give randomness its shape.
@NullMarked
package torgau.architecture.violations.journal.crypto;

import org.jspecify.annotations.NullMarked;
