package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What one administrator, the keeper of the machine or a thief of one key can not do alone.
final class OfficersAttackedTest extends OnOfficersStation {
    private Client.Reply move(Desk by, String id, String state) {
        return by.send("PUT", "/api/v1/officers/" + id + "/state", moved(id, state));
    }

    private Client.Reply move(String id, String state) {
        return blue.put("/api/v1/officers/" + id + "/state", moved(id, state));
    }

    private Client.Reply add(String id) {
        return blue.post("/api/v1/officers", officer(id, "first", "administrator"));
    }

    @Test
    void the_token_of_the_home_gives_nothing_though_one_of_two_administrators_is_suspended_or_ended() {
        begin();
        assertThat(move("boris", "suspended").status()).isEqualTo(200);
        assertThat(add("mole").code()).isEqualTo("TG-6148");
        assertThat(move("boris", "active").code()).isEqualTo("TG-6148");
        assertThat(move("boris", "ended").status()).isEqualTo(200);
        assertThat(add("mole").code()).isEqualTo("TG-6148");
        assertThat(move("anna", "suspended").status()).isEqualTo(200);
        assertThat(add("mole").code()).isEqualTo("TG-6148");
    }

    @Test
    void when_every_administrator_has_ended_two_are_made_anew_and_one_of_them_is_not_enough() {
        begin();
        move("boris", "ended");
        move("anna", "ended");
        made("carla", "first", "administrator");
        assertThat(blue.get("/api/v1/officers").json().path("begun").asBoolean())
                .isFalse();
        made("dora", "second", "administrator");
        assertThat(add("mole").code()).isEqualTo("TG-6148");
    }

