package torgau.station.http;

import java.util.Locale;
import torgau.journal.Act.Cause;

/// Why a text was not understood, as the interface names it: in lower case.
enum Causes {
    UNREADABLE(Cause.GARBLE),
    INCOMPLETE(Cause.MISSING_FIELD),
    LANGUAGE(Cause.TRANSLATION),
    AMBIGUOUS(Cause.AMBIGUOUS),
    REFERENCE_UNKNOWN(Cause.REFERENCE_UNKNOWN),
    UNKNOWN_FORM(Cause.UNKNOWN_FORM),
    OTHER(Cause.OTHER);

    private static final Causes[] ALL = values();

    private final Cause cause;

    Causes(Cause cause) {
        this.cause = cause;
    }

    static String name(Cause cause) {
        for (Causes one : ALL) {
            if (one.cause == cause) {
                return one.name().toLowerCase(Locale.ROOT);
            }
        }
        throw new IllegalArgumentException("no name for " + cause);
    }

    static Cause named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT)).cause;
    }
}
