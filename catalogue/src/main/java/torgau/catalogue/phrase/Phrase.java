package torgau.catalogue.phrase;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A sentence in one language, ready to be filled in.
public final class Phrase {
    private final ULocale locale;
    private final List<Piece> pieces;

    /// A part of the sentence that is there as a whole or not at all.
    private record Piece(MessagePattern pattern, String text, boolean optional) {}

    private Phrase(ULocale locale, List<Piece> pieces) {
        this.locale = locale;
        this.pieces = List.copyOf(pieces);
    }

    /// Reads a sentence.
    ///
    /// @param language tag of the language it is written in
    public static Phrase of(String text, String language) throws PhraseFault {
        if (text.indexOf('\'') >= 0) {
            throw new PhraseFault("has a straight apostrophe, which quotes what follows; write ’");
        }
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < text.length()) {
            boolean optional = text.charAt(at) == '[';
            int end = optional ? closing(text, at) : opening(text, at);
            pieces.add(piece(text.substring(optional ? at + 1 : at, end), optional));
            at = optional ? end + 1 : end;
        }
        return new Phrase(ULocale.forLanguageTag(language), pieces);
    }

    private static int opening(String text, int from) throws PhraseFault {
        int open = text.indexOf('[', from);
        int close = text.indexOf(']', from);
        if (close >= 0 && (open < 0 || close < open)) {
            throw new PhraseFault("closes a bracket that was not opened");
        }
        return open < 0 ? text.length() : open;
    }

    private static int closing(String text, int open) throws PhraseFault {
        int close = text.indexOf(']', open);
        int another = text.indexOf('[', open + 1);
        if (close < 0 || (another >= 0 && another < close)) {
            throw new PhraseFault("opens a bracket that is not closed before the next");
        }
        return close;
    }

    private static Piece piece(String text, boolean optional) throws PhraseFault {
        try {
            var piece = new Piece(new MessagePattern(text), text, optional);
            if (optional && names(piece.pattern()).isEmpty()) {
                throw new PhraseFault("has nothing in its brackets that could be missing");
            }
            return piece;
        } catch (IllegalArgumentException | IndexOutOfBoundsException fault) {
            throw new PhraseFault("is no ICU message: " + fault.getMessage());
        }
    }

    private static SortedSet<String> names(MessagePattern pattern) {
        var names = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME
                    || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(pattern.getSubstring(part));
            }
        }
        return names;
    }

    /// The names of all placeholders.
    public SortedSet<String> placeholders() {
        var names = new TreeSet<String>();
        pieces.forEach(piece -> names.addAll(names(piece.pattern())));
        return names;
    }

    /// The placeholders that must be given: those outside brackets.
    public SortedSet<String> needed() {
        var names = new TreeSet<String>();
        pieces.stream().filter(piece -> !piece.optional()).forEach(piece -> names.addAll(names(piece.pattern())));
        return names;
    }

    /// The placeholders whose words follow a number, each with the plural forms that it has.
    public Map<String, SortedSet<String>> plurals() {
        var plurals = new LinkedHashMap<String, SortedSet<String>>();
        pieces.forEach(piece -> plurals(piece.pattern(), plurals));
        return plurals;
    }

    private static void plurals(MessagePattern pattern, Map<String, SortedSet<String>> found) {
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part start = pattern.getPart(i);
            if (start.getType() != MessagePattern.Part.Type.ARG_START
                    || !start.getArgType().hasPluralStyle()) {
                continue;
            }
            var forms = new TreeSet<String>();
            int limit = pattern.getLimitPartIndex(i);
            for (int at = i + 2; at < limit; at++) {
                if (pattern.getPart(at).getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                    forms.add(pattern.getSubstring(pattern.getPart(at)));
                    at = pattern.getLimitPartIndex(at + 1);
                }
            }
            found.put(pattern.getSubstring(pattern.getPart(i + 1)), forms);
        }
    }

    /// The plural forms that the language has.
    public Set<String> forms() {
        return new TreeSet<>(PluralRules.forLocale(locale).getKeywords());
    }

    /// The sentence with these values; what is not among them is not given.
    ///
    /// @param values words, or a number where words follow it
    public String with(Map<String, ?> values) {
        var made = new StringBuilder();
        for (Piece piece : pieces) {
            if (!piece.optional() || values.keySet().containsAll(names(piece.pattern()))) {
                made.append(new MessageFormat(piece.text(), locale).format(new LinkedHashMap<>(values)));
            }
        }
        return made.toString().replaceAll(" {2,}", " ").strip();
    }
}
