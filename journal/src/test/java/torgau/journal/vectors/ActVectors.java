package torgau.journal.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborWriter;

/// What docs/spec/vectors/acts.json says: a payload of each act in each of its forms, and payloads with
/// one fault each.
final class ActVectors {
    static final Office OFFICE = new Office("Duty officer", "Operations centre");

    private static final Feed BLUE = new Feed(257, 0x0a0b0c0d);
    private static final Feed RED = new Feed(513, 0xf1020304);
    private static final Reference ASKED = new Reference(RED, 17);
    private static final Text WORDS = new Text("en", "The bridge at Torgau is damaged.");
    private static final Text OTHER = new Text("ru", "Мост в Торгау повреждён.");
    private static final byte[] FIELDS = new CborWriter()
            .array(1)
            .array(3)
            .text("state")
            .integer(3)
            .text("works")
            .toByteArray();

    private ActVectors() {}

    static String json() throws JsonProcessingException {
        var out = new LinkedHashMap<String, Object>();
        out.put(
                "about",
                "Payloads: docs/spec/02-entries.md, 2.1 and 2.2. `payload` is hexadecimal; `decoded` is the same in the shape of"
                        + " the CDDL there, byte strings as h'…'. Of what is refused, each has one fault, and the code that names it.");
        var good = new ArrayList<Map<String, Object>>();
        payloads().forEach((what, payload) -> {
            byte[] bytes = PayloadCodec.encode(payload);
            good.add(row("what", what, "payload", hex(bytes), "decoded", shown(CborValue.decode(bytes))));
        });
        out.put("payloads", good);
        var refused = new ArrayList<Map<String, Object>>();
        ActFaults.all().forEach((what, bytes) -> {
            if (!(PayloadCodec.decode(bytes) instanceof Decoded.Refusal<Payload>(Code code, String _))) {
                throw new IllegalStateException(what + " is read");
            }
            refused.add(row("what", what, "payload", hex(bytes), "code", code.code()));
        });
        out.put("refused", refused);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(out) + "\n";
    }

    /// At least one payload of each act, and each of its forms.
    static SequencedMap<String, Payload> payloads() {
        var it = new LinkedHashMap<String, Payload>();
        it.put("a message that opens a matter", said(null, new Act.Message(OFFICE, "", WORDS, List.of())));
        it.put(
                "a message in a matter, with a subject and a courtesy translation",
                said(ASKED, new Act.Message(OFFICE, "The bridge", WORDS, List.of(OTHER)), ASKED));
        it.put("a filed format", said(null, filed("LS", "LS", "")));
        it.put("a filed format that answers, on a track", said(ASKED, filed("UA", "UR", "peace effort"), ASKED));
        it.put("read", stage(new Act.Stage.Read()));
        it.put("understood, in own words", stage(new Act.Stage.Understood(OTHER)));
        it.put("understood, with a field restated", stage(new Act.Stage.Understood(OTHER, FIELDS)));
        it.put("not understood, all of it", stage(new Act.Stage.NotUnderstood(Act.Cause.GARBLE, null)));
        it.put(
                "not understood, two fields and why",
                stage(new Act.Stage.NotUnderstood(Act.Cause.OTHER, OTHER, List.of("area", "observed"))));
        it.put("passed on", stage(new Act.Stage.PassedOn(1_795_000_600_000L)));
        it.put("a courtesy translation of a message", said(ASKED, new Act.Translation(OFFICE, "", OTHER), own(3)));
        it.put(
                "a courtesy translation of a column of a table",
                said(ASKED, new Act.Translation(OFFICE, "forces[1].remark", OTHER), own(3)));
        it.put("a link test", automatic(new Act.LinkTest(new Act.Passage.Sent(WORDS))));
        it.put(
                "a link test returned",
                automatic(
                        new Act.LinkTest(new Act.Passage.Returned(new Digest(1, 2, 3, 4), 1_795_000_000_500L)), ASKED));
        it.put("a key offered", automatic(new Act.KeyOffer(new byte[Act.KeyOffer.KEM_KEY_BYTES])));
        it.put("an amendment carried", said(null, new Act.Amendment(new byte[] {(byte) 0x80})));
        it.put("the whole line suspended", suspended(new Act.Scope.WholeLine(), null, List.of()));
        it.put("a track suspended", suspended(new Act.Scope.Track("peace effort"), WORDS, List.of("WR", "SR")));
        it.put("a procedure suspended", suspended(new Act.Scope.Procedure("WP"), null, List.of()));
        it.put("a counterpart suspended", suspended(new Act.Scope.Counterpart("Eastern Command"), null, List.of()));
        it.put("resumed", said(null, new Act.Resumption(OFFICE, "Decision 8", 1_795_000_000_000L), own(4), own(5)));
        it.put(
                "resumed, with a reason",
                said(null, new Act.Resumption(OFFICE, "Decision 8", 1_795_000_000_000L, WORDS), own(4)));
        it.put("seen, with an entry ahead of a gap", seen());
        it.put(
                "an act of a newer edition",
                said(null, new Act.Unknown(4_711, new CborWriter().text("new").toByteArray())));
        return it;
    }

    static Act.Notification filed(String procedure, String format, String track) {
        return new Act.Notification(
                OFFICE, new Act.Form(procedure, 1, format), Label.PARTIES_ONLY, track, "en", FIELDS);
    }

    private static Reference own(long sequence) {
        return new Reference(BLUE, sequence);
    }

    private static Payload stage(Act.Stage stage) {
        return said(ASKED, new Act.Acknowledgement(OFFICE, stage), ASKED);
    }

    private static Payload suspended(Act.Scope scope, @Nullable Text reason, List<String> open) {
        return said(null, new Act.Suspension(OFFICE, scope, "Decision 7", 1_795_000_000_000L, reason, open));
    }

    private static Payload seen() {
        var ahead = List.of(new SeenMark.Ahead(19, new Digest(5, 6, 7, 8)));
        return new Payload(
                BLUE,
                7,
                List.of(new SeenMark(RED, 17, ahead)),
                1_795_000_000_000L,
                TrafficClass.SERVICE,
                Precedence.ROUTINE,
                List.of(),
                null,
                List.of(),
                new Act.Seen());
    }

    private static Payload said(@Nullable Reference matter, Act act, Reference... refs) {
        return payload(TrafficClass.FORMAL, List.of(2), matter, act, refs);
    }

    private static Payload automatic(Act act, Reference... refs) {
        return payload(TrafficClass.SERVICE, List.of(), null, act, refs);
    }

    private static Payload payload(
            TrafficClass trafficClass, List<Integer> to, @Nullable Reference matter, Act act, Reference... refs) {
        return new Payload(
                BLUE,
                7,
                List.of(new SeenMark(RED, 17)),
                1_795_000_000_000L,
                trafficClass,
                Precedence.IMMEDIATE,
                to,
                matter,
                List.of(refs),
                act);
    }

    /// A value as JSON shows it.
    static @Nullable Object shown(CborValue value) {
        return switch (value) {
            case CborValue.IntegerValue(long number) -> number;
            case CborValue.BytesValue(byte[] bytes) -> "h'" + HexFormat.of().formatHex(bytes) + "'";
            case CborValue.TextValue(String text) -> text;
            case CborValue.ArrayValue(List<CborValue> items) ->
                items.stream().map(ActVectors::shown).collect(Collectors.toCollection(ArrayList::new));
            case CborValue.BoolValue(boolean is) -> is;
            case CborValue.NullValue() -> null;
            case CborValue.MapValue _, CborValue.TagValue _ -> throw new IllegalArgumentException("not in a payload");
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
