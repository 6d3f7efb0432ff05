package torgau.architecture.violations.catalogue;

/// What another room would like to know.
public record Wanted(int value) {}
