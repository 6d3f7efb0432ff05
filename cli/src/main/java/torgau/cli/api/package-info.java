/// A station's HTTP API as the command line uses it.
@NullMarked
package torgau.cli.api;

import org.jspecify.annotations.NullMarked;
