package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.station.home.Seat;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.desk.Proposal;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;

/// What persons do about what waits for a second one. Whoever decides sends the digest of what was
/// looked at.
final class ReleaseApi {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_SHOWN = 100;
    private static final int MAX_CHANGES = 64;
    private static final long ANSWER_WITHIN_SECONDS = 5;
    private static final int CONFLICT = 409;

    private final Front front;
    private final Gate gate;
    private final ReleaseDesk desk;
    private final MatterApi matters;
    private final PlanDoubles doubles;
    private final ReleaseHands hands;

    ReleaseApi(Front front, Gate gate, ReleaseDesk desk, MatterApi matters, PlanDoubles doubles) {
        this.front = front;
        this.gate = gate;
        this.desk = desk;
        this.matters = matters;
        this.doubles = doubles;
        this.hands = new ReleaseHands(gate);
    }

    /// What `GET /releases` answers.
    ObjectNode all(Query query) {
        boolean openOnly = query.flag("open", true);
        query.end();
        var json = new ReleaseJson(front, gate);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("now", Names.instant(front.now()));
        ArrayNode list = answer.putArray("releases");
        (openOnly ? desk.open() : desk.newest(MAX_SHOWN)).forEach(proposal -> list.add(json.of(proposal)));
        return answer;
    }

    /// What `GET /releases/{id}` answers, with what whoever asks may do about it.
    ObjectNode one(Person person, String id) {
        Proposal proposal = desk.named(id);
        ObjectNode json = shown(proposal);
        json.set("yours", hands.of(person, proposal, front.now()));
        return json;
    }

    ObjectNode shown(Proposal proposal) {
        return new ReleaseJson(front, gate).of(proposal, change(proposal));
    }

    /// What has come since it was proposed; of what is decided, nothing counts any more.
    private ReleaseJson.Change change(Proposal proposal) {
        if (!(proposal.stage() instanceof Stage.Waiting)) {
            return ReleaseJson.Change.NONE;
        }
        Draft draft = draft(proposal);
        Reference matter = draft.matter();
        List<Reference> entries = matter == null
                ? List.of()
                : front
                        .process()
                        .journal()
                        .read(journal -> journal.arrivedAfter(
                                proposal.asked().seen(), MAX_CHANGES + 1, Filter.ALL.ofMatter(matter)))
                        .stream()
                        .map(Arrived::entry)
                        .map(torgau.journal.Entry::reference)
                        .toList();
        boolean more = entries.size() > MAX_CHANGES;
        return new ReleaseJson.Change(more ? entries.subList(0, MAX_CHANGES) : entries, more, fault(proposal));
    }

    private Optional<ReleaseJson.Change.Fault> fault(Proposal proposal) {
        try {
            permitted(proposal.asked().by().office(), drafts(proposal));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(new ReleaseJson.Change.Fault(refusal.code(), String.valueOf(refusal.getMessage())));
        }
    }

    /// Refuses what could not be released now, whoever signs it.
    void permitted(String office, Draft draft) {
        permitted(office, List.of(draft));
    }

    /// The same of all that is released together.
    void permitted(String office, List<Draft> drafts) {
        drafts.forEach(draft -> {
            gate.stillMay(office, draft);
            matters.permits(draft);
        });
        if (drafts.size() > 1) {
            doubles.refuse(drafts);
        }
        refusal(drafts).ifPresent(refused -> {
            throw Saying.refusal(refused.code(), refused.detail());
        });
    }

