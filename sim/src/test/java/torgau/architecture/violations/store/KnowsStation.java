package torgau.architecture.violations.store;

import torgau.architecture.violations.journal.Breaks;
import torgau.architecture.violations.station.Wanted;

@Breaks("store knows only rooms above it")
record KnowsStation(Wanted wanted) {}
