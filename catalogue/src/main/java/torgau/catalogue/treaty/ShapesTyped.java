package torgau.catalogue.treaty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.treaty.TreatyFault.Rule;
import torgau.catalogue.value.Raw;

/// Reads times, amounts, places and what is made of them, in the words of one language, into the form of
/// a file.
record ShapesTyped(Typed typed, FrameWords frame) {
    private static final String DASH = "[-‐‑‒–—−]";
    private static final Pattern GROUP = pattern("([0-9]{2}) ?([0-9]{4}) ?Z ?([A-Z]{3}) ?([0-9]{2})(?![0-9])");
    private static final Pattern ISO = pattern("([0-9]{4}) ?" + DASH + " ?([0-9]{2}) ?" + DASH
            + " ?([0-9]{2}) ?T ?([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?) ?Z");
    private static final Pattern AMOUNT = pattern("([0-9]{1,12})(?:[.,]([0-9]{1,9}))?");
    private static final Pattern BAND = pattern("([0-9]{1,12})(?: ?" + DASH + " ?([0-9]{1,12}))?");
    private static final Pattern EXACT = pattern(half("[0-9]{2}", "NS") + "[ ,/]*" + half("[0-9]{3}", "EW"));
    private static final Pattern COARSE =
            pattern("([0-9]{2}) ?[°º˚]? ?([NS])[ ,/]*([0-9]{3}) ?[°º˚]? ?([EW])(?![A-Z])");
    private static final Pattern BETWEEN = pattern(" ?" + DASH + " ?");
    private static final Pattern SEMICOLON = pattern(" ?; ?");
    private static final Pattern OPEN = pattern("\\(");
    private static final Pattern CLOSE = pattern("\\)");
    private static final Pattern LEVEL = pattern("FL ?([0-9]{1,3})(?![0-9])");
    private static final Pattern DEGREES = pattern("([0-9]{1,3}) ?[°º˚]?");
    private static final Pattern HASH = pattern("((?:[0-9A-F] ?){63}[0-9A-F])(?![0-9A-Z])");
    private static final Pattern SOME = pattern("[0-9]{1,15}");
    private static final Pattern YEAR = pattern("[0-9]{4}(?![0-9])");

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// Degrees and minutes; the signs between them may be others, or lost.
    private static String half(String degrees, String sides) {
        return "(" + degrees + ") ?[-°º˚]? ?([0-9]{2}[.,][0-9]{1,3}) ?['′’‘´`]? ?([" + sides + "])";
    }

    private static Raw word(String text) {
        return new Raw.Word(text);
    }

    static Raw pairs(String one, Raw first, String other, Raw second) {
        var pairs = new LinkedHashMap<String, Raw>();
        pairs.put(one, first);
        pairs.put(other, second);
        return new Raw.Pairs(pairs);
    }

    private static Raw pair(String name, Raw value) {
        var pair = new LinkedHashMap<String, Raw>();
        pair.put(name, value);
        return new Raw.Pairs(pair);
    }

    private Matcher due(Pattern pattern, Rule rule) {
        return typed.next(pattern).orElseThrow(() -> typed.no(rule));
    }

    private String choice(String group, List<String> names) {
        Map<String, String> words = new LinkedHashMap<>();
        names.forEach(name -> words.put(name, frame.label(group, name)));
        return typed.choice(words, () -> true).orElseThrow(() -> typed.no(Rule.WORDS, List.copyOf(words.values())));
    }

    private void words(String group, String name) {
        if (!typed.words(frame.label(group, name))) {
            throw typed.no(Rule.WORDS, frame.label(group, name));
        }
    }

    /// One of these words of the house.
    Raw word(String group, String... names) {
        return word(choice(group, List.of(names)));
    }

    String time() {
        Optional<Matcher> group = typed.next(GROUP);
        if (group.isPresent()) {
            Matcher at = group.get();
            return (at.group(1) + at.group(2) + "Z" + at.group(3) + at.group(4)).toUpperCase(Locale.ROOT);
        }
        Matcher at = due(ISO, Rule.TIME);
        return at.group(1) + "-" + at.group(2) + "-" + at.group(3) + "T" + at.group(4) + "Z";
    }

    String period() {
        words("shape", "from");
        String from = time();
        if (typed.words(frame.label("shape", "open_end"))) {
            return from + "..";
        }
        words("shape", "until");
        return from + ".." + time();
    }

    String quantity(Dimension dimension) {
        Matcher amount = due(AMOUNT, Rule.AMOUNT);
        return decimal(amount) + " " + choice("unit", dimension.units());
    }

    private static String decimal(Matcher amount) {
        return amount.group(2) == null ? amount.group(1) : amount.group(1) + "." + amount.group(2);
    }

