/// Parties of one machine, founded by the real ceremony, each station in a process of its own: for the
/// demonstration and the measurements.
///
/// Nothing here can do what an operator could not do with the other commands.
@NullMarked
package torgau.cli.local;

import org.jspecify.annotations.NullMarked;
