package torgau.station.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Times;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.station.search.Narrowed;
import torgau.station.search.Narrowed.Span;
import torgau.station.shell.Docket;

/// Reads to which entries a search is narrowed.
///
/// @param now milliseconds UTC
record Narrowing(Query query, Names names, Docket docket, long now) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,7}");
    private static final Set<String> PRECEDENCES =
            EnumSet.allOf(Precedence.class).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    Narrowed read() {
        var classes = EnumSet.noneOf(TrafficClass.class);
        query.words("class", EntryPages.CLASSES).forEach(name -> classes.add(TrafficClass.valueOf(name)));
        var precedences = EnumSet.noneOf(Precedence.class);
        query.words("precedence", PRECEDENCES).forEach(name -> precedences.add(Precedence.valueOf(name)));
        var span = new Span(
                time("since").orElse(Span.ALWAYS.since()), time("until").orElse(Span.ALWAYS.until()));
        if (span.since() > span.until()) {
            throw Refusal.malformed("until", "until is before since");
        }
        return new Narrowed(
                classes,
                precedences,
                party("from"),
                party("to"),
                matter(),
                code("procedure"),
                code("format"),
                span,
                awaited());
    }

    private OptionalInt party(String name) {
        return query.party(name, names).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private @Nullable Reference matter() {
        Optional<String> matter = query.word("matter");
        return matter.isEmpty()
                ? null
                : names.reference(matter.get())
                        .orElseThrow(() -> Refusal.malformed("matter", matter.get() + " is no reference"));
    }

    private String code(String name) {
        String code = query.word(name).orElse("");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            throw Refusal.malformed(name, code + " is no code of a procedure or a format");
        }
        return code;
    }

    private Optional<Long> time(String name) {
        return query.word(name)
                .map(written -> Times.instant(written)
                        .orElseThrow(() -> Refusal.malformed(
                                name,
                                written + " is no time; wanted is, for example, 211830ZNOV26 or 2026-11-21T18:30Z")));
    }

    /// Of the matters in which something is awaited still, or of those in which nothing is.
    private Predicate<Payload> awaited() {
        if (query.word("awaited").isEmpty()) {
            return _ -> true;
        }
        boolean wanted = query.flag("awaited", true);
        Set<Reference> open = docket.ask(book -> book.awaited(now)).answer().stream()
                .map(item -> item.subject().id())
                .collect(Collectors.toCollection(TreeSet::new));
        return payload -> open.contains(Receipts.matterOf(payload.reference(), payload)) == wanted;
    }
}
