package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import torgau.catalogue.Clock;
import torgau.catalogue.Common;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;

/// A procedure as lines of text: in each state what may be sent by whom and where it leads, then what is awaited, then
/// the formats.
public final class Plain {
    private static final int CODE = 6;

    private final Wording wording;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private Plain(Wording wording, int width) {
        this.wording = wording;
        this.width = width;
    }

    /// The whole procedure, line by line.
    ///
    /// @param language one of the catalogue's
    /// @param width of a line, in characters
    public static List<String> lines(Common common, Procedure procedure, String language, int width) {
        return List.copyOf(new Plain(new Wording(common, procedure, language), width).all());
    }

    private List<String> all() {
        Procedure procedure = wording.procedure();
        add(procedure.code() + "  ", wording.title() + " (" + wording.edition() + ")");
        lines.add("");
        add("", wording.say(procedure.purpose()));
        Stream.concat(Stream.of(Wording.START), procedure.lifecycle().states().keySet().stream())
                .forEach(this::state);
        if (!procedure.clocks().isEmpty() || !procedure.calendar().isEmpty()) {
            heading(wording.label("awaited"));
            procedure.clocks().forEach(this::clock);
            procedure.calendar().forEach(this::recurring);
        }
        heading(wording.label("formats"));
        procedure.formats().values().forEach(this::format);
        return lines;
    }

    private void state(String state) {
        heading(wording.state(state));
        List<Move> moves = wording.moves(state);
        for (Move move : moves) {
            boolean stays = move.to().equals(state);
            String to = stays ? wording.label("stays") : "→ " + wording.state(move.to());
            add(
                    code(move.format()),
                    wording.format(move.format()) + "; " + wording.role(move.role()) + (stays ? "; " : " ") + to);
        }
        if (moves.isEmpty()) {
            add("  ", wording.label("end"));
        }
    }

    private void clock(Clock clock) {
        String kind = wording.label("clock", clock.kind().name().toLowerCase(Locale.ROOT));
        add(
                code("·"),
                kind + ". "
                        + wording.rows(clock)
                                .map(rows -> pair("each_row", rows))
                                .orElse("")
                        + pair("by", wording.role(clock.by())) + pair("within", wording.within(clock))
                        + pair("from", wording.countedFrom(clock))
                        + pair("done_by", String.join(", ", clock.doneBy())));
    }

    private void recurring(Recurring item) {
        add(
                code("·"),
                wording.say(item.title()) + ". " + pair("by", wording.by(item))
                        + pair("within", item.day().written() + ", " + wording.every(item))
                        + pair("done_by", Wording.ends(item)));
    }

    private String pair(String label, String value) {
        return wording.label(label) + ": " + value + ". ";
    }

    private void format(Format format) {
        add(
                code(format.code()),
                wording.format(format.code()) + ". "
                        + pair("filed_by", wording.role(format.by())) + pair("precedence", wording.precedence(format))
                        + pair("signatures", String.valueOf(format.defaults().signatures())));
    }

    private void heading(String text) {
        lines.add("");
        add("", text);
    }

    private static String code(String code) {
        return "  " + code + " ".repeat(Math.max(1, CODE - code.length()));
    }

    /// The text with something before its first line; what follows stands below the text.
    private void add(String head, String text) {
        String before = head;
        for (String part : Lettering.wrapped(text, width - head.length(), Plain::letters)) {
            lines.add(before + part);
            before = " ".repeat(head.length());
        }
    }

    private static double letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
