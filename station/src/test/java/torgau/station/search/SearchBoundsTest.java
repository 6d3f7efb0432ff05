package torgau.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.TrafficClass;
import torgau.station.search.Narrowed.Span;

/// Searches that are large, and questions and entries that mean harm.
final class SearchBoundsTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(folder);
    }

    @AfterEach
    void end() {
        archive.close();
    }

    @Test
    void more_than_a_page_is_found_page_by_page() {
        for (int i = 0; i < 300; i++) {
            archive.say(i % 3 == 0 ? "odd convoy" : "convoy");
        }
        archive.indexed();
        var finder = new Finder(Archive.FORMS, new torgau.station.words.Slips(false));
        var places = new Finder.Places(archive.file, archive::arrived);
        long before = Long.MAX_VALUE;
        var all = new java.util.ArrayList<Long>();
        boolean more = true;
        while (more) {
            Finder.Found found = finder.find(places, Asked.of("odd"), Narrowed.NOT, before, 30);
            found.entries().forEach(entry -> all.add(entry.cursor()));
            before = found.before();
            more = found.more();
        }
        assertThat(all)
                .hasSize(100)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void one_question_looks_at_a_bounded_number_of_entries_and_the_next_goes_on() {
        long first = archive.say("needle convoy");
        for (int i = 0; i < Finder.MOST_LOOKED_AT + 1_100; i++) {
            archive.say("convoy");
        }
        archive.indexed();
        var last = new Narrowed(
                Narrowed.NOT.classes(),
                Narrowed.NOT.precedences(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                null,
                "",
                "",
                Span.ALWAYS,
                payload -> payload.sequence() == 1);
        Finder.Found found = archive.search("convoy", last, false);
        assertThat(found.entries()).isEmpty();
        assertThat(found.more()).isTrue();
        assertThat(new Finder(Archive.FORMS, new torgau.station.words.Slips(false))
                        .find(
                                new Finder.Places(archive.file, archive::arrived),
                                Asked.of("convoy"),
                                last,
                                found.before(),
                                50)
                        .entries())
                .extracting(torgau.store.Arrived::cursor)
                .containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "*",
                "a*",
                "** a",
                "(convoy",
                "convoy)",
                "convoy AND",
                "NOT convoy",
                "NEAR(convoy)",
                "convoy:",
                "words:convoy",
                "^convoy",
                "-convoy",
                "convoy + the",
                "{convoy}",
                "'; DROP TABLE form; --",
                "\u0000convoy",
                "convoy\uE001c3",
                "\uE003",
                "\uD800",
                "😀 convoy",
                "٣ convoy",
                "ﷺ",
                "İ",
                "ß",
                "convoy\\"
            })
    void no_question_is_a_fault(String question) {
        archive.say("convoy the");
        archive.indexed();
        Asked asked = Asked.of(question);
        if (!asked.parts().isEmpty()) {
            assertThat(archive.search(question, Narrowed.NOT, false)).isNotNull();
        }
    }

    @Test
    void a_hostile_entry_is_indexed_as_far_as_its_bounds() {
        String endless = "щ".repeat(5_000);
        StringBuilder many = new StringBuilder();
        for (int i = 0; many.length() < 25_000; i++) {
            many.append(Integer.toString(i, 36)).append(' ');
        }
        long one = archive.say(endless);
        long two = archive.say(many.toString());
        long three = archive.say("after\uE001ctest \uE003");
        archive.indexed();
        assertThat(archive.cursors(endless)).containsExactly(one);
        assertThat(archive.cursors("\"1 2 3\"")).containsExactly(two);
        assertThat(archive.cursors("after")).containsExactly(three);
        assertThat(archive.search("1*", Narrowed.NOT, false).meant().cut()).isTrue();
        var tests = Archive.with(Narrowed.NOT, EnumSet.of(TrafficClass.TEST), OptionalInt.empty());
        assertThat(archive.cursors("after", tests)).as("no text forges a mark").isEmpty();
    }
}
