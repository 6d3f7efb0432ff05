/// What fields hold: read from what an officer, a file or another program wrote, and written so that the
/// same facts have one form.
@NullMarked
package torgau.catalogue.value;

import org.jspecify.annotations.NullMarked;
