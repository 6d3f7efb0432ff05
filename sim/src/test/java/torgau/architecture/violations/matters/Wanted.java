package torgau.architecture.violations.matters;

/// What another room would like to know.
public record Wanted(int value) {}
