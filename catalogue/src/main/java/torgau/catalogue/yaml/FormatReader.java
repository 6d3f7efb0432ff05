package torgau.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import torgau.catalogue.Format;
import torgau.journal.Code;
import torgau.journal.Label;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// Reads the formats of a procedure: its own, and those of the common part that it includes.
final class FormatReader {
    private static final Format.Defaults PLAIN = new Format.Defaults(
            TrafficClass.FORMAL, Precedence.ROUTINE, Label.PARTIES_ONLY, Format.Effect.RECORD_ONLY, 2);

    private final FieldReader fields;
    private final Tree file;
    private final Format.Defaults defaults;

    /// @param file of a procedure, or the common part
    FormatReader(FieldReader fields, Tree file) {
        this.fields = fields;
        this.file = file;
        this.defaults = defaults(file);
    }

    /// The formats that the file writes out.
    SequencedMap<String, Format> own() {
        var formats = new LinkedHashMap<String, Format>();
        file.at("formats").entries().forEach((code, tree) -> {
            tree.only(
                    "act",
                    "stage",
                    "by",
                    "must_follow",
                    "whose",
                    "opens",
                    "class",
                    "precedence",
                    "label",
                    "legal_effect",
                    "release",
                    "title",
                    "read_back",
                    "fields");
            formats.put(code, format(code, tree));
        });
        return formats;
    }

    private Format format(String code, Tree tree) {
        Tree phrase = file.at("phrases").maybe(code);
        Tree note = file.maybe("notes").maybe(code);
        return new Format(
                code,
                tree.maybe("by").given() ? tree.at("by").text() : "",
                tree.maybe("must_follow").textOrTexts(),
                whose(tree),
                tree.maybe("opens").textIfGiven(),
                fields.words(tree.at("title")),
                tree.maybe("read_back").texts(),
                fields.fields(tree.maybe("fields")),
                defaults(tree, defaults),
                tree.maybe("stage").textIfGiven(),
                phrase.given() ? fields.words(phrase) : null,
                note.given() ? fields.words(note) : null);
    }

    private static Format.Whose whose(Tree tree) {
        Format.Whose whose = tree.maybe("whose").oneOf(Format.Whose.values(), Format.Whose.ANY);
        if (whose != Format.Whose.ANY && !tree.maybe("must_follow").given()) {
            tree.note(
                    Code.CATALOGUE_VALUE_REFUSED,
                    "`whose` says nothing where nothing must be followed",
                    "name the formats under must_follow, or leave `whose` out");
        }
        return whose;
    }

    /// The formats of the common part that a procedure uses.
    SequencedMap<String, Format> included(SequencedMap<String, Format> common) {
        var formats = new LinkedHashMap<String, Format>();
        file.maybe("include").entries().forEach((code, tree) -> {
            Format shared = common.get(code);
            if (shared != null) {
                formats.put(code, used(shared, tree));
            } else {
                tree.note(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "`" + tree.name() + "` is not in common.yaml",
                        "include one of " + String.join(", ", common.keySet()));
            }
        });
        return formats;
    }

    /// It is as urgent and as guarded as the procedure that it serves, unless that says otherwise.
    private Format used(Format shared, Tree use) {
        use.only("by", "must_follow", "whose", "opens", "class", "precedence", "label", "legal_effect", "release");
        return new Format(
                shared.code(),
                use.at("by").text(),
                use.maybe("must_follow").textOrTexts(),
                whose(use),
                use.maybe("opens").textIfGiven(),
                shared.title(),
                shared.readBack(),
                shared.fields(),
                defaults(use, serving(shared.defaults())),
                shared.stage(),
                shared.phrase(),
                shared.note());
    }

    private Format.Defaults serving(Format.Defaults shared) {
        return new Format.Defaults(
                defaults.trafficClass(), defaults.precedence(), defaults.label(), shared.effect(), shared.signatures());
    }

    /// What a file says of all its formats.
    static Format.Defaults defaults(Tree file) {
        return defaults(file.maybe("defaults").only("class", "precedence", "label", "legal_effect", "release"), PLAIN);
    }

    private static Format.Defaults defaults(Tree tree, Format.Defaults otherwise) {
        return new Format.Defaults(
                tree.maybe("class").oneOf(TrafficClass.values(), otherwise.trafficClass()),
                tree.maybe("precedence").oneOf(Precedence.values(), otherwise.precedence()),
                tree.maybe("label").oneOf(Label.values(), otherwise.label()),
                tree.maybe("legal_effect").oneOf(Format.Effect.values(), otherwise.effect()),
                signatures(tree.maybe("release"), otherwise.signatures()));
    }

    private static int signatures(Tree tree, int otherwise) {
        return switch (tree.given() ? tree.text() : "") {
            case "one" -> 1;
            case "two" -> 2;
            default -> {
                if (tree.given()) {
                    tree.refuse("is `" + tree.text() + "`", "write one or two");
                }
                yield otherwise;
            }
        };
    }
}
