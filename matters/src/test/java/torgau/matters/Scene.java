package torgau.matters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.Station;

/// A line of two parties with three stations (257 and 258 of BLUE, 513 of RED), the shipped catalogue,
/// and what each station holds: entries pass only when [#tell] says so.
public final class Scene {
    public static final int BLUE = 257;
    public static final int BLUE_TOO = 258;
    public static final int RED = 513;
    private static final List<String> CODES = List.of("BLUE", "RED", "GREEN", "GREY");
    public static final int GREEN = 769;
    public static final int GREY = 1_025;
    public static final long START = 1_795_000_000_000L;
    static final CatalogueReader.Read READ = CatalogueReader.read(texts());
    public static final Office OFFICE = new Office("Duty officer", "Operations centre");

    public final List<Entry> all = new ArrayList<>();
    public long now = START;
    public List<String> neverSuspended = List.of("TEST");
    public TrafficClass trafficClass = TrafficClass.FORMAL;
    public Precedence precedence = Precedence.IMMEDIATE;
    /// To whom what is said is addressed; to all others if empty.
    public List<Integer> to = List.of();
    public List<PartyKind> kinds = List.of(PartyKind.STATE, PartyKind.STATE);
    private final Map<Integer, TreeMap<Feed, Long>> held = new TreeMap<>();
    private final Map<Integer, TreeMap<Feed, Long>> said = new TreeMap<>();
    private final Map<Reference, Entry> byPlace = new TreeMap<>();

    public Scene() {
        for (int station : List.of(BLUE, BLUE_TOO, RED, GREEN, GREY)) {
            held.put(station, new TreeMap<>());
            said.put(station, new TreeMap<>());
        }
    }

