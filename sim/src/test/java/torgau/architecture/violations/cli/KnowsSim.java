package torgau.architecture.violations.cli;

import torgau.architecture.violations.journal.Breaks;
import torgau.architecture.violations.sim.Wanted;

@Breaks("cli knows only rooms above it")
record KnowsSim(Wanted wanted) {}
