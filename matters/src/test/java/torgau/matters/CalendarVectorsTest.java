package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `-Dtorgau.snapshots=write` writes the vectors anew.
class CalendarVectorsTest {
    @Test
    void the_published_vectors_are_what_this_calendar_makes_of_them() throws IOException {
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.writeString(CalendarVectors.FILE, CalendarVectors.json());
        }
        assertThat(Files.readString(CalendarVectors.FILE)).isEqualTo(CalendarVectors.json());
    }

    static List<CalendarVectors.Case> cases() {
        return CalendarVectors.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_is_the_same_in_any_order_of_arrival(CalendarVectors.Case one) {
        String expected = described(one, one.scene().all);
        var random = new Random(7);
        for (int order = 0; order < 4; order++) {
            assertThat(described(one, AnyOrderTest.arrival(one.scene().all, random)))
                    .isEqualTo(expected);
        }
    }

    private static String described(CalendarVectors.Case one, List<torgau.journal.Entry> arrival) {
        return String.join(
                "\n",
                one.items(arrival).stream()
                        .map(item -> CalendarVectors.item(item, one.now()))
                        .toList());
    }

    @Test
    void they_show_every_way_to_stand() {
        assertThat(CalendarVectors.json())
                .contains("\"done\"", "\"nil\"", "\"suspended\"", "\"no report\"", "\"awaited\"", "\"to come\"");
    }
}
