package torgau.station.officers;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;
import torgau.station.home.Token;
import torgau.station.shell.Clocks;
import torgau.station.shell.Kept;
import torgau.store.desk.Desk;
import torgau.store.desk.OfficerFile;

/// The officers on the desk. Each change is on the disk when it is answered, and is made over what was
/// read: two administrators at once do not undo each other.
public final class Officers {
    /// Administrators without whom nobody could recover anybody.
    public static final int ADMINISTRATORS = 2;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LETTERS = 16;

    private static final int TRIES = 8;

    private final Kept<Desk> desk;
    private final RandomSource random;
    private final Clocks clocks;
    /// When the invitations of this run were made, on the steady clock, by the hash of their code.
    private final Map<Digest, Long> made = new ConcurrentHashMap<>();

    public Officers(Kept<Desk> desk, RandomSource random, Clocks clocks) {
        this.desk = desk;
        this.random = random;
        this.clocks = clocks;
    }

    public List<Officer> all() {
        return desk.use(Desk::officers).stream().map(OfficerCodec::officer).toList();
    }

    public Optional<Officer> named(String id) {
        return all().stream().filter(officer -> officer.id().equals(id)).findFirst();
    }

    /// Whether persons sign here: two administrators have shown a key, and of those who had when it began
    /// at least one has not ended.
    public boolean begun() {
        List<Officer> all = all();
        boolean stays = all.stream()
                .anyMatch(officer ->
                        officer.begun() && officer.is(Role.ADMINISTRATOR) && officer.state() != Officer.State.ENDED);
        return stays || all.stream().filter(Officer::administers).count() >= ADMINISTRATORS;
    }

    /// The administrators who can sign in now.
    public List<Officer> administrators() {
        return all().stream()
                .filter(officer -> officer.enrolled() && officer.is(Role.ADMINISTRATOR))
                .toList();
    }

    /// Before anybody goes: those who administer keep that officers have begun.
    private Officer bound(Officer going) {
        if (!begun()) {
            return going;
        }
        all().stream()
                .filter(officer -> officer.administers()
                        && !officer.begun()
                        && !officer.id().equals(going.id()))
                .forEach(officer -> keep(officer.bound().as(officer.name(), officer.seat(), officer.roles())));
        return going.administers() ? going.bound() : going;
    }

    /// Adds an officer; false if the id is taken, or there are too many.
    public boolean add(String id, String name, String seat, Set<Role> roles) {
        var fresh = new Officer(id, 1, 0, name, seat, roles, Officer.State.ACTIVE, List.of(), null, false);
        return keep(fresh);
    }

    /// Changes name, seat and roles; empty if somebody has changed the officer since.
    public Optional<Officer> change(Officer officer, String name, String seat, Set<Role> roles) {
        return kept(bound(officer).as(name, seat, roles));
    }

    public Optional<Officer> change(Officer officer, Officer.State state) {
        return kept(bound(officer).now(state));
    }

    /// A code that was made, and until when it can be used.
    public record Code(String words, long until) {}

    /// Makes an invitation in place of the one before. Of its code only the hash is kept.
    ///
    /// @param recovering whether the passkeys that there are end
    public Optional<Code> invite(Officer officer, boolean recovering) {
        String code = code();
        long until = clocks.wallMillis().getAsLong() + Officer.Invitation.LIFE_MILLIS;
        var invitation = new Officer.Invitation(hash(code), until, 0);
        made.values().removeIf(at -> steady() - at > Officer.Invitation.LIFE_MILLIS);
        made.put(invitation.code(), steady());
        Officer next = recovering ? bound(officer).bereft(invitation) : officer.invited(invitation);
        return kept(next).map(_ -> new Code(code, until));
    }

    private String code() {
        var code = new StringBuilder();
        for (byte each : random.bytes(CODE_LETTERS)) {
            code.append(code.length() % 5 == 4 ? "-" : "").append(LETTERS.charAt(each & 31));
        }
        return code.toString();
    }

    /// Letters are taken in either case, and hyphens and spaces as they please.
    private static Digest hash(String code) {
        return Token.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    /// The officer whom this code invites. A wrong one is counted; after five the invitation is void.
    public Optional<Officer> invited(String id, String code) {
        Optional<Officer> found = named(id).filter(officer -> officer.state() == Officer.State.ACTIVE);
        Officer.Invitation invitation = found.map(Officer::invitation).orElse(null);
        if (invitation == null || !live(invitation)) {
            return Optional.empty();
        }
        if (MessageDigest.isEqual(invitation.code().bytes(), hash(code).bytes())) {
            return found;
        }
        int wrong = invitation.wrong() + 1;
        kept(found.orElseThrow()
                .tried(
                        wrong == Officer.Invitation.MOST_WRONG
                                ? null
                                : new Officer.Invitation(invitation.code(), invitation.until(), wrong)));
        return Optional.empty();
    }

    /// By the steady clock in the run in which it was made, so that setting the clock on the wall lengthens
    /// nothing; after a new start by that one alone.
    private boolean live(Officer.Invitation invitation) {
        long left = invitation.until() - clocks.wallMillis().getAsLong();
        long since = steady() - made.getOrDefault(invitation.code(), steady());
        return left >= 0 && left <= Officer.Invitation.LIFE_MILLIS && since <= Officer.Invitation.LIFE_MILLIS;
    }

    private long steady() {
        return TimeUnit.NANOSECONDS.toMillis(clocks.steadyNanos().getAsLong());
    }

    /// Enrols a passkey; empty if the invitation is used, or over, by now.
    public Optional<Officer> enrol(Officer invited, Officer.Passkey key) {
        boolean known =
                all().stream().anyMatch(officer -> officer.passkey(key.id()).isPresent());
        return known || invited.passkeys().size() == Officer.MOST_PASSKEYS ? Optional.empty() : kept(invited.with(key));
    }

    /// Notes that a passkey was used; empty if a later use of it was noted meanwhile, or it is void.
    Optional<Officer> used(String id, String credential, long uses) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Officer> holder = named(id)
                    .filter(officer -> officer.enrolled()
                            && officer.passkey(credential)
                                    .filter(key -> uses > key.uses() || (uses == 0 && key.uses() == 0))
                                    .isPresent());
            Optional<Officer> counted = holder.flatMap(officer -> kept(officer.used(credential, uses)));
            if (holder.isEmpty() || counted.isPresent()) {
                return counted;
            }
        }
        return Optional.empty();
    }

    private Optional<Officer> kept(Officer next) {
        return keep(next) ? Optional.of(next) : Optional.empty();
    }

    private boolean keep(Officer next) {
        OfficerFile file = OfficerCodec.file(next);
        return desk.use(open -> open.keep(file));
    }
}
