/// `torgau demo`: two parties on one machine, each with its own process, keys and disk, set up by the real ceremony.
///
/// Nothing here can do what an operator could not do with the other commands.
@NullMarked
package torgau.cli.demo;

import org.jspecify.annotations.NullMarked;
