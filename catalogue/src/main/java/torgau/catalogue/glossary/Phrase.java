package torgau.catalogue.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Words that are looked for in a text one after the other, in whatever forms. Where the glossary writes
/// `…`, a few others may stand between.
///
/// @param runs between which there may be others; none is empty
record Phrase(List<List<Set<String>>> runs) {
    private static final int BETWEEN = 6;

    /// The phrase that is written so; what stands in brackets explains it and is not looked for.
    static Phrase of(String written, Function<String, Set<String>> bases) {
        var runs = new ArrayList<List<Set<String>>>();
        for (String run : written.replaceAll("\\([^)]*\\)", " ").split("…", -1)) {
            List<Set<String>> words =
                    Token.of(run, bases).stream().map(Token::bases).toList();
            if (!words.isEmpty()) {
                runs.add(words);
            }
        }
        return new Phrase(runs);
    }

    /// Behind which word it ends if it begins at one; empty if it does not.
    OptionalInt end(List<Token> text, int begin) {
        if (runs.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt at = run(text, begin, runs.getFirst());
        for (List<Set<String>> run : runs.subList(1, runs.size())) {
            if (at.isEmpty()) {
                return at;
            }
            at = later(text, at.getAsInt(), run);
        }
        return at;
    }

    private static OptionalInt later(List<Token> text, int from, List<Set<String>> run) {
        for (int begin = from; begin <= from + BETWEEN; begin++) {
            OptionalInt end = run(text, begin, run);
            if (end.isPresent()) {
                return end;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt run(List<Token> text, int begin, List<Set<String>> run) {
        if (begin + run.size() > text.size()) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < run.size(); i++) {
            if (!text.get(begin + i).sharesBase(run.get(i))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(begin + run.size());
    }
}
