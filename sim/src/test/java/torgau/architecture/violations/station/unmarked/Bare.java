package torgau.architecture.violations.station.unmarked;

import torgau.architecture.violations.journal.Breaks;

@Breaks("every package is @NullMarked")
record Bare(int value) {}
