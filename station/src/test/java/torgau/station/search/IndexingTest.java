package torgau.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Act;
import torgau.journal.Text;
import torgau.station.search.Indexing.Read;
import torgau.store.search.Progress;
import torgau.store.search.SearchFile;

/// The index follows the journal that it was made from, and no other.
final class IndexingTest {
    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(folder);
        archive.say("first convoy");
        archive.say("second convoy");
        archive.indexed();
    }

    @AfterEach
    void end() {
        archive.close();
    }

    @Test
    void an_index_that_is_opened_again_goes_on_where_it_stood() {
        archive.file.replace(() -> SearchFile.open(archive.path));
        archive.say("third convoy");
        archive.indexed();
        archive.indexed();
        assertThat(archive.cursors("convoy")).containsExactly(3L, 2L, 1L);
    }

    @Test
    void an_index_made_by_other_rules_is_told_from_ours() {
        var others = new Indexing(archive.words, "other rules");
        assertThat(others.next(archive.file, archive::after)).isEqualTo(Read.FOREIGN);
    }

    @Test
    void an_index_of_another_or_a_shorter_journal_is_told_from_ours() {
        var before = new ArrayList<>(archive.journal);
        archive.journal.removeLast();
        assertThat(archive.indexing.next(archive.file, archive::after)).isEqualTo(Read.FOREIGN);
        archive.say("another second convoy");
        assertThat(archive.indexing.next(archive.file, archive::after)).isEqualTo(Read.FOREIGN);
        archive.journal.clear();
        assertThat(archive.indexing.next(archive.file, archive::after)).isEqualTo(Read.FOREIGN);
        archive.journal.addAll(before);
        assertThat(archive.indexing.next(archive.file, archive::after)).isEqualTo(Read.ALL);
    }

    @Test
    void what_the_station_says_by_itself_is_passed_over() {
        archive.say(Archive.Sent.BY_RED, new Act.LinkTest(new Act.Passage.Sent(new Text("en", "convoy"))));
        archive.say(Archive.Sent.BY_RED, new Act.Seen());
        archive.indexed();
        assertThat(archive.cursors("convoy")).containsExactly(2L, 1L);
        assertThat(archive.file.use(SearchFile::progress)).map(Progress::cursor).contains(4L);
    }
}
