package torgau.catalogue.treaty;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.treaty.TreatyFault.Rule;

/// A text that somebody typed or copied, and how far it has been read. Words are compared by their
/// [Keys].
final class Typed {
    private static final String DASH = "[-‐‑‒–—−]";
    /// A message number; a page may have broken it behind a hyphen.
    static final Pattern NUMBER =
            Pattern.compile("[A-Z][A-Z0-9]*(?: ?" + DASH + " ?[A-Z0-9]+)+", Pattern.CASE_INSENSITIVE);

    private static final Pattern SOME_NUMBER = Pattern.compile("[0-9]{1,4} ?\\.");

    private final OneLine whole;
    private final String text;
    private final Map<String, String> known = new TreeMap<>();
    private int at;

    private Typed(OneLine whole) {
        this.whole = whole;
        this.text = whole.text();
    }

    static Typed of(String typed) {
        return new Typed(OneLine.of(typed));
    }

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    int line(int place) {
        return whole.line(place);
    }

    /// What stands at a place, shortened.
    String found(int place) {
        String rest = text.substring(Math.min(place, text.length())).strip();
        return rest.length() <= TreatyFault.LONGEST
                ? rest
                : rest.substring(0, rest.offsetByCodePoints(0, TreatyFault.LONGEST / 2)) + "…";
    }

    Misread no(Rule rule, String... due) {
        return no(rule, List.of(due));
    }

    Misread no(Rule rule, List<String> due) {
        blank();
        return new Misread(at, rule, due);
    }

    /// Passes one blank, if there is one.
    void blank() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// Passes blanks and punctuation, but never a quotation mark.
    void punctuation() {
        while (at < text.length() && idle(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private static boolean idle(int character) {
        return !Character.isLetterOrDigit(character) && !Quoted.mark(character);
    }

    /// Whether nothing but punctuation is left.
    boolean end() {
        punctuation();
        return at == text.length();
    }

    /// Passes whole words with this key, if they come next.
    boolean key(String key) {
        int from = at;
        punctuation();
        if (key.isEmpty()) {
            at = from;
            return true;
        }
        int end = whole.behind(at, key);
        if (end < 0) {
            at = from;
            return false;
        }
        at = end;
        return true;
    }

    boolean words(String words) {
        return key(keyOf(words));
    }

    private String keyOf(String words) {
        return known.computeIfAbsent(words, Keys::of);
    }

    /// Passes a colon, with what punctuation stands before it.
    boolean colon() {
        int from = at;
        while (at < text.length() && idle(text.codePointAt(at))) {
            if (text.charAt(at++) == ':') {
                return true;
            }
        }
        at = from;
        return false;
    }

    /// Passes a label with its colon; behind a number if there is one.
    boolean label(String number, String label) {
        int from = at;
        if (number(number) && words(label) && colon()) {
            return true;
        }
        at = from;
        return false;
    }

    /// Passes a number as `5.1.2.`; an empty one is there at once.
    boolean number(String number) {
        if (number.isEmpty()) {
            return true;
        }
        int from = at;
        punctuation();
        for (char each : (number + ".").toCharArray()) {
            blank();
            if (at == text.length() || text.charAt(at) != each) {
                at = from;
                return false;
            }
            at++;
        }
        return true;
    }

    /// Whether some number with a full stop comes next, or nothing at all.
    boolean someNumber() {
        int from = at;
        boolean is = end() || matcher(SOME_NUMBER).lookingAt();
        at = from;
        return is;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    /// Passes what comes next, if it is written so.
    Optional<Matcher> next(Pattern pattern) {
        int from = at;
        blank();
        Matcher matcher = matcher(pattern);
        if (matcher.lookingAt()) {
            at = matcher.end();
            return Optional.of(matcher);
        }
        at = from;
        return Optional.empty();
    }

    /// Passes the longest of several words that comes next and is followed by what must follow.
    ///
    /// @param words of each choice
    <T> Optional<T> choice(Map<T, String> words, BooleanSupplier follows) {
        int from = at;
        List<Map.Entry<T, String>> longestFirst = words.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> -keyOf(each.getValue()).length()))
                .toList();
        for (Map.Entry<T, String> each : longestFirst) {
            if (words(each.getValue()) && follows.getAsBoolean()) {
                return Optional.of(each.getKey());
            }
            at = from;
        }
        return Optional.empty();
    }

    /// Passes the sender's own words, with their marks.
    Optional<String> quoted() {
        int from = at;
        while (at < text.length() && idle(text.codePointAt(at))) {
            at++;
        }
        if (at == text.length() || !Quoted.mark(text.charAt(at))) {
            at = from;
            return Optional.empty();
        }
        var words = new StringBuilder();
        for (int place = at + 1; place < text.length(); place++) {
            char each = text.charAt(place);
            boolean mark = Quoted.mark(each);
            if (mark && !Quoted.mark(text.charAt(place + 1))) {
                at = place + 1;
                return Optional.of(words.toString().strip());
            }
            words.append(each);
            place += mark ? 1 : 0;
        }
        at = from;
        return Optional.empty();
    }

    /// Passes what stands before the next comma or colon, without the label that the colon belongs to.
    ///
    /// @param next whether that label comes next
    String bare(BooleanSupplier next) {
        blank();
        int from = at;
        while (at < text.length()
                && text.charAt(at) != ','
                && text.charAt(at) != ':'
                && !Quoted.mark(text.charAt(at))) {
            int here = at;
            if (at > from && text.charAt(at - 1) == ' ' && next.getAsBoolean()) {
                at = here;
                break;
            }
            at = here + 1;
        }
        return text.substring(from, at).strip();
    }

    /// Goes on to the next word at which this is so; stays where it is if there is none.
    boolean seek(BooleanSupplier found) {
        int from = at;
        for (int place = from; place < text.length(); place++) {
            boolean begins = Character.isLetterOrDigit(text.charAt(place))
                    && (place == 0 || !Character.isLetterOrDigit(text.charAt(place - 1)));
            at = place;
            if (begins && found.getAsBoolean()) {
                at = place;
                return true;
            }
        }
        at = from;
        return false;
    }
}
