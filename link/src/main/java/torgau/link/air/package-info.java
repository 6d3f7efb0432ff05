/// The air of a bearer whose rate an officer has configured: nothing leaves before what left earlier is
/// through.
///
/// Pure: the caller has the clock and the socket. Why: docs/adr/0020-bearers.md.
@NullMarked
package torgau.link.air;

import org.jspecify.annotations.NullMarked;
