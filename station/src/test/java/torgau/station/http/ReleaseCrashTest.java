package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.station.home.PrivateFiles;
import torgau.station.home.SeatsFile;
import torgau.station.home.Token;
import torgau.store.desk.Proposal;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;

/// The station is killed at each point between a signature and what it leads to: never two entries,
/// never none after "released". One station is enough: nothing of it is the peer's business.
final class ReleaseCrashTest {
    private static final String TABLE = """
            offices:
              - {office: Duty officer}
            emergency:
              - {offices: [Duty officer]}
            """;
    private static final Hand SECOND = new Hand("second", "Duty officer", 1_700_000_000_000L);

    @TempDir
    Path folder;

    private Served served;
    private Client blue;
    private Client second;

    @BeforeEach
    void start() {
        served = new Served(folder);
        PrivateFiles.create(served.blue.home.authority(), TABLE.getBytes(StandardCharsets.UTF_8));
        new SeatsFile(served.blue.home).add("second", List.of("Duty officer"), new SecureRandom()::nextBytes);
        run();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private void run() {
        served.blue.start();
        blue = served.blue.client();
        second = new Client(blue.port, blue.origin, Token.inFile(served.blue.home.token("second")));
    }

    private void kill() {
        served.blue.running().process().abandon();
        served.blue.close();
        run();
    }

    private Proposal proposed() {
        JsonNode json =
                blue.post("/api/v1/entries", Line.message("FLASH", "Killed.")).json();
        return kept(json.path("id").asLong());
    }

    private Proposal kept(long number) {
        return served.blue
                .running()
                .process()
                .desk()
                .use(desk -> desk.proposal(number))
                .orElseThrow();
    }

    private Proposal signing(Proposal waiting, @Nullable String emergency) {
        return served.blue
                .running()
                .process()
                .desk()
                .use(desk -> desk.advance(waiting.number(), waiting.revision(), new Stage.Signing(SECOND, emergency)))
                .orElseThrow();
    }

    private Reference entry(Proposal signing) throws Exception {
        Draft draft = Proposed.of(signing).draft(signing.asked());
        var result = served.blue.running().process().release(draft).get(10, TimeUnit.SECONDS);
        return ((Result.Authored) result).entry().reference();
    }

    private Client.Reply sign(Proposal release) {
        String one = "/api/v1/releases/" + release.number();
        String digest = second.get(one).json().path("digest").asText();
        return second.post(one + "/sign", "{\"digest\":\"" + digest + "\"}");
    }

    private List<Entry> said() {
        return served.blue.running().process().journal().heads().stream()
                .flatMap(head -> served.blue.running().process().journal().range(head.feed(), 1, 100).stream())
                .filter(entry -> !entry.payload().automatic())
                .toList();
    }

    @Test
    void killed_before_any_signature_it_still_waits() {
        Proposal release = proposed();
        kill();
        assertThat(kept(release.number()).stage()).isEqualTo(new Stage.Waiting());
        assertThat(sign(release).json().path("state").asText()).isEqualTo("released");
        assertThat(said()).hasSize(1);
    }

    @Test
    void killed_after_the_signature_and_before_the_entry_it_waits_again_and_says_nothing_by_itself() {
        Proposal release = proposed();
        signing(release, null);
        kill();
        assertThat(kept(release.number()).stage()).isEqualTo(new Stage.Waiting());
        assertThat(said()).isEmpty();
        assertThat(sign(release).json().path("state").asText()).isEqualTo("released");
        assertThat(said()).hasSize(1);
    }

    @Test
    void killed_after_the_entry_and_before_the_desk_knew_it_is_released_once() throws Exception {
        Proposal release = proposed();
        Reference entry = entry(signing(release, null));
        kill();
        assertThat(kept(release.number()).stage()).isEqualTo(new Stage.Released(SECOND, null, entry, null));
        assertThat(sign(release).json().path("state").asText()).isEqualTo("released");
        assertThat(said()).extracting(Entry::reference).containsExactly(entry);
    }

    @Test
    void killed_in_an_emergency_release_its_countersignature_is_still_awaited() throws Exception {
        Proposal release = proposed();
        entry(signing(release, "Nobody else can be reached."));
        kill();
        assertThat(blue.get("/api/v1/alarms").json().findValuesAsText("kind"))
                .containsExactly("release_uncountersigned");
        kill();
        assertThat(blue.get("/api/v1/alarms").json().findValuesAsText("kind"))
                .containsExactly("release_uncountersigned");
        assertThat(blue.get("/api/v1/status")
                        .json()
                        .at("/authority/uncountersigned")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_seat_taken_away_while_the_station_was_down_has_proposed_nothing() {
        Client.Reply made = second.post("/api/v1/entries", Line.message("ROUTINE", "From a seat that goes."));
        served.blue.close();
        new SeatsFile(served.blue.home).remove("second");
        served.blue.start();
        assertThat(kept(made.json().path("id").asLong()).stage()).isInstanceOf(Stage.Voided.class);
    }

    @Test
    void what_two_have_released_is_what_one_would_have_byte_for_byte() throws Exception {
        String body = Line.message("PRIORITY", "The same words.");
        Client.Reply waits = blue.post("/api/v1/entries", body);
        assertThat(waits.status()).isEqualTo(202);
        sign(kept(waits.json().path("id").asLong()));
        served.blue.close();
        Files.delete(served.blue.home.authority());
        run();
        assertThat(blue.post("/api/v1/entries", body).status()).isEqualTo(201);

        List<Payload> both = said().stream().map(Entry::payload).toList();

        assertThat(both).hasSize(2);
        assertThat(atNoPlace(both.getFirst())).isEqualTo(atNoPlace(both.getLast()));
    }

    /// A payload but for its place and its time.
    private static byte[] atNoPlace(Payload payload) {
        var draft = new Draft(
                payload.trafficClass(),
                payload.precedence(),
                payload.to(),
                payload.matter(),
                payload.refs(),
                payload.act(),
                null);
        return Proposed.content(1, List.of(draft), Optional.empty());
    }
}
