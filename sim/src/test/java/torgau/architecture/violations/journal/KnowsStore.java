package torgau.architecture.violations.journal;

import torgau.architecture.violations.store.Wanted;

@Breaks("journal knows only rooms above it")
record KnowsStore(Wanted wanted) {}
