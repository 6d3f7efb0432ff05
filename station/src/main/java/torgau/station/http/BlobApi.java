package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import torgau.catalogue.value.Apart;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.SealedFile;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.crypto.HmacSha256;
import torgau.station.heart.Effect.Result;
import torgau.store.Blob;

/// Files that travel with entries: put in, taken out, and erased.
final class BlobApi {
    private static final int AT_ONCE = 2;
    private static final int MAX_REASON = 500;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9.-]{1,128}");
    private static final byte[] KEY_TAG = "torgau-file-key-1".getBytes(StandardCharsets.UTF_8);

    private final Front front;
    private final Semaphore room = new Semaphore(AT_ONCE);

    BlobApi(Front front) {
        this.front = front;
    }

    /// `PUT /blobs`: takes a file in, and says what an entry has to say of it. The same file under the
    /// same key gives the same, so that it can be sent again.
    ObjectNode putIn(Context request) throws IOException {
        String key = Saying.key(request);
        String type = java.util.Objects.requireNonNullElse(request.contentType(), "");
        if (!type.equals("application/octet-stream")) {
            throw new Refusal(415, Code.WRONG_MEDIA_TYPE, "the Content-Type is " + type);
        }
        if (!room.tryAcquire()) {
            throw new Refusal(429, Code.TOO_MANY_REQUESTS, AT_ONCE + " files are being put in");
        }
        try {
            byte[] file = request.bodyInputStream().readNBytes(Value.Attachment.MAX_BYTES + 1);
            if (file.length > Value.Attachment.MAX_BYTES) {
                throw new Refusal(413, Code.FILE_TOO_LARGE);
            }
            return putIn(file, ownKey(key, file));
        } finally {
            room.release();
        }
    }

    private ObjectNode putIn(byte[] file, Digest key) {
        byte[] blob = SealedFile.seal(front.ownParty(), key, file);
        return switch (Saying.await(front.process().putIn(blob))) {
            case Result.Kept(Digest hash) ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("blob", hash.hex())
                        .put("key", key.hex())
                        .put("bytes", file.length);
            case Result.Refused(Code code, String detail) -> throw new Refusal(503, code, detail);
            case Result.Authored _, Result.Repeated _, Result.Together _, Result.Erased _, Result.Taken _ ->
                throw new IllegalStateException("a file was put in");
        };
    }

    /// A key for this file in this request alone, that nobody else can compute.
    private Digest ownKey(String request, byte[] file) {
        byte[] secret = HmacSha256.of(front.process().setup().identity().storageKey(), KEY_TAG);
        return Digest.of(
                HmacSha256.of(secret, (request + "/" + Digest.over(file).hex()).getBytes(StandardCharsets.UTF_8)));
    }

    /// `GET /entries/{reference}/attachments/{field}`: the file itself, in clear. Nothing in it is
    /// believed: a browser may only keep it.
    void takeOut(Context request) {
        Entry entry = entry(request.pathParam("reference"));
        String field = request.pathParam("field");
        Payload payload = entry.payload();
        Value.Attachment file = Apart.file(fields(payload), field)
                .orElseThrow(() -> Refusal.notFound("file " + field + " in " + request.pathParam("reference")));
        byte[] bytes = bytes(entry, file);
        request.header("Content-Security-Policy", "sandbox; default-src 'none'");
        request.header("Content-Disposition", disposition(file.name()));
        request.contentType("application/octet-stream").result(bytes);
    }

    private byte[] bytes(Entry entry, Value.Attachment file) {
        Payload payload = entry.payload();
        String state =
                front.annexes(payload.feed().party(), payload.to(), List.of()).state(file.blob());
        switch (state) {
            case "here" -> {}
            case "erased" -> throw new Refusal(410, Code.BLOB_ERASED);
            case "not_for_us" -> throw new Refusal(403, Code.BLOB_NOT_FOR_US);
            default -> {
                front.process().want(entry.reference());
                throw new Refusal(409, Code.BLOB_AWAITED);
            }
        }
        return front.process()
                .journal()
                .read(store -> store.blob(file.blob()))
                .map(Blob::bytes)
                .flatMap(blob -> SealedFile.open(file, blob))
                .orElseThrow(() -> new Refusal(422, Code.BLOB_UNREADABLE));
    }

    /// The name in the entry, as far as it can do no harm: no folders, no quotes, nothing that cannot be
    /// seen.
    static String disposition(String name) {
        String safe = name.codePoints()
                .filter(each -> !JsonIn.unsayable(each)
                        && !Character.isISOControl(each)
                        && Character.getType(each) != Character.FORMAT)
                .map(each -> "\"\\/:*?<>|;%".indexOf(each) >= 0 ? '_' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceFirst("^[.]+", "_");
        String known = safe.isEmpty() ? "attachment" : safe;
        String plain = known.codePoints()
                .map(each -> each > ' ' && each < 127 ? each : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String encoded = URLEncoder.encode(known, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /// `POST /entries/{reference}/erasure`: erases here what an entry names. Who does it types the
    /// message number.
    ObjectNode erase(String name, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String reason = in.line("reason", 1, MAX_REASON);
        String confirmed = in.word("confirm", NUMBER);
        in.end();
        Entry entry = entry(name);
        if (!confirmed.equals(front.names().messageNumber(entry))) {
            throw new Refusal(422, Code.NOT_CONFIRMED, Code.NOT_CONFIRMED.text(), "/confirm");
        }
        return switch (Saying.await(front.process().erase(entry.reference()))) {
            case Result.Erased(int blobs) -> {
                front.process().log().note("erased", null, entry.reference(), reason);
                yield JsonNodeFactory.instance.objectNode().put("erased", blobs);
            }
            case Result.Refused(Code code, String detail) ->
                throw new Refusal(code == Code.NOTHING_TO_ERASE ? 422 : 503, code, detail);
            case Result.Authored _, Result.Repeated _, Result.Together _, Result.Kept _, Result.Taken _ ->
                throw new IllegalStateException("an entry's blobs were to be erased");
        };
    }

    private Entry entry(String name) {
        return front.names()
                .place(name, front.process().journal())
                .flatMap(front.process().journal()::entry)
                .orElseThrow(() -> Refusal.notFound("entry " + name));
    }

    private static SequencedMap<String, Value> fields(Payload payload) {
        return payload.act() instanceof Act.Notification act
                        && FilingCodec.decode(act.fields())
                                instanceof
                                Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> fields)
                ? fields
                : new java.util.LinkedHashMap<>();
    }
}
