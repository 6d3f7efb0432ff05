/// The running process around the heart: threads, disk, sockets, clocks; the heart alone decides.
///
/// One thread owns the heart, one writes the store; what comes from outside waits in a bounded queue, and whoever fills
/// it is made to wait. Whatever is reported to an officer or shown on a screen is on the disk before.
@NullMarked
package torgau.station.shell;

import org.jspecify.annotations.NullMarked;
