package torgau.catalogue.glossary;

import java.util.List;

/// What a linguist should look at in a translation.
public sealed interface Finding {
    /// A number, time, place, unit or code word of the original that is not in the translation.
    record Lost(Fact original) implements Finding {}

    /// One of the translation that is not in the original.
    record Added(Fact translation) implements Finding {}

    /// One that has another unit there.
    record OtherUnit(Fact original, Fact translation) implements Finding {}

    /// A term of the original whose agreed word is nowhere in the translation.
    ///
    /// @param term as it stands there
    /// @param agreed words, any of which would do
    record TermMissing(String term, Span original, List<String> agreed) implements Finding {
        public TermMissing {
            agreed = List.copyOf(agreed);
        }
    }

    /// A term that the translation renders by its agreed word in some places and not in others.
    record TermVaries(String term, Span original, List<String> agreed, int times, int rendered) implements Finding {
        public TermVaries {
            agreed = List.copyOf(agreed);
        }
    }

    /// A term for which the translation uses more than one of the agreed words.
    record TwoWords(String term, Span original, List<String> used) implements Finding {
        public TwoWords {
            used = List.copyOf(used);
        }
    }

    /// A word of the translation that is wrong for a term of the original.
    record InsteadOf(String word, Span translation, List<String> agreed) implements Finding {
        public InsteadOf {
            agreed = List.copyOf(agreed);
        }
    }

    /// A word of the translation that commits or accuses somebody, wherever it stands.
    record Never(String word, Span translation) implements Finding {}

    /// Whether it changes what is said, whatever the words: a figure, a place, a unit.
    default boolean grave() {
        return switch (this) {
            case Lost _, Added _, OtherUnit _ -> true;
            case TermMissing _, TermVaries _, TwoWords _, InsteadOf _, Never _ -> false;
        };
    }
}
