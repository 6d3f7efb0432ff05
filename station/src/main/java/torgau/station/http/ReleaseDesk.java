package torgau.station.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.station.home.Seat;
import torgau.station.shell.ReleaseAlarms;
import torgau.station.shell.StationProcess;
import torgau.store.Answer;
import torgau.store.StoreFault;
import torgau.store.desk.Proposal;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;

/// Where what needs a second person waits for one. Only persons move it on.
///
/// A signature is put on the desk first, the entry on the journal second, under the key of the request
/// that proposed it. So the journal alone says whether it was released: a signature for which it has no
/// entry, and for which none is being made, has come to nothing, and the proposal waits again. See
/// docs/adr/0014.
final class ReleaseDesk {
    /// Proposals that may wait at a time.
    static final int MAX_OPEN = 200;

    private static final Logger LOG = LoggerFactory.getLogger("torgau.http");
    private static final int CONFLICT = 409;

    private final Front front;
    private final Seats seats;
    private final ReleaseAlarms alarms;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    ReleaseDesk(Front front, Seats seats) {
        this.front = front;
        this.seats = seats;
        this.alarms = new ReleaseAlarms(front.process().alarms());
    }

    /// Looks through all that is open: at the start, and whenever something may have changed.
    void review() {
        try {
            List<Proposal> open = open().stream()
                    .map(this::settled)
                    .filter(proposal -> proposal.stage().open())
                    .toList();
            alarms.look(open, proposal -> Proposed.of(proposal).payload().precedence());
            front.process().hub().statusChanged();
        } catch (StoreFault fault) {
            LOG.atWarn()
                    .addKeyValue("code", fault.code().code())
                    .log("what waits for a second person could not be read");
        }
    }

    /// Those about which somebody has to do something, the newest first.
    List<Proposal> open() {
        return desk().use(desk -> desk.proposals(true, MAX_OPEN));
    }

    /// The newest, whatever became of them.
    List<Proposal> newest(int limit) {
        return desk().use(desk -> desk.proposals(false, limit));
    }

    private torgau.station.shell.Kept<torgau.store.desk.Desk> desk() {
        return front.process().desk();
    }

    /// What the key of a request has proposed before.
    Optional<Proposal> before(Draft.Request request) {
        return desk().use(desk -> desk.proposed(request.key())).map(this::settled);
    }

    /// Keeps a draft until a second person decides on it.
    ///
    /// @param legalBasis as whoever proposes it states it
    Proposal propose(Seat seat, Draft draft, Draft.Request request, Optional<String> legalBasis) {
        return propose(seat, List.of(draft), request, legalBasis);
    }

    /// Keeps drafts that are to be released together until a second person decides on all of them.
    Proposal propose(Seat seat, List<Draft> drafts, Draft.Request request, Optional<String> legalBasis) {
        if (open().size() >= MAX_OPEN) {
            throw new Refusal(CONFLICT, Code.TOO_MANY_RELEASES, MAX_OPEN + " wait already");
        }
        var by = new Hand(
                seat.name(),
                Gate.office(drafts.getFirst()),
                front.now(),
                seat.person().orElse(null));
        byte[] content = Proposed.content(front.ownStation(), drafts, legalBasis);
        long seen = front.process().journal().read(torgau.store.JournalStore::newest);
        var asked = new Proposal.Asked(request.key(), request.hash(), by, content, seen);
        Proposal kept = desk().use(desk -> desk.propose(asked));
        note("release_proposed", by, kept, null);
        review();
        return kept;
    }

    /// One that is there, as it stands now.
    Proposal named(String id) {
        return Optional.of(id)
                .filter(written -> written.matches("[1-9][0-9]{0,9}"))
                .flatMap(written -> desk().use(desk -> desk.proposal(Long.parseLong(written))))
                .map(this::settled)
                .orElseThrow(() -> Refusal.notFound("release of this number"));
    }

