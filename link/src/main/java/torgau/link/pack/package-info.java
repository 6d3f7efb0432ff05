/// How an entry's payload is made shorter for a bearer on which each byte is felt: Cyrillic letters in one
/// byte, then zstd with a dictionary that both ends have. What is signed never changes by it.
@NullMarked
package torgau.link.pack;

import org.jspecify.annotations.NullMarked;
