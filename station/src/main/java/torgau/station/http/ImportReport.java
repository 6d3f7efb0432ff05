package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Raw;
import torgau.journal.Code;
import torgau.station.tables.RowFault;
import torgau.station.tables.Table;
import torgau.station.tables.Trouble;
import torgau.station.tables.Workbook;

/// What a table was understood to say, and what was not understood: each fault with its row, column,
/// value, rule and way out, in the officer's language.
final class ImportReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_NOTES = 200;
    private static final List<String> SHOWN = List.of("plan", "number", "event", "kind", "host", "dates", "place");

    private final Sentences sentences;
    private final String language;
    private final Table table;
    private final ArrayNode faults = JSON.arrayNode();
    private final ArrayNode ready = JSON.arrayNode();
    private final ArrayNode known = JSON.arrayNode();
    private final Set<Integer> unsound = new TreeSet<>();
    /// Row and field of what could not even be read.
    private final Set<String> unread = new TreeSet<>();
    /// Fields that every event needs and for which the table has no column: said once.
    private final Set<String> columnless = new TreeSet<>();
    private int total;

    ImportReport(Sentences sentences, String language, Table table) {
        this.sentences = sentences;
        this.language = Names.primary(language);
        this.table = table;
        table.faults().forEach(fault -> {
            unread.add(fault.row() + " " + fault.field());
            add(fault.row(), fault.column(), fault.field(), fault.written(), heading(fault), fault.trouble());
        });
    }

    private String heading(RowFault fault) {
        return table.rows().stream()
                .flatMap(row -> java.util.Optional.ofNullable(row.columns().get(fault.field())).stream())
                .map(Table.Place::heading)
                .findFirst()
                .orElse(fault.field());
    }

    private void add(int row, int column, String field, String written, String heading, Trouble trouble) {
        if (faults.size() >= FilingFaults.MOST) {
            total++;
            unsound.add(row);
            return;
        }
        var values = new HashMap<String, Object>(trouble.values());
        values.put("heading", Refusal.cut(heading, Refusal.MAX_POINTER));
        values.put("written", written);
        String message = sentences.say(language, "table.fault." + trouble.key(), values);
        add(
                fault(row, column, field, written, heading),
                trouble.code(),
                trouble.key().toUpperCase(java.util.Locale.ROOT),
                message);
    }

    private void add(ObjectNode fault, Code code, String rule, String message) {
        total++;
        unsound.add(fault.path("row").asInt());
        if (faults.size() < FilingFaults.MOST) {
            fault.put("code", code.code()).put("rule", rule);
            faults.add(fault.put("message", Refusal.cut(message, Refusal.MAX_MESSAGE)));
        }
    }

    private static ObjectNode fault(int row, int column, String field, String written, String heading) {
        ObjectNode fault = JSON.objectNode().put("row", row);
        if (column >= 0) {
            fault.put("column", Workbook.letters(column));
            fault.put("heading", Refusal.cut(heading, Refusal.MAX_POINTER));
        }
        if (!field.isEmpty()) {
            fault.put("field", Refusal.cut(field, Refusal.MAX_POINTER));
        }
        return fault.put("written", Refusal.cut(written, 64));
    }

    /// Whether nothing is wrong with a row.
    boolean sound(Table.Filled row) {
        return !unsound.contains(row.row());
    }

    /// A row that the reader of filings refuses, field by field.
    void refused(Table.Filled row, Refusal refusal) {
        JsonNode each = refusal.faults();
        if (each == null) {
            add(fault(row.row(), -1, "", "", ""), refusal.code(), "REFUSED", String.valueOf(refusal.getMessage()));
            return;
        }
        for (JsonNode one : each) {
            String field = one.path("field").asText();
            String root = field.split("[.\\[]", 2)[0];
            if (one.path("rule").asText().equals("NEEDED") && unread.contains(row.row() + " " + root)) {
                continue;
            }
            Table.@Nullable Place place = row.columns().get(root);
            if (place == null && one.path("rule").asText().equals("NEEDED") && field.equals(root)) {
                noColumn(row, field, one.path("label").asText(field), refusal.code());
                continue;
            }
            ObjectNode fault = place == null
                    ? fault(row.row(), -1, field, one.path("written").asText(), "")
                    : fault(row.row(), place.column(), field, place.written(), place.heading());
            add(
                    fault,
                    refusal.code(),
                    one.path("rule").asText(),
                    one.path("message").asText());
        }
    }

    private void noColumn(Table.Filled row, String field, String label, Code code) {
        unsound.add(row.row());
        if (columnless.add(field)) {
            String message = sentences.say(language, "table.fault.no_column", Map.of("heading", label));
            add(fault(row.row(), -1, field, "", ""), code, "NEEDED", message);
        }
    }

    /// A row that is a double of something.
    ///
    /// @param of a row of the table, or an event of the plan
    void twice(Table.Filled row, Trouble trouble, String of) {
        var values = new HashMap<String, Object>(trouble.values());
        values.put("of", of);
        add(row.row(), -1, "", "", "", Trouble.of(trouble.code(), trouble.key(), values));
    }

    /// A row whose event is in the plan as it stands there.
    void known(Table.Filled row, String event) {
        known.add(JSON.objectNode().put("row", row.row()).put("event", event));
    }

    /// A row that can be filed.
    ///
    /// @param fields as they would be filed
    void ready(Table.Filled row, Raw.Pairs fields) {
        ObjectNode json = JSON.objectNode().put("row", row.row());
        SHOWN.forEach(name -> {
            if (((Map<String, Raw>) fields.values()).get(name) instanceof Raw.Word(String text)) {
                json.put(name, text);
            }
        });
        ready.add(json);
    }

    /// Fails with all that is wrong, if anything is.
    void refuse() {
        if (total > 0) {
            var messages = new ArrayList<String>();
            sorted().forEach(fault -> messages.add(
                    fault.path("row").asText() + ": " + fault.path("message").asText()));
            throw new Refusal(422, Code.IMPORT_REFUSED, String.join(" ", messages), "/file", problems());
        }
    }

    /// By row and column, as an officer goes through the table.
    private ArrayNode sorted() {
        ArrayNode sorted = JSON.arrayNode();
        faults.valueStream()
                .sorted(Comparator.comparingInt(
                                (JsonNode fault) -> fault.path("row").asInt())
                        .thenComparingInt(fault -> fault.path("column").asText().length())
                        .thenComparing(fault -> fault.path("column").asText()))
                .forEach(sorted::add);
        return sorted;
    }

    /// The faults as a refusal names them.
    private ArrayNode problems() {
        ArrayNode problems = JSON.arrayNode();
        sorted().forEach(fault -> {
            ObjectNode problem = ((ObjectNode) fault).deepCopy();
            problem.put("pointer", "/file").put("label", fault.path("heading").asText());
            problem.put("field", fault.path("field").asText());
            problem.remove("heading");
            problem.putArray("limits");
            problems.add(problem);
        });
        return problems;
    }

    ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        if (!table.sheet().isEmpty()) {
            json.put("sheet", Refusal.cut(table.sheet(), Refusal.MAX_POINTER));
        }
        json.put("headings_row", table.headings()).put("rows", table.rows().size());
        json.set("ready", ready);
        json.set("known", known);
        json.set("faults", sorted());
        json.put("faults_total", total);
        ArrayNode notes = json.putArray("notes");
        table.notes().stream().limit(MAX_NOTES).forEach(note -> {
            ObjectNode one = notes.addObject();
            if (note.row() > 0) {
                one.put("row", note.row());
            }
            one.put("message", Refusal.cut(sentences.say(language, note.key(), note.values()), Refusal.MAX_MESSAGE));
        });
        return json;
    }
}
