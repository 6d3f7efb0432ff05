package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import torgau.station.shell.Clocks;

/// Sessions that are left, locked, ended or brought by somebody else, on a steady clock that the test moves.
final class SessionsAttackedTest extends OnOfficersStation {
    private final AtomicLong aheadMinutes = new AtomicLong();

    @BeforeEach
    void startWithAClockToMove() {
        line.blue.close();
        line.blue.clocks = new Clocks(
                System::currentTimeMillis, () -> System.nanoTime() + TimeUnit.MINUTES.toNanos(aheadMinutes.get()));
        line.blue.start();
        blue = line.blue.client();
        begin();
    }

    private void later(int minutes) {
        aheadMinutes.addAndGet(minutes);
    }

    private Client.Reply asked(Desk desk, Rights.Row row) {
        String path = ApiServer.API + row.address().replaceAll("\\{[a-z]+}", "1");
        boolean reading = row.method().equals("GET") || row.method().equals("DELETE");
        return desk.send(row.method(), path, reading ? "" : "{}");
    }

    @Test
    void an_officer_who_went_away_reads_nothing_at_any_address_and_after_half_an_hour_is_nobody() {
        Desk away = new Desk().signedInAs("watch");
        later(17);
        for (Rights.Row row : Rights.TABLE.rows()) {
            if (!row.open()
                    && !row.address().equals("/session")
                    && !row.address().equals("/session/unlock")) {
                assertThat(asked(away, row).status()).as(row.address()).isEqualTo(423);
            }
        }
        JsonNode state = away.get("/api/v1/session").json();
        assertThat(state.path("locked").asBoolean()).isTrue();
        assertThat(state.has("glance")).isTrue();
        assertThat(away.shows("watch", "/api/v1/session/unlock").status()).isEqualTo(204);
        assertThat(away.get("/api/v1/status").status()).isEqualTo(200);
        later(31);
        for (Rights.Row row : Rights.TABLE.rows()) {
            if (!row.open()) {
                assertThat(asked(away, row).status()).as(row.address()).isEqualTo(401);
            }
        }
        assertThat(away.get("/api/v1/session").json().path("signed_in").asBoolean(true))
                .isFalse();
    }

    @Test
    void what_a_page_asks_by_itself_keeps_no_session_open() {
        Desk away = new Desk().signedInAs("watch");
        Desk here = new Desk().signedInAs("relief");
        for (int minute = 0; minute < 17; minute++) {
            later(1);
            away.get("/api/v1/status");
            away.send("PUT", "/api/v1/entries/RED-OPS.00000000.1/opened", "");
            away.send("POST", "/api/v1/notification-sentence", "{}");
            assertThat(here.send("POST", "/api/v1/session/presence", "").status())
                    .isEqualTo(204);
        }
        assertThat(away.get("/api/v1/status").code()).isEqualTo("TG-6143");
        assertThat(here.get("/api/v1/status").status()).isEqualTo(200);
    }

    @Test
    @Tag("long")
    void whoever_is_put_out_or_locked_while_reading_the_stream_reads_nothing_that_comes_after() throws IOException {
        Desk suspended = new Desk().signedInAs("relief");
        Desk locked = new Desk().signedInAs("watch");
        try (Socket of = stream(suspended);
                Socket from = stream(locked)) {
            assertThat(blue.put("/api/v1/officers/relief/state", moved("relief", "suspended"))
                            .status())
                    .isEqualTo(200);
            locked.send("POST", "/api/v1/session/lock", "");
            Line.say(blue, Line.message("ROUTINE", "Nobody of them reads this"));
            assertThat(rest(of)).doesNotContain("Nobody of them");
            assertThat(rest(from)).doesNotContain("Nobody of them");
        }
    }

