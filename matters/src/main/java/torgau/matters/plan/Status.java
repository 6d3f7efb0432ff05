package torgau.matters.plan;

import java.util.Locale;
import java.util.Optional;

/// How one side itself says that an event stands. The word of one side says nothing for the other.
public enum Status {
    PROPOSED,
    OTHER_TERMS,
    AGREED,
    DECLINED,
    REFERRED,
    DATES_OFFERED,
    DATES_FIXED,
    INVITATION_OUT,
    DELEGATION_NAMED,
    DELEGATION_RECEIVED,
    CONFIRMED,
    HELD,
    POSTPONED,
    CANCELLED,
    WITHDRAWN,
    SUSPENDED,
    /// A word that this version does not know; it stands in the entry.
    OTHER;

    /// As the interface and a filed statement write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status that a word names.
    public static Optional<Status> of(String word) {
        for (Status status : values()) {
            if (status.word().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /// What filing a format says for the side that files it; empty if it says nothing of the event.
    ///
    /// @param code of the format; not of `WPS`, which names its status itself
    static Optional<Status> filing(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "WP" -> PROPOSED;
                    case "WPN" -> OTHER_TERMS;
                    case "WPA" -> AGREED;
                    case "WPD" -> DECLINED;
                    case "RF" -> REFERRED;
                    case "WPF" -> DATES_OFFERED;
                    case "WPI" -> INVITATION_OUT;
                    case "WPG" -> DELEGATION_NAMED;
                    case "WPC", "WPK" -> CONFIRMED;
                    case "WPH" -> HELD;
                    case "WPP" -> POSTPONED;
                    case "WPX" -> CANCELLED;
                    case "WD" -> WITHDRAWN;
                    default -> null;
                });
    }
}
