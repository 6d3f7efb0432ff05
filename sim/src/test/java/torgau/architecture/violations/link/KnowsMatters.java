package torgau.architecture.violations.link;

import torgau.architecture.violations.journal.Breaks;
import torgau.architecture.violations.matters.Wanted;

@Breaks("link knows only rooms above it")
record KnowsMatters(Wanted wanted) {}
