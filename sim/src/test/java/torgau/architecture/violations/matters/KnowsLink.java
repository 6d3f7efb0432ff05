package torgau.architecture.violations.matters;

import torgau.architecture.violations.journal.Breaks;
import torgau.architecture.violations.link.Wanted;

@Breaks("matters knows only rooms above it")
record KnowsLink(Wanted wanted) {}
