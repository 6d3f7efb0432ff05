package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatterVectorsTest {
    @Test
    void the_published_vectors_are_what_this_fold_makes_of_them() throws IOException {
        assertThat(Files.readString(MatterVectors.FILE)).isEqualTo(MatterVectors.json());
    }

    static java.util.List<MatterVectors.Case> cases() {
        return MatterVectors.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_is_the_same_in_any_order_of_arrival(MatterVectors.Case one) {
        String expected = AnyOrderTest.description(one.matter());
        var random = new Random(7);
        for (int order = 0; order < 4; order++) {
            var arrival = AnyOrderTest.arrival(one.scene().all, random);
            assertThat(AnyOrderTest.description(
                            one.scene().fold(arrival, one.opening().reference())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void they_show_every_outcome_and_every_end_of_what_is_awaited() {
        assertThat(MatterVectors.json())
                .contains("\"moved\"", "\"noted\"", "\"crossed\"", "\"void\"", "\"open\"", "\"done\"", "\"ended\"")
                .contains("\"withheld\": true");
    }
}
