package torgau.station.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.catalogue.Common;
import torgau.catalogue.Field;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.catalogue.render.ValueWords;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.station.home.CatalogueFolder;

/// Papers of the shipped examples, and made-up ones.
final class Papers {
    static final Instant MADE = Instant.parse("2026-11-22T10:15:30Z");
    static final Paper.Entry ENTRY = new Paper.Entry(
            "BLUE-OPS-2026-17",
            "BLUE-OPS.00000000.17",
            "3f9ac2417be05d86".repeat(4),
            "a1b2c3d4e5f60789".repeat(8),
            "BLUE, Duty officer, Joint operations centre",
            Instant.parse("2026-11-21T18:30:05Z"));

    private Papers() {}

    /// Read when it is needed.
    private static final class Shipped {
        static final CatalogueReader.Read READ =
                CatalogueReader.read(CatalogueFolder.builtIn().texts());
    }

    /// A format of a procedure with its example.
    record Example(Procedure procedure, Format format, Raw.Pairs written) {
        @Override
        public String toString() {
            return procedure.code() + "/" + format.code();
        }

        Paper paper(String... languages) {
            return paper(Paper.Mark.valueOf(format.defaults().trafficClass().name()), languages);
        }

        Paper paper(Paper.Mark mark, String... languages) {
            Common common = Shipped.READ.catalogue().common();
            Map<String, Value> values = FilingReader.read(
                            format.fields(), written, name -> procedure.list(name, common), MadeUpNumbers.ANY)
                    .values();
            return of(
                    mark,
                    Stream.of(languages).map(each -> column(mark, each, values)).toList());
        }

        private Paper.Column column(Paper.Mark mark, String language, Map<String, Value> values) {
            Common common = Shipped.READ.catalogue().common();
            var words = new ValueWords(common, name -> procedure.list(name, common), MadeUpNumbers.ANY, language);
            var rows = new ArrayList<Paper.Row>();
            for (Field field : format.fields()) {
                Optional.ofNullable(values.get(field.name()))
                        .ifPresent(value -> rows.add(new Paper.Row(
                                String.valueOf(rows.size() + 1), in(field.label(), language), words.of(field, value))));
            }
            return new Paper.Column(
                    language,
                    banner(mark, language),
                    in(format.title(), language),
                    heads(language),
                    rows,
                    common.phrase("names").map(clause -> in(clause, language)).stream()
                            .toList());
        }

        private Paper.Banner banner(Paper.Mark mark, String language) {
            String precedence = format.defaults().precedence().name();
            String letter = Shipped.READ.catalogue().common().letters().get(precedence);
            return new Paper.Banner(
                    label("class", mark.name(), language),
                    letter + " " + label("precedence", precedence, language),
                    label("label", "PARTIES_ONLY", language),
                    label("legal_effect", "record_only", language));
        }

        private List<Paper.Head> heads(String language) {
            var bases = procedure.bases().stream()
                    .map(basis -> in(Shipped.READ.catalogue().common().bases().get(basis.code()), language))
                    .toList();
            return List.of(
                    head("from", "BLUE", language),
                    head("to", "RED", language),
                    head("message_number", ENTRY.number(), language),
                    head("message_time", "211830ZNOV26", language),
                    head("format", procedure.code() + "/" + format.code() + " " + procedure.edition(), language),
                    head("treaty_reference", String.join("; ", bases), language),
                    head("message_reference", "RED-OPS-2026-14", language));
        }

        private static Paper.Head head(String label, String value, String language) {
            return new Paper.Head(label("text", label, language), value);
        }
    }

    static String label(String group, String name, String language) {
        return in(Shipped.READ.catalogue().common().label(group, name).orElseThrow(), language);
    }

    private static String in(Words words, String language) {
        return words.in(language).orElseThrow();
    }

    /// Every example of every procedure, without those of the common formats.
    static List<Example> examples() {
        var examples = new ArrayList<Example>();
        for (Procedure procedure : Shipped.READ.catalogue().procedures().values()) {
            var written = Shipped.READ
                    .trees()
                    .get(CatalogueReader.PROCEDURES + procedure.code() + ".yaml")
                    .at("examples");
            for (Format format : procedure.formats().values()) {
                if (written.maybe(format.code()).raw() instanceof Raw.Pairs pairs) {
                    examples.add(new Example(procedure, format, pairs));
                }
            }
        }
        return examples;
    }

    static Example example(String name) {
        return examples().stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Paper of(Paper.Mark mark, List<Paper.Column> columns) {
        return new Paper(mark, columns, ENTRY, receipts(columns), MADE);
    }

    /// The first three stages of the addressee.
    private static List<Paper.Receipt> receipts(List<Paper.Column> columns) {
        var receipts = new ArrayList<Paper.Receipt>();
        for (String stage : List.of("received", "read", "understood")) {
            int serial = 15 + receipts.size();
            receipts.add(new Paper.Receipt(
                    columns.stream()
                            .map(each -> label("stage", stage, each.language()))
                            .toList(),
                    "RED",
                    "Дежурный офицер, Центр управления",
                    Instant.parse("2026-11-21T18:31:07Z").plusSeconds(serial),
                    "RED-OPS-2026-" + serial));
        }
        return receipts;
    }

    /// The same words in each column, in one row; without receipts.
    static Paper saying(String text, String... languages) {
        return new Paper(
                Paper.Mark.FORMAL,
                Stream.of(languages).map(language -> saying(text, language)).toList(),
                ENTRY,
                List.of(),
                MADE);
    }

    private static Paper.Column saying(String text, String language) {
        return new Paper.Column(
                language,
                new Paper.Banner("FORMAL", "O IMMEDIATE", "FOR THE PARTIES ONLY", "record only"),
                "Message",
                List.of(new Paper.Head("FROM", "BLUE")),
                List.of(new Paper.Row("1", "Text", text)),
                List.of());
    }
}
