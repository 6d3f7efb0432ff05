package torgau.catalogue.render;

import java.util.Locale;

/// The lines around the fields, in their order. Each is a word of the catalogue's `labels: text:`.
public enum Line {
    PRECEDENCE,
    CLASS,
    LABEL,
    FROM,
    TO,
    MESSAGE_NUMBER,
    MESSAGE_TIME,
    FORMAT,
    EDITION,
    LEGAL_EFFECT,
    TREATY_REFERENCE,
    MESSAGE_REFERENCE,
    CONTENT,
    END_OF_MESSAGE;

    /// What the catalogue calls it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
