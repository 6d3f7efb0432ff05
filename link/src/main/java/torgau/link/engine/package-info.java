/// The conversation of two stations over all their bearers: what the peer holds, what is held here, what is in flight.
///
/// A pure state machine: frames, ticks and drained bearers in; frames and candidates out. It knows nothing of sockets
/// and nothing of sealing. Spec: docs/spec/05-link.md.
@NullMarked
package torgau.link.engine;

import org.jspecify.annotations.NullMarked;
