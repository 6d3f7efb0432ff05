package torgau.store.desk;

import org.jspecify.annotations.Nullable;
import torgau.journal.Checks;
import torgau.journal.Precedence;
import torgau.journal.Reference;

/// Something that the watch has to see. It stays open until its cause is gone; silencing it changes nothing else.
///
/// @param precedence how loud
/// @param raisedAt milliseconds UTC, as are the others
/// @param silencedAt null while it sounds
/// @param clearedAt when its cause was gone; null while it is there
/// @param about what it is about
public record Alarm(
        String id,
        String kind,
        Precedence precedence,
        long raisedAt,
        @Nullable Long silencedAt,
        @Nullable Long clearedAt,
        About about) {
    public Alarm {
        Checks.name("alarm id", id);
        Checks.name("kind of alarm", kind);
    }

    /// A new alarm.
    public static Alarm raised(String id, String kind, Precedence precedence, long at, About about) {
        return new Alarm(id, kind, precedence, at, null, null, about);
    }

    /// Whether its cause is still there.
    public boolean open() {
        return clearedAt == null;
    }

    /// The alarm silenced; the first time counts.
    public Alarm silenced(long at) {
        return silencedAt != null ? this : new Alarm(id, kind, precedence, raisedAt, at, clearedAt, about);
    }

    /// The alarm once its cause is gone; the first time counts.
    public Alarm cleared(long at) {
        return clearedAt != null ? this : new Alarm(id, kind, precedence, raisedAt, silencedAt, at, about);
    }

    /// Whom and what an alarm or a line of the log concerns, as far as it concerns any.
    ///
    /// @param station number of a station
    /// @param code one of TG-xxxx
    /// @param detail one sentence
    public record About(
            @Nullable Integer station,
            @Nullable Reference reference,
            @Nullable String code,
            @Nullable String detail) {
        /// Nothing in particular.
        public static final About NOTHING = new About(null, null, null, null);
    }
}
