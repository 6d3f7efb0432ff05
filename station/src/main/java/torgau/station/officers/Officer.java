package torgau.station.officers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.journal.Checks;
import torgau.journal.Digest;

/// A person who serves at this station.
///
/// @param id short and for good: the audit log names it
/// @param revision one more at each change
/// @param unasked how many of these nobody decided on: a passkey was used, a wrong code was tried
/// @param name as it is shown, with the rank
/// @param seat the position, which has the offices in whose name the officer speaks
/// @param invitation with which the next passkey is enrolled; null: there is none
/// @param begun whether officers had begun while this administrator had a passkey; until the duty ends, the
///     token of the home gives nothing
public record Officer(
        String id,
        long revision,
        long unasked,
        String name,
        String seat,
        Set<Role> roles,
        State state,
        List<Passkey> passkeys,
        @Nullable Invitation invitation,
        boolean begun) {
    /// What an id looks like.
    public static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    /// Bytes of a name.
    public static final int MAX_NAME = 120;
    /// Passkeys of one officer.
    public static final int MOST_PASSKEYS = 8;

    /// Whether an officer may sign in.
    public enum State {
        ACTIVE,
        /// For a time: the passkeys stay.
        SUSPENDED,
        /// For good.
        ENDED
    }

    /// A key with which an officer signs in.
    ///
    /// @param id as the authenticator names it
    /// @param publicKey COSE key (RFC 9052, clause 7)
    /// @param uses the authenticator's own count when it was last used
    /// @param since milliseconds UTC
    public record Passkey(String id, String publicKey, long uses, long since) {}

    /// A code that makes one passkey, once.
    ///
    /// @param code hash of the code
    /// @param until milliseconds UTC
    /// @param wrong wrong codes that were tried
    public record Invitation(Digest code, long until, int wrong) {
        /// Wrong codes after which the invitation is void.
        public static final int MOST_WRONG = 5;
        /// How long it lasts.
        public static final long LIFE_MILLIS = 15 * 60_000L;
    }

    public Officer {
        Checks.name("officer", id);
        Checks.bytes("name", name, 1, MAX_NAME);
        Checks.name("seat", seat);
        Checks.within("passkeys", passkeys.size(), 0, MOST_PASSKEYS);
        roles = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        passkeys = List.copyOf(passkeys);
    }

    /// One more at each change that somebody decided on: who looked at the officer before one that nobody
    /// did has still seen what counts.
    public long decision() {
        return revision - unasked;
    }

    /// Whether this officer has shown a key and may sign in.
    public boolean enrolled() {
        return state == State.ACTIVE && !passkeys.isEmpty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Whether none of these passkeys is void.
    public boolean has(List<Passkey> keys) {
        return keys.stream().allMatch(key -> passkey(key.id()).isPresent());
    }

    Optional<Passkey> passkey(String credential) {
        return passkeys.stream().filter(key -> key.id().equals(credential)).findFirst();
    }

    Officer invited(Invitation next) {
        return new Officer(id, revision + 1, unasked, name, seat, roles, state, passkeys, next, begun);
    }

    /// Whose duty is interrupted, or has ended, is invited no more.
    Officer now(State next) {
        List<Passkey> kept = next == State.ENDED ? List.of() : passkeys;
        return new Officer(
                id,
                revision + 1,
                unasked,
                name,
                seat,
                roles,
                next,
                kept,
                next == State.ACTIVE ? invitation : null,
                begun);
    }

    Officer as(String newName, String newSeat, Set<Role> newRoles) {
        return new Officer(id, revision + 1, unasked, newName, newSeat, newRoles, state, passkeys, invitation, begun);
    }

    /// With one more passkey; the invitation is used up.
    Officer with(Passkey fresh) {
        var keys = new ArrayList<>(passkeys);
        keys.add(fresh);
        return new Officer(id, revision + 1, unasked, name, seat, roles, state, keys, null, begun);
    }

    /// Whose passkeys are lost, or with another: none of them is taken any more.
    Officer bereft(Invitation fresh) {
        return new Officer(id, revision + 1, unasked, name, seat, roles, state, List.of(), fresh, begun);
    }

    Officer used(String credential, long uses) {
        List<Passkey> keys = passkeys.stream()
                .map(key ->
                        key.id().equals(credential) ? new Passkey(key.id(), key.publicKey(), uses, key.since()) : key)
                .toList();
        return new Officer(id, revision + 1, unasked + 1, name, seat, roles, state, keys, invitation, begun);
    }

    /// Of whose invitation a wrong code was tried.
    ///
    /// @param left null: it is void by that
    Officer tried(@Nullable Invitation left) {
        return new Officer(id, revision + 1, unasked + 1, name, seat, roles, state, passkeys, left, begun);
    }

    /// As it stays when others go: officers have begun.
    Officer bound() {
        return new Officer(id, revision, unasked, name, seat, roles, state, passkeys, invitation, true);
    }

    /// Whether this is an administrator who has shown a key and whose duty has not ended.
    boolean administers() {
        return is(Role.ADMINISTRATOR) && state != State.ENDED && !passkeys.isEmpty();
    }
}
