package torgau.station.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.Words;
import torgau.catalogue.render.Sentences;
import torgau.catalogue.render.ValueWords;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Fits;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;

/// A filed format as it can be shown here: in words if this station knows the format, else field by
/// field as it was written.
public final class Filed {
    private final Formats formats;
    private final Numbers numbers;
    private final Act.Form form;
    private final Optional<Known> known;
    private final SequencedMap<String, Value> journaled;
    private final SequencedMap<String, Value> values;
    private final @Nullable Code fault;

    private Filed(
            Formats formats,
            Numbers numbers,
            Annexes annexes,
            Act.Form form,
            SequencedMap<String, Value> journaled,
            @Nullable Code unreadable) {
        this.formats = formats;
        this.numbers = numbers;
        this.form = form;
        this.known = formats.find(form);
        this.journaled = journaled;
        this.values = Apart.changed(
                known.map(each -> each.format().fields()).orElse(List.of()),
                journaled,
                (field, _, value) -> annexes.joined(known, field, value));
        this.fault = unreadable == null && known.isPresent() && !fits(known.get()) ? Code.FIELDS_UNFIT : unreadable;
    }

    /// What an entry says.
    ///
    /// @param annexes of the entry
    public static Filed of(Formats formats, Numbers numbers, Annexes annexes, Act.Notification act) {
        return switch (FilingCodec.decode(act.fields())) {
            case Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> values) ->
                new Filed(formats, numbers, annexes, act.form(), values, null);
            case Decoded.Refusal<SequencedMap<String, Value>>(Code code, String _) ->
                new Filed(formats, numbers, annexes, act.form(), new LinkedHashMap<>(), code);
        };
    }

    /// Whether its fields are what the format asks for: as whoever folds the matter judges it.
    private boolean fits(Known format) {
        return Fits.unfit(format.format().fields(), journaled, format::list).isEmpty();
    }

    /// The format, if this station has that edition of it.
    public Optional<Known> known() {
        return known;
    }

    /// Why what was filed is not what the format asks for, or cannot be read at all; empty if all is
    /// well.
    public Optional<Code> fault() {
        return Optional.ofNullable(fault);
    }

    /// What stands on the journal, in its author's order.
    public SequencedMap<String, Value> journaled() {
        return new LinkedHashMap<>(journaled);
    }

    /// What was filed, in its author's order, with what is in annexes as far as it is here.
    public SequencedMap<String, Value> values() {
        return new LinkedHashMap<>(values);
    }

    /// The title of the format.
    public Optional<Words> title() {
        return known.map(format -> format.format().title());
    }

    /// A field of the format.
    public Optional<Field> field(String name) {
        return known.flatMap(format -> format.format().field(name));
    }

    /// A value as it would be written in a file.
    public Raw written(Value value) {
        return Written.of(value, numbers);
    }

    /// A value in words of a language; empty if the field is not known here.
    public Optional<String> words(String name, Value value, String language) {
        return known.flatMap(format -> field(name)
                .map(field -> new ValueWords(format.common(), format::list, numbers, language)
                        .withGrid()
                        .of(field, value)));
    }

    /// All of it as a sentence in a language of the catalogue; if the format is not known, that it is
    /// not. Empty if the fields are not what the format asks for: a sentence of them could say what
    /// nobody said.
    public Optional<String> sentence(Sentences.Envelope envelope, String language) {
        if (fault != null) {
            return Optional.empty();
        }
        return known.map(format -> new Sentences(format.common(), format.procedure(), numbers)
                        .of(format.format(), envelope, values, language))
                .or(() -> unknown(language));
    }

    private Optional<String> unknown(String language) {
        Map<String, String> said = Map.of("{format}", form.toString(), "{edition}", String.valueOf(form.edition()));
        return formats.catalogue()
                .common()
                .phrase("unknown_format")
                .flatMap(words -> words.in(language))
                .map(text -> filled(text, said));
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (var each : values.entrySet()) {
            filled = filled.replace(each.getKey(), each.getValue());
        }
        return filled;
    }
}