    String count() {
        Matcher band = due(BAND, Rule.NUMBER);
        return band.group(2) == null ? band.group(1) : band.group(1) + ".." + band.group(2);
    }

    String frequency() {
        var amount = new BigDecimal(decimal(due(AMOUNT, Rule.AMOUNT)));
        int thousands = List.of("kHz", "MHz", "GHz").indexOf(choice("unit", List.of("kHz", "MHz", "GHz")));
        return amount.movePointRight(3 * thousands).stripTrailingZeros().toPlainString() + " kHz";
    }

    String heading() {
        return due(DEGREES, Rule.NUMBER).group(1);
    }

    String position() {
        boolean near = typed.words(frame.label("shape", "near"));
        Optional<Matcher> exact = near ? Optional.empty() : typed.next(EXACT);
        if (exact.isEmpty()) {
            Matcher at = due(COARSE, Rule.POSITION);
            return "near " + at.group(1) + at.group(2) + " " + at.group(3) + at.group(4);
        }
        Matcher at = exact.get();
        return at.group(1) + "-" + at.group(2) + at.group(3) + " " + at.group(4) + "-" + at.group(5) + at.group(6);
    }

    private Raw positions() {
        var places = new ArrayList<Raw>();
        do {
            places.add(word(position()));
        } while (typed.next(SEMICOLON).isPresent());
        return new Raw.Several(places);
    }

    /// An area.
    ///
    /// @param quoted reads the sender's own words
    Raw area(Supplier<Raw> quoted) {
        String kind = choice("shape", List.of("polygon", "circle", "corridor", "quadrant"));
        return pair(
                kind,
                switch (kind) {
                    case "polygon" -> positions();
                    case "circle" -> {
                        words("shape", "centre");
                        Raw centre = word(position());
                        words("shape", "radius");
                        yield pairs("centre", centre, "radius", word(quantity(Dimension.LENGTH)));
                    }
                    case "corridor" -> {
                        Raw along = positions();
                        words("shape", "width");
                        yield pairs("along", along, "width", word(quantity(Dimension.LENGTH)));
                    }
                    default -> pairs("of", quoted.get(), "part", quoted.get());
                });
    }

    String altitude() {
        String lower = level();
        due(BETWEEN, Rule.WORDS);
        return lower + ".." + level();
    }

    private String level() {
        Optional<Matcher> flight = typed.next(LEVEL);
        if (flight.isPresent()) {
            return "FL" + flight.get().group(1);
        }
        Map<String, String> ends = new LinkedHashMap<>();
        ends.put("GND", frame.label("altitude", "GND"));
        ends.put("UNL", frame.label("altitude", "UNL"));
        return typed.choice(ends, () -> true)
                .orElseGet(() -> quantity(Dimension.HEIGHT) + " " + choice("altitude", List.of("AMSL", "AGL")));
    }

    Raw route() {
        var points = new ArrayList<Raw>();
        do {
            String place = position();
            if (typed.next(OPEN).isPresent()) {
                place += " at " + time();
                due(CLOSE, Rule.TIME);
            }
            points.add(word(place));
        } while (typed.next(SEMICOLON).isPresent());
        return new Raw.Several(points);
    }

    String message() {
        Optional<String> quoted = typed.quoted();
        return quoted.isPresent() ? quoted.get() : number(due(Typed.NUMBER, Rule.NUMBER));
    }

    private static String number(Matcher number) {
        return number.group().replaceAll(DASH, "-").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    Raw attachment(Raw name) {
        typed.punctuation();
        Raw length = word(due(SOME, Rule.NUMBER).group());
        words("file", "bytes");
        if (!typed.words("SHA-256")) {
            throw typed.no(Rule.HASH, "SHA-256");
        }
        Raw blob = hex();
        words("file", "key");
        var pairs = new LinkedHashMap<String, Raw>();
        pairs.put("name", name);
        pairs.put("blob", blob);
        pairs.put("key", hex());
        pairs.put("bytes", length);
        return new Raw.Pairs(pairs);
    }

    private Raw hex() {
        return word(due(HASH, Rule.HASH).group(1).replace(" ", "").toLowerCase(Locale.ROOT));
    }

    /// A name, and whatever else is given of the person, each after its label.
    Raw person(Supplier<Raw> quoted) {
        var pairs = new LinkedHashMap<String, Raw>();
        pairs.put("name", quoted.get());
        for (String part : List.of("latin", "rank", "post", "document")) {
            if (typed.words(frame.label("person", part))) {
                pairs.put(part, quoted.get());
            }
        }
        if (typed.words(frame.label("person", "born"))) {
            pairs.put("born", word(due(YEAR, Rule.NUMBER).group()));
        }
        return new Raw.Pairs(pairs);
    }
}
