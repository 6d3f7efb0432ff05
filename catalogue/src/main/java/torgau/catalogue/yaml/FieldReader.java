package torgau.catalogue.yaml;

import java.util.ArrayList;
import java.util.List;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.FieldType.Dimension;
import torgau.catalogue.FieldType.Range;
import torgau.catalogue.OnlyIf;
import torgau.catalogue.Words;
import torgau.journal.Code;

/// Reads the fields of a format.
final class FieldReader {
    private static final int MANY = 5_000;
    private static final int MAX_COUNT = 100_000_000;
    private static final int MAX_LETTERS = 200;
    private static final String[] COMMON = {"type", "label", "optional", "undisclosed", "sensitive", "hint", "only_if"};

    private final List<String> languages;

    FieldReader(List<String> languages) {
        this.languages = languages;
    }

    /// In the order in which they stand.
    List<Field> fields(Tree tree) {
        var fields = new ArrayList<Field>();
        tree.entries().forEach((name, field) -> fields.add(field(name, field)));
        return fields;
    }

    private Field field(String name, Tree tree) {
        if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
            tree.refuse("is no name of a field", "use small letters, digits and underscores");
        }
        FieldType type = type(tree);
        Words hint = tree.has("hint") ? words(tree.at("hint")) : null;
        return new Field(
                name,
                type,
                words(tree.at("label")),
                tree.maybe("optional").flag(false),
                tree.maybe("undisclosed").flag(false),
                tree.maybe("sensitive").flag(false) || type instanceof FieldType.Person,
                hint,
                tree.has("only_if") ? onlyIf(tree.at("only_if")) : null);
    }

    private static OnlyIf onlyIf(Tree tree) {
        var says = tree.entries();
        if (says.size() != 1 || says.firstEntry().getValue().textOrTexts().isEmpty()) {
            tree.refuse("does not name one field with what it says", "write {field: [item, item]}");
        }
        var only = says.isEmpty() ? null : says.firstEntry();
        return new OnlyIf(
                only == null ? "" : only.getKey(),
                only == null ? List.of() : only.getValue().textOrTexts());
    }

    private FieldType type(Tree tree) {
        String kind = tree.at("type").text();
        return switch (kind) {
            case "text" -> {
                known(tree, "max_words");
                yield new FieldType.Text(tree.maybe("max_words").integer(0, MANY, 0));
            }
            case "numbered" -> {
                known(tree, "min", "max", "max_words");
                yield new FieldType.Numbered(
                        range(tree, 1, 40), tree.maybe("max_words").integer(0, MANY, 0));
            }
            case "code" -> {
                known(tree, "list");
                yield new FieldType.OneCode(tree.at("list").text());
            }
            case "codes" -> {
                known(tree, "list", "min", "max");
                yield new FieldType.SomeCodes(tree.at("list").text(), range(tree, 1, 40));
            }
            case "quantity" -> {
                known(tree, "dimension");
                yield new FieldType.Quantity(tree.at("dimension").oneOf(Dimension.values(), Dimension.LENGTH));
            }
            case "count" -> {
                known(tree, "min", "max");
                yield new FieldType.Count(range(tree, 0, MAX_COUNT));
            }
            case "position" -> {
                known(tree, "coarse");
                yield new FieldType.Position(tree.maybe("coarse").flag(false));
            }
            case "area" -> {
                known(tree, "coarse");
                yield new FieldType.Area(tree.maybe("coarse").flag(false));
            }
            case "name" -> {
                known(tree, "max_letters");
                yield new FieldType.Name(tree.maybe("max_letters").integer(1, MAX_LETTERS, 80));
            }
            case "table" -> {
                known(tree, "columns", "min", "max");
                yield new FieldType.Table(fields(tree.at("columns")), range(tree, 1, 100));
            }
            case "per_item" -> {
                known(tree, "of");
                yield perItem(tree.at("of"));
            }
            case "reference" -> {
                known(tree, "to");
                yield new FieldType.ReferenceTo(tree.maybe("to").texts());
            }
            default -> plain(tree, kind);
        };
    }

    private static FieldType plain(Tree tree, String kind) {
        known(tree);
        return switch (kind) {
            case "yes_no" -> new FieldType.YesNo();
            case "instant" -> new FieldType.Instant();
            case "period" -> new FieldType.Period();
            case "altitude" -> new FieldType.Altitude();
            case "route" -> new FieldType.Route();
            case "frequency" -> new FieldType.Frequency();
            case "heading" -> new FieldType.Heading();
            case "office" -> new FieldType.Office();
            case "person" -> new FieldType.Person();
            case "attachment" -> new FieldType.Attachment();
            default -> {
                if (!kind.isEmpty()) {
                    tree.at("type").refuse("is `" + kind + "`", "choose one of the types in docs/catalogue.md");
                }
                yield new FieldType.Text(0);
            }
        };
    }

    private static FieldType perItem(Tree of) {
        String[] parts = of.text().split("\\.", -1);
        if (parts.length != 2) {
            of.refuse("is `" + of.text() + "`", "name a numbered field as FORMAT.field");
            return new FieldType.Text(0);
        }
        return new FieldType.PerItem(parts[0], parts[1]);
    }

    private static Range range(Tree tree, int min, int max) {
        int least = tree.maybe("min").integer(0, MAX_COUNT, min);
        int most = tree.maybe("max").integer(0, MAX_COUNT, Math.max(max, least));
        if (most < least) {
            tree.refuse("has a `max` of " + most + " below its `min` of " + least, "exchange them");
            return new Range(most, least);
        }
        return new Range(least, most);
    }

    private static void known(Tree tree, String... own) {
        var all = new ArrayList<>(List.of(COMMON));
        all.addAll(List.of(own));
        tree.only(all.toArray(String[]::new));
    }

    /// A text in every language of the catalogue.
    Words words(Tree tree) {
        tree.only(languages.toArray(String[]::new));
        for (String language : languages) {
            if (tree.given() && tree.maybe(language).textIfGiven() == null) {
                tree.note(
                        Code.CATALOGUE_LANGUAGE_MISSING,
                        "`" + tree.name() + "` has no `" + language + "`",
                        "give it in " + String.join(", ", languages));
            }
        }
        return Words.of(tree.each(Tree::text));
    }
}
