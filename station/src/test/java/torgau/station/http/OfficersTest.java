package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import torgau.station.home.PrivateFiles;

/// Officers as persons: how they come to be, sign in, lock, sign second, and get back in.
final class OfficersTest extends OnOfficersStation {
    @Test
    void the_first_two_administrators_are_made_with_the_token_and_from_then_on_it_only_takes_away() {
        begin();
        assertThat(blue.get("/api/v1/officers").json().path("begun").asBoolean())
                .isTrue();
        assertThat(blue.post("/api/v1/officers", officer("late", "first", "administrator"))
                        .code())
                .isEqualTo("TG-6148");
        String ended = moved("reader", "ended");
        assertThat(blue.put("/api/v1/officers/reader/state", ended).status()).isEqualTo(200);
        assertThat(blue.put("/api/v1/officers/reader/state", ended).code()).isEqualTo("TG-6147");
        String token = "{\"token\":\"" + blue.token + "\"}";
        assertThat(new Desk().send("POST", "/api/v1/session", token).code()).isEqualTo("TG-6140");
        assertThat(blue.get("/api/v1/status").status()).isEqualTo(200);
    }

    @Test
    void an_invitation_is_good_for_one_passkey_and_void_after_five_wrong_codes() {
        blue.post("/api/v1/officers", officer("anna", "first", "administrator"));
        String code = blue.post("/api/v1/officers/anna/invitation", read(kept("anna")))
                .json()
                .path("code")
                .asText();
        assertThat(enrol("anna", code).status()).isEqualTo(200);
        assertThat(begunEnrolment("anna", code).path("code").asText()).isEqualTo("TG-6142");
        blue.post("/api/v1/officers", officer("boris", "first", "administrator"));
        String second = blue.post("/api/v1/officers/boris/invitation", read(kept("boris")))
                .json()
                .path("code")
                .asText();
        for (int i = 0; i < 5; i++) {
            assertThat(begunEnrolment("boris", "AAAA-AAAA").path("code").asText())
                    .isEqualTo("TG-6142");
        }
        assertThat(begunEnrolment("boris", second).path("code").asText()).isEqualTo("TG-6142");
    }

    @Test
    void a_passkey_without_its_user_from_another_page_or_copied_is_refused_and_counted() {
        begin();
        Desk desk = new Desk();
        JsonNode asked =
                desk.send("POST", "/api/v1/session/passkey-options", "").json();
        JsonNode credential = keys.get("watch").signed(asked.path("options"));
        assertThat(desk.answered(asked, credential, "/api/v1/session/passkey").status())
                .isEqualTo(200);
        assertThat(desk.answered(asked, credential, "/api/v1/session/passkey").code())
                .isEqualTo("TG-6141");
        keys.get("watch").rewind();
        assertThat(new Desk().shows("watch", "/api/v1/session/passkey").code()).isEqualTo("TG-6141");
        keys.get("relief").careless();
        assertThat(new Desk().shows("relief", "/api/v1/session/passkey").code()).isEqualTo("TG-6141");
        for (int i = 0; i < 7; i++) {
            new Desk().shows("relief", "/api/v1/session/passkey");
        }
        assertThat(new Desk().shows("relief", "/api/v1/session/passkey").code()).isEqualTo("TG-6011");
        assertThat(new Desk().signedInAs("anna").get("/api/v1/officers").status())
                .isEqualTo(200);
    }

    @Test
    void a_locked_console_shows_the_line_and_that_a_flash_is_there_and_opens_for_its_own_officer_alone() {
        begin();
        Desk desk = new Desk().signedInAs("watch");
        assertThat(desk.send("POST", "/api/v1/session/lock", "").status()).isEqualTo(204);
        assertThat(desk.get("/api/v1/entries").code()).isEqualTo("TG-6143");
        assertThat(desk.get("/api/v1/status").code()).isEqualTo("TG-6143");
        assertThat(desk.get("/api/v1/events").code()).isEqualTo("TG-6143");
        JsonNode state = desk.get("/api/v1/session").json();
        assertThat(state.at("/glance/counterparts/0/station").asText()).isEqualTo("RED-OPS");
        assertThat(state.at("/glance/flash").asInt(-1)).isZero();
        assertThat(desk.shows("relief", "/api/v1/session/unlock").code()).isEqualTo("TG-6141");
        assertThat(desk.shows("watch", "/api/v1/session/unlock").status()).isEqualTo(204);
        assertThat(desk.get("/api/v1/entries").status()).isEqualTo(200);
    }

