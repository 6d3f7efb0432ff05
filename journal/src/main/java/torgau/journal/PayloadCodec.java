package torgau.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// Payloads as deterministic CBOR: `[feed, sequence, seen, time, class, precedence, act]`.
public final class PayloadCodec {
    private PayloadCodec() {}

    public static byte[] encode(Payload payload) {
        var out = new CborWriter().array(7);
        Fields.feed(out, payload.feed());
        out.integer(payload.sequence());
        out.array(payload.seen().size());
        payload.seen().forEach(mark -> MarkCodec.write(out, mark));
        out.integer(payload.time());
        out.integer(payload.trafficClass().number());
        out.integer(payload.precedence().number());
        act(out, payload);
        return out.toByteArray();
    }

    /// Turns bytes from outside into a payload, or says why they are none.
    public static Decoded<Payload> decode(byte[] bytes) {
        return Decoded.reading("payload", () -> read(new CborReader(bytes)));
    }

    private static Payload read(CborReader in) throws CborFault {
        in.array(7);
        Feed feed = Fields.feed(in);
        long sequence = in.unsigned(Reference.MAX_SEQUENCE);
        List<SeenMark> seen = marks(in);
        long time = in.unsigned(Limits.TIME_MILLIS);
        var trafficClass = TrafficClass.of(in.unsigned(TrafficClass.values().length - 1));
        var precedence = Precedence.of(in.unsigned(Precedence.values().length - 1));
        in.array(5);
        int type = (int) in.unsigned(Act.Unknown.MAX_TYPE);
        List<Integer> to = parties(in);
        Reference matter = matter(in);
        List<Reference> refs = references(in);
        Act act = ActCodec.read(type, in);
        in.end();
        return new Payload(feed, sequence, seen, time, trafficClass, precedence, to, matter, refs, act);
    }

    private static void act(CborWriter out, Payload payload) {
        out.array(5).integer(ActCodec.type(payload.act()));
        out.array(payload.to().size());
        payload.to().forEach(out::integer);
        Reference matter = payload.matter();
        if (matter == null) {
            out.nil();
        } else {
            Fields.reference(out, matter);
        }
        out.array(payload.refs().size());
        payload.refs().forEach(reference -> Fields.reference(out, reference));
        ActCodec.write(out, payload.act());
    }

    private static List<SeenMark> marks(CborReader in) {
        int count = Fields.count(in, "feeds seen", Limits.SEEN_FEEDS);
        var marks = new ArrayList<SeenMark>();
        for (int i = 0; i < count; i++) {
            marks.add(MarkCodec.read(in));
        }
        return marks;
    }

    private static List<Integer> parties(CborReader in) {
        var parties = new ArrayList<Integer>();
        for (int left = Fields.count(in, "parties addressed", Limits.PARTIES); left > 0; left--) {
            parties.add((int) in.unsigned(Limits.PARTIES));
        }
        return parties;
    }

    private static @Nullable Reference matter(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return null;
        }
        return Fields.reference(in);
    }

    private static List<Reference> references(CborReader in) {
        var refs = new ArrayList<Reference>();
        for (int left = Fields.count(in, "references", Limits.REFERENCES); left > 0; left--) {
            refs.add(Fields.reference(in));
        }
        return refs;
    }
}
