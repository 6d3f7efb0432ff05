package torgau.catalogue.yaml;

/// A line of a file.
///
/// @param line from 1; 0 for the whole file
public record Place(String file, int line) {}
