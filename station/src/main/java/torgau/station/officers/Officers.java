package torgau.station.officers;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;
import torgau.station.home.Token;
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

    private final Kept<Desk> desk;
    private final RandomSource random;
    private final LongSupplier wallMillis;

    public Officers(Kept<Desk> desk, RandomSource random, LongSupplier wallMillis) {
        this.desk = desk;
        this.random = random;
        this.wallMillis = wallMillis;
    }

    public List<Officer> all() {
        return desk.use(Desk::officers).stream().map(OfficerCodec::officer).toList();
    }

    public Optional<Officer> named(String id) {
        return all().stream().filter(officer -> officer.id().equals(id)).findFirst();
    }

    /// Whether persons sign here: two administrators have shown a key.
    public boolean begun() {
        return all().stream()
                        .filter(officer -> officer.enrolled() && officer.is(Role.ADMINISTRATOR))
                        .count()
                >= ADMINISTRATORS;
    }

    /// Adds an officer; false if the id is taken, or there are too many.
    public boolean add(String id, String name, String seat, Set<Role> roles) {
        var fresh = new Officer(id, 1, name, seat, roles, Officer.State.ACTIVE, List.of(), null);
        return keep(fresh);
    }

    /// Changes name, seat and roles; empty if somebody has changed the officer since.
    public Optional<Officer> change(Officer officer, String name, String seat, Set<Role> roles) {
        return kept(officer.as(name, seat, roles));
    }

    public Optional<Officer> change(Officer officer, Officer.State state) {
        return kept(officer.now(state));
    }

    /// A code that was made, and until when it can be used.
    public record Code(String words, long until) {}

    /// Makes an invitation in place of the one before. Of its code only the hash is kept.
    ///
    /// @param recovering whether the passkeys that there are end
    public Optional<Code> invite(Officer officer, boolean recovering) {
        String code = code();
        long until = wallMillis.getAsLong() + Officer.Invitation.LIFE_MILLIS;
        var invitation = new Officer.Invitation(hash(code), until, 0);
        Officer next = recovering ? officer.bereft(invitation) : officer.invited(invitation);
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
        if (invitation == null || invitation.until() < wallMillis.getAsLong()) {
            return Optional.empty();
        }
        if (MessageDigest.isEqual(invitation.code().bytes(), hash(code).bytes())) {
            return found;
        }
        int wrong = invitation.wrong() + 1;
        kept(found.orElseThrow()
                .invited(
                        wrong == Officer.Invitation.MOST_WRONG
                                ? null
                                : new Officer.Invitation(invitation.code(), invitation.until(), wrong)));
        return Optional.empty();
    }

    /// Enrols a passkey; empty if the invitation is used, or over, by now.
    public Optional<Officer> enrol(Officer invited, Officer.Passkey key) {
        boolean known =
                all().stream().anyMatch(officer -> officer.passkey(key.id()).isPresent());
        return known || invited.passkeys().size() == Officer.MOST_PASSKEYS ? Optional.empty() : kept(invited.with(key));
    }

    void used(String id, String credential, long uses) {
        UnaryOperator<Officer> counted = officer -> officer.used(credential, uses);
        named(id).map(counted).ifPresent(this::keep);
    }

    private Optional<Officer> kept(Officer next) {
        return keep(next) ? Optional.of(next) : Optional.empty();
    }

    private boolean keep(Officer next) {
        OfficerFile file = OfficerCodec.file(next);
        return desk.use(open -> open.keep(file));
    }
}