    private static SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        Path folder = Path.of("../catalogue");
        try (var procedures = Files.list(folder.resolve("procedures"))) {
            for (Path file : procedures.sorted().toList()) {
                texts.put("procedures/" + file.getFileName(), Files.readString(file));
            }
            texts.put("common.yaml", Files.readString(folder.resolve("common.yaml")));
            texts.put("signals.yaml", Files.readString(folder.resolve("signals.yaml")));
            return texts;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public static final Surroundings.Editions EDITIONS = new Texts(_ -> Optional.empty());

    /// The shipped catalogue, and editions that were proposed since.
    public record Texts(Function<Proposal, Optional<Procedure>> adopting) implements Surroundings.Editions {
        @Override
        public Optional<Procedure> procedure(String code, int edition) {
            return READ.catalogue().procedure(code).filter(known -> known.edition() == edition);
        }

        @Override
        public List<Procedure> agreed() {
            return READ.catalogue().all();
        }

        @Override
        public Optional<Procedure> adopted(Proposal proposal) {
            return adopting.apply(proposal);
        }

        @Override
        public Optional<Format> shared(String code) {
            return Optional.ofNullable(READ.catalogue().common().formats().get(code));
        }

        @Override
        public Optional<CodeList> list(Procedure procedure, String name) {
            return procedure.list(name, READ.catalogue().common());
        }
    }

    public Roster roster() {
        var parties = new ArrayList<Party>();
        for (PartyKind kind : kinds) {
            parties.add(party(parties.size() + 1, CODES.get(parties.size()), kind));
        }
        var stations = List.of(station(BLUE), station(BLUE_TOO), station(RED));
        var rules = new Rules(List.of(10, 30, 180, 360), 20, 200, 60, 60, neverSuspended);
        var agreement = new Agreement(
                "test",
                List.of("en", "ru"),
                parties,
                stations,
                rules,
                new Digest(0, 0, 0, 1),
                List.of(),
                List.of(),
                List.of());
        return Roster.of(agreement, new Digest(0, 0, 0, 2));
    }

    private static Party party(int number, String code, PartyKind kind) {
        byte[] nonce = new byte[Party.NONCE_BYTES];
        byte[] root = new byte[32 + 1_952];
        Arrays.fill(nonce, (byte) number);
        Arrays.fill(root, (byte) number);
        return new Party(number, code, "Party " + number, kind, "en", nonce, root);
    }

    private static Station station(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) (number % 251));
        byte[] kem = new byte[Act.KeyOffer.KEM_KEY_BYTES];
        Arrays.fill(kem, (byte) (number % 251));
        return new Station(number, "S" + number, key, kem);
    }

    public static Feed feed(int station) {
        return new Feed(station, 7);
    }

    /// One station comes to hold all that another holds.
    public void tell(int from, int to) {
        Objects.requireNonNull(held.get(from))
                .forEach(
                        (feed, sequence) -> Objects.requireNonNull(held.get(to)).merge(feed, sequence, Math::max));
    }

    public void tellAll() {
        for (int from : held.keySet()) {
            held.keySet().forEach(to -> tell(from, to));
        }
        for (int from : held.keySet()) {
            held.keySet().forEach(to -> tell(from, to));
        }
    }

    /// What a station holds, in total order.
    public List<Entry> heldBy(int station) {
        return all.stream()
                .filter(entry -> entry.payload().sequence()
                        <= Objects.requireNonNull(held.get(station))
                                .getOrDefault(entry.payload().feed(), 0L))
                .sorted()
                .toList();
    }

    public Entry say(int station, Act act, @Nullable Reference matter, Reference... refs) {
        Feed own = feed(station);
        var mine = Objects.requireNonNull(held.get(station));
        var told = Objects.requireNonNull(said.get(station));
        long height = 0;
        var marks = new ArrayList<SeenMark>();
        for (Map.Entry<Feed, Long> one : mine.entrySet()) {
            height = Math.max(
                    height, byPlace(new Reference(one.getKey(), one.getValue())).height());
            if (!one.getKey().equals(own) && one.getValue() > told.getOrDefault(one.getKey(), 0L)) {
                marks.add(new SeenMark(one.getKey(), one.getValue()));
                told.put(one.getKey(), one.getValue());
            }
        }
        long sequence = mine.merge(own, 1L, Long::sum);
        List<Reference> sorted = Arrays.stream(refs).sorted().distinct().toList();
        now += 1_000;
        var payload = new Payload(own, sequence, marks, now, trafficClass, precedence, to, matter, sorted, act);
        var entry = new Entry(
                new SignedEntry(new byte[1], new byte[64]), payload, new Digest(station, sequence, 0, 0), height + 1);
        all.add(entry);
        byPlace.put(entry.reference(), entry);
        return entry;
    }

    private Entry byPlace(Reference place) {
        return Objects.requireNonNull(byPlace.get(place), place.toString());
    }

    /// Any entry that shows what its station has seen.
    public Entry seen(int station) {
        return say(station, new Act.Seen(), null);
    }

    public Entry message(int station, @Nullable Reference matter, Reference... refs) {
        return say(station, new Act.Message(OFFICE, "", new Text("en", "words"), List.of()), matter, refs);
    }

    public Entry acknowledge(int station, Reference matter, Reference of) {
        return say(station, new Act.Acknowledgement(OFFICE, new Act.Stage.Read()), matter, of);
    }

    /// A courtesy translation into Russian.
    public Entry translate(int station, @Nullable Reference matter, String part, Reference... of) {
        return say(station, new Act.Translation(OFFICE, part, new Text("ru", "слова")), matter, of);
    }

    /// Files the example of a format; where it cites an entry, it cites the first of `refs`.
    public Entry file(int station, String procedure, String format, @Nullable Reference matter, Reference... refs) {
        return say(station, notification(procedure, 1, format, values(procedure, format, refs)), matter, refs);
    }

    public Entry file(
            int station,
            String procedure,
            String format,
            Map<String, Value> changed,
            @Nullable Reference matter,
            Reference... refs) {
        var values = new LinkedHashMap<>(values(procedure, format, refs));
        changed.forEach(values::put);
        return say(station, notification(procedure, 1, format, values), matter, refs);
    }

    public static Act.Notification notification(
            String procedure, int edition, String format, SequencedMap<String, Value> values) {
        var form = new Act.Form(procedure, edition, format);
        return new Act.Notification(OFFICE, form, Label.PARTIES_ONLY, "", "en", FilingCodec.encode(values));
    }

    public static SequencedMap<String, Value> values(String procedure, String format, Reference... refs) {
        Procedure known = READ.catalogue().procedure(procedure).orElseThrow();
        Format form = EDITIONS.format(known, format).orElseThrow();
        Raw example = Objects.requireNonNull(READ.trees().get("procedures/" + procedure + ".yaml"))
                .maybe("examples")
                .maybe(format)
                .raw();
        if (!(example instanceof Raw.Pairs)) {
            example = Objects.requireNonNull(READ.trees().get("common.yaml"))
                    .maybe("examples")
                    .maybe(format)
                    .raw();
        }
        Reference cited = refs.length == 0 ? new Reference(feed(BLUE), 1) : refs[0];
        FilingReader.Read read = FilingReader.read(
                form.fields(), (Raw.Pairs) example, name -> EDITIONS.list(known, name), citing(cited));
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException(procedure + "/" + format + ": " + read.faults());
        }
        var ordered = new LinkedHashMap<String, Value>();
        form.fields().forEach(field -> {
            Value value = ((Map<String, Value>) read.values()).get(field.name());
            if (value != null) {
                ordered.put(field.name(), value);
            }
        });
        return Apart.annexed(form.fields(), ordered, _ -> new Value.Annexed(Digest.over(), 1));
    }

    private static Numbers citing(Reference place) {
        return new Numbers() {
            @Override
            public Optional<Reference> place(String number) {
                return Optional.of(place);
            }

            @Override
            public String number(Reference other) {
                return other.toString();
            }
        };
    }

    /// The matter that these entries make, added in this order.
    public Matter fold(List<Entry> entries, Reference id) {
        var sightings = new Sightings();
        var around = new Surroundings(EDITIONS, sightings, roster());
        Suspensions suspensions = Suspensions.of(entries);
        Fold fold = null;
        for (Entry entry : entries) {
            sightings.add(entry);
            if (entry.reference().equals(id)) {
                fold = Fold.opened(entry, around, suspensions);
            } else if (fold != null && id.equals(entry.payload().matter())) {
                fold.add(List.of(entry), suspensions);
            }
        }
        return Objects.requireNonNull(fold).matter();
    }

    public Matter fold(Reference id) {
        return fold(all.stream().sorted().toList(), id);
    }
}
