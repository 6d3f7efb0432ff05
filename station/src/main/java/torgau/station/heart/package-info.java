/// The station's heart: a deterministic step from inputs (frame, tick, command, store result) to effects (write, send,
/// alarm). It is owned by one thread and does no I/O; the shell around it has the threads, the disk and the sockets.
///
/// What is acknowledged to a peer or to an officer has been reported as written before.
@NullMarked
package torgau.station.heart;

import org.jspecify.annotations.NullMarked;
