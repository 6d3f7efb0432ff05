package torgau.station.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.journal.crypto.Sha256;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.station.home.Seat;
import torgau.store.Answer;
import torgau.store.desk.Proposal;

/// The requests that put something on the journal, or propose it to a second person. Each names itself
/// by a key: the same key says nothing twice.
final class Saying {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final long ANSWER_WITHIN_SECONDS = 15;
    private static final byte[] SEPARATOR = {0};
    private static final int ACCEPTED_BEFORE = 200;
    private static final int MADE = 201;
    private static final int WAITS = 202;
    private static final Map<Code, Code> NAMED_HERE = Map.of(
            Code.URGENT_TOO_LONG, Code.TOO_MANY_WORDS,
            Code.NOT_OURS_TO_RESUME, Code.NOT_YOURS_TO_LIFT,
            Code.NOT_OURS_TO_ACKNOWLEDGE, Code.NOTHING_TO_ACKNOWLEDGE,
            Code.IDEMPOTENCY_KEY_REUSED, Code.KEY_USED_DIFFERENTLY,
            Code.STATION_FAULT, Code.NOT_WRITING);
    private static final Map<Code, String> FIELDS = Map.of(
            Code.NOT_OURS_TO_TRANSLATE, "/act/of",
            Code.NO_SUCH_TEXT, "/act/part",
            Code.SAME_LANGUAGE, "/act/language",
            Code.TRANSLATION_TOO_URGENT, "/precedence",
            Code.TOO_MANY_WORDS, "/act/text",
            Code.NOT_YOURS_TO_LIFT, "/act/of",
            Code.NOTHING_TO_ACKNOWLEDGE, "/act/of",
            Code.UNKNOWN_ADDRESSEE, "/to");

    private final Front front;
    private final EntryPages pages;
    private final MatterApi matters;
    private final Gate gate;
    private final ReleaseDesk releases;
    private final ReleaseApi decisions;

    /// @param releases where what needs a second person waits
    /// @param decisions what is done about it
    Saying(Front front, EntryPages pages, MatterApi matters, Gate gate, ReleaseDesk releases, ReleaseApi decisions) {
        this.front = front;
        this.pages = pages;
        this.matters = matters;
        this.gate = gate;
        this.releases = releases;
        this.decisions = decisions;
    }

    /// What a request came to.
    ///
    /// @param body the entry, or the release that waits for a second person
    record Said(int status, ObjectNode body) {}

    /// `POST /entries`.
    Said entry(Context request, byte[] body) {
        Draft.Request named = named(request, body);
        return before(named)
                .or(() -> releases.before(named).map(known -> proposed(known, named)))
                .orElseGet(() -> {
                    JsonIn asked = JsonIn.of(body);
                    Optional<String> legalBasis = legalBasis(asked);
                    Draft draft =
                            front.drafting(front.names(), front.spoken(request)).entry(asked, named);
                    Seat seat = Access.seat(request);
                    gate.admits(seat, draft);
                    gate.grounded(draft, legalBasis);
                    if (gate.alone(draft)) {
                        matters.permits(draft);
                        return came(front.process().release(draft), seat, legalBasis);
                    }
                    decisions.permitted(Gate.office(draft), draft);
                    return proposed(releases.propose(seat, draft, named, legalBasis), named);
                });
    }

    /// Why the law lets this be said, in the words of who says it: for one's own desk alone.
    static Optional<String> legalBasis(JsonIn asked) {
        return asked.textIfGiven("legal_basis", 1, Proposed.MAX_LEGAL_BASIS);
    }

    /// `POST /link-tests`.
    Said linkTest(Context request, byte[] body) {
        Draft.Request named = named(request, body);
        return before(named).orElseGet(() -> {
            JsonIn in = JsonIn.of(body);
            Optional<String> station = in.wordIfGiven("station", Names.STATION);
            in.end();
            List<Integer> to = station.map(code -> List.of(partyOf(code))).orElse(List.of());
            return came(front.process().testLine(to, named), Access.seat(request), Optional.empty());
        });
    }

    private int partyOf(String code) {
        return front.names()
                .roster()
                .station(code)
                .filter(station -> station.party() != front.ownParty())
                .orElseThrow(() -> Refusal.field("/station", code + " is not a station of another party of this line"))
                .party();
    }

    static Draft.Request named(Context request, byte[] body) {
        String key = key(request);
        byte[] path = request.path().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Draft.Request(key, Digest.of(Sha256.of(path, SEPARATOR, body)));
    }

    /// What the key made before.
    private Optional<Said> before(Draft.Request named) {
        return front.process()
                .journal()
                .read(journal -> journal.answer(named.key()))
                .map(before -> again(before, named));
    }

    private Said proposed(Proposal known, Draft.Request now) {
        if (!known.asked().request().equals(now.hash())) {
            throw refusal(Code.KEY_USED_DIFFERENTLY, "the key " + now.key() + " already proposed another entry");
        }
        return new Said(WAITS, decisions.shown(known));
    }

    private Said came(CompletableFuture<Result> result, Seat seat, Optional<String> legalBasis) {
        return switch (await(result)) {
            case Result.Authored authored -> {
                Reference place = authored.entry().reference();
                String office = EntryJson.office(authored.entry().payload().act())
                        .map(Office::title)
                        .orElse(null);
                front.process()
                        .log()
                        .note(
                                "released",
                                office,
                                place,
                                "seat " + seat.name()
                                        + legalBasis
                                                .map(basis -> ", legal basis: " + basis)
                                                .orElse(""));
                yield said(MADE, place);
            }
            case Result.Repeated(Reference place) -> said(ACCEPTED_BEFORE, place);
            case Result.Refused(Code code, String detail) -> throw refusal(code, detail);
            case Result.Together _, Result.Kept _, Result.Erased _, Result.Taken _ ->
                throw new IllegalStateException("an entry was asked for");
        };
    }

    /// How a request names itself.
    static String key(Context request) {
        String key = Optional.ofNullable(request.header("Idempotency-Key")).orElse("");
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(400, Code.KEY_MISSING);
        }
        return key;
    }

    private Said again(Answer before, Draft.Request now) {
        if (!before.request().equals(now.hash())) {
            throw refusal(Code.KEY_USED_DIFFERENTLY, "the key " + now.key() + " already made another entry");
        }
        return said(ACCEPTED_BEFORE, before.reference());
    }

    private Said said(int status, Reference place) {
        return new Said(status, pages.entry(front.names().reference(place)));
    }

    /// Waits until the heart has answered; a disk that is slower than a client can wait is told so.
    static Result await(CompletableFuture<Result> result) {
        try {
            return result.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Refusal(
                    503, Code.NOT_WRITING, "the disk has not confirmed it yet: send the same again with the same key");
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, Code.STOPPING);
        }
    }

    /// A refusal of the heart's in the words of the interface.
    static Refusal refusal(Code code, String detail) {
        Code named = NAMED_HERE.getOrDefault(code, code);
        int status = switch (named) {
            case NOT_WRITING, STOPPING -> 503;
            case KEY_USED_DIFFERENTLY, SUSPENDED, NOT_YOURS_TO_LIFT -> 409;
            case TOO_MANY_REQUESTS -> 429;
            default -> 422;
        };
        return new Refusal(status, named, detail, FIELDS.get(named));
    }
}
