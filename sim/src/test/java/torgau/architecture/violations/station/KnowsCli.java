package torgau.architecture.violations.station;

import torgau.architecture.violations.cli.Wanted;
import torgau.architecture.violations.journal.Breaks;

@Breaks("station knows only rooms above it")
record KnowsCli(Wanted wanted) {}
