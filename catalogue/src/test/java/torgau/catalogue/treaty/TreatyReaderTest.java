package torgau.catalogue.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Examples;
import torgau.catalogue.Examples.Example;
import torgau.catalogue.render.Header;
import torgau.catalogue.treaty.TreatyFault.Rule;
import torgau.catalogue.value.Fault;
import torgau.catalogue.value.FormatVectors;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.TrafficClass;
import torgau.journal.cbor.CborValue;

/// A text that says something else than a filing is refused, by line and label; nothing is guessed.
final class TreatyReaderTest {
    private static final List<Example> EXAMPLES = Examples.all();
    private static final List<Value> HOSTILE = hostile();
    private static final Example ASKED = example("UA/UA");
    private static final String TEXT = text(ASKED, "en");

    /// One change of one line, and what is then said of which line.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PRECEDENCE: O IMMEDIATE          | PRECEDENCE: P IMMEDIATE           | WORDS     | 1  | PRECEDENCE
            PRECEDENCE                       | PRIORITY                          | LANGUAGE  | 1  | ``
            CLASS: FORMAL                    | CLASS: EXERCISE                   | AGREED    | 3  | CLASS
            LABEL:                           | LABLE:                            | LABEL     | 3  | LABEL
            FROM: BLUE                       | FROM: BLUE: RED                   | LABEL     | 4  | TO
            211830ZNOV26                     | 311830ZNOV26                      | TIME      | 7  | MESSAGE DATE AND TIME
            FORMAT: UA                       | FORMAT: QQ                        | FORMAT    | 8  | FORMAT
            FORMAT: UA                       | FORMAT: UA/UR                     | AGREED    | 8  | FORMAT
            EDITION: 1                       | EDITION: 2                        | EDITION   | 9  | EDITION
            record only. This                | binding. This                     | AGREED    | 10 | LEGAL EFFECT
            It creates no                    | It creates a                      | AGREED    | 10 | LEGAL EFFECT
            MESSAGE REFERENCE: not given     | MESSAGE REFERENCE: the last       | NUMBER    | 17 | MESSAGE REFERENCE
            concentration of forces          | concentration of farces           | WORDS     | 19 | Activity observed
            concentration of forces          | undisclosed                       | VALUE     | 19 | Activity observed
            radius 25 km                     | radius 25 miles                   | WORDS     | 20 | Area
            radius 25 km                     | radius -25 km                     | AMOUNT    | 20 | Area
            54°20.0′N                        | 54°60.0′N                         | VALUE     | 20 | Area
            54°20.0′N                        | 54°20.0′                          | POSITION  | 20 | Area
            until 201800ZNOV26               | until 171800ZNOV26                | VALUE     | 21 | Time of observation (UTC)
            2. Area                          | 2. Aera                           | LABEL     | 20 | Area
            `4. Reason for concern: “`       | `4. Reason for concern: `         | QUOTATION | 22 | Reason for concern
            5.2.                             | 5.4.                              | LABEL     | 27 | Questions
            END OF MESSAGE NUMBER BLUE       | END OF MESSAGE NUMBER RED         | END       | 34 | END OF MESSAGE NUMBER
            END OF MESSAGE NUMBER            | END OF MESSAGE                    | LABEL     | 34 | END OF MESSAGE NUMBER
            """)
    void a_change_is_found_where_it_is(String was, String now, Rule rule, int line, String label) {
        assertThat(TEXT).contains(was);

        List<TreatyFault> faults = faults(TEXT.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(now)));

        assertThat(faults.getFirst().rule()).as(faults.toString()).isEqualTo(rule);
        assertThat(faults.getFirst().line()).as(faults.toString()).isEqualTo(line);
        assertThat(faults.getFirst().label()).as(faults.toString()).isEqualTo(label);
    }

    @Test
    void each_field_that_cannot_be_read_is_named() {
        String twice = TEXT.replace("concentration of forces", "a parade").replace("radius 25 km", "radius km");

        assertThat(faults(twice)).extracting(TreatyFault::label).containsExactly("Activity observed", "Area");
    }

    @Test
    void a_line_that_was_lost_is_missed() {
        List<String> lines = TEXT.lines().toList();
        for (int lost = 0; lost < lines.size(); lost++) {
            var left = new ArrayList<>(lines);
            left.remove(lost);
            String text = String.join("\n", left);
            if (!lines.get(lost).startsWith("   ") && !lines.get(lost).startsWith("Geographical")) {
                assertThat(faults(text)).as(lines.get(lost)).isNotEmpty();
            }
        }
    }

    @Test
    void every_cut_is_refused() {
        for (int length = 0; length < TEXT.length() - 2; length += 7) {
            assertThat(TreatyReader.read(TEXT.substring(0, length), TreatyTest.CATALOGUE, MadeUpNumbers.ANY))
                    .isInstanceOf(TreatyText.Refused.class);
        }
    }

    @Test
    void an_exercise_can_never_be_typed_in_as_meant() {
        Header meant = TreatyTest.header(ASKED);
        var header = new Header(
                meant.number(),
                meant.from(),
                meant.office(),
                meant.to(),
                meant.time(),
                TrafficClass.EXERCISE,
                meant.precedence(),
                meant.label(),
                meant.references());
        String exercise = TreatyTest.TEXT.of(header, TreatyTest.form(ASKED), ASKED.values(), "en");
        assertThat(exercise).startsWith("EXERCISE. EXERCISE. EXERCISE.").endsWith("is real.\n");

        assertThat(faults(exercise.replace("CLASS: EXERCISE", "CLASS: FORMAL"))).isNotEmpty();
        assertThat(faults(exercise.substring(exercise.indexOf("PRECEDENCE")))).isNotEmpty();
        assertThat(faults(exercise.substring(0, exercise.lastIndexOf("EXERCISE. EXERCISE."))))
                .isNotEmpty();
    }

    @Test
    void what_follows_the_end_is_refused() {
        assertThat(faults(TEXT + "P.S. We did not mean it."))
                .extracting(TreatyFault::rule)
                .containsExactly(Rule.REST);
    }

    @Test
    void what_cannot_be_filed_is_said_with_its_rule_and_its_line() {
        String said = text(example("UA/UR"), "ru").replace("60–80", "80–60");

        TreatyFault fault = faults(said).getFirst();

        assertThat(fault.rule()).isEqualTo(Rule.VALUE);
        assertThat(fault.label()).isEqualTo("Количество");
        assertThat(said.lines().toList().get(fault.line() - 1)).startsWith("3.2.2.");
        assertThat(fault.value()).isNotNull().extracting(Fault::field).isEqualTo("forces[2].number");
    }

    @Test
    void noise_and_heaps_of_it_are_refused_and_nothing_breaks() {
        var random = new Random(1);
        String alphabet = TEXT + "«»“”\"\u0000\u00ad\ud83d\uD83D\uDE00\r\n\t:;.,12 ";
        for (int tries = 0; tries < 150; tries++) {
            var text = new StringBuilder(TEXT);
            for (int changes = 0; changes < 1 + tries / 20; changes++) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, at + random.nextInt(3), String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            assertThat(TreatyReader.read(text.toString(), TreatyTest.CATALOGUE, MadeUpNumbers.ANY))
                    .isNotNull();
        }
        for (String heap : List.of(
                "“",
                "2. ",
                "5.1. ",
                "6. Form of reply preferred: (999) ",
                ".",
                ": ",
                "PRECEDENCE: O IMMEDIATE ",
                "w")) {
            String behind = TEXT.substring(0, TEXT.indexOf("4. Reason")) + heap.repeat(200_000 / heap.length());
            assertThat(faults(behind)).isNotEmpty();
            assertThat(faults(heap.repeat(200_000 / heap.length()))).isNotEmpty();
        }
        assertThat(faults("x".repeat(TreatyReader.MOST_CHARACTERS + 1)))
                .extracting(TreatyFault::rule)
                .containsExactly(Rule.LENGTH);
    }

    @Test
    void what_this_catalogue_does_not_know_is_shown_field_by_field_in_the_same_frame() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("activity", new Value.Code("march"));
        fields.put("END OF MESSAGE NUMBER X:\n1. Area", new Value.Words("“a”\nEND OF MESSAGE NUMBER BLUE-OPS-2026-7"));
        fields.put("rows", new Value.Rows(List.of(new TreeMap<>(Map.of("n", new Value.Count(1, 2))))));
        fields.put("new", new Value.Foreign(77, new CborValue.TextValue("\u001b[2J")));

        for (Act.Form form :
                List.of(new Act.Form("ZZ", 1, "Q2"), new Act.Form("UA", 2, "UA"), new Act.Form("UA", 1, "UA"))) {
            String text = TreatyTest.TEXT.of(TreatyTest.header(ASKED), form, fields, "en");

            assertThat(text).contains("“march”").doesNotContain("\u001b");
            assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= Wrapping.COLUMNS);
            assertThat(text.lines().filter(line -> line.startsWith("END OF"))).hasSize(1);
            assertThat(faults(text)).isNotEmpty();
        }
    }

    @Test
    void whatever_a_peer_files_in_any_kind_of_field_leaves_the_frame_as_it_is() {
        for (int at = 0; at < EXAMPLES.size(); at += 9) {
            Example example = EXAMPLES.get(at);
            for (Value value : HOSTILE) {
                var fields = new LinkedHashMap<String, Value>();
                example.format().fields().forEach(field -> fields.put(field.name(), value));
                String text = TreatyTest.TEXT.of(TreatyTest.header(example), TreatyTest.form(example), fields, "en");

                assertThat(text.lines().filter(line -> line.codePointCount(0, line.length()) > Wrapping.COLUMNS))
                        .isEmpty();
                assertThat(text.lines().filter(line -> line.startsWith("END OF")))
                        .hasSize(1);
                assertThat(text.lines().filter(line -> line.startsWith("1. "))).hasSize(1);
                if (TreatyReader.read(text, TreatyTest.CATALOGUE, MadeUpNumbers.ANY) instanceof TreatyText.Read read) {
                    assertThat(read.values()).as(text).isEqualTo(fields);
                }
            }
        }
    }

    private static List<Value> hostile() {
        String said = "x”\r\n1. Area: “y\nEND OF MESSAGE NUMBER BLUE-OPS-2026-7";
        var odd = new Value.Quantity(Integer.MAX_VALUE, "miles\n1. Area: 3");
        var pole = new Value.Position(-5_400_000, 10_800_000, true);
        var row = new TreeMap<String, Value>(Map.of(said, new Value.Words(said), "kind", odd));
        var hostile = new ArrayList<>(FormatVectors.values());
        hostile.addAll(List.of(
                new Value.Words(""),
                new Value.Words(said),
                new Value.Words("“".repeat(300)),
                new Value.Items(List.of()),
                new Value.Items(List.of(said)),
                new Value.Code(said),
                new Value.Codes(List.of(said, said)),
                odd,
                new Value.Instant((1L << 53) - 1),
                pole,
                new Value.Area.Polygon(List.of()),
                new Value.Area.Circle(pole, odd),
                new Value.Area.Quadrant(said, ""),
                new Value.Altitude(new Value.Level.Unlimited(), new Value.Level.Height(odd, true)),
                new Value.Route(List.of()),
                new Value.Frequency((1L << 53) - 1),
                new Value.Name(said),
                new Value.Office("", ""),
                new Value.Rows(List.of()),
                new Value.Rows(List.of(row)),
                new Value.Answers(List.of()),
                new Value.Attachment(said, Digest.over(), Digest.over(), Value.Attachment.MAX_BYTES),
                new Value.Person(said, said, "", null, said, 1_000)));
        return hostile;
    }

    private static Example example(String name) {
        return EXAMPLES.stream()
                .filter(example -> example.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Example example, String language) {
        return TreatyTest.TEXT.of(TreatyTest.header(example), TreatyTest.form(example), example.values(), language);
    }

    private static List<TreatyFault> faults(String text) {
        TreatyText read = TreatyReader.read(text, TreatyTest.CATALOGUE, MadeUpNumbers.ANY);
        assertThat(read).isInstanceOf(TreatyText.Refused.class);
        return ((TreatyText.Refused) read).faults();
    }
}
