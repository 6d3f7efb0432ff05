package torgau.store.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which entries are wanted, by the words that they have. Nothing that was typed becomes syntax: each
/// word is quoted.
public sealed interface Wanted {
    /// Entries that have this word.
    record Word(String word) implements Wanted {
        public Word {
            if (word.isEmpty() || !word.codePoints().allMatch(Row::inWord)) {
                throw new IllegalArgumentException("no word: " + word);
            }
        }
    }

    /// Entries that are wanted by each of these; there is one at least.
    record All(List<Wanted> of) implements Wanted {
        public All {
            of = some(of);
        }
    }

    /// Entries that are wanted by any of these; there is one at least.
    record Any(List<Wanted> of) implements Wanted {
        public Any {
            of = some(of);
        }
    }

    /// Entries that are wanted by the one and not by the other.
    record But(Wanted these, Wanted not) implements Wanted {}

    private static List<Wanted> some(List<Wanted> of) {
        if (of.isEmpty()) {
            throw new IllegalArgumentException("nothing is wanted");
        }
        return List.copyOf(of);
    }

    /// Entries that have any of these words.
    static Wanted any(Set<String> words) {
        return new Any(words.stream().<Wanted>map(Word::new).toList());
    }

    /// Whether an entry with these words is wanted.
    default boolean in(Set<String> words) {
        return switch (this) {
            case Word(String word) -> words.contains(word);
            case All(List<Wanted> of) -> of.stream().allMatch(each -> each.in(words));
            case Any(List<Wanted> of) -> of.stream().anyMatch(each -> each.in(words));
            case But(Wanted these, Wanted not) -> these.in(words) && !not.in(words);
        };
    }

    /// As FTS5 reads it.
    default String match() {
        return switch (this) {
            case Word(String word) -> '"' + word + '"';
            case All(List<Wanted> of) -> joined(of, " AND ");
            case Any(List<Wanted> of) -> joined(of, " OR ");
            case But(Wanted these, Wanted not) -> "(" + these.match() + " NOT " + not.match() + ")";
        };
    }

    private static String joined(List<Wanted> of, String by) {
        return of.stream().map(Wanted::match).collect(Collectors.joining(by, "(", ")"));
    }
}
