package torgau.architecture.violations.link;

/// What another room would like to know.
public record Wanted(int value) {}
