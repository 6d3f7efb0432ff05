package torgau.architecture.violations.store;

/// What another room would like to know.
public record Wanted(int value) {}
