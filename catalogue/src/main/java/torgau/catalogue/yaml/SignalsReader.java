package torgau.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import torgau.catalogue.CodeList;
import torgau.catalogue.Signal;
import torgau.catalogue.Signals;
import torgau.journal.Code;

/// Reads the short signals.
final class SignalsReader {
    private final Tree tree;
    private final FieldReader fields;

    SignalsReader(Tree tree, List<String> languages) {
        this.tree = tree;
        this.fields = new FieldReader(languages);
    }

    private static final int MAX_EDITION = 9_999;

    Signals signals() {
        tree.only(
                "catalogue",
                "edition",
                "languages",
                "title",
                "defaults",
                "notes",
                "kinds",
                "sources",
                "digits",
                "codes",
                "signals");
        var signals = new LinkedHashMap<String, Signal>();
        for (Tree each : tree.at("signals").items()) {
            Signal signal = signal(each);
            if (signals.put(signal.code(), signal) != null) {
                each.note(Code.CATALOGUE_VALUE_REFUSED, "`" + signal.code() + "` is there twice", "rename one");
            }
        }
        tree.at("kinds").each(fields::words);
        Map<String, CodeList> codes = ProcedureReader.codes(fields, tree);
        return new Signals(
                tree.at("edition").integer(1, MAX_EDITION, 1),
                FormatReader.defaults(tree),
                fields.words(tree.at("title")),
                tree.at("sources").each(fields::words),
                codes,
                signals);
    }

    private Signal signal(Tree each) {
        each.only("code", "key", "kind", "source", "meaning", "spoken", "pronunciation", "parameters", "answers");
        String kind = each.at("kind").text();
        if (!kind.equals("agreed") && !kind.equals("unilateral")) {
            each.at("kind").refuse("is `" + kind + "`", "write agreed or unilateral");
        }
        Tree said = each.at("pronunciation").only("russian_in_latin", "english_in_cyrillic");
        return new Signal(
                each.at("code").text(),
                keys(each.at("key")),
                kind.equals("agreed"),
                each.at("source").text(),
                fields.words(each.at("meaning")),
                fields.words(each.at("spoken")),
                said.at("russian_in_latin").text(),
                said.at("english_in_cyrillic").text(),
                fields.fields(each.maybe("parameters")),
                each.at("answers").texts());
    }

    private static String keys(Tree tree) {
        String keys = tree.text();
        if (!keys.matches("[A-Z0-9]{1,2}")) {
            tree.refuse("is `" + keys + "`", "write one or two capital letters or digits");
        }
        return keys;
    }
}
