package torgau.matters.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// A duty post that a party says it keeps.
///
/// @param role kind of duty, one of the format's list
/// @param phrase number of the authentication phrase; the phrase itself is never sent. Null if none
/// @param hours each row: on which days, from when, until when
public record Contact(
        Turn by,
        Post post,
        String role,
        List<String> languages,
        List<Hours> hours,
        @Nullable String phrase,
        Value.Period valid,
        Standing standing) {
    public Contact {
        hours = List.copyOf(hours);
    }

    /// Hours of duty, UTC, as they were written.
    public record Hours(List<String> days, String from, String until) {}

    static Optional<Contact> of(Reading reading, Turn by, long now) {
        Value.Office office = reading.value(by, "office", Value.Office.class).orElse(null);
        Value.Period valid = reading.value(by, "valid", Value.Period.class).orElse(null);
        if (office == null || valid == null) {
            return Optional.empty();
        }
        boolean over = reading.last("WD").filter(end -> end.compareTo(by) > 0).isPresent();
        return Optional.of(new Contact(
                by,
                Post.of(by.party(), office),
                reading.code(by, "role").orElse(""),
                Declared.codes(reading, by, "languages"),
                reading.rows(by, "hours").stream().map(Contact::hours).toList(),
                reading.text(by, "phrase").orElse(null),
                valid,
                over ? Standing.WITHDRAWN : Standing.of(valid, now)));
    }

    private static Hours hours(java.util.NavigableMap<String, Value> row) {
        Value days = row.get("days");
        return new Hours(
                days == null ? List.of() : Scope.of(days).codes(), name(row.get("from")), name(row.get("until")));
    }

    private static String name(@Nullable Value value) {
        return value instanceof Value.Name(String text) ? text : "";
    }
}
