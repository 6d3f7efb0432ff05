package torgau.station.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Words;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.journal.Reference;
import torgau.matters.Turn;
import torgau.matters.plan.Event;
import torgau.matters.plan.Side;
import torgau.matters.plan.When;
import torgau.matters.plan.Word;
import torgau.station.formats.Known;
import torgau.station.formats.MessageNumbers;
import torgau.station.paper.Paper;

/// An event of the plan in the words of one language: the same on every paper and in every table.
final class PlanWords {
    /// The earliest first; those without dates last.
    static final Comparator<Event> BY_DATE = Comparator.comparingLong((Event event) ->
                    Optional.ofNullable(event.dates().planned()).map(When::from).orElse(Long.MAX_VALUE))
            .thenComparing(Event::id);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Known format;
    private final Names names;
    private final MessageNumbers numbers;
    private final Sentences sentences;
    private final String language;

    PlanWords(Front front, Known format, String language) {
        this.format = format;
        this.names = front.names();
        this.numbers = new MessageNumbers(front.process().journal(), names.roster());
        this.sentences = front.sentences();
        this.language = language;
    }

    /// Whether an event is only practised.
    static boolean drill(Event event) {
        return Paper.Mark.valueOf(event.opening().trafficClass().name()).drill();
    }

    String language() {
        return language;
    }

    String say(String key, Map<String, ?> values) {
        return sentences.say(language, key, values);
    }

    /// What a field of the proposal is called.
    String label(String field) {
        return format.format()
                .field(field)
                .flatMap(each -> each.label().in(language))
                .orElse(field);
    }

    /// The item of a list in words; the code itself of one that is not known.
    String code(String list, String code) {
        return format.list(list).flatMap(items -> item(items, code)).orElse(code);
    }

    private Optional<String> item(CodeList items, String code) {
        return items.item(code).flatMap(words -> words.in(language));
    }

    /// Whom the word for the host means: a party by its name.
    String host(Event event) {
        List<Integer> hosts = event.what().hosts();
        return hosts.size() == 1
                ? names.party(hosts.getFirst())
                : code("hosts", event.what().host());
    }

    String party(int party) {
        return names.party(party);
    }

    /// The state of the matter, common to both sides.
    String state(Event event) {
        return state(event.state());
    }

    private String state(String state) {
        return Optional.ofNullable(format.procedure().lifecycle().labels().get(state))
                .flatMap(words -> words.in(language))
                .orElse(state);
    }

    /// How a side itself says that it stands.
    String status(Side side) {
        Word word = side.word();
        String said = word == null ? "" : status(word.status().word());
        return side.isSuspended() && (word == null || !word.status().word().equals("suspended"))
                ? said + (said.isEmpty() ? "" : "; ") + status("suspended")
                : said;
    }

    private String status(String word) {
        Optional<Words> listed = format.list("statuses").flatMap(list -> list.item(word));
        return listed.flatMap(words -> words.in(language)).orElseGet(() -> state(word));
    }

    /// The office in charge of a side, with its capacity.
    static String office(Side side) {
        Value.Office owner = side.owner();
        return owner == null ? "" : owner.title() + (owner.capacity().isEmpty() ? "" : ", " + owner.capacity());
    }

    /// The number that a side gives it: of its opener first.
    static String number(Event event) {
        int opener = event.matter().cast().opener();
        return event.side(opener)
                .map(Side::number)
                .filter(number -> !number.isEmpty())
                .or(() -> event.sides().stream()
                        .map(Side::number)
                        .filter(number -> !number.isEmpty())
                        .findFirst())
                .orElse("");
    }

    String messageNumber(Reference place) {
        return numbers.number(place);
    }

    /// Both ends in one line.
    String dates(Event event) {
        When when = event.dates().planned();
        if (when == null) {
            return "";
        }
        Long to = when.to();
        return minute(when.from()) + " – " + (to == null ? "…" : minute(to));
    }

    static String minute(long millis) {
        return millis % 60_000 == 0
                ? MINUTE.format(Instant.ofEpochMilli(millis))
                : Instant.ofEpochMilli(millis).toString();
    }

    /// A field of the newest proposal, as a table has it: labels of codes, and what a table writes for
    /// the rest.
    String field(Event event, Turn opening, String name) {
        Optional<Field> field = format.format().field(name);
        Optional<Value> value = event.reading().value(opening, name);
        return field.isEmpty() || value.isEmpty() ? "" : value(field.get(), value.get());
    }

    private String value(Field field, Value value) {
        return switch (value) {
            case Value.Undisclosed _ ->
                format.common()
                        .phrase("undisclosed")
                        .flatMap(words -> words.in(language))
                        .orElse("undisclosed");
            case Value.Code(String code) -> item(field, code);
            case Value.Codes(List<String> codes) ->
                codes.stream().map(code -> item(field, code)).collect(Collectors.joining("; "));
            case Value.Rows(var rows) ->
                field.type() instanceof FieldType.Table(List<Field> columns, FieldType.Range _)
                        ? rows.stream().map(row -> row(columns, row)).collect(Collectors.joining(";\n"))
                        : "";
            default -> Written.of(value, numbers) instanceof Raw.Word(String text) ? text : "";
        };
    }

    private String row(List<Field> columns, Map<String, Value> row) {
        return columns.stream()
                .map(column -> shown(column, row.get(column.name())))
                .collect(Collectors.joining(" / "));
    }

    private String shown(Field column, @Nullable Value value) {
        return value == null ? "" : value(column, value);
    }

    private String item(Field field, String code) {
        return field.type().lists().stream()
                .map(list -> code(list, code))
                .findFirst()
                .orElse(code);
    }
}
