/// What the rooms may know and what the pure packages may touch, as rules over the compiled classes.
///
/// [ArchitectureTest] holds them against the product; [EveryRuleBitesTest] holds them against `violations`, a
/// small house that breaks each of them.
@NullMarked
package torgau.architecture;

import org.jspecify.annotations.NullMarked;