    @Test
    void passkeys_are_replaced_by_two_administrators_who_are_not_their_owner() {
        begin();
        Desk anna = new Desk().signedInAs("anna");
        Desk boris = new Desk().signedInAs("boris");
        Desk watch = new Desk().signedInAs("watch");
        String path = "/api/v1/officers/watch/recovery";
        assertThat(anna.send("POST", "/api/v1/officers/watch/invitation", read(kept("watch")))
                        .code())
                .isEqualTo("TG-6149");
        assertThat(anna.send("POST", "/api/v1/officers/anna/recovery", read(kept("anna")))
                        .code())
                .isEqualTo("TG-6149");
        assertThat(anna.send("POST", path, read(kept("watch"))).status()).isEqualTo(202);
        assertThat(anna.send("POST", path, read(kept("watch"))).status()).isEqualTo(202);
        assertThat(blue.post(path, read(kept("watch"))).code()).isEqualTo("TG-6148");
        Client.Reply confirmed = boris.send("POST", path, read(kept("watch")));
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(watch.get("/api/v1/status").code()).isEqualTo("TG-6001");
        assertThat(enrol("watch", confirmed.json().path("code").asText()).status())
                .isEqualTo(200);
        new Desk().signedInAs("watch");
        assertThat(watch.get("/api/v1/status").code()).isEqualTo("TG-6001");
    }

    @Test
    void a_session_does_not_live_again_when_its_suspended_officer_serves_again() {
        begin();
        Desk watch = new Desk().signedInAs("watch");
        Desk anna = new Desk().signedInAs("anna");
        for (String state : List.of("suspended", "active")) {
            assertThat(anna.send("PUT", "/api/v1/officers/watch/state", moved("watch", state))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(watch.get("/api/v1/status").code()).isEqualTo("TG-6001");
        assertThat(watch.signedInAs("watch").get("/api/v1/status").status()).isEqualTo(200);
    }

    @Test
    void a_token_does_not_unlock_the_session_of_an_officer() {
        begin();
        Desk watch = new Desk().signedInAs("watch");
        assertThat(watch.send("POST", "/api/v1/session/lock", "").status()).isEqualTo(204);
        String token = "{\"token\":\"" + blue.token + "\"}";
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + blue.token);
        assertThat(watch.send("POST", "/api/v1/session/unlock", token, bearer).code())
                .isEqualTo("TG-6150");
        assertThat(watch.get("/api/v1/status").code()).isEqualTo("TG-6143");
    }

    @Test
    void a_suspended_officer_is_out_at_once() {
        begin();
        Desk watch = new Desk().signedInAs("watch");
        assertThat(blue.put("/api/v1/officers/watch/state", moved("watch", "suspended"))
                        .status())
                .isEqualTo(200);
        assertThat(watch.get("/api/v1/status").code()).isEqualTo("TG-6001");
        assertThat(watch.shows("watch", "/api/v1/session/passkey").code()).isEqualTo("TG-6141");
    }

    @Test
    void the_second_signature_is_another_persons_also_from_the_same_seat_and_the_audit_names_both() {
        PrivateFiles.create(
                line.blue.home.authority(),
                "offices: [{office: \"Duty officer\"}]\nalone: [{classes: [TEST]}]\n".getBytes(StandardCharsets.UTF_8));
        line.blue.close();
        line.blue.start();
        blue = line.blue.client();
        begin();
        Desk watch = new Desk().signedInAs("watch");
        Desk relief = new Desk().signedInAs("relief");
        Client.Reply proposed = watch.send("POST", "/api/v1/entries", Line.message("ROUTINE", "Two persons sign."));
        assertThat(proposed.status()).as(proposed.json().toString()).isEqualTo(202);
        String one = "/api/v1/releases/" + proposed.json().path("id").asText();
        String body = "{\"digest\":\"" + proposed.json().path("digest").asText() + "\"}";
        assertThat(watch.send("POST", one + "/sign", body).code()).isEqualTo("TG-6145");
        assertThat(blue.post(one + "/sign", body).code()).isEqualTo("TG-6146");
        Client.Reply signed = relief.send("POST", one + "/sign", body);
        assertThat(signed.status()).as(signed.json().toString()).isEqualTo(200);
        assertThat(signed.json().at("/decided/officer").asText()).isEqualTo("relief");
        var officers = new ArrayList<String>();
        new Desk()
                .signedInAs("reader")
                .get("/api/v1/audit?limit=500")
                .json()
                .path("lines")
                .forEach(each -> officers.add(each.path("officer").asText() + " "
                        + each.path("path").asText() + " " + each.path("status").asInt()));
        assertThat(officers)
                .contains("watch /api/v1/entries 202", "watch " + one + "/sign 403", "relief " + one + "/sign 200");
    }

    @Test
    void a_role_that_does_not_cover_an_act_is_refused_before_anything_is_read() {
        begin();
        Desk reader = new Desk().signedInAs("reader");
        assertThat(reader.send("POST", "/api/v1/entries", "{}").code()).isEqualTo("TG-6144");
        assertThat(reader.get("/metrics").code()).isEqualTo("TG-6144");
        assertThat(reader.get("/api/v1/audit").status()).isEqualTo(200);
    }
}
