package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import torgau.catalogue.Recurring.Day;
import torgau.catalogue.Recurring.Every;
import torgau.catalogue.grid.Grid;
import torgau.catalogue.value.Value.Position;

@Isolated // the language of the machine is that of all tests
class DigitsTest {
    private static final long TIME = 1_795_286_100_000L;
    private static final Position PLACE = new Position(51 * 60_000 + 33_650, 13 * 60_000 + 5_500, false);

    private static String written() {
        return String.join(
                " | ",
                Times.group(TIME),
                Places.written(PLACE),
                Places.written(new Position(51 * 60_000, 13 * 60_000, true)),
                Grid.of(PLACE).orElseThrow(),
                Amounts.decimal(1_050),
                new Day(Every.YEAR, 4, 5).written(),
                new Day(Every.QUARTER, 1, 5).written(),
                new Day(Every.MONTH, 1, 5).written());
    }

    @Test
    void neither_times_nor_places_have_the_digits_of_the_machines_language() {
        Locale before = Locale.getDefault();
        String here = written();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat("%d".formatted(7))
                    .as("a language with digits of its own")
                    .isNotEqualTo("7");
            assertThat(written()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }
}
