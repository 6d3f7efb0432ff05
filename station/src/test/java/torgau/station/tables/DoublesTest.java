package torgau.station.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;

class DoublesTest {
    private static Doubles.Key key(String plan, String place) {
        return new Doubles.Key(plan, List.of(), "exercise", place, "rescue drill", 1, 2);
    }

    /// Requirement 41: the alphabet in which a table names a place hides no double.
    @Test
    void an_event_is_the_same_whatever_the_alphabet_of_its_place() {
        var doubles = new Doubles<String>();
        doubles.add("known", key("2027", "североморск"));
        assertThat(doubles.of(key("2027", "severomorsk")))
                .hasValueSatisfying(found -> assertThat(found.trouble()).isNull());
        assertThat(doubles.of(key("2028", "severomorsk"))
                        .orElseThrow()
                        .trouble()
                        .code())
                .isEqualTo(Code.EVENT_IN_TWO_PLANS);
        assertThat(doubles.of(key("2027", "murmansk"))).isEmpty();
    }
}
