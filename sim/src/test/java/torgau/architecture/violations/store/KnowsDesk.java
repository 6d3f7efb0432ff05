package torgau.architecture.violations.store;

import torgau.architecture.violations.journal.Breaks;
import torgau.architecture.violations.store.desk.Drawer;

@Breaks("the journal's store knows no desk")
record KnowsDesk(Drawer drawer) {}
