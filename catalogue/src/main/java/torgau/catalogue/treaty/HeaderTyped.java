package torgau.catalogue.treaty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Header;
import torgau.catalogue.render.Known;
import torgau.catalogue.render.Line;
import torgau.catalogue.treaty.TreatyFault.Rule;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Times;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// Reads the lines before the fields, each in its place; the first that is wrong ends the reading.
final class HeaderTyped {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{1,7})(?: ?/ ?([A-Z][A-Z0-9]{1,7}))?(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDITION = Pattern.compile("[1-9][0-9]{0,3}(?![0-9])");
    private static final Pattern COMMA = Pattern.compile(" ?, ?");

    private final Typed typed;
    private final FrameWords frame;
    private final TreatyReader.Editions editions;
    private final Numbers numbers;
    private final ShapesTyped shapes;
    private String label = "";

    HeaderTyped(Typed typed, FrameWords frame, TreatyReader.Editions editions, Numbers numbers) {
        this.typed = typed;
        this.frame = frame;
        this.editions = editions;
        this.numbers = numbers;
        this.shapes = new ShapesTyped(typed, frame);
    }

    /// The header, and the form of what follows.
    record Lines(Header header, Act.Form form, Known known) {}

    /// The label of the line that was read last.
    String label() {
        return label;
    }

    /// From here on the end is read.
    void ends() {
        label = frame.label(Line.END_OF_MESSAGE);
    }

    Lines read() {
        TrafficClass banner = banner();
        Precedence precedence = one(Line.PRECEDENCE, Precedence.values(), frame::precedence);
        TrafficClass trafficClass = one(Line.CLASS, TrafficClass.values(), frame::trafficClass);
        agreed(frame.banner(banner).equals(frame.banner(trafficClass)), frame.banner(trafficClass));
        Label label = one(Line.LABEL, Label.values(), frame::label);
        line(Line.FROM);
        String from = name(Line.TO);
        Office office = office();
        List<String> to = to();
        line(Line.MESSAGE_NUMBER);
        String number = shapes.message();
        long time = time();
        line(Line.FORMAT);
        int formAt = typed.at();
        Act.Form code = form(1);
        Known known = edition(known(code, formAt));
        Act.Form form = new Act.Form(code.procedure(), known.procedure().edition(), code.format());
        same(Line.LEGAL_EFFECT, frame.effect(Optional.of(known)));
        same(Line.TREATY_REFERENCE, frame.bases(Optional.of(known)));
        List<Reference> references = references();
        line(Line.CONTENT);
        var header = new Header(number, from, office, to, time, trafficClass, precedence, label, references);
        return new Lines(header, form, known);
    }

    /// A class with the banner that stands here; any without one if none does.
    private TrafficClass banner() {
        return Stream.of(TrafficClass.TEST, TrafficClass.EXERCISE)
                .filter(each -> typed.words(frame.banner(each)))
                .findFirst()
                .orElse(TrafficClass.FORMAL);
    }

    private void agreed(boolean holds, String due) {
        if (!holds) {
            throw typed.no(Rule.AGREED, due);
        }
    }

    private boolean comes(Line line) {
        return typed.label("", frame.label(line));
    }

    private void line(Line line) {
        label = frame.label(line);
        if (!comes(line)) {
            typed.punctuation();
            throw typed.no(Rule.LABEL, frame.label(line));
        }
    }

    private <T> T one(Line line, T[] all, Function<T, String> words) {
        line(line);
        Map<T, String> choices = new LinkedHashMap<>();
        Stream.of(all).forEach(each -> choices.put(each, words.apply(each)));
        return typed.choice(choices, () -> true).orElseThrow(() -> typed.no(Rule.WORDS, List.copyOf(choices.values())));
    }

    private String name(Line next) {
        String name = typed.quoted().orElseGet(() -> typed.bare(() -> comes(next)));
        if (name.isEmpty()) {
            throw typed.no(Rule.QUOTATION);
        }
        return name;
    }

    private @Nullable Office office() {
        Optional<String> title = typed.quoted();
        Optional<String> capacity = title.isEmpty() ? Optional.empty() : typed.quoted();
        int at = typed.at();
        try {
            return title.map(each -> new Office(each, capacity.orElse(""))).orElse(null);
        } catch (IllegalArgumentException tooLong) {
            throw new Misread(at, Rule.QUOTATION, List.of());
        }
    }

    private List<String> to() {
        line(Line.TO);
        if (typed.words(frame.noneGiven())) {
            return List.of();
        }
        var names = new ArrayList<String>();
        do {
            names.add(name(Line.MESSAGE_NUMBER));
        } while (typed.next(COMMA).isPresent());
        return names;
    }

    private long time() {
        line(Line.MESSAGE_TIME);
        int at = typed.at();
        return Times.instant(shapes.time()).orElseThrow(() -> new Misread(at, Rule.TIME, List.of()));
    }

    private Act.Form form(int edition) {
        Matcher form = typed.next(FORM).orElseThrow(() -> typed.no(Rule.FORMAT));
        String procedure = form.group(1).toUpperCase(Locale.ROOT);
        String format = form.group(2) == null ? procedure : form.group(2).toUpperCase(Locale.ROOT);
        return new Act.Form(procedure, edition, format);
    }

    /// The format in every edition that has it.
    private List<Known> known(Act.Form form, int at) {
        List<Known> known = editions.of(form.procedure()).stream()
                .flatMap(each -> each.format(form.format()).map(format -> new Known(each, format)).stream())
                .toList();
        if (known.isEmpty()) {
            throw new Misread(at, Rule.FORMAT, editions.procedures());
        }
        return known;
    }

    /// The edition whose title and number stand here.
    private Known edition(List<Known> known) {
        int from = typed.at();
        for (Known each : known) {
            if (titled(each)
                    && comes(Line.EDITION)
                    && number().filter(number(each)::equals).isPresent()) {
                label = frame.label(Line.EDITION);
                return each;
            }
            typed.back(from);
        }
        throw another(known, from);
    }

    /// What is wrong where none of these stands.
    private Misread another(List<Known> known, int from) {
        List<Known> titled = those(known, from, this::titled);
        agreed(!titled.isEmpty(), title(known.getFirst()));
        List<Known> whole = those(titled, from, each -> titled(each) && comes(Line.EDITION));
        typed.words(title(whole.isEmpty() ? titled.getFirst() : whole.getFirst()));
        line(Line.EDITION);
        return typed.no(Rule.EDITION, whole.stream().map(HeaderTyped::number).toList());
    }

    private List<Known> those(List<Known> known, int from, Predicate<Known> stands) {
        var those = new ArrayList<Known>();
        for (Known each : known) {
            if (stands.test(each)) {
                those.add(each);
            }
            typed.back(from);
        }
        return those;
    }

    private boolean titled(Known known) {
        return typed.words(title(known));
    }

    private String title(Known known) {
        return frame.in(Optional.of(known.format().title()), "");
    }

    private Optional<String> number() {
        return typed.next(EDITION).map(Matcher::group);
    }

    private static String number(Known known) {
        return String.valueOf(known.procedure().edition());
    }

    private void same(Line line, String words) {
        line(line);
        agreed(typed.words(words), words);
    }

    private List<Reference> references() {
        line(Line.MESSAGE_REFERENCE);
        var places = new ArrayList<Reference>();
        if (typed.words(frame.noneGiven())) {
            return places;
        }
        do {
            int at = typed.at();
            places.add(Optional.of(shapes.message())
                    .filter(number -> Numbers.SHAPE.matcher(number).matches())
                    .flatMap(numbers::place)
                    .orElseThrow(() -> new Misread(at, Rule.NUMBER, List.of())));
        } while (typed.next(COMMA).isPresent());
        return places;
    }
}
