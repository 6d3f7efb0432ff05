package torgau.catalogue.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Examples;
import torgau.catalogue.Examples.Example;
import torgau.catalogue.Procedure;
import torgau.catalogue.Shipped;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Header;
import torgau.catalogue.render.Line;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.RandomValues;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// Whatever was filed reads the same when its numbered text is typed in again, in any language and
/// through any mail.
final class TreatyTest {
    static final Catalogue CATALOGUE = Shipped.READ.catalogue();
    static final NumberedText TEXT = new NumberedText(CATALOGUE, MadeUpNumbers.ANY);
    private static final Reference CITED =
            MadeUpNumbers.ANY.place("RED-OPS-2026-14").orElseThrow();

    static List<Example> examples() {
        return Examples.all();
    }

    static LongStream seeds() {
        return LongStream.range(0, 2);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_survives_every_mangling_in_every_language(Example example) {
        var random = new Random(example.toString().hashCode());
        for (String language : CATALOGUE.common().languages()) {
            Header header = header(example);
            String written = TEXT.of(header, form(example), example.values(), language);
            for (Mangling mangling : Mangling.values()) {
                survives(example, header, example.values(), written, language, mangling, random);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_can_be_filed_survives_whatever_its_free_texts_say(long seed) {
        var random = new Random(seed);
        for (Example example : examples()) {
            String language = CATALOGUE.common().languages().get(random.nextInt(3));
            var drawn = new RandomValues(random, example.lists(), () -> hostile(random, example));
            Mangling mangling = one(random, Mangling.values());
            var header = new Header(
                    "BLUE-OPS-2026-7",
                    random.nextBoolean() ? "BLUE" : hostile(random, example),
                    new Office("Duty officer. TO: RED", random.nextBoolean() ? "" : "Operations “centre”"),
                    List.of("RED", "GREEN, TO: BLUE"),
                    minute(random),
                    one(random, TrafficClass.values()),
                    one(random, Precedence.values()),
                    one(random, Label.values()),
                    random.nextBoolean() ? List.of() : List.of(CITED, CITED));
            var values = drawn.of(example.format().fields());
            String written = TEXT.of(header, form(example), values, language);
            assertThat(written.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= Wrapping.COLUMNS);
            survives(example, header, values, written, language, mangling, random);
        }
    }

    /// In shipped formats persons stand in rows alone: one is put into a format for this.
    @ParameterizedTest
    @EnumSource
    void a_person_survives_too(Mangling mangling) {
        var random = new Random(3);
        var texts = Shipped.texts();
        texts.keySet().removeIf(file -> file.startsWith("procedures/") && !file.equals("procedures/GW.yaml"));
        texts.replace(
                "procedures/GW.yaml", texts.get("procedures/GW.yaml").replace("type: attachment", "type: person"));
        Catalogue catalogue = CatalogueReader.read(texts).catalogue();
        Procedure procedure = catalogue.procedure("GW").orElseThrow();
        Example shipped =
                Examples.of(TreatyTest.CATALOGUE.procedure("GW").orElseThrow()).getFirst();
        var example = new Example(procedure, procedure.format("GW").orElseThrow(), shipped.values());
        for (String language : catalogue.common().languages()) {
            var drawn = new RandomValues(random, example.lists(), () -> hostile(random, example));
            NavigableMap<String, Value> values = example.values();
            values.put("enclosure", drawn.of(example.format().field("enclosure").orElseThrow()));
            assertThat(values.get("enclosure")).isInstanceOf(Value.Person.class);
            String written =
                    new NumberedText(catalogue, MadeUpNumbers.ANY).of(header(example), form(example), values, language);

            survives(catalogue, example, header(example), values, written, language, mangling, random);

            values.put("enclosure", new Value.NotHere(Value.NotHere.Why.ERASED));
            String gone =
                    new NumberedText(catalogue, MadeUpNumbers.ANY).of(header(example), form(example), values, language);
            assertThat(TreatyReader.read(gone, catalogue, MadeUpNumbers.ANY)).isInstanceOf(TreatyText.Refused.class);
        }
    }

    static void survives(
            Example example,
            Header header,
            NavigableMap<String, Value> values,
            String written,
            String language,
            Mangling mangling,
            Random random) {
        survives(CATALOGUE, example, header, values, written, language, mangling, random);
    }

    private static void survives(
            Catalogue catalogue,
            Example example,
            Header header,
            NavigableMap<String, Value> values,
            String written,
            String language,
            Mangling mangling,
            Random random) {
        String typed = mangling.of(written, random);
        String about = example + " in " + language + ", " + mangling + ":\n" + typed;

        TreatyText read = TreatyReader.read(typed, catalogue, MadeUpNumbers.ANY);

        assertThat(read).as(about).isInstanceOf(TreatyText.Read.class);
        var same = (TreatyText.Read) read;
        assertThat(same.language()).isEqualTo(language);
        assertThat(same.form()).isEqualTo(form(example));
        UnaryOperator<String> like = like(mangling);
        assertThat(like(same.values(), like)).as(about).isEqualTo(like(values, like));
        assertThat(like(same.header(), like)).as(about).isEqualTo(like(header, like));
    }

    /// What is lost of a free text: runs of blanks always, case after capitals, typographic signs from a
    /// page.
    private static UnaryOperator<String> like(Mangling mangling) {
        UnaryOperator<String> blanks = text -> text.replaceAll("(?U)\\s+", " ").strip();
        return switch (mangling) {
            case AS_IT_IS, WRAPPED_AT_69, WRAPPED_AT_40, OTHER_BLANKS, ONE_LINE -> blanks;
            case CAPITALS -> text -> blanks.apply(text).toUpperCase(java.util.Locale.ROOT);
            case FROM_A_PAGE -> text -> TreatyTest.signs(blanks.apply(text));
            case FROM_A_PAGE_IN_CAPITALS ->
                text -> TreatyTest.signs(blanks.apply(text)).toUpperCase(java.util.Locale.ROOT);
        };
    }

    private static String signs(String text) {
        return Mangling.ascii(text).replaceAll("[°′' ]", "");
    }

    private static Header like(Header header, UnaryOperator<String> like) {
        Office office = header.office();
        return new Header(
                header.number(),
                like.apply(header.from()),
                office == null ? null : new Office(like.apply(office.title()), like.apply(office.capacity())),
                header.to().stream().map(like).toList(),
                header.time(),
                header.trafficClass(),
                header.precedence(),
                header.label(),
                header.references());
    }

    private static Map<String, Value> like(Map<String, Value> values, UnaryOperator<String> like) {
        var alike = new TreeMap<String, Value>();
        values.forEach((name, value) -> alike.put(name, like(value, like)));
        return alike;
    }

    private static Value like(Value value, UnaryOperator<String> like) {
        return switch (value) {
            case Value.Words(String text) -> new Value.Words(like.apply(text));
            case Value.Name(String text) -> new Value.Name(like.apply(text));
            case Value.Items(List<String> texts) ->
                new Value.Items(texts.stream().map(like).toList());
            case Value.Office(String title, String capacity) ->
                new Value.Office(like.apply(title), like.apply(capacity));
            case Value.Area.Quadrant(String of, String part) ->
                new Value.Area.Quadrant(like.apply(of), like.apply(part));
            case Value.Answers(List<Optional<String>> answers) ->
                new Value.Answers(answers.stream().map(each -> each.map(like)).toList());
            case Value.Attachment(String name, var blob, var key, long length) ->
                new Value.Attachment(like.apply(name), blob, key, length);
            case Value.Person person ->
                new Value.Person(
                        like.apply(person.name()),
                        like(person.latin(), like),
                        like(person.rank(), like),
                        like(person.post(), like),
                        like(person.document(), like),
                        person.born());
            case Value.Rows(List<NavigableMap<String, Value>> rows) ->
                new Value.Rows(rows.stream()
                        .<NavigableMap<String, Value>>map(row -> new TreeMap<>(like(row, like)))
                        .toList());
            default -> value;
        };
    }

    private static @Nullable String like(@Nullable String text, UnaryOperator<String> like) {
        return text == null ? null : like.apply(text);
    }

    static Act.Form form(Example example) {
        return new Act.Form(
                example.procedure().code(),
                example.procedure().edition(),
                example.format().code());
    }

    static Header header(Example example) {
        var defaults = example.format().defaults();
        return new Header(
                "BLUE-OPS-2026-7",
                "BLUE",
                new Office("Duty officer", "Operations centre"),
                List.of("RED"),
                Times.instant("211830ZNOV26").orElseThrow(),
                defaults.trafficClass(),
                defaults.precedence(),
                defaults.label(),
                example.format().mustFollow().isEmpty() ? List.of() : List.of(CITED));
    }

    /// A text of few pieces, each of which looks like something that the frame or another field could
    /// say.
    private static String hostile(Random random, Example example) {
        var pieces = new ArrayList<String>();
        for (String language : CATALOGUE.common().languages()) {
            var frame = new FrameWords(CATALOGUE.common(), language);
            Stream.of(Line.values()).forEach(line -> pieces.add(frame.label(line) + ":"));
            pieces.add(frame.label(Line.END_OF_MESSAGE) + " BLUE-OPS-2026-7");
            pieces.addAll(List.of(frame.noneGiven(), frame.phrase("exercise"), frame.names()));
            int number = 0;
            for (var field : example.format().fields()) {
                number++;
                pieces.add(number + ". " + field.label().in(language).orElseThrow() + ":");
            }
        }
        pieces.addAll(List.of("“", "”", "\"", "«»", "\"\"", "„x“", "″", "2.1.", "\n", "3.1.1.", ",", "x", "ё’", "—"));
        pieces.add("w".repeat(150));
        var text = new StringBuilder("x");
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            text.append(random.nextBoolean() ? " " : "").append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString().strip();
    }

    private static long minute(Random random) {
        return 1_700_000_000_000L / 60_000 * 60_000 + random.nextInt(1_000_000) * 60_000L;
    }

    private static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
