package torgau.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import torgau.journal.admission.Admission;
import torgau.journal.admission.Admissions;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.Amended;
import torgau.journal.agreement.Change;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridSigner;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Sha256;
import torgau.journal.crypto.Signer;

/// A line of some parties with one station each, real keys from fixed seeds, and what each station holds.
public final class TestLine {
    public final Agreement agreement;
    public final SignedAgreement signed;
    public final Digest id;
    public final Roster roster;
    private final List<Signer> signers = new ArrayList<>();
    private final List<HybridSigner> roots = new ArrayList<>();
    private final List<HeldEntries> held = new ArrayList<>();

    public TestLine(int count) {
        this(count, "test");
    }

    public TestLine(int count, String name) {
        var parties = new ArrayList<Party>();
        var stations = new ArrayList<Station>();
        for (int number = 1; number <= count; number++) {
            signers.add(Ed25519Signer.fromSeed(seed(name + "station" + number, 32)));
            roots.add(HybridSigner.fromSeed(seed(name + "root" + number, 64), target -> Arrays.fill(target, (byte) 7)));
            byte[] nonce = seed(name + "nonce" + number, Party.NONCE_BYTES);
            byte[] root = roots.getLast().publicKey();
            parties.add(new Party(number, "P" + number, "Party " + number, PartyKind.STATE, "en", nonce, root));
            byte[] kem = seed(name + "kem" + number, Act.KeyOffer.KEM_KEY_BYTES);
            stations.add(new Station(
                    number * 256 + 1, "P" + number + "-OPS", signers.getLast().publicKey(), kem));
            held.add(new HeldEntries());
        }
        var rules = new Rules(List.of(10, 30, 180, 360), 20, 200, 60, 60, List.of("TEST"));
        Digest catalogue = Digest.over(new byte[] {(byte) 0x80});
        agreement = new Agreement(
                name, List.of("en", "ru"), parties, stations, rules, catalogue, List.of(), List.of(), List.of());
        byte[] text = AgreementCodec.encode(agreement);
        var signatures = new TreeMap<Integer, byte[]>();
        for (int number = 1; number <= count; number++) {
            signatures.put(number, SignedAgreement.sign(text, root(number)));
        }
        signed = new SignedAgreement(text, signatures);
        id = signed.line();
        roster = Roster.of(agreement, id);
    }

    private static byte[] seed(String name, int length) {
        byte[] seed = new byte[length];
        for (int at = 0; at < length; at += 32) {
            byte[] block = Sha256.of((name + "/" + at).getBytes(StandardCharsets.UTF_8));
            System.arraycopy(block, 0, seed, at, Math.min(32, length - at));
        }
        return seed;
    }

    public Feed feed(int party) {
        return new Feed(party * 256 + 1, 0x0a0b0c00 + party);
    }

    public Signer signer(int party) {
        return signers.get(party - 1);
    }

    public HybridSigner root(int party) {
        return roots.get(party - 1);
    }

    public HeldEntries held(int party) {
        return held.get(party - 1);
    }

    public Admissions admissions() {
        return new Admissions(id, roster, new Ed25519Verifier());
    }

    /// How a party's station judges, by the amendments that it holds.
    public Admissions admissions(int party) {
        return new Admissions(id, rosterOf(party), new Ed25519Verifier());
    }

    /// The roster by what a party's station holds.
    public Roster rosterOf(int party) {
        return rosterOf(held(party).all());
    }

    /// The roster by some entries, in their order.
    public Roster rosterOf(List<Entry> entries) {
        Roster state = roster;
        for (Entry entry : entries) {
            state = state.with(entry, new HybridVerifier());
        }
        return state;
    }

    /// A party files an amendment that its root signed; its own station holds it.
    public Entry amend(int party, Digest previous, Change change) {
        return write(party, payload(party, amendment(party, previous, change)));
    }

    /// What carries an amendment that a party's root signed.
    public Act.Amendment amendment(int party, Digest previous, Change change) {
        return new Act.Amendment(Amended.sign(id, previous, change, root(party)).encode());
    }

    /// A payload that has seen nothing, for the first entry of any feed.
    public static Payload blind(Feed feed, Act act) {
        return seeing(feed, List.of(), act);
    }

    /// A payload for the first entry of any feed.
    public static Payload seeing(Feed feed, List<SeenMark> seen, Act act) {
        return new Payload(
                feed,
                1,
                seen,
                1_770_000_000_000L,
                TrafficClass.FORMAL,
                Precedence.ROUTINE,
                List.of(),
                null,
                List.of(),
                act);
    }

    /// The next payload of a party's feed, having seen all that its station holds.
    public Payload payload(int party, Act act) {
        HeldEntries own = held(party);
        SeenVector before = own.head(feed(party)).map(FeedHead::seen).orElse(SeenVector.EMPTY);
        long sequence = own.head(feed(party)).map(FeedHead::sequence).orElse(0L) + 1;
        List<SeenMark> seen = Causality.newlySeen(own, feed(party), before);
        return new Payload(
                feed(party),
                sequence,
                seen,
                1_770_000_000_000L + sequence,
                TrafficClass.FORMAL,
                Precedence.ROUTINE,
                List.of(),
                null,
                List.of(),
                act);
    }

    /// A party says something; its own station holds it.
    public Entry say(int party, String words) {
        return write(party, payload(party, message(words)));
    }

    public Entry write(int party, Payload payload) {
        Entry entry = Signing.sign(held(party), id, signer(party), payload);
        held(party).add(entry);
        return entry;
    }

    /// Hands an entry to a party's station; it must be admitted there.
    public void pass(Entry entry, int to) {
        if (!(admissions(to).judge(held(to), entry.signed(), null) instanceof Admission.Admitted(Entry admitted))) {
            throw new AssertionError("not admitted: " + entry.reference());
        }
        held(to).add(admitted);
    }

    public static Act.Message message(String words) {
        return new Act.Message(new Office("Watch officer", "for the staff"), "", new Text("en", words), List.of());
    }
}
