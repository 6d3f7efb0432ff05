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
import java.util.function.Function;
import java.util.regex.Pattern;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.journal.crypto.Sha256;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.store.Answer;

/// The two requests that put something on the journal. Each names itself by a key: the same key says
/// nothing twice.
final class Saying {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final long ANSWER_WITHIN_SECONDS = 15;
    private static final byte[] SEPARATOR = {0};
    private static final int ACCEPTED_BEFORE = 200;
    private static final int MADE = 201;
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

    Saying(Front front, EntryPages pages, MatterApi matters) {
        this.front = front;
        this.matters = matters;
        this.pages = pages;
    }

    /// What a request came to.
    record Said(int status, ObjectNode entry) {}

    /// `POST /entries`.
    Said entry(Context request, byte[] body) {
        return once(request, body, key -> {
            Draft draft = front.drafting(front.names(), front.spoken(request)).entry(JsonIn.of(body), key);
            matters.permits(draft);
            return front.process().release(draft);
        });
    }

    /// `POST /link-tests`.
    Said linkTest(Context request, byte[] body) {
        return once(request, body, key -> {
            JsonIn in = JsonIn.of(body);
            Optional<String> station = in.wordIfGiven("station", Names.STATION);
            in.end();
            List<Integer> to = station.map(code -> List.of(partyOf(code))).orElse(List.of());
            return front.process().testLine(to, key);
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

    private Said once(Context request, byte[] body, Function<Draft.Request, CompletableFuture<Result>> make) {
        String key = Optional.ofNullable(request.header("Idempotency-Key")).orElse("");
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(400, Code.KEY_MISSING);
        }
        byte[] path = request.path().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var named = new Draft.Request(key, Digest.of(Sha256.of(path, SEPARATOR, body)));
        Optional<Answer> before = front.process().journal().read(journal -> journal.answer(key));
        if (before.isPresent()) {
            return again(before.get(), named);
        }
        return switch (await(make.apply(named))) {
            case Result.Authored authored -> {
                front.process()
                        .log()
                        .note(
                                "released",
                                office(authored.entry().payload().act()),
                                authored.entry().reference(),
                                null);
                yield said(MADE, authored.entry().reference());
            }
            case Result.Repeated(Reference place) -> said(ACCEPTED_BEFORE, place);
            case Result.Refused(Code code, String detail) -> throw refusal(code, detail);
        };
    }

    private static @org.jspecify.annotations.Nullable String office(Act act) {
        return switch (act) {
            case Act.Message message -> message.office().title();
            case Act.Notification filed -> filed.office().title();
            case Act.Acknowledgement acknowledgement -> acknowledgement.office().title();
            case Act.Translation translation -> translation.office().title();
            case Act.Suspension suspension -> suspension.office().title();
            case Act.Resumption resumption -> resumption.office().title();
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _, Act.Amendment _, Act.Unknown _ -> null;
        };
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

    private static Result await(CompletableFuture<Result> result) {
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

    private static Refusal refusal(Code code, String detail) {
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
