package torgau.architecture.violations.sim;

import torgau.architecture.violations.cli.Wanted;
import torgau.architecture.violations.journal.Breaks;

@Breaks("sim knows only rooms above it")
record KnowsCli(Wanted wanted) {}
