package torgau.station.http;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Office;
import torgau.station.authority.Asked;
import torgau.station.authority.Authority;
import torgau.station.heart.Draft;
import torgau.station.home.Seat;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;

/// The standing-authority table at the door: who of those who ask may. Without a table everybody may,
/// alone.
///
/// @param persons whether officers sign in here, so that a second signature is a person's
record Gate(Optional<Authority> table, BooleanSupplier persons) {
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    /// Refuses what the seat may not say in the name of its office.
    void admits(Seat seat, Draft draft) {
        if (table.isEmpty()) {
            return;
        }
        String office = office(draft);
        if (!seat.offices().contains(office)) {
            throw new Refusal(
                    FORBIDDEN,
                    Code.OFFICE_NOT_OF_SEAT,
                    "this seat speaks for " + String.join(", ", seat.offices()) + ", not for " + office,
                    "/office/title");
        }
        stillMay(office, draft);
    }

    /// Refuses what an office may not, or no longer, say.
    void stillMay(String office, Draft draft) {
        Asked asked = Asked.of(draft);
        if (table.isPresent() && !table.get().permits(office, asked)) {
            throw new Refusal(
                    FORBIDDEN, Code.NOT_AUTHORISED, "the table lets " + office + " not say " + asked, "/office/title");
        }
    }

    /// Refuses what is released only with its legal basis stated, and has none.
    void grounded(Draft draft, Optional<String> legalBasis) {
        Asked asked = Asked.of(draft);
        if (legalBasis.isEmpty() && table.isPresent() && table.get().grounded(asked)) {
            throw new Refusal(
                    UNPROCESSABLE,
                    Code.LEGAL_BASIS_MISSING,
                    "the table wants a legal basis for " + asked,
                    "/legal_basis");
        }
    }

    /// Whether one person is enough.
    boolean alone(Draft draft) {
        return table.isEmpty() || table.get().alone(Asked.of(draft));
    }

    /// Offices of which the second signature must be; empty: any.
    List<String> seconds(Draft draft) {
        return table.map(known -> known.seconds(Asked.of(draft))).orElse(List.of());
    }

    /// The hand of a second person.
    ///
    /// @param first who proposed it
    Hand second(Seat seat, Hand first, Draft draft, long now) {
        another(seat, first, "has proposed it");
        return hand(seat, seconds(draft), now);
    }

    /// The hand of one person in an emergency.
    Hand emergency(Seat seat, Draft draft, long now) {
        Authority.Emergency rule = table.flatMap(known -> known.emergency(seat.offices(), Asked.of(draft)))
                .orElseThrow(() -> new Refusal(FORBIDDEN, Code.EMERGENCY_REFUSED));
        return hand(seat, rule.offices(), now);
    }

    /// The hand that countersigns what another seat has released alone. A table that has no such rule
    /// any more leaves it to any other seat.
    Hand countersigner(Seat seat, Stage.Released released, Draft draft, long now) {
        Hand by = released.by();
        another(seat, by, "has released it");
        List<String> wanted = table.flatMap(known -> known.emergency(List.of(by.office()), Asked.of(draft)))
                .map(Authority.Emergency::countersigners)
                .orElse(List.of());
        return hand(seat, wanted, now);
    }

    /// Refuses to whoever has not proposed it.
    static void proposer(Seat seat, Hand first) {
        if (!same(first, seat)) {
            throw new Refusal(FORBIDDEN, Code.NOT_THE_PROPOSER);
        }
    }

    /// Whether whoever sits here now is who did that.
    static boolean same(Hand hand, Seat seat) {
        return hand.seat().equals(seat.name())
                && Optional.ofNullable(hand.person()).equals(seat.person());
    }

    /// Refuses a second signature that may come from the same person as the first. Of two officers it is
    /// known that they are two; of a token it is not known in whose hand it is.
    private void another(Seat seat, Hand first, String what) {
        if (persons.getAsBoolean() && seat.person().isEmpty()) {
            throw new Refusal(FORBIDDEN, Code.PERSON_WANTED);
        }
        String before = first.person();
        if (before == null || seat.person().isEmpty()) {
            if (seat.name().equals(first.seat())) {
                throw new Refusal(FORBIDDEN, Code.SAME_SEAT, "the seat " + seat.name() + " " + what);
            }
        } else if (before.equals(seat.person().get())) {
            throw new Refusal(FORBIDDEN, Code.SAME_PERSON, before + " " + what);
        }
    }

    private static Hand hand(Seat seat, List<String> wanted, long now) {
        @Nullable String office = Authority.office(wanted, seat.offices());
        if (office == null) {
            throw new Refusal(
                    FORBIDDEN,
                    Code.SECOND_OFFICE_REFUSED,
                    "wanted is a seat of " + String.join(" or ", wanted) + "; this one speaks for "
                            + String.join(", ", seat.offices()));
        }
        return new Hand(seat.name(), office, now, seat.person().orElse(null));
    }

    /// The title of the office in whose name an officer's act is.
    static String office(Draft draft) {
        return EntryJson.office(draft.act()).map(Office::title).orElse("");
    }
}
