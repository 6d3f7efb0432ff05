package torgau.matters.talks;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Cast;
import torgau.matters.Turn;

/// A meeting or a call as it stands by now.
///
/// @param call whether it is a call
/// @param sides who leads each side, by party
/// @param agreed the time agreed; null while none is
/// @param proposed times that were proposed last
/// @param agenda items in the order of the last agenda, then those that it left out
/// @param notHeld each word that it was not held
/// @param minutes the record; null while there is none
/// @param phrase number of the authentication phrase of a call; the phrase itself is never sent
public record Talk(
        Reference id,
        boolean call,
        Cast cast,
        String state,
        Terms terms,
        List<Side> sides,
        Value.@Nullable Period agreed,
        List<Value.Period> proposed,
        List<AgendaItem> agenda,
        List<NotHeld> notHeld,
        @Nullable Minutes minutes,
        @Nullable String phrase,
        List<Waiting> waiting) {
    public Talk {
        sides = List.copyOf(sides);
        proposed = List.copyOf(proposed);
        agenda = List.copyOf(agenda);
        notHeld = List.copyOf(notHeld);
        waiting = List.copyOf(waiting);
    }

    /// On which terms it was proposed or agreed last.
    ///
    /// @param subject in its author's language, which is `language`
    /// @param level of a meeting; empty of a call
    /// @param way form of a meeting, medium of a call
    public record Terms(
            String track,
            String subject,
            String language,
            String level,
            String way,
            String place,
            List<String> languages,
            String interpretation,
            String chair) {}

    /// One side.
    ///
    /// @param head who leads it, or speaks
    /// @param size persons on it; null if it is not said
    public record Side(int party, Value.@Nullable Office head, Value.@Nullable Count size) {}

    /// One side's word that it was not held: a fact, and no finding.
    ///
    /// @param fact one of the format's list
    /// @param waitedUntil milliseconds UTC; null if it is not said
    public record NotHeld(Turn by, String fact, @Nullable Long waitedUntil) {}

    /// What is awaited in it and had no reply yet.
    ///
    /// @param due when it is requested by, milliseconds UTC; null while its time does not run
    public record Waiting(Awaited awaited, @Nullable Long due) {}

    /// Whether a time is agreed and there is neither a record nor a word that it was not held.
    public boolean ahead() {
        return agreed != null && minutes == null && AHEAD.contains(state);
    }

    private static final List<String> AHEAD = List.of("agreed", "agenda_proposed", "agenda_answered");

    /// Whether its time is over at `now`, so far as it was agreed.
    public boolean past(long now) {
        if (agreed == null) {
            return false;
        }
        Long to = agreed.to();
        return (to == null ? agreed.from() : to) < now;
    }

    /// By how many minutes it began later than agreed, or earlier if negative; empty where either time
    /// is not known.
    public Optional<Long> slip() {
        return Optional.ofNullable(minutes)
                .flatMap(held -> Optional.ofNullable(held.held())
                        .flatMap(actual -> planned().map(planned -> minutes(actual.from() - planned))));
    }

    /// By how many minutes it ended later than agreed.
    public Optional<Long> endSlip() {
        Long planned = agreed == null ? null : agreed.to();
        Value.Period actual = minutes == null ? null : minutes.held();
        Long ended = actual == null ? null : actual.to();
        return planned == null || ended == null ? Optional.empty() : Optional.of(minutes(ended - planned));
    }

    private Optional<Long> planned() {
        return agreed != null
                ? Optional.of(agreed.from())
                : Optional.ofNullable(minutes).flatMap(record -> Optional.ofNullable(record.planned()));
    }

    private static long minutes(long millis) {
        return millis / 60_000;
    }
}
