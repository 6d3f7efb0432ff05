package torgau.architecture.violations.cli;

/// What another room would like to know.
public record Wanted(int value) {}
