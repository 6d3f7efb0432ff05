package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody shows at the door who has no passkey of this station, or only half of what is wanted.
final class SignInAttackedTest extends OnOfficersStation {
    private static final String PASSKEY = "/api/v1/session/passkey";
    private static final String ENROLMENT = "/api/v1/enrolment";
    private static final long HUNDRED_MEGABYTES = 100L << 20;

    private String invited(String id) {
        blue.post("/api/v1/officers", officer(id, "first", "administrator"));
        return blue.post("/api/v1/officers/" + id + "/invitation", read(kept(id)))
                .json()
                .path("code")
                .asText();
    }

    /// The last letter of a ceremony's name has four bits that say nothing: sixteen spellings of one name.
    @Test
    void an_answer_counts_once_however_the_name_of_its_ceremony_is_spelt() {
        begin();
        keys.get("watch").countless();
        Desk desk = new Desk();
        JsonNode asked =
                desk.send("POST", "/api/v1/session/passkey-options", "").json();
        JsonNode credential = keys.get("watch").signed(asked.path("options"));
        assertThat(desk.answered(asked, credential, PASSKEY).status()).isEqualTo(200);
        String name = asked.path("ceremony").asText();
        for (String last : List.of("A", "B", "Q", "R", "g", "h", "w", "x")) {
            ObjectNode again =
                    JsonNodeFactory.instance.objectNode().put("ceremony", name.substring(0, name.length() - 1) + last);
            assertThat(new Desk().answered(again, credential, PASSKEY).code())
                    .as(last)
                    .isEqualTo("TG-6141");
        }
    }

    @Test
    void a_signature_given_to_another_page_or_another_station_opens_nothing_here() {
        begin();
        Authenticator key = keys.get("watch");
        String own = blue.origin.toString();
        String host = blue.origin.getHost();
        for (List<String> other : List.of(
                List.of("http://red.localhost:7101", host),
                List.of("https://" + blue.origin.getAuthority(), host),
                List.of("http://" + host + ":1", host),
                List.of("http://" + blue.origin.getAuthority() + ".example", host),
                List.of("null", host),
                List.of(own, "red.localhost"),
                List.of(own, "localhost"),
                List.of(own, ""))) {
            key.at(other.getFirst(), other.getLast());
            assertThat(new Desk().shows("watch", PASSKEY).code())
                    .as("%s", other)
                    .isEqualTo("TG-6141");
        }
        key.at(own, host);
        assertThat(new Desk().shows("watch", PASSKEY).status()).isEqualTo(200);
    }

    @Test
    void a_passkey_made_for_another_page_or_another_station_is_not_enrolled() {
        String code = invited("anna");
        String own = blue.origin.toString();
        String host = blue.origin.getHost();
        for (List<String> other : List.of(List.of("http://red.localhost:7101", host), List.of(own, "red.localhost"))) {
            JsonNode asked = begunEnrolment("anna", code);
            Authenticator elsewhere = new Authenticator(blue.origin, "mole").at(other.getFirst(), other.getLast());
            assertThat(new Desk()
                            .answered(asked, elsewhere.made(asked.path("options")), ENROLMENT)
                            .code())
                    .as("%s", other)
                    .isEqualTo("TG-6142");
        }
        assertThat(enrol("anna", code).status()).isEqualTo(200);
    }

    @Test
    void nobody_signs_in_with_the_own_key_in_the_name_of_another() {
        begin();
        keys.get("reader").poses(keys.get("anna"));
        assertThat(new Desk().shows("reader", PASSKEY).code()).isEqualTo("TG-6141");
        Desk desk = new Desk();
        JsonNode asked =
                desk.send("POST", "/api/v1/session/passkey-options", "").json();
        ObjectNode credential = keys.get("reader").signed(asked.path("options"));
        String annas = keys.get("anna").signed(asked.path("options")).path("id").asText();
        credential.put("id", annas).put("rawId", annas);
        assertThat(desk.answered(asked, credential, PASSKEY).code()).isEqualTo("TG-6141");
    }

    @ParameterizedTest
    @ValueSource(ints = {-65535, -47, -37, 0, 7, Integer.MIN_VALUE})
    void a_key_of_an_algorithm_that_was_not_offered_is_not_enrolled(int cose) {
        String code = invited("anna");
        JsonNode asked = begunEnrolment("anna", code);
        assertThat(asked.at("/options/pubKeyCredParams").findValues("alg"))
                .extracting(JsonNode::asInt)
                .isNotEmpty()
                .doesNotContain(cose);
        Authenticator weak = new Authenticator(blue.origin, "weak").claiming(cose);
        assertThat(new Desk()
                        .answered(asked, weak.made(asked.path("options")), ENROLMENT)
                        .code())
                .isEqualTo("TG-6142");
        assertThat(kept("anna").path("passkeys").asInt()).isZero();
    }

