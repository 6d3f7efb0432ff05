package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import torgau.journal.Code;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Station;
import torgau.link.courier.Load;
import torgau.link.seal.CourierFile;
import torgau.station.courier.Packer;
import torgau.station.courier.Packing;
import torgau.station.heart.Effect.Result;

/// Files for a courier and from one. What is packed is remembered while it is fetched, and nothing of it is written:
/// a pack that is never fetched, or lost on its way, was nothing.
final class CourierApi {
    private static final Pattern SCOPE = Pattern.compile("lacking|all");
    private static final int PACKS = 4;
    private static final int ID_BYTES = 8;
    private static final int BLOBS_ASKED = 256;
    private static final long MOST_BYTES = 1L << 40;
    private static final int WITHIN_SECONDS = 20;

    private final Front front;
    private final Map<String, Packing> packs = new LinkedHashMap<>();

    CourierApi(Front front) {
        this.front = front;
    }

    /// `POST /courier/packs`: chooses what another station lacks.
    ObjectNode pack(byte[] body) {
        JsonIn in = JsonIn.of(body);
        Station to = station(in.word("to", Names.STATION));
        long size = in.number("size", Packer.MIN_SIZE, MOST_BYTES);
        boolean all = in.word("scope", SCOPE).equals("all");
        in.end();
        Packing packing = front.process().journal().read(store -> new Packer(store, to.number()).plan(size, all));
        String id = HexFormat.of().formatHex(front.process().random().bytes(ID_BYTES));
        keep(id, packing);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("from", front.names().station(front.ownStation()))
                .put("to", to.code())
                .put("files", packing.files().size())
                .put("entries", packing.entries())
                .put("blobs", packing.blobs())
                .put("bytes", packing.bytes())
                .put("more", packing.more());
    }

    private synchronized void keep(String id, Packing packing) {
        packs.put(id, packing);
        if (packs.size() > PACKS) {
            packs.remove(packs.keySet().iterator().next());
        }
    }

    private synchronized Optional<Packing> kept(String id) {
        return Optional.ofNullable(packs.get(id));
    }

    /// A station by its name, or by that of its party if that has but one.
    private Station station(String name) {
        Roster roster = front.process().picture().roster();
        List<Station> others = roster.stations().stream()
                .filter(station -> station.number() != front.ownStation())
                .toList();
        List<Station> named = others.stream()
                .filter(station -> station.code().equals(name)
                        || roster.agreement()
                                .party(name)
                                .filter(party -> party.number() == station.party())
                                .isPresent())
                .toList();
        if (named.size() != 1) {
            List<String> known = others.stream().map(Station::code).toList();
            throw new Refusal(422, Code.COURIER_TO_WHOM, name + " is not one of " + known, "/to");
        }
        return named.getFirst();
    }

    /// `GET /courier/packs/{id}/files/{number}`: one file, sealed now.
    void file(Context request) {
        String id = request.pathParam("id");
        String number = request.pathParam("number");
        Packing packing = kept(id).orElseThrow(() -> Refusal.notFound("pack " + Refusal.cut(id, 32)));
        int at = number.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(number) : 0;
        if (at < 1 || at > packing.files().size()) {
            throw Refusal.notFound(
                    "file " + Refusal.cut(number, 32) + " of " + packing.files().size());
        }
        Load asking = asking(packing.station());
        Load load = front.process()
                .journal()
                .read(store -> new Packer(store, packing.station())
                        .load(packing.files().get(at - 1), asking));
        byte[] file = await(front.process().ask((heart, now) -> heart.sealForCourier(packing.station(), load, now)))
                .orElseThrow(() -> new Refusal(422, Code.COURIER_TO_WHOM));
        request.contentType("application/octet-stream").result(file);
    }

    private Load asking(int station) {
        return await(front.process().ask((heart, _) -> heart.askingByCourier(station, BLOBS_ASKED)));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new Refusal(503, Code.STATION_FAULT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, Code.STOPPING);
        }
    }

    /// `POST /courier/files`: takes one file that a courier brought.
    ObjectNode take(Context request) throws IOException {
        String type = Objects.requireNonNullElse(request.contentType(), "");
        if (!type.equals("application/octet-stream")) {
            throw new Refusal(415, Code.WRONG_MEDIA_TYPE, "the Content-Type is " + type);
        }
        byte[] file = request.bodyInputStream().readNBytes(CourierFile.MAX_BYTES + 1);
        return switch (Saying.await(front.process().take(file))) {
            case Result.Taken taken ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("from", front.names().station(taken.from()))
                        .put("made", Names.instant(taken.made()))
                        .put("entries", taken.entries())
                        .put("added", taken.added())
                        .put("held", taken.held())
                        .put("waiting", taken.waiting())
                        .put("pieces", taken.pieces());
            case Result.Refused(Code code, String detail) ->
                throw new Refusal(code == Code.STATION_FAULT || code == Code.STOPPING ? 503 : 422, code, detail);
            case Result.Authored _, Result.Repeated _, Result.Together _, Result.Kept _, Result.Erased _ ->
                throw new IllegalStateException("a courier's file was to be taken");
        };
    }
}
