package torgau.catalogue;

import torgau.journal.Code;

/// Something in a catalogue's files that must be mended, with its place and the way out.
///
/// @param line from 1; 0 where the whole file is meant
public record Finding(String file, int line, Code code, String what, String wayOut) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        int order = file.compareTo(other.file);
        order = order != 0 ? order : Integer.compare(line, other.line);
        order = order != 0 ? order : code.code().compareTo(other.code.code());
        return order != 0 ? order : what.compareTo(other.what);
    }

    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        return "%s: %s %s; %s".formatted(place, code.code(), what, wayOut);
    }
}
