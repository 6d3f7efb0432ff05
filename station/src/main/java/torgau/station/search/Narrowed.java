package torgau.station.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.store.search.Wanted;

/// To which entries a search is narrowed; all conditions hold together.
///
/// @param classes any of them; all if empty
/// @param precedences any of them; all if empty
/// @param from number of the party that speaks; any if empty
/// @param to number of a party addressed; any if empty
/// @param matter the entry that opened it; any if null
/// @param procedure code; any if empty
/// @param format code; any if empty
/// @param time of the entry by its author's clock
/// @param also what no word tells
public record Narrowed(
        Set<TrafficClass> classes,
        Set<Precedence> precedences,
        OptionalInt from,
        OptionalInt to,
        @Nullable Reference matter,
        String procedure,
        String format,
        Span time,
        Predicate<Payload> also) {
    /// Every entry.
    public static final Narrowed NOT = new Narrowed(
            EnumSet.noneOf(TrafficClass.class),
            EnumSet.noneOf(Precedence.class),
            OptionalInt.empty(),
            OptionalInt.empty(),
            null,
            "",
            "",
            Span.ALWAYS,
            _ -> true);

    /// From one time to another, milliseconds UTC, both included.
    public record Span(long since, long until) {
        /// The last that an entry can claim.
        private static final long LAST =
                Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

        /// Any time.
        public static final Span ALWAYS = new Span(0, LAST);

        public Span {
            since = Math.clamp(since, 0, LAST);
            until = Math.clamp(until, 0, LAST);
        }

        private static LocalDate day(long millis) {
            return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
        }

        private Optional<Wanted> wanted() {
            return equals(ALWAYS) || since > until ? Optional.empty() : Optional.of(Days.span(day(since), day(until)));
        }
    }

    /// Whether nothing is narrowed by marks.
    public boolean isEmpty() {
        return wanted().isEmpty();
    }

    /// What the marks of an entry tell.
    List<Wanted> wanted() {
        var wanted = new ArrayList<Wanted>();
        if (!classes.isEmpty()) {
            wanted.add(new Wanted.Any(classes.stream()
                    .map(each -> word(Facets.trafficClass(each)))
                    .toList()));
        }
        if (!precedences.isEmpty()) {
            wanted.add(new Wanted.Any(precedences.stream()
                    .map(each -> word(Facets.precedence(each)))
                    .toList()));
        }
        from.ifPresent(party -> wanted.add(word(Facets.from(party))));
        to.ifPresent(party -> wanted.add(Facets.to(party)));
        if (matter != null) {
            wanted.add(word(Facets.matter(matter)));
        }
        if (!procedure.isEmpty()) {
            wanted.add(word(Facets.procedure(procedure)));
        }
        if (!format.isEmpty()) {
            wanted.add(word(Facets.format(format)));
        }
        time.wanted().ifPresent(wanted::add);
        return wanted;
    }

    private static Wanted word(String mark) {
        return new Wanted.Word(mark);
    }

    /// What they do not tell: the time within a day, and all else.
    boolean takes(Payload payload) {
        return payload.time() >= time.since && payload.time() <= time.until && also.test(payload);
    }
}
