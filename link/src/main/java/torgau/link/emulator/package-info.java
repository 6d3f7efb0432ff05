/// A bad link in virtual time: what a radio or a satellite does to datagrams, from a seed.
///
/// Pure: whoever uses it says what time it is. The same packets at the same times fare alike in every
/// run.
@NullMarked
package torgau.link.emulator;

import org.jspecify.annotations.NullMarked;
