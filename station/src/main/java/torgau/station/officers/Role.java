package torgau.station.officers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an officer is there for. Somebody may have several.
public enum Role {
    WATCH_OFFICER,
    RELEASER,
    TRANSLATOR,
    REVIEWER,
    PLANNER,
    AUDITOR,
    ADMINISTRATOR;

    /// As it is written in requests and on the desk.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
