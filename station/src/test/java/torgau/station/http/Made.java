package torgau.station.http;

import java.util.Arrays;
import java.util.List;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.HybridVerifier;

/// A line of BLUE and RED and entries on it that no software of ours would make, but whose shape is
/// allowed.
public final class Made {
    static final Feed BLUE = new Feed(257, 1);
    static final Feed RED = new Feed(513, 1);
    static final Feed RED_AGAIN = new Feed(513, 2);
    static final Feed RED_RESERVE = new Feed(514, 1);

    private Made() {}

    static Names names() {
        return new Names(roster());
    }

    /// Its stations and rules; an IMMEDIATE is to be acknowledged within 30 minutes.
    public static Roster roster() {
        var agreement = new Agreement(
                "Elbe line",
                List.of("en", "ru"),
                List.of(party(1, "BLUE", "en"), party(2, "RED", "ru")),
                List.of(station(257, "BLUE-OPS"), station(513, "RED-OPS"), station(514, "RED-RESERVE")),
                new Rules(List.of(10, 30, 180, 360), 100, 200, 60, 60, List.of()),
                Digest.over(),
                List.of(),
                List.of(),
                List.of());
        return Roster.of(agreement, Digest.over());
    }

    private static Party party(int number, String code, String language) {
        byte[] key = filled(HybridVerifier.PUBLIC_KEY_LENGTH, number);
        return new Party(number, code, code, PartyKind.STATE, language, filled(Party.NONCE_BYTES, number), key);
    }

    private static Station station(int number, String code) {
        return new Station(
                number, code, filled(Station.SIGNING_KEY_BYTES, number), filled(Act.KeyOffer.KEM_KEY_BYTES, number));
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) (with + (with >>> 8)));
        return bytes;
    }

    static Payload payload(Feed feed, long sequence, List<SeenMark> seen, List<Integer> to, Act act) {
        return new Payload(
                feed,
                sequence,
                seen,
                1_700_000_000_000L,
                TrafficClass.FORMAL,
                Precedence.ROUTINE,
                to,
                null,
                List.of(),
                act);
    }

    static Entry entry(Payload payload, long height) {
        byte[] bytes = PayloadCodec.encode(payload);
        var signed = new SignedEntry(bytes, new byte[SignedEntry.SIGNATURE_BYTES]);
        return new Entry(signed, payload, Digest.over(bytes), height);
    }
}
