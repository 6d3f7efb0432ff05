package torgau.architecture.violations.store.desk;

import torgau.architecture.violations.store.Wanted;

/// The desk may use what the store has.
public record Drawer(Wanted wanted) {}
