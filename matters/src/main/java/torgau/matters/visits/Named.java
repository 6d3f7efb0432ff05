package torgau.matters.visits;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.letters.Icao9303;
import torgau.catalogue.letters.Letters;
import torgau.catalogue.value.Value;

/// A person of a delegation whose name is known here, and by what the person is recognised.
///
/// @param document letters and digits of the travel document; empty if none is given
/// @param name the words of the name, sorted: documents differ in their order
/// @param latin the same in Latin letters; empty if that is not given
public record Named(long number, Value.Person person, String document, String name, String latin) {
    private static final int SHORTEST_DOCUMENT = 4;
    /// Letters of a name that are compared: an annex can hold more than any document does.
    private static final int MOST_LETTERS = 256;

    public static Named of(long number, Value.Person person) {
        return new Named(number, person, bare(person.document()), words(person.name()), words(person.latin()));
    }

    /// The persons whom the tables of a format list, each by its number there, or by its row if it has
    /// none.
    public static List<Named> in(Map<String, Value> fields) {
        var persons = new ArrayList<Named>();
        for (Value field : fields.values()) {
            if (field instanceof Value.Rows(List<NavigableMap<String, Value>> rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    in(rows.get(i), i + 1).ifPresent(persons::add);
                }
            }
        }
        return List.copyOf(persons);
    }

    private static Optional<Named> in(NavigableMap<String, Value> row, int place) {
        long number = row.get("number") instanceof Value.Count(long from, long _) ? from : place;
        return row.values().stream()
                .filter(Value.Person.class::isInstance)
                .map(Value.Person.class::cast)
                .findFirst()
                .map(person -> of(number, person));
    }

    /// By what this is the same person as another; empty if nothing says so.
    Optional<Remark.Same> same(Named other) {
        if (document.length() >= SHORTEST_DOCUMENT && other.document.length() >= SHORTEST_DOCUMENT) {
            return document.equals(other.document) ? Optional.of(Remark.Same.DOCUMENT) : Optional.empty();
        }
        Integer born = person.born();
        Integer theirs = other.person.born();
        boolean year = born == null || theirs == null || born.equals(theirs);
        boolean called =
                (!name.isEmpty() && name.equals(other.name)) || (!latin.isEmpty() && latin.equals(other.latin));
        return year && called ? Optional.of(Remark.Same.NAME) : Optional.empty();
    }

    /// What is to be said of how the name is written.
    Optional<Remark> written() {
        String own = cut(person.name());
        Optional<Remark> letters = Letters.unknown(own, false).map(word -> new Remark.Letters(number, word));
        if (letters.isPresent() || Letters.latin(own)) {
            return letters;
        }
        String given = person.latin() == null ? null : cut(person.latin());
        return given != null && Icao9303.agrees(own, given)
                ? Optional.empty()
                : Optional.of(new Remark.Spelling(number, given, Icao9303.spellings(own)));
    }

    private static String words(@Nullable String name) {
        return name == null
                ? ""
                : Arrays.stream(cut(name).split("[ \\u00a0-]+", -1))
                        .map(Named::bare)
                        .filter(word -> !word.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static String bare(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(cut(text), Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
    }
}
