package torgau.link.seal;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Code;
import torgau.journal.crypto.RandomSource;
import torgau.journal.crypto.Verifier;

/// All that one station seals and opens on one line: its keys, its peers, and for whom an unknown bearer speaks.
///
/// Not safe for several threads. Never throws at what comes from outside.
public final class Doors {
    /// Private keys that may be alive at one time.
    public static final int MAX_OWN_KEYS = 32;

    private final Us us;
    private final TreeMap<Integer, Sealer> sealers = new TreeMap<>();
    private final TreeMap<Integer, SessionMemory.Peer> absent = new TreeMap<>();
    private final Notices notices = new Notices();
    private final Gate gate;

    /// Doors that go on where the last run ended.
    ///
    /// @param memory what [#memory] gave in the last run, or [SessionMemory#none]
    public Doors(Self self, Verifier verifier, RandomSource random, SessionMemory memory) {
        this.us = new Us(self, random);
        this.gate = new Gate(us, verifier, sealers);
        memory.peers().forEach(peer -> absent.put(peer.station(), peer));
    }

    /// Replaces the list of own keys that are alive.
    public void keys(List<OwnKey> own) {
        if (own.size() > MAX_OWN_KEYS) {
            throw new IllegalArgumentException(own.size() + " own keys, at most " + MAX_OWN_KEYS + " may be alive");
        }
        gate.keys(own);
    }

    /// The station goes on in another incarnation or under another key.
    public void speakAs(Self self) {
        us.speakAs(self);
    }

    /// Says what is known of a peer now. The first time, its sealer is made, with what is remembered of it.
    public Sealer peer(PeerKeys keys) {
        var known = sealers.get(keys.station());
        if (known != null) {
            known.peer(keys);
            return known;
        }
        var sealer = new Sealer(us, keys);
        Optional.ofNullable(absent.remove(keys.station())).ifPresent(sealer::recall);
        sealers.put(keys.station(), sealer);
        return sealer;
    }

    /// Forgets a station that is no peer any longer, and every session with it.
    public void without(int station) {
        sealers.remove(station);
        absent.remove(station);
        us.revised();
    }

    public Optional<Sealer> sealer(int station) {
        return Optional.ofNullable(sealers.get(station));
    }

    /// What to keep so that a restart costs no opening. It holds secrets.
    public SessionMemory memory() {
        var peers = new TreeMap<>(absent);
        sealers.forEach((station, sealer) -> peers.put(station, sealer.memory()));
        var self = us.self();
        return new SessionMemory(self.line(), self.station(), List.copyOf(peers.values()));
    }

    /// Grows whenever [#memory] has changed.
    public int revision() {
        return us.revision();
    }

    /// What a message is that came from this address over the only bearer.
    public Inbound open(String address, byte[] message, long now) {
        return open(0, address, message, now);
    }

    /// What a message is that came over this bearer from this address.
    ///
    /// @param bearer on which a notice would be sent back: each has a budget of its own
    /// @param address what tells one sender of unauthenticated bytes from another: for TCP the host, without the
    ///     port
    public Inbound open(long bearer, String address, byte[] message, long now) {
        if (message.length > SealWire.MAX_SEALED_BYTES) {
            return new Inbound.Dropped(Code.SEAL_OVER_LIMIT);
        }
        return switch (message.length == 0 ? -1 : message[0]) {
            case SealWire.OPENING -> gate.take(address, message, now);
            case SealWire.EARLY, SealWire.LIVE -> frame(bearer, message, now);
            case SealWire.NOTICE -> notice(message, now);
            default -> new Inbound.Dropped(Code.SEAL_MALFORMED);
        };
    }

    private Inbound frame(long bearer, byte[] message, long now) {
        return switch (Header.decode(message).orElse(null)) {
            case null -> new Inbound.Dropped(Code.SEAL_MALFORMED);
            case Header.Early early -> early(bearer, early, message, now);
            case Header.Live live -> live(bearer, live, message, now);
        };
    }

    private Inbound early(long bearer, Header.Early header, byte[] message, long now) {
        for (Sealer sealer : sealers.values()) {
            var inbound = sealer.open(header, message, now);
            if (inbound.isPresent()) {
                return inbound.get();
            }
        }
        return notices.answer(bearer, Code.SESSION_UNKNOWN, message, now);
    }

    /// Two keys may have one name; only one of them opens the frame.
    private Inbound live(long bearer, Header.Live header, byte[] message, long now) {
        Optional<Inbound> refused = Optional.empty();
        for (Sealer sealer : sealers.values()) {
            var inbound = sealer.open(header, message, now);
            if (inbound.isPresent() && inbound.get() instanceof Inbound.Opened opened) {
                return opened;
            }
            refused = refused.or(() -> inbound);
        }
        return refused.orElseGet(() -> notices.answer(bearer, Code.FRAME_KEY_UNKNOWN, message, now));
    }

    private Inbound notice(byte[] message, long now) {
        var named = Notices.decode(message);
        if (named.isEmpty()) {
            return new Inbound.Dropped(Code.SEAL_MALFORMED);
        }
        return sealers.values().stream()
                .filter(sealer -> sealer.heed(named.get(), now))
                .findFirst()
                .<Inbound>map(sealer -> new Inbound.Heeded(sealer.station()))
                .orElseGet(() -> new Inbound.Dropped(Code.NOTICE_IGNORED));
    }
}
