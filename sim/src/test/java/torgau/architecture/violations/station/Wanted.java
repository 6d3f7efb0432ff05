package torgau.architecture.violations.station;

/// What another room would like to know.
public record Wanted(int value) {}
