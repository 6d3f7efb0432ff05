package torgau.station.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.JournalView;
import torgau.journal.Label;
import torgau.journal.Limits;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.station.formats.Annexes;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;
import torgau.station.formats.MessageNumbers;

/// Turns what an officer's client wrote into a filed format: the format is found, its fields are read by
/// the catalogue, and what was left out is as the format says.
final class Filing {
    /// The code of a procedure or a format.
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,7}");

    private final Formats formats;
    private final JournalView journal;
    private final MessageNumbers numbers;
    private final Speech speech;
    private final Supplier<Annexing> annexings;

    /// How this station speaks to its officers.
    ///
    /// @param language of free texts unless the request says another
    /// @param faults language in which faults are told
    record Speech(Sentences sentences, String language, String faults) {}

    /// @param annexings for each filing anew
    Filing(Formats formats, Names names, JournalView journal, Speech speech, Supplier<Annexing> annexings) {
        this.formats = formats;
        this.journal = journal;
        this.numbers = new MessageNumbers(journal, names.roster());
        this.speech = speech;
        this.annexings = annexings;
    }

    /// What the request says beside the act.
    record Asked(Optional<TrafficClass> trafficClass, Optional<Precedence> precedence, Optional<Entry> re) {}

    /// A format that may be released.
    ///
    /// @param matter null: it opens one
    /// @param blobs annexes that go with it
    record Made(
            Known format,
            TrafficClass trafficClass,
            Precedence precedence,
            @Nullable Reference matter,
            List<Reference> refs,
            Act.Notification act,
            List<byte[]> blobs) {}

    /// What the fields of an act ask to be filed.
    Made of(JsonIn in, Office office, Asked asked) {
        Known format = format(in, asked.re());
        var defaults = format.format().defaults();
        Label label = in.has("label") ? in.oneOf("label", Label.class) : defaults.label();
        Optional<String> track = in.lineIfGiven("track", 0, Limits.NAME_BYTES);
        String spoken = in.wordIfGiven("language", Names.LANGUAGE).orElse(speech.language());
        SequencedMap<String, Value> values = read(format, format.format().fields(), in, "fields");
        in.end();
        Annexing annexing = annexings.get();
        var place = new FilingPlace(format, journal, numbers, annexing.party()).of(asked, values);
        byte[] fields = FilingCodec.encode(annexing.of(format.format().fields(), values));
        if (fields.length > Limits.PAYLOAD_BYTES) {
            throw new Refusal(422, Code.OVER_LIMIT, "the fields have " + fields.length + " bytes", in.at("fields"));
        }
        var act = new Act.Notification(
                office, format.form(), label, track.orElseGet(() -> track(asked.re())), spoken, fields);
        Precedence precedence = asked.precedence().orElse(defaults.precedence());
        return new Made(format, place.trafficClass(), precedence, place.matter(), place.refs(), act, annexing.blobs());
    }

    /// An answer is on the track of what it answers.
    private static String track(Optional<Entry> re) {
        return re.map(entry -> entry.payload().act())
                .map(act -> act instanceof Act.Notification filed ? filed.track() : "")
                .orElse("");
    }

    /// Some fields of a format, in its order, as the officer has restated them.
    ///
    /// @param said what the message has in its fields
    SequencedMap<String, Value> restated(
            Known format, JsonIn in, String name, Map<String, Value> said, Annexes annexes) {
        List<Field> fields = format.format().readBack().stream()
                .flatMap(each -> format.format().field(each).stream())
                .map(Field::alone)
                .toList();
        return Annexing.restated(fields, read(format, fields, in, name), said, annexes, in.at(name));
    }

    private SequencedMap<String, Value> read(Known format, List<Field> fields, JsonIn in, String name) {
        Raw.Pairs written = in.pairs(name);
        var read = FilingReader.read(fields, written, format::list, numbers);
        if (!read.faults().isEmpty()) {
            throw new FilingFaults(format, fields, written, speech).refusal(read.faults(), in.at(name));
        }
        NavigableMap<String, Value> values = read.values();
        var ordered = new LinkedHashMap<String, Value>();
        fields.forEach(field ->
                Optional.ofNullable(values.get(field.name())).ifPresent(value -> ordered.put(field.name(), value)));
        return ordered;
    }

    private Known format(JsonIn in, Optional<Entry> re) {
        if (!formats.agreed()) {
            throw new Refusal(
                    409,
                    Code.CATALOGUE_NOT_AGREED,
                    "the catalogue held here has the hash " + formats.hash().hex());
        }
        String code = in.word("format", CODE);
        Procedure agreed =
                in.wordIfGiven("procedure", CODE).map(name -> named(in, name)).orElseGet(() -> only(in, code, re));
        Procedure edition = edition(in, agreed, re);
        return formats.find(edition, code)
                .orElseThrow(() -> unknown(
                        in,
                        "format",
                        code + " is no format of " + edition.code() + "; there are "
                                + String.join(", ", edition.formats().keySet())));
    }

    private Procedure named(JsonIn in, String procedure) {
        return formats.catalogue()
                .procedure(procedure)
                .orElseThrow(() -> unknown(
                        in,
                        "procedure",
                        procedure + " is no procedure; there are "
                                + String.join(
                                        ", ", formats.catalogue().procedures().keySet())));
    }

    /// The edition in which it is filed: that of the matter that is answered, else the one that is asked
    /// for, else the newest in use.
    private Procedure edition(JsonIn in, Procedure of, Optional<Entry> re) {
        String code = of.code();
        Optional<Integer> ofMatter = re.flatMap(this::opening)
                .filter(form -> form.procedure().equals(code))
                .map(Act.Form::edition);
        int newest = formats.current(code).orElse(of).edition();
        int wanted = in.has("edition") ? (int) in.number("edition", 1, Act.Form.MAX_EDITION) : ofMatter.orElse(newest);
        if (ofMatter.isPresent() && ofMatter.get() != wanted) {
            throw unknown(in, "edition", "the matter is in edition " + ofMatter.get() + " of " + code);
        }
        if (formats.disputed(code, wanted)) {
            throw new Refusal(
                    409,
                    Code.EDITION_DISPUTED,
                    "edition " + wanted + " of " + code + " has two texts",
                    in.at("edition"));
        }
        return (ofMatter.isPresent() ? formats.edition(code, wanted) : formats.inUse(code, wanted))
                .orElseThrow(() -> unknown(
                        in, "edition", "edition " + wanted + " of " + code + " is not in use; " + newest + " is"));
    }

    /// The format that opened the matter of an entry.
    private Optional<Act.Form> opening(Entry entry) {
        return journal.entry(Receipts.matterOf(entry.reference(), entry.payload()))
                .flatMap(FilingPlace::form);
    }

    /// The procedure of the matter that is answered, the one that bears the format's name, or the only
    /// one that has it.
    private Procedure only(JsonIn in, String code, Optional<Entry> re) {
        List<Known> named = formats.named(code);
        return re.flatMap(this::procedure)
                .filter(procedure ->
                        formats.find(edition(in, procedure, re), code).isPresent())
                .or(() -> named.stream()
                        .map(Known::procedure)
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .or(() -> named.size() == 1 ? Optional.of(named.getFirst().procedure()) : Optional.empty())
                .orElseThrow(() -> unknown(in, "format", ambiguous(code, named)));
    }

    private String ambiguous(String code, List<Known> named) {
        if (formats.catalogue().common().formats().containsKey(code) && named.isEmpty()) {
            return code + " is an acknowledgement, and is not filed: acknowledge the message";
        }
        var codes = new ArrayList<String>();
        named.forEach(each -> codes.add(each.procedure().code() + "/" + code));
        return named.isEmpty()
                ? code + " is no format of this catalogue"
                : code + " belongs to several procedures: say which, or what it answers: " + String.join(", ", codes);
    }

    /// The procedure to which an entry, or what opened its matter, belongs.
    private Optional<Procedure> procedure(Entry entry) {
        return FilingPlace.form(entry)
                .or(() -> journal.entry(Receipts.matterOf(entry.reference(), entry.payload()))
                        .flatMap(FilingPlace::form))
                .flatMap(form -> formats.catalogue().procedure(form.procedure()));
    }

    private static Refusal unknown(JsonIn in, String field, String message) {
        return new Refusal(422, Code.FORMAT_UNKNOWN, message, in.at(field));
    }
}