    /// A stream of which the beginning has been read.
    private Socket stream(Desk desk) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), blue.port);
        socket.setSoTimeout(30_000);
        String request = "GET /api/v1/events HTTP/1.1\r\nHost: " + blue.origin.getAuthority()
                + "\r\nAccept: text/event-stream\r\nCookie: " + desk.cookie + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var read = new StringBuilder();
        while (!read.toString().contains("event: line")) {
            int next = socket.getInputStream().read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_cookie_that_somebody_planted_opens_nothing_and_is_not_the_one_that_signing_in_gives() {
        Desk victim = new Desk();
        Client.Reply asked = new Desk().shows("watch", "/api/v1/session/passkey");
        String name = asked.http().headers().firstValue("Set-Cookie").orElseThrow();
        String planted = name.substring(0, name.indexOf('=') + 1) + "A".repeat(43);
        victim.cookie = planted;
        assertThat(victim.get("/api/v1/status").status()).isEqualTo(401);
        victim.signedInAs("watch");
        assertThat(victim.cookie).isNotEqualTo(planted);
        Desk thief = new Desk();
        thief.cookie = planted;
        assertThat(thief.get("/api/v1/status").status()).isEqualTo(401);
    }

    @Test
    void whoever_signs_in_over_another_ones_session_ends_it() {
        Desk browser = new Desk().signedInAs("reader");
        Desk before = new Desk();
        before.cookie = browser.cookie;
        browser.signedInAs("watch");
        assertThat(before.get("/api/v1/status").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/session").json().at("/officer/id").asText())
                .isEqualTo("watch");
    }

    @Test
    void two_tabs_are_one_session_that_is_locked_and_left_at_once() {
        Desk one = new Desk().signedInAs("watch");
        Desk other = new Desk();
        other.cookie = one.cookie;
        one.send("POST", "/api/v1/session/lock", "");
        assertThat(other.get("/api/v1/entries").code()).isEqualTo("TG-6143");
        assertThat(other.shows("watch", "/api/v1/session/unlock").status()).isEqualTo(204);
        assertThat(one.get("/api/v1/entries").status()).isEqualTo(200);
        one.send("DELETE", "/api/v1/session", "");
        assertThat(other.get("/api/v1/entries").status()).isEqualTo(401);
    }

    @Test
    void of_two_officers_on_one_draft_the_second_reads_again_and_overwrites_nothing() {
        Desk watch = new Desk().signedInAs("watch");
        Desk relief = new Desk().signedInAs("relief");
        String at = "/api/v1/drafts/draft-0001";
        assertThat(watch.send("PUT", at, draft(0, "of the watch")).status()).isEqualTo(200);
        assertThat(relief.send("PUT", at, draft(0, "of the relief")).code()).isEqualTo("TG-6008");
        assertThat(relief.get("/api/v1/drafts")
                        .json()
                        .at("/drafts/0/content/text")
                        .asText())
                .isEqualTo("of the watch");
        assertThat(relief.send("PUT", at, draft(1, "of the relief")).status()).isEqualTo(200);
        assertThat(watch.send("PUT", at, draft(1, "of the watch again")).code()).isEqualTo("TG-6008");
    }

    @Test
    void no_name_that_passes_for_another_ones_or_fills_the_screen_is_kept() {
        Desk anna = new Desk().signedInAs("anna");
        for (String name : List.of("Cdr w\u0430tch", "Cdr watch\u202e", "Cdr wat\u200bch", "N".repeat(10_000), " ")) {
            String added = officer("mole", "first", "releaser").replace("Cdr mole", name);
            assertThat(anna.send("POST", "/api/v1/officers", added).code()).isEqualTo("TG-6006");
            String changed = "{\"revision\":" + kept("watch").path("revision").asInt() + ",\"name\":\"" + name
                    + "\",\"seat\":\"first\",\"roles\":[\"releaser\"]}";
            assertThat(anna.send("PUT", "/api/v1/officers/watch", changed).code())
                    .isEqualTo("TG-6006");
        }
        assertThat(kept("watch").path("name").asText()).isEqualTo("Cdr watch");
    }

    private static String draft(int revision, String text) {
        return "{\"revision\":" + revision + ",\"content\":{\"text\":\"" + text + "\"}}";
    }
}
