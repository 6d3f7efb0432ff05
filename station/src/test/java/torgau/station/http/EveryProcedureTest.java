package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Raw;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.station.formats.Formats;
import torgau.station.home.CatalogueFolder;

/// Every procedure, walked by two stations with the examples of its formats: each may do what the other
/// sees that it may, and both come to the same state.
@Tag("slow")
final class EveryProcedureTest extends OnOneLine {
    private static final CatalogueReader.Read READ =
            CatalogueReader.read(CatalogueFolder.builtIn().texts());
    private static final int MOST_MATTERS = 12;
    private static final int MOST_STEPS = 40;
    /// Of the entries of all procedures, the newest of each format.
    private static final Map<String, String> NUMBERS = new HashMap<>();

    static Stream<String> procedures() {
        return Formats.builtIn().catalogue().procedures().keySet().stream();
    }

    private record Choice(Client by, String format, String to) {}

    @ParameterizedTest
    @MethodSource("procedures")
    void each_format_moves_its_matter_at_both_ends(String code) {
        Procedure procedure = Formats.builtIn().catalogue().procedure(code).orElseThrow();
        var left = new TreeSet<>(procedure.formats().keySet());
        var faults = new ArrayList<String>();
        for (int matter = 0; matter < MOST_MATTERS && !left.isEmpty(); matter++) {
            new Walk(procedure, left, faults).go();
        }
        assertThat(left).as("formats that could not be filed: " + faults).isEmpty();
    }

    /// One matter, led to formats that were not filed yet.
    private static final class Walk {
        private final Procedure procedure;
        private final Set<String> left;
        private final List<String> faults;
        private final List<String> filed = new ArrayList<>();
        private final Map<String, String> references = new TreeMap<>();
        private final Map<String, String> numbers = new TreeMap<>();
        private final TreeSet<String> refused = new TreeSet<>();
        private String id = "";
        /// The matter, as each station has it.
        private JsonNode here = MissingNode.getInstance();
        private JsonNode there = MissingNode.getInstance();

        Walk(Procedure procedure, Set<String> left, List<String> faults) {
            this.procedure = procedure;
            this.left = left;
            this.faults = faults;
        }

        void go() {
            String start = procedure.lifecycle().start().keySet().stream()
                    .min(Comparator.comparing((String code) -> !left.contains(code)))
                    .orElseThrow();
            assertThat(file(new Choice(blue, start, ""))).as(faults.toString()).isTrue();
            for (int step = 0; step < MOST_STEPS && !left.isEmpty(); step++) {
                Choice next = choices().stream()
                        .min(Comparator.comparingInt(this::far)
                                .thenComparingInt(choice -> -moves(choice.to()).size())
                                .thenComparingInt(choice -> filed.lastIndexOf(choice.format())))
                        .orElse(null);
                if (next == null || far(next) == Integer.MAX_VALUE) {
                    return;
                }
                if (!file(next)) {
                    refused.add(next.format());
                }
            }
        }

        private List<Choice> choices() {
            var choices = new ArrayList<Choice>();
            for (Client client : List.of(blue, red)) {
                (client == blue ? here : there).path("next").forEach(next -> {
                    String code = next.path("format").asText();
                    if (next.path("ours").asBoolean()
                            && procedure.format(code).isPresent()
                            && !refused.contains(code)) {
                        choices.add(new Choice(client, code, next.path("to").asText()));
                    }
                });
            }
            return choices;
        }

        /// How many formats lie between a choice and one that is left.
        private int far(Choice choice) {
            if (left.contains(choice.format())) {
                return 0;
            }
            var reached = new ArrayList<>(List.of(choice.to()));
            var far = new HashMap<String, Integer>(Map.of(choice.to(), 1));
            for (int i = 0; i < reached.size(); i++) {
                String state = reached.get(i);
                Map<String, String> moves = moves(state);
                if (moves.keySet().stream().anyMatch(left::contains)) {
                    return far.get(state);
                }
                moves.values().forEach(to -> {
                    if (far.putIfAbsent(to, far.get(state) + 1) == null) {
                        reached.add(to);
                    }
                });
            }
            return Integer.MAX_VALUE;
        }

        private Map<String, String> moves(String state) {
            return procedure.lifecycle().states().getOrDefault(state, Map.of());
        }

