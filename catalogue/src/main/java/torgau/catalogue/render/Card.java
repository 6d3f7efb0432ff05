package torgau.catalogue.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Common;
import torgau.catalogue.Field;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.journal.Act;
import torgau.journal.Office;

/// What was said for screens and paper: what stands around it, then part by part, each with its label;
/// of a filed format its fields, of a free message its texts.
///
/// @param banner of a test or an exercise; empty if it is neither
/// @param header what stands around the fields
/// @param note that the format is not known here; empty if it is
/// @param fields in the order of the format; those that were not filed are left out
/// @param names the clause that goes with a place; empty if there is none
public record Card(String banner, List<Row> header, String note, List<Row> fields, String names) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public Card {
        header = List.copyOf(header);
        fields = List.copyOf(fields);
    }

    /// A label and what it stands before.
    public record Row(String label, String words) {}

    /// What stands in the header after a label; empty if nothing does.
    public Optional<String> words(String label) {
        return header.stream()
                .filter(row -> row.label().equals(label))
                .map(Row::words)
                .findFirst();
    }

    /// The same filing in one language.
    ///
    /// @param fields as they were filed; a format or an edition that the catalogue has not is shown as
    ///     it came
    public static Card of(
            Catalogue catalogue,
            Numbers numbers,
            Header header,
            Act.Form form,
            Map<String, Value> fields,
            String language) {
        var frame = new FrameWords(catalogue.common(), language);
        Optional<Known> known = Known.of(catalogue, form);
        return new Card(
                frame.banner(header.trafficClass()),
                header(frame, known, form, header, numbers),
                known.isPresent() ? "" : frame.unknown(form),
                known.map(each -> rows(frame, each, fields, numbers)).orElseGet(() -> written(fields, numbers)),
                known.filter(each -> each.namesPlace(fields)).isPresent() ? frame.names() : "");
    }

    /// A free message in the same frame. What it takes effect as, its author does not say; any text may
    /// name a place.
    ///
    /// @param texts each with a label that says what it is
    public static Card ofMessage(Common common, Numbers numbers, Header header, List<Row> texts, String language) {
        var frame = new FrameWords(common, language);
        List<Row> around = around(frame, header);
        around.add(new Row(frame.label(Line.LEGAL_EFFECT), frame.noneGiven()));
        around.add(new Row(frame.label(Line.MESSAGE_REFERENCE), references(frame, header, numbers)));
        return new Card(frame.banner(header.trafficClass()), around, "", texts, frame.names());
    }

    private static List<Row> header(
            FrameWords frame, Optional<Known> known, Act.Form form, Header header, Numbers numbers) {
        List<Row> rows = around(frame, header);
        rows.add(new Row(frame.label(Line.FORMAT), frame.format(form, known)));
        rows.add(new Row(frame.label(Line.EDITION), String.valueOf(form.edition())));
        rows.add(new Row(frame.label(Line.LEGAL_EFFECT), frame.effect(known)));
        rows.add(new Row(frame.label(Line.TREATY_REFERENCE), frame.bases(known)));
        rows.add(new Row(frame.label(Line.MESSAGE_REFERENCE), references(frame, header, numbers)));
        return rows;
    }

    private static List<Row> around(FrameWords frame, Header header) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(frame.label(Line.PRECEDENCE), frame.precedence(header.precedence())));
        rows.add(new Row(frame.label(Line.CLASS), frame.trafficClass(header.trafficClass())));
        rows.add(new Row(frame.label(Line.LABEL), frame.label(header.label())));
        rows.add(new Row(frame.label(Line.FROM), from(header)));
        rows.add(new Row(frame.label(Line.TO), String.join(", ", header.to())));
        rows.add(new Row(frame.label(Line.MESSAGE_NUMBER), header.number()));
        rows.add(new Row(frame.label(Line.MESSAGE_TIME), Times.group(header.time())));
        return rows;
    }

    private static String references(FrameWords frame, Header header, Numbers numbers) {
        return header.references().isEmpty()
                ? frame.noneGiven()
                : header.references().stream().map(numbers::number).collect(Collectors.joining(", "));
    }

    private static String from(Header header) {
        Office office = header.office();
        return office == null
                ? header.from()
                : Stream.of(header.from(), office.title(), office.capacity())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static List<Row> rows(FrameWords frame, Known known, Map<String, Value> fields, Numbers numbers) {
        var words = new ValueWords(
                        frame.common(), name -> known.procedure().list(name, frame.common()), numbers, frame.language())
                .withGrid();
        var rows = new ArrayList<Row>();
        for (Field field : known.format().fields()) {
            Value value = fields.get(field.name());
            if (value != null) {
                rows.add(new Row(frame.in(Optional.of(field.label()), field.name()), words.of(field, value)));
            }
        }
        rows.addAll(written(known.surplus(fields), numbers));
        return rows;
    }

    private static List<Row> written(Map<String, Value> fields, Numbers numbers) {
        var rows = new ArrayList<Row>();
        fields.forEach((name, value) -> rows.add(new Row(named(name), line(Written.of(value, numbers)))));
        return rows;
    }

    /// The name of a field that is not known. Its author may have given it any: one that could pass for
    /// a label stands in quotation marks, on one line.
    private static String named(String name) {
        return NAME.matcher(name).matches() ? name : "“" + name.replaceAll("\\R", " ") + "”";
    }

    private static String line(Raw raw) {
        return switch (raw) {
            case Raw.Word(String text) -> text;
            case Raw.Several(List<Raw> items) -> items.stream().map(Card::line).collect(Collectors.joining("; "));
            case Raw.Pairs pairs ->
                pairs.values().entrySet().stream()
                        .map(pair -> pair.getKey() + ": " + line(pair.getValue()))
                        .collect(Collectors.joining(", "));
        };
    }
}
