/// A store without a disk, for the simulator and for tests: the same contract, and faults by script.
///
/// Deterministic: the same calls give the same answers and the same faults.
@NullMarked
package torgau.store.memory;

import org.jspecify.annotations.NullMarked;
