package torgau.matters.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What a party says of one of its offices: a directory entry as it reads by now.
///
/// @param by the entry that says it
/// @param matter in which it stands
/// @param above the office over it, and `deputy` the one that acts in its place; null if not named
/// @param aboveWithheld whether the party says that it does not disclose which is above
/// @param counterpart the office of the other side that it proposes; of no party yet
public record Declared(
        Turn by,
        Reference matter,
        Post post,
        Authority authority,
        @Nullable Post above,
        boolean aboveWithheld,
        @Nullable Post deputy,
        boolean deputyWithheld,
        @Nullable Post counterpart,
        List<String> languages,
        Value.Period valid,
        Standing standing) {
    /// Offices of the other side have this number of a party until they are compared.
    static final int OTHER = 0;

    /// What an office says that it is and may do.
    ///
    /// @param level one of the format's list
    /// @param region that it names; null if none
    /// @param area that it bounds; null if none
    /// @param limits in words; null if none
    public record Authority(
            String level,
            List<String> tracks,
            Scope functions,
            @Nullable String region,
            Value.@Nullable Area area,
            Scope decides,
            Scope transmits,
            @Nullable String limits) {}

    /// An entry of a matter, as it stands by itself; empty if it names no office or no time.
    static Optional<Declared> of(Reading reading, Turn by, long now) {
        Value.Office office = reading.value(by, "office", Value.Office.class).orElse(null);
        Value.Period valid = reading.value(by, "valid", Value.Period.class).orElse(null);
        if (office == null || valid == null) {
            return Optional.empty();
        }
        int party = by.party();
        boolean over = reading.last("WD").filter(end -> end.compareTo(by) > 0).isPresent();
        return Optional.of(new Declared(
                by,
                reading.matter().id(),
                Post.of(party, office),
                authority(reading, by),
                named(reading, by, "superior", party),
                withheld(reading, by, "superior"),
                named(reading, by, "deputy", party),
                withheld(reading, by, "deputy"),
                named(reading, by, "counterpart", OTHER),
                codes(reading, by, "languages"),
                valid,
                over ? Standing.WITHDRAWN : Standing.of(valid, now)));
    }

    private static Authority authority(Reading reading, Turn by) {
        return new Authority(
                reading.code(by, "level").orElse(""),
                codes(reading, by, "tracks"),
                scope(reading, by, "functions"),
                reading.text(by, "region").orElse(null),
                reading.value(by, "area", Value.Area.class).orElse(null),
                scope(reading, by, "decides"),
                scope(reading, by, "transmits"),
                reading.text(by, "limits").orElse(null));
    }

    static Scope scope(Reading reading, Turn by, String field) {
        return reading.value(by, field).map(Scope::of).orElse(Scope.NONE);
    }

    static List<String> codes(Reading reading, Turn by, String field) {
        return scope(reading, by, field).codes();
    }

    static @Nullable Post named(Reading reading, Turn by, String field, int party) {
        return reading.value(by, field, Value.Office.class)
                .map(office -> Post.of(party, office))
                .orElse(null);
    }

    Declared with(Standing now) {
        return new Declared(
                by,
                matter,
                post,
                authority,
                above,
                aboveWithheld,
                deputy,
                deputyWithheld,
                counterpart,
                languages,
                valid,
                now);
    }

    private static boolean withheld(Reading reading, Turn by, String field) {
        return reading.value(by, field, Value.Undisclosed.class).isPresent();
    }

    /// Whether it proposes an office as its counterpart.
    public boolean proposes(Post other) {
        return counterpart != null && new Post(other.party(), counterpart.title(), counterpart.capacity()).same(other);
    }
}
