package torgau.architecture.violations.sim;

/// What another room would like to know.
public record Wanted(int value) {}
