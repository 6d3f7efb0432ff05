package torgau.catalogue.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import torgau.catalogue.glossary.Glossary;
import torgau.catalogue.glossary.Term;

/// Reads the glossary.
final class GlossaryReader {
    private static final int MAX_EDITION = 9_999;

    private final Tree tree;
    private final List<String> languages;

    GlossaryReader(Tree tree, List<String> languages) {
        this.tree = tree;
        this.languages = languages;
    }

    Glossary glossary() {
        if (!tree.given()) {
            return Glossary.NONE;
        }
        tree.only("glossary", "never", "terms").at("glossary").integer(1, MAX_EDITION, 1);
        var terms = new ArrayList<Term>();
        tree.at("terms").entries().forEach((name, each) -> terms.add(term(name, each)));
        return new Glossary(terms, lists(tree.maybe("never")));
    }

    private Term term(String name, Tree each) {
        each.only(known());
        var words = new TreeMap<String, List<String>>();
        for (String language : languages) {
            words.put(language, alternatives(each.at(language).text()));
        }
        return new Term(name, words, each.maybe("note").textIfGiven(), lists(each.maybe("avoid")));
    }

    private String[] known() {
        var known = new ArrayList<>(languages);
        known.addAll(List.of("note", "avoid"));
        return known.toArray(String[]::new);
    }

    private static List<String> alternatives(String words) {
        return Arrays.stream(words.split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private SortedMap<String, List<String>> lists(Tree each) {
        var lists = new TreeMap<String, List<String>>();
        if (each.given()) {
            each.only(languages.toArray(String[]::new))
                    .entries()
                    .forEach((language, list) -> lists.put(language, list.texts()));
        }
        return lists;
    }
}
