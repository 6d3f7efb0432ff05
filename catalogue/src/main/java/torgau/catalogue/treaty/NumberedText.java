package torgau.catalogue.treaty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import torgau.catalogue.Catalogue;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Header;
import torgau.catalogue.render.Known;
import torgau.catalogue.render.Line;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Times;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Office;

/// A filed format as the plain numbered text of arms-control notifications, in any language of the
/// catalogue. [TreatyReader] reads it back to the same values.
public final class NumberedText {
    private final Catalogue catalogue;
    private final Numbers numbers;

    public NumberedText(Catalogue catalogue, Numbers numbers) {
        this.catalogue = catalogue;
        this.numbers = numbers;
    }

    /// Lines of at most 69 columns, each ended by a line feed.
    ///
    /// @param fields as they were filed; a format or an edition that the catalogue has not is shown as
    ///     it came
    public String of(Header header, Act.Form form, Map<String, Value> fields, String language) {
        var frame = new FrameWords(catalogue.common(), language);
        Optional<Known> known = Known.of(catalogue, form);
        var out = new Wrapping();
        lineIfAny(out, frame.banner(header.trafficClass()));
        for (Line line : Line.values()) {
            if (line.compareTo(Line.CONTENT) < 0) {
                out.line(frame.label(line) + ": " + words(line, frame, known, header, form));
            }
        }
        out.line(frame.label(Line.CONTENT) + ":");
        lineIfAny(out, known.isPresent() ? "" : frame.unknown(form));
        new Contents(known, frame, numbers).of(fields).forEach(out::line);
        lineIfAny(out, known.filter(each -> each.namesPlace(fields)).isPresent() ? frame.names() : "");
        out.line(frame.label(Line.END_OF_MESSAGE) + " " + number(header.number(), language));
        lineIfAny(out, frame.banner(header.trafficClass()));
        return out.toString();
    }

    private static void lineIfAny(Wrapping out, String line) {
        if (!line.isEmpty()) {
            out.line(line);
        }
    }

    private String words(Line line, FrameWords frame, Optional<Known> known, Header header, Act.Form form) {
        return switch (line) {
            case PRECEDENCE -> frame.precedence(header.precedence());
            case CLASS -> frame.trafficClass(header.trafficClass());
            case LABEL -> frame.label(header.label());
            case FROM -> from(header, frame.language());
            case TO -> to(header, frame);
            case MESSAGE_NUMBER -> number(header.number(), frame.language());
            case MESSAGE_TIME -> Times.group(header.time());
            case FORMAT -> frame.format(form, known);
            case EDITION -> String.valueOf(form.edition());
            case LEGAL_EFFECT -> frame.effect(known);
            case TREATY_REFERENCE -> frame.bases(known);
            case MESSAGE_REFERENCE -> references(header, frame);
            case CONTENT, END_OF_MESSAGE -> "";
        };
    }

    private static String from(Header header, String language) {
        Office office = header.office();
        String from = name(header.from(), language);
        return office == null
                ? from
                : from + ", " + Quoted.of(office.title(), language) + ", " + Quoted.of(office.capacity(), language);
    }

    private static String to(Header header, FrameWords frame) {
        return header.to().isEmpty()
                ? frame.noneGiven()
                : header.to().stream().map(name -> name(name, frame.language())).collect(Collectors.joining(", "));
    }

    /// A party as it is called; between quotation marks if it could be taken for something else.
    private static String name(String name, String language) {
        return Quoted.plain(name) ? name : Quoted.of(name, language);
    }

    private static String number(String number, String language) {
        return Typed.NUMBER.matcher(number).matches() ? number : Quoted.of(number, language);
    }

    private String references(Header header, FrameWords frame) {
        List<String> all = header.references().stream()
                .map(place -> number(numbers.number(place), frame.language()))
                .toList();
        return all.isEmpty() ? frame.noneGiven() : String.join(", ", all);
    }
}
