package torgau.catalogue.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import torgau.catalogue.Clock;
import torgau.catalogue.Common;
import torgau.catalogue.Field;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.catalogue.Role;
import torgau.catalogue.Words;

/// What a procedure says, in one language. What has no words there is called by its name.
record Wording(Common common, Procedure procedure, String language) {
    /// Stands before the first state, so that what opens a matter is drawn as everything else is.
    static final String START = "";

    /// From so many days on a time is given in days.
    private static final int DAYS = 3;

    String say(Words words) {
        return words.in(language).orElse("");
    }

    /// A word of the picture's own.
    String label(String name) {
        return label("picture", name);
    }

    String label(String group, String name) {
        return common.label(group, name).flatMap(words -> words.in(language)).orElse(name);
    }

    String title() {
        return say(procedure.title());
    }

    String edition() {
        String word = label("text", "edition").toLowerCase(Locale.ROOT);
        return word + " " + procedure.edition();
    }

    String state(String state) {
        if (state.equals(START)) {
            return label("opens");
        }
        return said(procedure.lifecycle().labels().get(state), state);
    }

    String role(String role) {
        Role known = ((Map<String, Role>) procedure.roles()).get(role);
        return known == null ? role : say(known.label());
    }

    String format(String code) {
        return procedure.format(code).map(format -> say(format.title())).orElse(code);
    }

    String precedence(Format format) {
        return label("precedence", format.defaults().precedence().name());
    }

    private String said(@org.jspecify.annotations.Nullable Words words, String otherwise) {
        return words == null ? otherwise : words.in(language).orElse(otherwise);
    }

    /// What may be sent in a state: by role, and for each role in the order of the formats.
    List<Move> moves(String state) {
        Map<String, String> next = state.equals(START)
                ? procedure.lifecycle().start()
                : procedure.lifecycle().states().getOrDefault(state, Collections.emptyMap());
        var formats = new ArrayList<>(procedure.formats().keySet());
        var roles = new ArrayList<>(procedure.roles().keySet());
        var moves = new ArrayList<Move>();
        next.forEach((format, to) -> moves.add(new Move(format, by(format), to)));
        moves.sort(Comparator.comparingInt((Move move) -> roles.indexOf(move.role()))
                .thenComparingInt(move -> formats.indexOf(move.format())));
        return moves;
    }

    private String by(String format) {
        return procedure.format(format).map(Format::by).orElse("");
    }

    String within(Clock clock) {
        return clock.within().isZero() ? label("at_that_time") : length(clock.within());
    }

    private String length(Duration length) {
        if (length.toDays() >= DAYS && length.equals(Duration.ofDays(length.toDays()))) {
            return length.toDays() + " " + label("unit", "d");
        }
        if (length.equals(Duration.ofHours(length.toHours()))) {
            return length.toHours() + " " + label("unit", "h");
        }
        return length.toMinutes() + " " + label("unit", "min");
    }

    String countedFrom(Clock clock) {
        return switch (clock.from()) {
            case Clock.From.Receipt _ -> label("receipt").replace("{format}", clock.on());
            case Clock.From.Event(String field) -> clock.on() + ": " + field(clock.on(), field);
        };
    }

    /// The table for whose rows a clock runs, and what those rows say; empty if it runs for the whole.
    Optional<String> rows(Clock clock) {
        Clock.Rows rows = clock.rows();
        if (rows == null) {
            return Optional.empty();
        }
        var table = new FieldOf(clock.on(), rows.table());
        String said = rows.where().entrySet().stream()
                .map(each -> item(table, each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of(field(clock.on(), rows.table()) + (said.isEmpty() ? "" : " (" + said + ")"));
    }

    private String item(FieldOf table, String column, String item) {
        return table.column(procedure, column).stream()
                .flatMap(field -> field.type().lists().stream())
                .flatMap(list -> procedure.list(list, common).stream())
                .flatMap(list -> list.item(item).stream())
                .map(this::say)
                .findFirst()
                .orElse(item);
    }

    String by(Recurring item) {
        return label("by_" + item.by().name().toLowerCase(Locale.ROOT));
    }

    String every(Recurring item) {
        return label("every_" + item.day().every().name().toLowerCase(Locale.ROOT));
    }

    /// What ends what is awaited: reports, and the word that there is nothing to report.
    static String ends(Recurring item) {
        return Stream.concat(item.doneBy().stream(), item.nilBy().stream()).collect(Collectors.joining(", "));
    }

    private String field(String format, String name) {
        Optional<Field> field = procedure.format(format).flatMap(known -> known.field(name));
        return field.map(known -> say(known.label())).orElse(name);
    }
}
