package torgau.catalogue.treaty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import torgau.catalogue.Catalogue;
import torgau.catalogue.CodeList;
import torgau.catalogue.Procedure;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Line;
import torgau.catalogue.treaty.TreatyFault.Rule;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Raw;

/// Reads a numbered text back to what was filed: as [NumberedText] wrote it, in capitals, wrapped anew,
/// with other blanks, or copied from a page. The rules are in docs/spec/07-formats.md.
public final class TreatyReader {
    /// Longer than any filing can be written.
    public static final int MOST_CHARACTERS = 1 << 20;

    private final Catalogue catalogue;
    private final Editions editions;
    private final Numbers numbers;
    private final Typed typed;
    private final FrameWords frame;
    private final List<TreatyFault> faults = new ArrayList<>();

    private TreatyReader(Catalogue catalogue, Editions editions, Numbers numbers, Typed typed, String language) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.numbers = numbers;
        this.typed = typed;
        this.frame = new FrameWords(catalogue.common(), language);
    }

    /// The procedures of which a text may be, each in every edition that is known.
    public interface Editions {
        /// Codes of all procedures.
        List<String> procedures();

        /// The editions of a procedure, the one in use first; none if there is no such procedure.
        List<Procedure> of(String procedure);

        /// Those of a catalogue alone.
        static Editions of(Catalogue catalogue) {
            return new Editions() {
                @Override
                public List<String> procedures() {
                    return catalogue.all().stream().map(Procedure::code).toList();
                }

                @Override
                public List<Procedure> of(String procedure) {
                    return catalogue.procedure(procedure).stream().toList();
                }
            };
        }
    }

    /// Reads a text of a catalogue.
    ///
    /// @param numbers finds entries by their message numbers
    public static TreatyText read(String text, Catalogue catalogue, Numbers numbers) {
        return read(text, catalogue, Editions.of(catalogue), numbers);
    }

    /// Reads a text in whichever language of the catalogue it has its labels, by the edition that it
    /// names.
    ///
    /// @param numbers finds entries by their message numbers
    public static TreatyText read(String text, Catalogue catalogue, Editions editions, Numbers numbers) {
        if (text.length() > MOST_CHARACTERS) {
            return refused(1, Rule.LENGTH, "", String.valueOf(MOST_CHARACTERS));
        }
        Typed typed = Typed.of(text);
        Optional<String> language = catalogue.common().languages().stream()
                .filter(each -> begins(typed, new FrameWords(catalogue.common(), each)))
                .findFirst();
        if (language.isEmpty()) {
            String[] labels = catalogue.common().languages().stream()
                    .map(each -> new FrameWords(catalogue.common(), each).label(Line.PRECEDENCE) + ":")
                    .toArray(String[]::new);
            return refused(1, Rule.LANGUAGE, typed.found(0), labels);
        }
        return new TreatyReader(catalogue, editions, numbers, typed, language.get()).whole();
    }

    private static TreatyText refused(int line, Rule rule, String found, String... limits) {
        return new TreatyText.Refused(List.of(new TreatyFault(line, "", rule, found, List.of(limits), null)));
    }

    /// Whether its first line, behind any banner, is of this language.
    private static boolean begins(Typed typed, FrameWords frame) {
        boolean begins = typed.label("", frame.label(Line.PRECEDENCE))
                || (Stream.of("test", "exercise").map(frame::phrase).anyMatch(typed::words)
                        && typed.label("", frame.label(Line.PRECEDENCE)));
        typed.back(0);
        return begins;
    }

    private TreatyText whole() {
        var header = new HeaderTyped(typed, frame, editions, numbers);
        try {
            HeaderTyped.Lines lines = header.read();
            Function<String, Optional<CodeList>> lists =
                    name -> lines.known().procedure().list(name, catalogue.common());
            BooleanSupplier end = this::endComes;
            var fields = new FieldsTyped(typed, frame, lists, end, faults);
            Raw.Pairs written = fields.all(lines.known().format().fields());
            header.ends();
            end(lines);
            return faults.isEmpty() ? filed(lines, lists, fields, written) : new TreatyText.Refused(faults);
        } catch (Misread fault) {
            faults.add(new TreatyFault(
                    typed.line(fault.at), header.label(), fault.rule, typed.found(fault.at), fault.due, null));
            return new TreatyText.Refused(faults);
        }
    }

    /// Whether the frame goes on: with the clause on names, or with the end.
    private boolean endComes() {
        int from = typed.at();
        boolean comes = typed.words(frame.names()) || typed.words(frame.label(Line.END_OF_MESSAGE));
        typed.back(from);
        return comes;
    }

    private void end(HeaderTyped.Lines lines) {
        typed.words(frame.names());
        if (!typed.words(frame.label(Line.END_OF_MESSAGE))) {
            typed.punctuation();
            throw typed.no(Rule.LABEL, frame.label(Line.END_OF_MESSAGE));
        }
        int at = typed.at();
        if (!new ShapesTyped(typed, frame).message().equals(lines.header().number())) {
            throw new Misread(at, Rule.END, List.of(lines.header().number()));
        }
        if (!typed.words(frame.banner(lines.header().trafficClass()))) {
            throw typed.no(Rule.AGREED, frame.banner(lines.header().trafficClass()));
        }
        if (!typed.end()) {
            throw typed.no(Rule.REST);
        }
    }

    private TreatyText filed(
            HeaderTyped.Lines lines,
            Function<String, Optional<CodeList>> lists,
            FieldsTyped fields,
            Raw.Pairs written) {
        var read = FilingReader.read(lines.known().format().fields(), written, lists, numbers);
        if (read.faults().isEmpty()) {
            return new TreatyText.Read(frame.language(), lines.form(), lines.header(), written, read.values());
        }
        return new TreatyText.Refused(read.faults().stream()
                .map(fault -> new TreatyFault(
                        fields.line(fault.field()),
                        fields.label(fault.field()),
                        Rule.VALUE,
                        fault.written(),
                        fault.limits(),
                        fault))
                .toList());
    }
}
