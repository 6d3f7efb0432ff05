package torgau.architecture.violations.catalogue.grid;

import mil.nga.mgrs.MGRS;

/// What it may know.
record Reads(MGRS library) {}
