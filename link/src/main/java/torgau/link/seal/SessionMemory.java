package torgau.link.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Fields;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// What a station keeps of its sessions between two runs: secrets and opening numbers, never a counter or a frame
/// key.
///
/// An old one does no harm: frame keys come of fresh salts, and a peer that has gone on says that it cannot read
/// us.
///
/// @param line the line it is for
/// @param station the station it is of
public record SessionMemory(Digest line, int station, List<Peer> peers) {
    /// The longest encoding that is taken.
    public static final int MAX_BYTES = 16_777_216;

    private static final String TAG = "torgau-sessions-1";

    /// What is kept of one peer.
    ///
    /// @param lastNumber the greatest number that an opening of ours to it had
    /// @param heard the greatest opening number of each of its feeds
    record Peer(int station, long lastNumber, List<SessionRecord> sessions, List<Heard> heard) {
        Peer {
            sessions = List.copyOf(sessions);
            heard = List.copyOf(heard);
        }
    }

    record Heard(Feed feed, long number) {}

    public SessionMemory {
        peers = List.copyOf(peers);
    }

    /// Nothing to remember: the first start.
    public static SessionMemory none(Self self) {
        return new SessionMemory(self.line(), self.station(), List.of());
    }

    /// `["torgau-sessions-1", line id, station, [[station, last number, [session], [[feed, number]]]]]`.
    public byte[] encode() {
        var out = new CborWriter().array(4).text(TAG).bytes(line.bytes());
        out.integer(station).array(peers.size());
        for (Peer peer : peers) {
            out.array(4).integer(peer.station()).integer(peer.lastNumber());
            out.array(peer.sessions().size());
            peer.sessions().forEach(session -> write(out, session));
            out.array(peer.heard().size());
            for (Heard heard : peer.heard()) {
                Fields.feed(out.array(2), heard.feed());
                out.integer(heard.number());
            }
        }
        return out.toByteArray();
    }

    /// The memory in these bytes, if they are one of this very line and station.
    public static Optional<SessionMemory> decode(byte[] encoded, Self self) {
        if (encoded.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new CborReader(encoded)))
                    .filter(memory -> memory.line().equals(self.line()) && memory.station() == self.station());
        } catch (CborFault | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static SessionMemory read(CborReader in) {
        in.array(4);
        Fields.shape(in.text(TAG.length()).equals(TAG), "not a memory of sessions");
        var line = Fields.digest(in);
        int station = (int) in.unsigned(Feed.MAX_STATION);
        var peers = list(in, SessionMemory::peer);
        in.end();
        return new SessionMemory(line, station, peers);
    }

    private static Peer peer(CborReader in) {
        in.array(4);
        return new Peer(
                (int) in.unsigned(Feed.MAX_STATION),
                in.unsigned(Numbers.MAX),
                list(in, SessionMemory::session),
                list(in, SessionMemory::heard));
    }

    private static Heard heard(CborReader in) {
        in.array(2);
        return new Heard(Fields.feed(in), in.unsigned(Numbers.MAX));
    }

    private static void write(CborWriter out, SessionRecord session) {
        out.array(7).bytes(session.secret()).bool(session.openedByUs()).integer(session.number());
        Opening.offer(out, session.keyOffer()).bytes(session.opening().bytes());
        out.integer(session.openedAt()).bool(session.readable());
    }

    private static SessionRecord session(CborReader in) {
        in.array(7);
        return new SessionRecord(
                in.bytesExactly(Hpke.SECRET_BYTES),
                in.bool(),
                in.unsigned(Numbers.MAX),
                Opening.offer(in),
                Fields.digest(in),
                in.integer(),
                in.bool());
    }

    private static <T> List<T> list(CborReader in, java.util.function.Function<CborReader, T> item) {
        int count = in.array();
        var items = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            items.add(item.apply(in));
        }
        return items;
    }
}