        private boolean file(Choice choice) {
            Format format = procedure.format(choice.format()).orElseThrow();
            String to = filed.reversed().stream()
                    .filter(format.mustFollow()::contains)
                    .findFirst()
                    .map(references::get)
                    .orElse(id);
            String more = id.isEmpty() ? "" : ",\"re\":\"" + to + "\"";
            Client.Reply reply = choice.by().post("/api/v1/entries", body(choice.by(), format, more));
            if (reply.status() != 201) {
                faults.add(choice.format() + " " + reply.code() + " "
                        + reply.json().path("faults"));
                return false;
            }
            String reference = reply.json().path("reference").asText();
            Line.await(choice.by() == blue ? red : blue, reference);
            id = id.isEmpty() ? reference : id;
            left.remove(choice.format());
            filed.add(choice.format());
            references.put(choice.format(), reference);
            numbers.put(choice.format(), reply.json().path("message_number").asText());
            NUMBERS.putAll(numbers);
            here = blue.get("/api/v1/matters/" + id).json();
            there = red.get("/api/v1/matters/" + id).json();
            assertThat(here.path("state")).as(choice.format()).isEqualTo(there.path("state"));
            JsonNode step = here.path("steps").path(here.path("steps").size() - 1);
            assertThat(step.path("entry").asText()).isEqualTo(reference);
            assertThat(step.path("outcome").asText()).as(choice.format()).isEqualTo("moved");
            return true;
        }

        private String body(Client by, Format format, String more) {
            Raw own = READ.trees()
                    .get(CatalogueReader.PROCEDURES + procedure.code() + ".yaml")
                    .at("examples")
                    .maybe(format.code())
                    .raw();
            Raw raw = own instanceof Raw.Pairs
                    ? own
                    : READ.trees()
                            .get(CatalogueReader.COMMON)
                            .at("examples")
                            .maybe(format.code())
                            .raw();
            Raw fields = real(by, format.fields(), (Raw.Pairs) raw);
            return "{\"office\":%s,\"act\":{\"type\":\"notification\",\"procedure\":\"%s\",\"format\":\"%s\",\"fields\":%s}%s}"
                    .formatted(Line.OFFICE, procedure.code(), format.code(), RawJson.of(fields), more);
        }

        /// An example with messages and files that are there in place of those that it names.
        private Raw.Pairs real(Client by, List<Field> fields, Raw.Pairs written) {
            SequencedMap<String, Raw> values = written.values();
            for (Field field : fields) {
                Raw value = ((Map<String, Raw>) values).get(field.name());
                if (value != null) {
                    real(by, field.type(), value)
                            .ifPresentOrElse(real -> values.put(field.name(), real), () -> values.remove(field.name()));
                }
            }
            return new Raw.Pairs(values);
        }

        private Optional<Raw> real(Client by, FieldType type, Raw value) {
            if (type instanceof FieldType.ReferenceTo(List<String> to)) {
                return number(to).map(Raw.Word::new);
            }
            if (type instanceof FieldType.Attachment) {
                JsonNode put = by.putBlob("words", UUID.randomUUID().toString()).json();
                return Optional.of(RawJson.raw(((ObjectNode) put).put("name", "file.txt"), ""));
            }
            if (value instanceof Raw.Several(List<Raw> rows)
                    && type instanceof FieldType.Table(List<Field> columns, FieldType.Range _)) {
                List<Raw> left = rows.stream()
                        .<Raw>map(row -> real(by, columns, (Raw.Pairs) row))
                        .filter(row -> columns.stream()
                                .allMatch(column -> column.optional()
                                        || ((Raw.Pairs) row).values().containsKey(column.name())))
                        .toList();
                return left.isEmpty() ? Optional.empty() : Optional.of(new Raw.Several(left));
            }
            return Optional.of(value);
        }

        /// The number of the newest entry of this matter with one of these codes, or else of any matter.
        private Optional<String> number(List<String> codes) {
            return filed.reversed().stream()
                    .filter(code -> codes.isEmpty() || codes.contains(code))
                    .findFirst()
                    .map(numbers::get)
                    .or(() -> codes.stream()
                            .filter(NUMBERS::containsKey)
                            .map(NUMBERS::get)
                            .findFirst());
        }
    }
}