    /// Puts a proposal that waits on the journal, by the hand that signs it.
    ///
    /// @param emergency why it is released without a second signature; null: with one
    Proposal release(Proposal waiting, Hand by, @Nullable String emergency) {
        long number = waiting.number();
        if (!underWay.add(number)) {
            throw new Refusal(CONFLICT, Code.RELEASE_UNDER_WAY);
        }
        Optional<Proposal> signing = Optional.empty();
        try {
            signing = advance(waiting, new Stage.Signing(by, emergency));
        } finally {
            if (signing.isEmpty()) {
                underWay.remove(number);
            }
        }
        Proposal signed = signing.orElseThrow(ReleaseDesk::overtaken);
        note(emergency != null ? "release_emergency" : "release_signed", by, signed, null);
        List<Draft> drafts = Proposed.of(signed).drafts(signed.asked());
        CompletableFuture<Result> result = drafts.size() == 1
                ? front.process().release(drafts.getFirst())
                : front.process().releaseTogether(drafts);
        return came(signed, Saying.await(result.whenComplete((_, _) -> underWay.remove(number))));
    }

    private Proposal came(Proposal signed, Result result) {
        return switch (result) {
            case Result.Authored authored -> done(signed, authored.entry().reference());
            case Result.Repeated(Reference place) -> done(signed, place);
            case Result.Together(List<Reference> places, boolean _) -> done(signed, places.getFirst());
            case Result.Kept _, Result.Erased _, Result.Taken _ ->
                throw new IllegalStateException("an entry was asked for");
            case Result.Refused(Code code, String detail) -> {
                settled(signed);
                review();
                throw Saying.refusal(code, detail);
            }
        };
    }

    private Proposal done(Proposal signed, Reference place) {
        Proposal now = released(signed, place);
        review();
        return now;
    }

    /// A proposal moved on by a person.
    Proposal decided(Proposal from, Stage to, String kind, Hand by) {
        Proposal now = advance(from, to).orElseThrow(ReleaseDesk::overtaken);
        note(kind, by, now, now.stage() instanceof Stage.Released released ? released.entry() : null);
        review();
        return now;
    }

    private static Refusal overtaken() {
        return new Refusal(CONFLICT, Code.RELEASE_CHANGED, "another seat decided on it meanwhile");
    }

    private Optional<Proposal> advance(Proposal from, Stage to) {
        return desk().use(desk -> desk.advance(from.number(), from.revision(), to));
    }

    // --- what is so whatever anybody does ---

    /// A proposal as it stands: the journal says whether a signature became an entry, and a seat that is
    /// gone proposes nothing any more.
    private Proposal settled(Proposal kept) {
        return switch (kept.stage()) {
            case Stage.Signing _ -> signature(kept);
            case Stage.Waiting _ when !seats.names().contains(kept.asked().by().seat()) -> voided(kept);
            case Stage.Waiting _, Stage.Released _, Stage.Refused _, Stage.Withdrawn _, Stage.Voided _ -> kept;
        };
    }

    /// Whether nothing is under way is asked before the journal is: what ends in between is on it.
    private Proposal signature(Proposal signing) {
        boolean over = !underWay.contains(signing.number()) && front.process().health() == StationProcess.Health.OK;
        Optional<Answer> made = front.process()
                .journal()
                .read(journal -> journal.answer(signing.asked().key()));
        if (made.isPresent()) {
            return released(signing, made.get().reference());
        }
        return over ? advance(signing, new Stage.Waiting()).orElseGet(() -> again(signing)) : signing;
    }

    private Proposal released(Proposal signed, Reference place) {
        if (!(signed.stage() instanceof Stage.Signing(Hand by, String emergency))) {
            return signed;
        }
        Optional<Proposal> now = advance(signed, new Stage.Released(by, emergency, place, null));
        now.ifPresent(kept -> note("released", by, kept, place));
        return now.orElseGet(() -> again(signed));
    }

    private Proposal voided(Proposal waiting) {
        Optional<Proposal> now = advance(waiting, new Stage.Voided(front.now()));
        now.ifPresent(kept -> note("release_voided", waiting.asked().by(), kept, null));
        return now.orElseGet(() -> again(waiting));
    }

    private Proposal again(Proposal known) {
        return desk().use(desk -> desk.proposal(known.number())).orElseThrow();
    }

    private void note(String kind, Hand by, Proposal about, @Nullable Reference entry) {
        String person = by.person() == null ? "" : ", officer " + by.person();
        String detail = "release " + about.number() + ", seat " + by.seat() + person;
        front.process().log().note(kind, by.office(), entry, detail);
    }

    /// The digest of what an officer sees: what would be signed, and all that came since.
    static Digest digest(Proposal proposal, ReleaseJson.Change change) {
        return Digest.over(proposal.asked().content(), change.mark().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
