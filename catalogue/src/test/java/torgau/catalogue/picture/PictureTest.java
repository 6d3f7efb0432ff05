package torgau.catalogue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.yaml.CatalogueReader;

/// Whatever the catalogue has can be drawn and read, in each of its languages. `-Dtorgau.snapshots=write` writes the
/// reviewed text anew.
@Tag("slow")
class PictureTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/ua.txt");
    private static final double APART = 2;
    private static final Catalogue CATALOGUE = catalogue();
    private static final Map<String, Drawing> DRAWN = new TreeMap<>();

    static Stream<Wording> all() {
        return CATALOGUE.procedures().values().stream()
                .flatMap(procedure -> CATALOGUE.common().languages().stream()
                        .map(language -> new Wording(CATALOGUE.common(), procedure, language)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("names")
    void every_state_and_every_format_is_in_the_picture(String procedure, String language) throws Exception {
        var wording = wording(procedure, language);
        Element svg = parsed(svg(wording));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getAttribute("width")).isEqualTo("297mm");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains(wording.title());
        String text = joined(texts(svg));
        assertThat(needed(wording)).allSatisfy(each -> assertThat(text).contains(joined(List.of(each))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("names")
    void no_box_lies_on_another_and_no_line_runs_through_a_box(String procedure, String language) {
        var drawing = drawing(procedure, language);
        List<Box> boxes = drawing.boxes();
        for (Box box : boxes) {
            assertThat(box.x()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.bottom()).isLessThanOrEqualTo(drawing.height() + 0.01);
            assertThat(boxes.stream().filter(other -> !other.equals(box) && !apart(box, other)))
                    .as(box.state())
                    .isEmpty();
            assertThat(drawing.nets().stream()
                            .filter(net -> net.lines().stream().anyMatch(line -> through(line, box)))
                            .map(Net::to))
                    .as(box.state())
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("names")
    void what_leads_to_one_state_touches_no_line_to_another_but_crosses_it(String procedure, String language) {
        List<Net> nets = drawing(procedure, language).nets();
        for (Net net : nets) {
            assertThat(nets.stream()
                            .filter(other -> !net.equals(other))
                            .filter(other -> net.lines().stream().anyMatch(line -> touches(line, other)))
                            .map(Net::to))
                    .as(net.to())
                    .isEmpty();
        }
    }

    private static boolean touches(Net.Line line, Net other) {
        return other.lines().stream().anyMatch(each -> onTop(line, each));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("names")
    void every_state_and_every_format_is_in_the_text(String procedure, String language) {
        var wording = wording(procedure, language);
        List<String> lines = Plain.lines(wording.common(), wording.procedure(), language, 100);
        assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        String text = joined(lines);
        assertThat(needed(wording)).allSatisfy(each -> assertThat(text).contains(joined(List.of(each))));
    }

    @Test
    void the_text_is_what_was_reviewed() throws IOException {
        var text = new StringBuilder();
        all().filter(wording -> wording.procedure().code().equals("UA"))
                .forEach(wording -> Plain.lines(wording.common(), wording.procedure(), wording.language(), 100)
                        .forEach(line -> text.append(line.stripTrailing()).append('\n')));
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void what_a_text_has_in_it_stays_text() {
        var svg = new Svg("en", "</title><script>", 10, 10);
        svg.text(0, 0, 8, "", "a < b & \"c\"\u0007");
        assertThat(svg.written())
                .contains("&lt;/title&gt;&lt;script&gt;", "a &lt; b &amp; &quot;c&quot; <")
                .doesNotContain("<script>");
    }

    @Test
    void text_is_broken_between_words_and_within_one_that_is_too_long() {
        assertThat(Lettering.wrapped("one two threefour", 5, String::length))
                .containsExactly("one", "two", "three", "four");
        assertThat(Lettering.wrapped("", 5, String::length)).containsExactly("");
    }

    static Stream<Arguments> names() {
        return all().map(wording -> Arguments.of(wording.procedure().code(), wording.language()));
    }

    private static Drawing drawing(String procedure, String language) {
        return DRAWN.computeIfAbsent(procedure + language, _ -> Picture.drawing(wording(procedure, language)));
    }

    private static Wording wording(String procedure, String language) {
        return new Wording(CATALOGUE.common(), CATALOGUE.procedure(procedure).orElseThrow(), language);
    }

    private static String svg(Wording wording) {
        return Picture.svg(wording.common(), wording.procedure(), wording.language());
    }

    private static List<String> needed(Wording wording) {
        Procedure procedure = wording.procedure();
        var needed = new ArrayList<String>();
        needed.add(wording.title());
        procedure.lifecycle().states().keySet().forEach(state -> needed.add(wording.state(state)));
        for (Format format : procedure.formats().values()) {
            needed.add(format.code());
            needed.add(wording.format(format.code()));
            needed.add(wording.role(format.by()));
            needed.add(wording.precedence(format));
        }
        procedure.clocks().forEach(clock -> {
            needed.add(wording.within(clock));
            needed.add(wording.countedFrom(clock));
            needed.add(String.join(", ", clock.doneBy()));
        });
        wording.procedure().calendar().forEach(item -> needed.add(wording.say(item.title())));
        return needed;
    }

    private static boolean apart(Box one, Box other) {
        return one.right() < other.x()
                || other.right() < one.x()
                || one.bottom() < other.y()
                || other.bottom() < one.y();
    }

    private static boolean through(Net.Line line, Box box) {
        double left = Math.min(line.fromX(), line.toX());
        double right = Math.max(line.fromX(), line.toX());
        double top = Math.min(line.fromY(), line.toY());
        double bottom = Math.max(line.fromY(), line.toY());
        return right > box.x() && left < box.right() && bottom > box.y() && top < box.bottom();
    }

    /// Whether two lines in one direction cannot be told apart.
    private static boolean onTop(Net.Line one, Net.Line other) {
        boolean level = level(one) && level(other) && Math.abs(one.fromY() - other.fromY()) < APART;
        boolean upright = !level(one) && !level(other) && Math.abs(one.fromX() - other.fromX()) < APART;
        return (level && shared(one.fromX(), one.toX(), other.fromX(), other.toX()))
                || (upright && shared(one.fromY(), one.toY(), other.fromY(), other.toY()));
    }

    private static boolean level(Net.Line line) {
        return line.fromY() == line.toY();
    }

    private static boolean shared(double a, double b, double c, double d) {
        return Math.min(Math.max(a, b), Math.max(c, d)) > Math.max(Math.min(a, b), Math.min(c, d));
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        var texts = new ArrayList<String>();
        var nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    /// Without spaces, since a line may end at each.
    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining()).replaceAll("\\s", "");
    }

    private static Catalogue catalogue() {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("procedures"))) {
            texts.put("common.yaml", Files.readString(Path.of("common.yaml")));
            for (Path file : files.toList()) {
                texts.put("procedures/" + file.getFileName(), Files.readString(file));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return CatalogueReader.read(texts).catalogue();
    }
}
