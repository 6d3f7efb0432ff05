package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.journal.Entry;
import torgau.matters.Proposal.Standing;

/// The published vectors of editions are those of this code, whatever the order of arrival.
final class EditionVectorsTest {
    @Test
    void the_published_vectors_are_what_this_fold_makes_of_them() throws IOException {
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.writeString(EditionVectors.FILE, EditionVectors.json());
        }
        assertThat(Files.readString(EditionVectors.FILE)).isEqualTo(EditionVectors.json());
    }

    static List<EditionVectors.Case> cases() {
        return EditionVectors.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_is_the_same_in_any_order_of_arrival(EditionVectors.Case one) {
        List<String> expected = told(one, one.line().read());
        var random = new Random(7);
        for (int order = 0; order < 4; order++) {
            Book book = one.line().book();
            for (Entry next : AnyOrderTest.arrival(one.line().scene.all, random)) {
                book.add(next);
                if (random.nextBoolean()) {
                    book.proposals();
                }
            }
            assertThat(told(one, book)).isEqualTo(expected);
        }
    }

    private static List<String> told(EditionVectors.Case one, Book book) {
        var told = new ArrayList<String>();
        book.proposals().forEach(each -> told.add(each.toString()));
        one.filed().forEach(each -> told.add(EditionScene.used(book, each)));
        return told;
    }

    @Test
    void they_show_every_way_in_which_a_proposal_stands() {
        String json = EditionVectors.json();
        assertThat(Stream.of(Standing.values()).filter(each -> each != Standing.PROPOSED))
                .allSatisfy(each -> assertThat(json).contains("\"" + each.name().toLowerCase(Locale.ROOT) + "\""));
        assertThat(json).contains("\"by\": ", "\"void\": \"TG-4047\"", "\"outcome\": \"unknown\"");
    }
}
