package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Format;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.JournalView;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.station.formats.Known;
import torgau.station.formats.MessageNumbers;

/// Where a filed format stands among what was said: what it refers to, which matter it belongs to, and
/// its class.
final class FilingPlace {
    /// Entries before the one answered that are named as what could be referred to.
    private static final int MAX_NAMED = 4;

    private final Known format;
    private final JournalView journal;
    private final MessageNumbers numbers;
    private final int party;

    /// @param party number of the one that files
    FilingPlace(Known format, JournalView journal, MessageNumbers numbers, int party) {
        this.format = format;
        this.journal = journal;
        this.numbers = numbers;
        this.party = party;
    }

    /// The place.
    ///
    /// @param matter null: it opens one
    /// @param refs ascending
    record Place(TrafficClass trafficClass, @Nullable Reference matter, List<Reference> refs) {}

    /// The place of a format with these fields.
    Place of(Filing.Asked asked, Map<String, Value> values) {
        List<Entry> named = Stream.concat(
                        asked.re().stream(),
                        values.values().stream()
                                .flatMap(FilingPlace::references)
                                .flatMap(place -> journal.entry(place).stream()))
                .toList();
        var refs = new TreeSet<>(named.stream().map(Entry::reference).toList());
        if (refs.size() > Limits.REFERENCES) {
            throw Refusal.field(
                    "/act/fields", "refers to " + refs.size() + " messages, allowed are " + Limits.REFERENCES);
        }
        follows(named);
        Optional<Entry> answered = answered(asked.re(), named);
        TrafficClass chosen = trafficClass(asked.trafficClass(), named.stream().findFirst());
        Reference matter = answered.map(entry -> Receipts.matterOf(entry.reference(), entry.payload()))
                .orElse(null);
        return new Place(chosen, matter, List.copyOf(refs));
    }

    /// The format that an entry files.
    static Optional<Act.Form> form(Entry entry) {
        return entry.payload().act() instanceof Act.Notification filed ? Optional.of(filed.form()) : Optional.empty();
    }

    private static Stream<Reference> references(Value value) {
        return switch (value) {
            case Value.Message(Reference place) -> Stream.of(place);
            case Value.Rows rows ->
                rows.rows().stream().flatMap(row -> row.values().stream()).flatMap(FilingPlace::references);
            default -> Stream.empty();
        };
    }

    private boolean ofProcedure(Act.Form form) {
        return form.procedure().equals(format.procedure().code());
    }

    private boolean followed(Entry entry) {
        return form(entry)
                .filter(this::ofProcedure)
                .filter(form -> format.format().mustFollow().contains(form.format()))
                .map(_ ->
                        format.format().whose().permits(entry.reference().feed().party(), party))
                .orElse(false);
    }

    private void follows(List<Entry> named) {
        Format wanted = format.format();
        if (!wanted.mustFollow().isEmpty() && named.stream().noneMatch(this::followed)) {
            throw new Refusal(
                    422,
                    Code.MUST_FOLLOW,
                    format.form() + " answers " + String.join(" or ", wanted.mustFollow()) + ", and refers to none"
                            + candidates(named),
                    "/re");
        }
    }

    /// Messages of the same matter that could be referred to, by their numbers.
    private String candidates(List<Entry> named) {
        var found = new ArrayList<String>();
        var next = new TreeSet<Reference>();
        named.forEach(entry -> {
            next.addAll(entry.payload().refs());
            next.add(Receipts.matterOf(entry.reference(), entry.payload()));
        });
        for (Reference place : next) {
            journal.entry(place).filter(this::followed).ifPresent(entry -> found.add(numbers.number(place)));
        }
        return found.isEmpty()
                ? ""
                : "; here that is " + String.join(", ", found.subList(0, Math.min(MAX_NAMED, found.size())));
    }

    /// The entry whose matter is continued; none if a matter is opened. What can open a matter opens one
    /// of its own, whatever its fields refer to, unless it is said to answer an entry of its own
    /// procedure, and can.
    private Optional<Entry> answered(Optional<Entry> re, List<Entry> named) {
        if (!format.continues()) {
            return Optional.empty();
        }
        Optional<Entry> own = (format.starts() ? re.stream() : named.stream())
                .filter(entry -> form(entry).filter(this::ofProcedure).isPresent())
                .findFirst();
        if (own.isPresent() || format.starts()) {
            return own;
        }
        return Optional.of(named.stream()
                .filter(entry -> !entry.payload().automatic())
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        422, Code.MUST_FOLLOW, format.form() + " opens no matter: say what it answers", "/re")));
    }

    /// A drill stays a drill, and nothing that is not one becomes one: an answer has the class of what
    /// it answers.
    private TrafficClass trafficClass(Optional<TrafficClass> asked, Optional<Entry> answers) {
        TrafficClass own = format.format().defaults().trafficClass();
        Optional<TrafficClass> before = answers.map(entry -> entry.payload().trafficClass());
        TrafficClass chosen = asked.orElse(before.filter(FilingPlace::drill).orElse(own));
        before.ifPresent(answered -> sameDrill(answered, chosen));
        if (chosen == TrafficClass.SERVICE && own != TrafficClass.SERVICE) {
            throw new Refusal(
                    422, Code.SERVICE_FORMAT_ONLY, format.form() + " is of class " + own + ", not SERVICE", "/class");
        }
        return chosen;
    }

    /// Fails if an answer would turn a drill into something real, or the other way about.
    static void sameDrill(TrafficClass answered, TrafficClass chosen) {
        if (chosen != answered && (drill(answered) || drill(chosen))) {
            throw new Refusal(422, Code.CLASS_CONVERTED, "what it answers has the class " + answered, "/class");
        }
    }

    private static boolean drill(TrafficClass each) {
        return each == TrafficClass.TEST || each == TrafficClass.EXERCISE;
    }
}
