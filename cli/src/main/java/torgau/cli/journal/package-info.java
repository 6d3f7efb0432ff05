/// Journal files: verified, compared and exported. Verifying needs no station and no network.
@NullMarked
package torgau.cli.journal;

import org.jspecify.annotations.NullMarked;
