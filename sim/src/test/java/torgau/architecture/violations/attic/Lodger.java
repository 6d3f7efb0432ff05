package torgau.architecture.violations.attic;

import torgau.architecture.violations.journal.Breaks;

@Breaks("every class lives in a room")
record Lodger(int value) {}
