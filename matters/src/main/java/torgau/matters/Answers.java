package torgau.matters;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.matters.Proposal.Reservation;
import torgau.matters.Proposal.Standing;

/// What the parties answered to one proposal of an edition, read in total order. What is in doubt counts
/// as not accepted.
final class Answers {
    private final Proposal.Named named;
    private final Turn opening;
    private final Roster roster;
    private final NavigableSet<Integer> accepted = new TreeSet<>();
    private final NavigableMap<Reference, Reservation> reservations = new TreeMap<>();
    /// By reservation, whether the proposer lets the edition be used.
    private final NavigableMap<Reference, Position> positions = new TreeMap<>();

    private Standing ended = Standing.PROPOSED;
    private boolean usable;
    private long from;

    /// What the proposer said of a reservation.
    private record Position(Reference place, boolean used) {}

    /// @param steps of the matter, in total order, the first of which proposes what is named
    Answers(Proposal.Named named, List<Step> steps, Roster roster) {
        this.named = named;
        this.opening = steps.getFirst().turn();
        this.roster = roster;
        for (Step step : steps) {
            if (step.moved()) {
                moved(step.turn());
            } else if (step.outcome().stands() && step.turn().code().equals(Corrections.CODE)) {
                corrected(step.turn());
            }
            usable |= standing().usable();
        }
    }

    Proposal proposal() {
        return new Proposal(
                opening.place(),
                opening.order(),
                named.procedure(),
                named.edition(),
                named.text(),
                usable,
                from,
                standing(),
                List.copyOf(reservations.values()));
    }

    private void moved(Turn turn) {
        switch (turn.code()) {
            case "FVA" -> accept(turn);
            case "FVR" -> reserve(turn);
            case "FVN" -> position(turn);
            case "FVJ" -> ended = Standing.REJECTED;
            case "WD" -> ended = Standing.WITHDRAWN;
            case Proposal.BY -> {
                time(turn, "start");
                ended = turn.equals(opening) ? ended : Standing.CORRECTED;
            }
            default -> {}
        }
    }

    private void accept(Turn turn) {
        if (namesIt(turn)) {
            time(turn, "start");
            accepted.add(turn.party());
            reservations.values().removeIf(each -> each.party() == turn.party());
        }
    }

    private void reserve(Turn turn) {
        if (namesIt(turn) && turn.value("reservation").orElse(null) instanceof Value.Words(String text)) {
            time(turn, "start");
            accepted.add(turn.party());
            reservations.put(turn.place(), new Reservation(turn.place(), turn.party(), text));
        }
    }

    private void position(Turn turn) {
        if (turn.value("reservation").orElse(null) instanceof Value.Message(Reference on)) {
            boolean used =
                    turn.value("position").orElse(null) instanceof Value.Code(String code) && !code.equals("objection");
            time(turn, "effective");
            positions.put(on, new Position(turn.place(), used));
        }
    }

    /// An answer accepts what it names, and nothing else.
    private boolean namesIt(Turn turn) {
        return turn.value("format")
                        .filter(new Value.Name(named.procedure())::equals)
                        .isPresent()
                && turn.value("new_edition")
                        .filter(new Value.Count(named.edition(), named.edition())::equals)
                        .isPresent();
    }

    /// What was corrected no longer counts as it was: a proposal is made anew, an acceptance given anew,
    /// a position stated anew. What rejects goes on rejecting.
    private void corrected(Turn correction) {
        if (!(correction.value("message").orElse(null) instanceof Value.Message(Reference place))) {
            return;
        }
        if (place.equals(opening.place())) {
            ended = Standing.CORRECTED;
        }
        positions.values().removeIf(position -> position.place().equals(place));
        accepted.remove(correction.party());
    }

    private void time(Turn turn, String field) {
        if (turn.value(field).orElse(null) instanceof Value.Instant(long millis)) {
            from = Math.max(from, millis);
        }
    }

    private Standing standing() {
        boolean all = roster.agreement().parties().stream()
                .filter(party -> party.kind() != PartyKind.OBSERVER)
                .map(Party::number)
                .allMatch(party -> party == opening.party() || accepted.contains(party));
        boolean answered = reservations.keySet().stream()
                .allMatch(place ->
                        positions.containsKey(place) && positions.get(place).used());
        if (ended != Standing.PROPOSED || !all || !answered) {
            return ended;
        }
        return reservations.isEmpty() ? Standing.ACCEPTED : Standing.RESERVED;
    }
}