    @Test
    void one_administrator_does_not_make_a_second_person_alone() {
        begin();
        Desk anna = new Desk().signedInAs("anna");
        Desk boris = new Desk().signedInAs("boris");
        assertThat(anna.send("POST", "/api/v1/officers", officer("mole", "first", "releaser"))
                        .status())
                .isEqualTo(201);
        String path = "/api/v1/officers/mole/invitation";
        for (int i = 0; i < 2; i++) {
            Client.Reply asked = anna.send("POST", path, read(kept("mole")));
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.json().has("code")).isFalse();
        }
        assertThat(blue.post(path, read(kept("mole"))).code()).isEqualTo("TG-6148");
        Client.Reply confirmed = boris.send("POST", path, read(kept("mole")));
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(enrol("mole", confirmed.json().path("code").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void the_last_administrator_gets_the_other_back_in_with_whoever_keeps_the_machine() {
        begin();
        move("boris", "ended");
        Desk anna = new Desk().signedInAs("anna");
        anna.send("POST", "/api/v1/officers", officer("carla", "second", "administrator"));
        String path = "/api/v1/officers/carla/invitation";
        assertThat(blue.post(path, read(kept("carla"))).code()).isEqualTo("TG-6148");
        assertThat(anna.send("POST", path, read(kept("carla"))).status()).isEqualTo(202);
        Client.Reply confirmed = blue.post(path, read(kept("carla")));
        assertThat(confirmed.status()).isEqualTo(201);
        enrol("carla", confirmed.json().path("code").asText());
        Desk carla = new Desk().signedInAs("carla");
        String recovery = "/api/v1/officers/anna/recovery";
        assertThat(blue.post(recovery, read(kept("anna"))).code()).isEqualTo("TG-6148");
        assertThat(carla.send("POST", recovery, read(kept("anna"))).status()).isEqualTo(202);
        assertThat(blue.post(recovery, read(kept("anna"))).status()).isEqualTo(201);
        assertThat(add("mole").code()).isEqualTo("TG-6148");
    }

    @Test
    void what_an_administrator_asked_who_was_suspended_since_is_not_half_a_recovery() {
        begin();
        Desk anna = new Desk().signedInAs("anna");
        Desk boris = new Desk().signedInAs("boris");
        String path = "/api/v1/officers/watch/recovery";
        assertThat(anna.send("POST", path, read(kept("watch"))).status()).isEqualTo(202);
        assertThat(move(boris, "anna", "suspended").status()).isEqualTo(200);
        assertThat(boris.send("POST", path, read(kept("watch"))).status()).isEqualTo(202);
    }

    @Test
    void the_last_administrator_neither_lays_down_the_role_nor_leaves() {
        begin();
        Desk anna = new Desk().signedInAs("anna");
        assertThat(move(anna, "boris", "suspended").status()).isEqualTo(200);
        String without = "{\"revision\":" + kept("anna").path("revision").asInt()
                + ",\"name\":\"Anna\",\"seat\":\"first\",\"roles\":[\"auditor\"]}";
        assertThat(anna.send("PUT", "/api/v1/officers/anna", without).code()).isEqualTo("TG-6151");
        assertThat(move(anna, "anna", "suspended").code()).isEqualTo("TG-6151");
        assertThat(move(anna, "anna", "ended").code()).isEqualTo("TG-6151");
        assertThat(move("anna", "suspended").status()).isEqualTo(200);
    }

    @Test
    void a_console_that_a_token_opened_is_shut_when_officers_begin() {
        Desk old = new Desk();
        String token = "{\"token\":\"" + blue.token + "\"}";
        old.kept(old.send("POST", "/api/v1/session", token));
        assertThat(old.get("/api/v1/status").status()).isEqualTo(200);
        begin();
        assertThat(old.get("/api/v1/status").code()).isEqualTo("TG-6001");
    }

    @Test
    void signing_in_and_wrong_codes_keep_no_administrator_from_suspending() {
        begin();
        JsonNode seen = kept("watch");
        new Desk().signedInAs("watch");
        String suspended = "{\"revision\":" + seen.path("revision").asInt() + ",\"state\":\"suspended\"}";
        assertThat(blue.put("/api/v1/officers/watch/state", suspended).status()).isEqualTo(200);
        assertThat(blue.put("/api/v1/officers/watch/state", suspended).code()).isEqualTo("TG-6147");
    }

    @Test
    void a_flood_of_sign_ins_that_nobody_finishes_takes_no_officers_place() {
        begin();
        Desk officer = new Desk();
        JsonNode asked =
                officer.send("POST", "/api/v1/session/passkey-options", "").json();
        for (int i = 0; i < 300; i++) {
            assertThat(new Desk()
                            .send("POST", "/api/v1/session/passkey-options", "")
                            .status())
                    .isEqualTo(200);
        }
        JsonNode credential = keys.get("watch").signed(asked.path("options"));
        assertThat(officer.answered(asked, credential, "/api/v1/session/passkey")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_answer_counts_for_its_own_challenge_and_its_own_kind_of_ceremony() {
        begin();
        Desk desk = new Desk();
        String path = "/api/v1/session/passkey";
        JsonNode one = desk.send("POST", "/api/v1/session/passkey-options", "").json();
        JsonNode other =
                desk.send("POST", "/api/v1/session/passkey-options", "").json();
        JsonNode ofOther = keys.get("watch").signed(other.path("options"));
        assertThat(desk.answered(one, ofOther, path).code()).isEqualTo("TG-6141");
        JsonNode made = keys.get("watch").made(other.path("options"));
        assertThat(desk.answered(other, made, "/api/v1/enrolment").code()).isEqualTo("TG-6142");
        ObjectNode invented = JsonNodeFactory.instance.objectNode().put("ceremony", "AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(desk.answered(invented, ofOther, path).code()).isEqualTo("TG-6141");
        assertThat(desk.answered(other, ofOther, path).status())
                .as("what came before has used nothing up")
                .isEqualTo(200);
    }

    @Test
    void no_address_answers_a_locked_session_or_one_of_a_suspended_officer() {
        begin();
        Desk locked = new Desk().signedInAs("watch");
        locked.send("POST", "/api/v1/session/lock", "");
        Desk out = new Desk().signedInAs("relief");
        assertThat(move("relief", "suspended").status()).isEqualTo(200);
        for (Rights.Row row : Rights.TABLE.rows()) {
            if (row.open() || row.address().equals("/session") || row.address().equals("/session/unlock")) {
                continue;
            }
            String path = ApiServer.API + row.address().replaceAll("\\{[a-z]+}", "1");
            String body = row.method().equals("GET") || row.method().equals("DELETE") ? "" : "{}";
            assertThat(locked.send(row.method(), path, body).status()).as(path).isEqualTo(423);
            assertThat(out.send(row.method(), path, body).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void an_attestation_that_no_authenticator_makes_is_refused_and_uses_up_nothing() {
        blue.post("/api/v1/officers", officer("anna", "first", "administrator"));
        String code = blue.post("/api/v1/officers/anna/invitation", read(kept("anna")))
                .json()
                .path("code")
                .asText();
        for (String attestation : List.of(
                "81".repeat(20_000),
                "9b7fffffffffffffff",
                "5b7fffffffffffffff",
                "a263666d74646e6f6e6563666d74646e6f6e65",
                "ff",
                "")) {
            JsonNode asked = begunEnrolment("anna", code);
            ObjectNode credential = new Authenticator(blue.origin, "mole").made(asked.path("options"));
            String text = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(HexFormat.of().parseHex(attestation));
            ((ObjectNode) credential.path("response")).put("attestationObject", text);
            assertThat(new Desk()
                            .answered(asked, credential, "/api/v1/enrolment")
                            .code())
                    .as(attestation.substring(0, Math.min(20, attestation.length())))
                    .isEqualTo("TG-6142");
        }
        assertThat(enrol("anna", code).status()).isEqualTo(200);
    }
}
