package torgau.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Act;
import torgau.journal.Causality;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.Signing;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.crypto.Signer;
import torgau.station.home.CatalogueFolder;

/// Two stations that ask each other for clarification: as many matters at a time as an army has open,
/// each with a request, an acknowledgement, an interim reply, free words, and a reply. The signatures
/// are none: nothing here checks them.
final class Correspondence {
    /// Matters that go on at a time.
    private static final int AT_A_TIME = 500;

    private static final long BEGAN = 1_795_000_000_000L;
    static final Office OFFICE = new Office("Duty officer", "Operations centre");
    private static final Signer NONE = new Signer() {
        @Override
        public byte[] publicKey() {
            return new byte[32];
        }

        @Override
        public byte[] sign(byte[] message) {
            return new byte[64];
        }
    };

    private final Digest line;
    private final int turns;
    private final Growing held = new Growing();
    private final CatalogueReader.Read catalogue =
            CatalogueReader.read(CatalogueFolder.builtIn().texts());
    private final Map<String, byte[]> filed = new LinkedHashMap<>();
    private long made;

    /// @param turns entries of each matter; the last but one is the reply
    Correspondence(Digest line, int turns) {
        this.line = line;
        this.turns = turns;
    }

    /// Whether an entry is the reply that ends its matter.
    boolean lastOfItsMatter(Entry entry) {
        return entry.payload().act() instanceof Act.Notification filed
                && filed.form().format().equals("UR");
    }

    /// Milliseconds UTC of the last entry.
    long now() {
        return BEGAN + made * 1_000;
    }

    /// So many matters.
    void matters(int count, Consumer<Entry> to) {
        for (int begun = 0; begun < count; begun += AT_A_TIME) {
            some(Math.min(AT_A_TIME, count - begun), to);
        }
    }

    private void some(int count, Consumer<Entry> to) {
        var ids = new ArrayList<Reference>();
        for (int turn = 0; turn < turns; turn++) {
            for (int matter = 0; matter < count; matter++) {
                Reference id = turn == 0 ? null : ids.get(matter);
                Entry entry = entry(turn % 2, act(turn), id);
                to.accept(entry);
                if (turn == 0) {
                    ids.add(entry.reference());
                }
            }
        }
    }

    /// Something that opens a matter of its own.
    Entry said(int side, Act act) {
        return entry(side, act, null);
    }

    /// Something that goes on in a matter, in answer to an entry of it.
    Entry said(int side, Act act, Reference matter, Reference to) {
        return entry(side, act, matter, List.of(to));
    }

    private Act act(int turn) {
        if (turn == 1) {
            return new Act.Acknowledgement(OFFICE, new Act.Stage.Read());
        }
        String format = turn == 0 ? "UA" : turn == 3 ? "UI" : turn == turns - 1 ? "UR" : "";
        return format.isEmpty()
                ? new Act.Message(OFFICE, "", new Text("en", "The columns left the area this morning."), List.of())
                : new Act.Notification(
                        OFFICE, new Act.Form("UA", 1, format), Label.PARTIES_ONLY, "", "en", fields(format));
    }

    private byte[] fields(String format) {
        return filed.computeIfAbsent(format, code -> FilingCodec.encode(values(code)));
    }

    /// The example of a format of procedure UA.
    SequencedMap<String, Value> values(String code) {
        return values(procedure(), code);
    }

    /// The example of a format.
    SequencedMap<String, Value> values(Procedure procedure, String code) {
        Format format = procedure.format(code).orElseThrow();
        Raw example = example(CatalogueReader.PROCEDURES + procedure.code() + ".yaml", code);
        Raw.Pairs written = example instanceof Raw.Pairs own ? own : (Raw.Pairs) example(CatalogueReader.COMMON, code);
        Map<String, Value> read = FilingReader.read(
                        format.fields(),
                        written,
                        name -> procedure.list(name, catalogue.catalogue().common()),
                        MadeUpNumbers.ANY)
                .values();
        var ordered = new LinkedHashMap<String, Value>();
        format.fields()
                .forEach(field -> Optional.ofNullable(read.get(field.name()))
                        .ifPresent(value -> ordered.put(field.name(), value)));
        return ordered;
    }

    private Raw example(String file, String code) {
        return Objects.requireNonNull(catalogue.trees().get(file))
                .maybe("examples")
                .maybe(code)
                .raw();
    }

    Procedure procedure() {
        return catalogue.catalogue().procedure("UA").orElseThrow();
    }

    CatalogueReader.Read catalogue() {
        return catalogue;
    }

    private Entry entry(int side, Act act, @Nullable Reference matter) {
        return entry(side, act, matter, matter == null ? List.of() : List.of(matter));
    }

    /// Each has seen, at its first entry of a turn, what the other said in the turn before.
    private Entry entry(int side, Act act, @Nullable Reference matter, List<Reference> refs) {
        var feed = new Feed(BenchLine.STATIONS[side], 1);
        Optional<FeedHead> head = held.head(feed);
        SeenVector before = head.map(FeedHead::seen).orElse(SeenVector.EMPTY);
        List<SeenMark> seen = Causality.newlySeen(held, feed, before);
        made++;
        var payload = new Payload(
                feed,
                head.map(FeedHead::sequence).orElse(0L) + 1,
                seen,
                now(),
                TrafficClass.FORMAL,
                Precedence.IMMEDIATE,
                List.of(),
                matter,
                refs,
                act);
        Entry entry = Signing.sign(held, line, NONE, payload);
        held.add(entry);
        return entry;
    }
}
