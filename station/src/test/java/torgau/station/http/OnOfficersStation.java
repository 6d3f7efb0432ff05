package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import torgau.station.home.SeatsFile;

/// A station at which officers sign in, each with a browser and a passkey.
abstract class OnOfficersStation extends OnOneStation {
    final Map<String, Authenticator> keys = new LinkedHashMap<>();

    /// An officer's browser.
    final class Desk {
        String cookie = "";

        Client.Reply send(String method, String path, String body) {
            return send(method, path, body, Map.of());
        }

        Client.Reply send(String method, String path, String body, Map<String, String> more) {
            var headers = new LinkedHashMap<>(Map.of(
                    "Host", blue.origin.getAuthority(), "Origin", blue.origin.toString(), "Cookie", "x=y; " + cookie));
            headers.put("Idempotency-Key", "key-" + System.nanoTime());
            headers.putAll(more);
            if (!body.isEmpty()) {
                headers.put("Content-Type", "application/json");
            }
            return blue.send(method, path, body.isEmpty() ? Optional.empty() : Optional.of(body), headers);
        }

        Client.Reply get(String path) {
            return send("GET", path, "");
        }

        Client.Reply shows(String officer, String to) {
            JsonNode asked = send("POST", "/api/v1/session/passkey-options", "").json();
            return answered(asked, keys.get(officer).signed(asked.path("options")), to);
        }

        Client.Reply answered(JsonNode asked, JsonNode credential, String to) {
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("ceremony", asked.path("ceremony").asText());
            body.set("credential", credential);
            return kept(send("POST", to, body.toString()));
        }

        /// As a browser keeps the cookie of an answer.
        Client.Reply kept(Client.Reply reply) {
            reply.http()
                    .headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return reply;
        }

        Desk signedInAs(String officer) {
            Client.Reply reply = shows(officer, "/api/v1/session/passkey");
            assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
            return this;
        }
    }

    static String officer(String id, String seat, String... roles) {
        return "{\"id\":\"" + id + "\",\"name\":\"Cdr " + id + "\",\"seat\":\"" + seat + "\",\"roles\":[\""
                + String.join("\",\"", roles) + "\"]}";
    }

    static String read(JsonNode officer) {
        return "{\"revision\":" + officer.path("revision").asInt() + "}";
    }

    JsonNode kept(String id) {
        return blue.get("/api/v1/officers")
                .json()
                .path("officers")
                .valueStream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String moved(String id, String state) {
        return "{\"revision\":" + kept(id).path("revision").asInt() + ",\"state\":\"" + state + "\"}";
    }

    JsonNode begunEnrolment(String id, String code) {
        return new Desk()
                .send("POST", "/api/v1/enrolment-options", "{\"officer\":\"" + id + "\",\"code\":\"" + code + "\"}")
                .json();
    }

    Client.Reply enrol(String id, String code) {
        JsonNode asked = begunEnrolment(id, code);
        keys.put(id, new Authenticator(blue.origin, id + System.nanoTime()));
        return new Desk().answered(asked, keys.get(id).made(asked.path("options")), "/api/v1/enrolment");
    }

    void made(String id, String seat, String... roles) {
        assertThat(blue.post("/api/v1/officers", officer(id, seat, roles)).status())
                .isEqualTo(201);
        JsonNode invited = blue.post("/api/v1/officers/" + id + "/invitation", read(kept(id)))
                .json();
        Client.Reply enrolled = enrol(id, invited.path("code").asText().toLowerCase(java.util.Locale.ROOT));
        assertThat(enrolled.status()).as(enrolled.json().toString()).isEqualTo(200);
    }

    void begin() {
        new SeatsFile(line.blue.home).add("second", List.of("Duty officer"), new SecureRandom()::nextBytes);
        made("watch", "first", "watch_officer", "releaser");
        made("relief", "first", "watch_officer", "releaser");
        made("reader", "second", "auditor", "translator");
        made("anna", "first", "administrator");
        made("boris", "second", "administrator");
    }
}
