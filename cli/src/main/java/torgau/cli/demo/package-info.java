/// `torgau demo`: two parties on one machine, each with its own process, keys and disk, set up by the real ceremony.
@NullMarked
package torgau.cli.demo;

import org.jspecify.annotations.NullMarked;
