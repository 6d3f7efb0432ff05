package torgau.catalogue.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.CodeList;
import torgau.catalogue.Common;
import torgau.catalogue.Words;
import torgau.catalogue.treaty.Keys;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// Words of which one is chosen can be told apart in every language, also after somebody typed them by
/// hand: else the numbered text could not be read back.
record AlikeCheck(Findings findings, Common common, Tree tree) {
    /// Groups of labels of which one stands in a line.
    private static final List<String> GROUPS =
            List.of("class", "precedence", "label", "answer", "shape", "altitude", "unit");
    /// What may stand in place of any item of a list.
    private static final List<String> INSTEAD = List.of("undisclosed", "none_given");

    void shared() {
        for (String group : GROUPS) {
            alike(common.labels().getOrDefault(group, new TreeMap<>()), "labels", group);
        }
        lists(common.codes().values());
    }

    void lists(Collection<CodeList> lists) {
        for (CodeList list : lists) {
            Map<String, Words> items = new LinkedHashMap<>();
            INSTEAD.forEach(phrase -> common.phrase(phrase).ifPresent(words -> items.put(phrase, words)));
            items.putAll(list.items());
            alike(items, "codes", list.name());
        }
    }

    private void alike(Map<String, Words> items, String... way) {
        for (String language : common.languages()) {
            Map<String, String> names = new TreeMap<>();
            items.forEach((name, words) -> words.in(language)
                    .flatMap(text -> Optional.ofNullable(names.putIfAbsent(Keys.of(text), name)))
                    .ifPresent(other -> findings.add(
                            tree.find(way[0], way[1], name, language),
                            Code.CATALOGUE_WORDS_ALIKE,
                            "`" + other + "` and `" + name + "` are the same words in `" + language + "`",
                            "say one of them differently")));
        }
    }
}
