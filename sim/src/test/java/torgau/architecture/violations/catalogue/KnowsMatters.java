package torgau.architecture.violations.catalogue;

import torgau.architecture.violations.journal.Breaks;
import torgau.architecture.violations.matters.Wanted;

@Breaks("catalogue knows only rooms above it")
record KnowsMatters(Wanted wanted) {}
