/// The command `torgau`: the set-up ceremony, operation, verification and the courier.
///
/// The one package that writes to the terminal. Every command ends with a documented exit code.
@NullMarked
package torgau.cli;

import org.jspecify.annotations.NullMarked;
