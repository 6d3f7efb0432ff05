package torgau.station.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Fields;
import torgau.journal.Reference;
import torgau.journal.SeenVector;
import torgau.journal.agreement.Station;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.link.seal.Doors;
import torgau.link.seal.KemKey;
import torgau.link.seal.KemPublicKey;
import torgau.link.seal.OwnKey;
import torgau.link.seal.PeerKeys;
import torgau.store.JournalStore;
import torgau.store.Write;

/// Sealing keys: this station's own, offered weekly and destroyed when no peer can need them any more, and the newest
/// that each peer has offered.
final class KeyRing {
    /// How long a key is offered before a newer one.
    static final long ROTATION_MILLIS = 7L * 24 * 3_600_000;
    private static final long DAY_MILLIS = 24L * 3_600_000;
    private static final String PREFIX = "kem/";
    /// Own keys that are kept beside the one in the agreement.
    static final int MAX_OWN = Doors.MAX_OWN_KEYS - 1;

    private static final int MAX_TRIED = 512;

    private final Vault vault;
    private final KemKey agreementKey;
    private final NavigableMap<Long, Own> own = new TreeMap<>();
    private final NavigableMap<Integer, Offered> offered = new TreeMap<>();
    private final NavigableMap<Digest, Optional<KemPublicKey>> tried = new TreeMap<>();

    /// An own key and the entry that offered it.
    ///
    /// @param number in the order in which they were made, whatever the clock said
    /// @param made wall milliseconds
    private record Own(long number, long made, Reference offer, Digest id, byte[] seed) {}

    private record Offered(Digest id, byte[] kemKey, Entry entry) {}

    KeyRing(Vault vault, KemKey agreementKey, JournalStore store, List<Entry> offers, int station) {
        this.vault = vault;
        this.agreementKey = agreementKey;
        store.memories(PREFIX).forEach((name, kept) -> vault.open(name, kept).ifPresent(this::recall));
        offers.stream()
                .filter(entry -> entry.payload().feed().station() != station)
                .forEach(this::offered);
    }

    private void recall(byte[] secret) {
        var in = new CborReader(secret);
        in.array(5);
        var key = new Own(
                in.integer(),
                in.integer(),
                Fields.reference(in),
                Fields.digest(in),
                in.bytesExactly(KemKey.SEED_BYTES));
        own.put(key.number(), key);
    }

    /// Whether a new key is to be offered: the newest is a week old, or a clock that was a week ahead has come back.
    boolean rotationDue(long wall) {
        return own.isEmpty() || Math.abs(wall - own.lastEntry().getValue().made()) >= ROTATION_MILLIS;
    }

    /// Takes over a new own key that `entry` offers; the secret goes to disk with the entry.
    Write.Remember add(Entry entry, byte[] seed, long wall) {
        var key = new Own(own.isEmpty() ? 1 : own.lastKey() + 1, wall, entry.reference(), entry.id(), seed);
        own.put(key.number(), key);
        var out = new CborWriter().array(5).integer(key.number()).integer(wall);
        Fields.reference(out, key.offer());
        out.bytes(key.id().bytes()).bytes(seed);
        return new Write.Remember(name(key), vault.seal(name(key), out.toByteArray()));
    }

    /// Drops own keys that every peer has signed to know a newer one for, once a courier's time is over as well.
    ///
    /// @param peers what each peer has signed to have seen, in whichever incarnation
    List<Write.Forget> retire(List<SeenVector> peers, int courierDays, long wall) {
        var forgotten = new ArrayList<Write.Forget>();
        for (var newer = own.lastEntry(); newer != null; newer = own.lowerEntry(newer.getKey())) {
            Map.Entry<Long, Own> older = own.lowerEntry(newer.getKey());
            Reference offer = newer.getValue().offer();
            boolean known = !peers.isEmpty() && peers.stream().allMatch(seen -> seen.covers(offer));
            if (older != null && known && wall - newer.getValue().made() > courierDays * DAY_MILLIS) {
                own.headMap(newer.getKey()).values().forEach(key -> forgotten.add(new Write.Forget(name(key))));
                own.headMap(newer.getKey()).clear();
            }
        }
        return forgotten;
    }

    /// Drops the oldest keys where there are too many, whatever the peers have signed: to who knows no newer one, the
    /// key in the agreement is left.
    List<Write.Forget> crowdedOut() {
        var forgotten = new ArrayList<Write.Forget>();
        while (own.size() > MAX_OWN) {
            forgotten.add(new Write.Forget(name(own.pollFirstEntry().getValue())));
        }
        return forgotten;
    }

    /// Every own key to which a peer may still seal.
    List<OwnKey> alive() {
        var keys = new ArrayList<OwnKey>();
        own.values().forEach(key -> keys.add(new OwnKey(key.id(), KemKey.fromSeed(key.seed()))));
        keys.add(new OwnKey(null, agreementKey));
        return keys;
    }

    /// Notes a peer's offer; a later one in the journal's order replaces an earlier one.
    void offered(Entry entry) {
        if (entry.payload().act() instanceof Act.KeyOffer offer) {
            Offered known = offered.get(entry.payload().feed().station());
            if (known == null || known.entry().compareTo(entry) < 0) {
                offered.put(entry.payload().feed().station(), new Offered(entry.id(), offer.kemKey(), entry));
            }
        }
    }

    /// What can be sealed to a peer: its newest offer, then the key in the agreement. Empty if neither is a sound
    /// key.
    Optional<PeerKeys> of(Station peer) {
        var targets = new ArrayList<PeerKeys.Target>();
        @Nullable Offered newest = offered.get(peer.number());
        if (newest != null) {
            sound(newest.kemKey()).ifPresent(key -> targets.add(new PeerKeys.Target(newest.id(), key)));
        }
        sound(peer.kemKey()).ifPresent(key -> targets.add(new PeerKeys.Target(null, key)));
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeerKeys(peer.number(), List.of(peer.signingKey()), targets));
    }

    /// Whether it is a sound key takes a trial to find out; it is tried once.
    private Optional<KemPublicKey> sound(byte[] kemKey) {
        if (tried.size() > MAX_TRIED) {
            tried.clear();
        }
        return tried.computeIfAbsent(Digest.over(kemKey), _ -> KemPublicKey.of(kemKey));
    }

    private static String name(Own key) {
        return PREFIX + key.number();
    }
}
