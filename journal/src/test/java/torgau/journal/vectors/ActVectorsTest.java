package torgau.journal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;

/// The published vectors of acts are those of this code, and leave out no act and no form of one.
final class ActVectorsTest {
    private static final Path FILE = Vectors.own().resolve("acts.json");

    @Test
    void the_published_vectors_are_those_of_this_code() throws IOException {
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.writeString(FILE, ActVectors.json());
        }
        assertThat(Files.readString(FILE)).isEqualTo(ActVectors.json());
    }

    @Test
    void the_published_bytes_are_read_to_what_was_said_and_written_the_same() {
        var expected = ActVectors.payloads().values().iterator();
        for (JsonNode each : Vectors.json(FILE).path("payloads")) {
            byte[] bytes = Vectors.hex(each, "payload");
            Payload read = PayloadCodec.decode(bytes).orThrow();
            assertThat(PayloadCodec.encode(read)).isEqualTo(bytes);
            assertThat(read)
                    .usingRecursiveComparison()
                    .as(each.path("what").asText())
                    .isEqualTo(expected.next());
        }
        assertThat(expected.hasNext()).isFalse();
    }

    @Test
    void what_is_refused_is_refused_with_its_code() {
        for (JsonNode each : Vectors.json(FILE).path("refused")) {
            assertThat(PayloadCodec.decode(Vectors.hex(each, "payload")))
                    .as(each.path("what").asText())
                    .isInstanceOfSatisfying(
                            Decoded.Refusal.class,
                            refusal -> assertThat(refusal.code().code())
                                    .isEqualTo(each.path("code").asText()));
        }
    }

    @Test
    void every_act_and_every_form_of_one_has_a_vector() {
        var said = new TreeSet<String>();
        ActVectors.payloads().values().stream().map(Payload::act).forEach(act -> {
            said.add(act.getClass().getName());
            switch (act) {
                case Act.Acknowledgement(var _, Act.Stage stage) ->
                    said.add(stage.getClass().getName());
                case Act.LinkTest(Act.Passage passage) ->
                    said.add(passage.getClass().getName());
                case Act.Suspension suspension ->
                    said.add(suspension.scope().getClass().getName());
                case Act.Message _, Act.Notification _, Act.Translation _, Act.KeyOffer _, Act.Amendment _ -> {}
                case Act.Resumption _, Act.Seen _, Act.Unknown _ -> {}
            }
        });
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Act.class, Act.Stage.class, Act.Passage.class, Act.Scope.class)
                                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                                .map(Class::getName)
                                .toList());
    }
}
