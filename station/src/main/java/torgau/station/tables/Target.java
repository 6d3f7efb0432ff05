package torgau.station.tables;

import torgau.catalogue.Field;

/// What a column gives: a field of the format, or one part of it.
record Target(Field field, Part part) {
    /// Which part of a field.
    enum Part {
        WHOLE(""),
        FROM("from"),
        TO("to"),
        CAPACITY("capacity");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// As the interface writes it: `dates`, `dates.from`.
    String name() {
        return part == Part.WHOLE ? field.name() : field.name() + "." + part.word();
    }
}
