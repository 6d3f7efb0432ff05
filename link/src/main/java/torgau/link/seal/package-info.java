/// Sealing: what stands between a link's plain frames and the bytes on a bearer.
///
/// State machines over time and randomness that are handed in; the same arguments give the same bytes. Nothing
/// here reads a clock or touches a socket, and no input, however hostile, is answered by an exception: each has
/// an [torgau.link.seal.Inbound] with a stable code. Spec: docs/spec/04-sealing.md.
@NullMarked
package torgau.link.seal;

import org.jspecify.annotations.NullMarked;