    private Optional<Result.Refused> refusal(List<Draft> drafts) {
        try {
            return front.process()
                    .ask((heart, now) -> drafts.stream()
                            .flatMap(draft -> heart.refusal(draft, now).stream())
                            .findFirst())
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException fault) {
            throw new Refusal(503, Code.NOT_WRITING, "the station cannot say now whether this may be released");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, Code.STOPPING);
        }
    }

    private static Draft draft(Proposal proposal) {
        return drafts(proposal).getFirst();
    }

    private static List<Draft> drafts(Proposal proposal) {
        return Proposed.of(proposal).drafts(proposal.asked());
    }

    /// What `POST /releases/{id}/sign` answers. The same seat may send it twice.
    ObjectNode sign(Seat seat, String id, byte[] body) {
        return released(seat, id, digest(JsonIn.of(body)), null);
    }

    /// What `POST /releases/{id}/emergency` answers.
    ObjectNode emergency(Seat seat, String id, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String reason = in.text("reason", 1, Proposal.MAX_REASON);
        return released(seat, id, digest(in), reason);
    }

    private ObjectNode released(Seat seat, String id, String digest, @Nullable String emergency) {
        Proposal proposal = desk.named(id);
        if (proposal.stage() instanceof Stage.Released done
                && Gate.same(done.by(), seat)
                && (done.emergency() == null) == (emergency == null)) {
            return shown(proposal);
        }
        Draft draft = draft(proposal);
        Hand by = emergency != null
                ? gate.emergency(seat, draft, front.now())
                : gate.second(seat, proposal.asked().by(), draft, front.now());
        waiting(proposal);
        looked(proposal, digest);
        permitted(proposal.asked().by().office(), drafts(proposal));
        return shown(desk.release(proposal, by, emergency));
    }

    /// What `POST /releases/{id}/refuse` answers.
    ObjectNode refuse(Seat seat, String id, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String reason = in.text("reason", 1, Proposal.MAX_REASON);
        String digest = digest(in);
        Proposal proposal = desk.named(id);
        Hand by = gate.second(seat, proposal.asked().by(), draft(proposal), front.now());
        waiting(proposal);
        looked(proposal, digest);
        return shown(desk.decided(proposal, new Stage.Refused(by, reason), "release_refused", by));
    }

    /// What `POST /releases/{id}/withdraw` answers.
    ObjectNode withdraw(Seat seat, String id) {
        Proposal proposal = desk.named(id);
        Hand first = proposal.asked().by();
        Gate.proposer(seat, first);
        if (proposal.stage() instanceof Stage.Withdrawn) {
            return shown(proposal);
        }
        waiting(proposal);
        var by = new Hand(first.seat(), first.office(), front.now(), first.person());
        return shown(desk.decided(proposal, new Stage.Withdrawn(by), "release_withdrawn", by));
    }

    /// What `POST /releases/{id}/countersign` answers.
    ObjectNode countersign(Seat seat, String id, byte[] body) {
        String digest = digest(JsonIn.of(body));
        Proposal proposal = desk.named(id);
        if (!(proposal.stage() instanceof Stage.Released released) || released.emergency() == null) {
            throw new Refusal(CONFLICT, Code.RELEASE_DECIDED, "no countersignature is awaited of release " + id);
        }
        Hand before = released.countersigned();
        if (before != null) {
            if (Gate.same(before, seat)) {
                return shown(proposal);
            }
            throw new Refusal(CONFLICT, Code.RELEASE_DECIDED, "release " + id + " is countersigned already");
        }
        Hand by = gate.countersigner(seat, released, draft(proposal), front.now());
        looked(proposal, digest);
        var now = new Stage.Released(released.by(), released.emergency(), released.entry(), by);
        return shown(desk.decided(proposal, now, "release_countersigned", by));
    }

    private static String digest(JsonIn in) {
        String digest = in.word("digest", DIGEST);
        in.end();
        return digest;
    }

    private static void waiting(Proposal proposal) {
        if (proposal.stage() instanceof Stage.Signing) {
            throw new Refusal(CONFLICT, Code.RELEASE_UNDER_WAY);
        }
        if (!(proposal.stage() instanceof Stage.Waiting)) {
            throw new Refusal(CONFLICT, Code.RELEASE_DECIDED, "release " + proposal.number() + " waits no longer");
        }
    }

    /// Refuses a decision on anything but what is there now.
    private void looked(Proposal proposal, String digest) {
        if (!ReleaseDesk.digest(proposal, change(proposal)).hex().equals(digest)) {
            throw new Refusal(CONFLICT, Code.RELEASE_CHANGED);
        }
    }
}
