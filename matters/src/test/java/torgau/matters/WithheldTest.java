package torgau.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Text;

/// RED returns BLUE's link tests, and does not say that it has seen what BLUE said before them.
class WithheldTest {
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Scene scene = new Scene();
    private final Entry asked = scene.file(Scene.BLUE, "UA", "UA", null);
    private final Entry test =
            scene.say(Scene.BLUE, new Act.LinkTest(new Act.Passage.Sent(new Text("en", "The river."))), null);

    private Entry returned() {
        var passage = new Act.Passage.Returned(new Digest(1, 2, 3, 4), scene.now);
        return scene.say(Scene.RED, new Act.LinkTest(passage), null, test.reference());
    }

    private Awaited reply() {
        return scene.fold(asked.reference()).awaited().stream()
                .filter(item -> item.clock().name().equals("reply"))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Long> since() {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        scene.all.forEach(book::add);
        return Optional.ofNullable(book.withheld().get(2));
    }

    @Test
    void to_return_a_test_is_receipt_of_all_that_was_said_before_it() {
        assertThat(reply().receipt()).isNull();
        Entry returned = returned();
        assertThat(reply().receipt().by().order().place()).isEqualTo(returned.reference());
        assertThat(reply().receipt().time()).isEqualTo(returned.payload().time());
        assertThat(since()).isEmpty();
    }

    @Test
    void who_leaves_seen_behind_for_two_intervals_withholds_receipt_and_its_time_runs_from_sending() {
        Entry returned = returned();
        scene.now += INTERVAL.toMillis();
        scene.seen(Scene.RED);
        assertThat(reply().receipt().withheld()).as("one interval").isFalse();

        scene.now += INTERVAL.toMillis();
        scene.seen(Scene.RED);
        assertThat(reply().receipt().withheld()).isTrue();
        assertThat(reply().due(_ -> 0))
                .isEqualTo(asked.payload().time() + Duration.ofDays(2).toMillis());
        assertThat(reply().receipt().claimed()).isEqualTo(returned.payload().time());
        assertThat(since()).contains(returned.payload().time());

        scene.tellAll();
        scene.seen(Scene.RED);
        assertThat(since()).as("the line is well again").isEmpty();
        assertThat(reply().receipt().withheld())
                .as("what was withheld stays so")
                .isTrue();
    }

    @Test
    void what_one_has_seen_first_and_named_later_is_nothing_but_received() {
        scene.tellAll();
        Entry seen = scene.seen(Scene.RED);
        scene.now += 5 * INTERVAL.toMillis();
        returned();
        scene.seen(Scene.RED);
        assertThat(reply().receipt().by().order().place()).isEqualTo(seen.reference());
        assertThat(reply().receipt().withheld()).isFalse();
        assertThat(since()).isEmpty();
    }

    @Test
    void when_it_was_asked_changes_nothing() {
        var book = new Book(Scene.EDITIONS, scene.roster(), _ -> Optional.empty(), 1);
        returned();
        for (int hours = 0; hours < 4; hours++) {
            scene.now += INTERVAL.toMillis();
            scene.seen(Scene.RED);
        }
        for (Entry entry : scene.all) {
            book.add(entry);
            book.awaited(scene.now);
        }
        assertThat(AnyOrderTest.description(book.matter(asked.reference()).orElseThrow()))
                .isEqualTo(AnyOrderTest.description(scene.fold(asked.reference())));
        assertThat(List.copyOf(book.withheld().keySet())).containsExactly(2);
    }
}