    @Test
    void whoever_is_suspended_between_the_code_and_the_passkey_enrols_none() {
        String code = invited("anna");
        JsonNode asked = begunEnrolment("anna", code);
        blue.put("/api/v1/officers/anna/state", moved("anna", "suspended"));
        blue.put("/api/v1/officers/anna/state", moved("anna", "active"));
        JsonNode made = new Authenticator(blue.origin, "anna").made(asked.path("options"));
        assertThat(new Desk().answered(asked, made, ENROLMENT).code()).isEqualTo("TG-6142");
        assertThat(kept("anna").path("passkeys").asInt()).isZero();
    }

    /// Each byte may be another one: the answer is a refusal with a code, and no bug of ours.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void what_an_authenticator_says_is_refused_with_any_of_its_bytes_changed(long seed) {
        begin();
        var random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            Desk desk = new Desk();
            JsonNode asked =
                    desk.send("POST", "/api/v1/session/passkey-options", "").json();
            ObjectNode credential = i % 2 == 0
                    ? keys.get("watch").signed(asked.path("options"))
                    : keys.get("watch").made(asked.path("options"));
            ObjectNode response = (ObjectNode) credential.path("response");
            List<String> fields = response.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            String field = fields.get(random.nextInt(fields.size()));
            response.put(field, changed(response.path(field).asText(), random));
            Client.Reply reply = desk.answered(asked, credential, PASSKEY);
            assertThat(reply.status()).as(i + " " + field).isIn(400, 401, 422, 429);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void what_a_new_passkey_says_of_itself_is_refused_or_enrolled_and_breaks_nothing(long seed) {
        var random = new Random(seed);
        String code = invited("anna");
        for (int i = 0; i < 120 && kept("anna").path("passkeys").asInt() == 0; i++) {
            JsonNode asked = begunEnrolment("anna", code);
            ObjectNode credential = new Authenticator(blue.origin, "anna").made(asked.path("options"));
            ObjectNode response = (ObjectNode) credential.path("response");
            response.put(
                    "attestationObject",
                    changed(response.path("attestationObject").asText(), random));
            Client.Reply reply = new Desk().answered(asked, credential, ENROLMENT);
            assertThat(reply.status()).as(reply.json().toString()).isIn(200, 400, 401, 422, 429);
        }
    }

    private static String changed(String base64, Random random) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64);
        if (bytes.length == 0 || random.nextInt(8) == 0) {
            return base64.substring(0, random.nextInt(base64.length() + 1));
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (bytes[at] ^ (1 + random.nextInt(255)));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void a_megabyte_of_attestation_is_too_much_before_it_is_read_as_json() {
        String code = invited("anna");
        JsonNode asked = begunEnrolment("anna", code);
        ObjectNode credential = new Authenticator(blue.origin, "anna").made(asked.path("options"));
        ((ObjectNode) credential.path("response")).put("attestationObject", "A".repeat(1 << 20));
        assertThat(new Desk().answered(asked, credential, ENROLMENT).code()).isEqualTo("TG-6009");
        JsonNode made = new Authenticator(blue.origin, "anna").made(asked.path("options"));
        assertThat(new Desk().answered(asked, made, ENROLMENT).status())
                .as("the ceremony is not used up by it")
                .isEqualTo(200);
    }

    /// A body is read up to its limit and the connection is closed: what the sender still had is not taken.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/session",
                "/api/v1/session/passkey-options",
                "/api/v1/session/passkey",
                "/api/v1/enrolment-options",
                "/api/v1/enrolment",
                "/api/v1/session/lock",
                "/api/v1/session/unlock",
                "/api/v1/session/presence",
                "/api/v1/entries"
            })
    void of_a_hundred_megabytes_from_nobody_the_station_takes_next_to_nothing(String path) throws IOException {
        assertThat(taken(path, head -> head + "Content-Length: " + HUNDRED_MEGABYTES + "\r\n\r\n", ""))
                .isLessThan(HUNDRED_MEGABYTES / 5);
        assertThat(taken(path, head -> head + "Transfer-Encoding: chunked\r\n\r\n", "10000\r\n"))
                .isLessThan(HUNDRED_MEGABYTES / 5);
        assertThat(blue.get("/api/v1/status").status()).isEqualTo(200);
    }

    /// How much could be sent until the station closed the connection.
    ///
    /// @param chunk what stands before each 65,536 bytes
    private long taken(String path, UnaryOperator<String> more, String chunk) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + blue.origin.getAuthority() + "\r\nOrigin: " + blue.origin
                + "\r\nContent-Type: application/json\r\n";
        byte[] piece =
                (chunk + " ".repeat(65_536) + (chunk.isEmpty() ? "" : "\r\n")).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), blue.port)) {
            socket.getOutputStream().write(more.apply(head).getBytes(StandardCharsets.US_ASCII));
            while (sent < HUNDRED_MEGABYTES) {
                socket.getOutputStream().write(piece);
                sent += 65_536;
            }
        } catch (IOException closed) {
            return sent;
        }
        return sent;
    }
}
