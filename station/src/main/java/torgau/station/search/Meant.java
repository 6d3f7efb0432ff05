package torgau.station.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import torgau.station.search.Asked.Part;
import torgau.station.words.Slips;
import torgau.station.words.Word;
import torgau.station.words.WordForms;
import torgau.store.search.Row;
import torgau.store.search.SearchFile;
import torgau.store.search.Wanted;

/// What a question means in this journal: each word as it was typed if it was said, else as what it was
/// meant for, if that was.
///
/// @param terms of which each is wanted
/// @param corrected what was not searched as it was typed
public record Meant(List<Term> terms, List<Correction> corrected) {
    public Meant {
        terms = List.copyOf(terms);
        corrected = List.copyOf(corrected);
    }

    /// Words with one beginning that are searched.
    static final int MOST_OF_A_BEGINNING = 256;

    /// A word that does not occur, and what was searched instead.
    ///
    /// @param typed as it was
    public record Correction(String typed, String used) {}

    /// One condition on an entry.
    public sealed interface Term {
        /// A word in any of its forms.
        record Forms(String word, Set<String> bases) implements Term {}

        /// A word that begins so.
        ///
        /// @param words that do, at most so many as are searched
        /// @param cut whether there are more
        record Beginning(String letters, Set<String> words, boolean cut) implements Term {}

        /// Words one after the other.
        record Phrase(List<String> words) implements Term {}
    }

    /// Finds out.
    static Meant of(Asked asked, SearchFile file, WordForms forms, Slips slips) {
        return new Reading(file, forms, slips).of(asked);
    }

    /// What the words of the index tell.
    List<Wanted> wanted() {
        var wanted = new ArrayList<Wanted>();
        for (Term term : terms) {
            switch (term) {
                case Term.Forms(String _, Set<String> bases) -> wanted.add(Wanted.any(bases));
                case Term.Beginning(String letters, Set<String> words, boolean _) ->
                    wanted.add(words.isEmpty() ? new Wanted.Word(letters) : Wanted.any(words));
                case Term.Phrase(List<String> words) -> words.forEach(word -> wanted.add(new Wanted.Word(word)));
            }
        }
        return wanted;
    }

    /// Whether there are words with one of the beginnings that are not searched.
    public boolean cut() {
        return terms.stream().anyMatch(term -> term instanceof Term.Beginning beginning && beginning.cut());
    }

    List<List<String>> phrases() {
        return terms.stream()
                .flatMap(term -> term instanceof Term.Phrase(List<String> words) && words.size() > 1
                        ? Optional.of(words).stream()
                        : Optional.<List<String>>empty().stream())
                .toList();
    }

    /// The terms that a word of an entry matches.
    List<Term> matched(String word, Set<String> bases) {
        var matched = new ArrayList<Term>();
        for (Term term : terms) {
            boolean one = switch (term) {
                case Term.Forms(String typed, Set<String> wanted) ->
                    word.equals(typed) || !Collections.disjoint(wanted, bases);
                case Term.Beginning(String letters, Set<String> _, boolean _) -> word.startsWith(letters);
                case Term.Phrase(List<String> words) -> words.contains(word);
            };
            if (one) {
                matched.add(term);
            }
        }
        return matched;
    }

    /// Whether an entry that is not in the index is wanted.
    boolean takes(Row row) {
        return terms.stream().allMatch(term -> switch (term) {
            case Term.Forms(String _, Set<String> bases) -> bases.stream().anyMatch(row.forms()::contains);
            case Term.Beginning(String letters, Set<String> _, boolean _) ->
                row.words().stream().anyMatch(word -> word.startsWith(letters));
            case Term.Phrase(List<String> words) -> Collections.indexOfSubList(row.words(), words) >= 0;
        });
    }

    /// One reading of a question.
    private static final class Reading {
        private final SearchFile file;
        private final WordForms forms;
        private final Slips slips;
        private final List<Term> terms = new ArrayList<>();
        private final List<Correction> corrected = new ArrayList<>();

        private Reading(SearchFile file, WordForms forms, Slips slips) {
            this.file = file;
            this.forms = forms;
            this.slips = slips;
        }

        Meant of(Asked asked) {
            for (Part part : asked.parts()) {
                switch (part) {
                    case Part.Phrase(List<String> words) -> terms.add(new Term.Phrase(words));
                    case Part.Typed typed -> typed(typed);
                }
            }
            return new Meant(terms, corrected);
        }

        /// A reading whose very words were said is likelier than one of which only other forms were.
        private void typed(Part.Typed typed) {
            List<Term> asTyped = terms(typed.words(), typed.beginning());
            if (said(asTyped)) {
                terms.addAll(asTyped);
                return;
            }
            List<Slip> slipped = slips(typed);
            Optional<Slip> likeliest = first(slipped, this::said);
            if (likeliest.isEmpty() && !occur(asTyped)) {
                likeliest = first(slipped, this::occur);
            }
            likeliest.ifPresent(slip -> corrected.add(new Correction(typed.typed(), slip.used())));
            terms.addAll(likeliest.map(Slip::terms).orElse(asTyped));
        }

        /// What a word may have been meant for.
        private record Slip(String used, List<Term> terms) {}

        private static Optional<Slip> first(List<Slip> slips, Predicate<List<Term>> which) {
            return slips.stream().filter(slip -> which.test(slip.terms())).findFirst();
        }

        private List<Slip> slips(Part.Typed typed) {
            String star = typed.beginning() ? "*" : "";
            String run = typed.typed().substring(0, typed.typed().length() - star.length());
            return slips.meant(run).stream()
                    .map(meant -> Word.folded(meant.toLowerCase(Locale.ROOT)))
                    .filter(words -> !words.isEmpty())
                    .map(words -> new Slip(String.join(" ", words) + star, terms(words, typed.beginning())))
                    .toList();
        }

        private List<Term> terms(List<String> words, boolean beginning) {
            var made = new ArrayList<Term>();
            for (String word : words) {
                boolean last = made.size() == words.size() - 1;
                made.add(last && beginning ? beginning(word) : new Term.Forms(word, forms.bases(word)));
            }
            return made;
        }

        private Term beginning(String letters) {
            List<String> words = file.beginning(letters, MOST_OF_A_BEGINNING + 1);
            boolean cut = words.size() > MOST_OF_A_BEGINNING;
            return new Term.Beginning(
                    letters, new LinkedHashSet<>(cut ? words.subList(0, MOST_OF_A_BEGINNING) : words), cut);
        }

        /// Whether these very words were said.
        private boolean said(List<Term> made) {
            return made.stream().allMatch(term -> switch (term) {
                case Term.Forms(String word, Set<String> _) -> file.said(word);
                case Term.Beginning(String _, Set<String> words, boolean _) -> !words.isEmpty();
                case Term.Phrase _ -> true;
            });
        }

        /// Whether they, or other forms of them, occur.
        private boolean occur(List<Term> made) {
            return made.stream().allMatch(term -> switch (term) {
                case Term.Forms(String _, Set<String> bases) -> file.has(Wanted.any(bases));
                case Term.Beginning(String _, Set<String> words, boolean _) -> !words.isEmpty();
                case Term.Phrase _ -> true;
            });
        }
    }
}
