package torgau.station.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.SealedFile;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.matters.Order;
import torgau.matters.Proposal;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;
import torgau.station.home.CatalogueFolder;
import torgau.station.http.Made;

/// An entry that came before the text of its edition is found by the words of its labels afterwards.
final class UnreadTest {
    private static final Digest KEY = new Digest(1, 2, 3, 4);
    private static final byte[] SECOND = Objects.requireNonNull(
                    CatalogueFolder.builtIn().texts().get("procedures/UA.yaml"))
            .replace("edition: 1\n", "edition: 2\n")
            .replace("Activity observed", "Zeppelins observed")
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_was_indexed_without_labels_is_indexed_again_when_its_text_comes() {
        Formats formats = Formats.builtIn();
        var library = new Library(formats);
        var unread = new Unread(formats);
        try (var archive = new Archive(folder)) {
            var texts = new EntryTexts(formats, MadeUpNumbers.ANY, List.of("en"));
            var indexing = new Indexing(new EntryWords(texts, Archive.FORMS, Made::roster), "rules");
            archive.say(Archive.Sent.BY_BLUE, filed("UA"));
            index(indexing, archive);
            assertThat(unread.in(archive.file)).isFalse();
            assertThat(archive.cursors("zeppelin")).isEmpty();

            byte[] blob = SealedFile.seal(1, KEY, SECOND);
            Proposal accepted = accepted(blob);
            library.learn(List.of(accepted), _ -> Optional.of(blob));
            library.use(List.of(accepted), 0);
            assertThat(unread.in(archive.file)).isTrue();

            archive.file.close();
            new IndexFiles(archive.path).remove();
            archive.file.replace(new IndexFiles(archive.path)::open);
            index(indexing, archive);
            assertThat(unread.in(archive.file)).isFalse();
            assertThat(archive.cursors("zeppelin")).containsExactly(1L);
        }
    }

    @Test
    void a_format_that_its_edition_does_not_have_makes_no_index_anew_whenever_a_station_starts() {
        Formats formats = Formats.builtIn();
        try (var archive = new Archive(folder)) {
            var texts = new EntryTexts(formats, MadeUpNumbers.ANY, List.of("en"));
            var indexing = new Indexing(new EntryWords(texts, Archive.FORMS, Made::roster), "rules");
            var library = new Library(formats);
            byte[] blob = SealedFile.seal(1, KEY, SECOND);
            Proposal accepted = accepted(blob);
            library.learn(List.of(accepted), _ -> Optional.of(blob));
            library.use(List.of(accepted), 0);
            archive.say(Archive.Sent.BY_BLUE, filed("ZZ"));
            index(indexing, archive);
            assertThat(new Unread(formats).in(archive.file)).isFalse();
        }
    }

    private static void index(Indexing indexing, Archive archive) {
        assertThat(indexing.next(archive.file, archive::after)).isEqualTo(Indexing.Read.ALL);
    }

    private static Act.Notification filed(String format) {
        var values = new LinkedHashMap<String, Value>(Map.of("activity", new Value.Code("concentration")));
        return new Act.Notification(
                new Office("Duty officer", ""),
                new Act.Form("UA", 2, format),
                Label.PARTIES_ONLY,
                "",
                "en",
                FilingCodec.encode(values));
    }

    private static Proposal accepted(byte[] blob) {
        var place = new Reference(new Feed(257, 7), 1);
        Value.Attachment text = SealedFile.named("UA.yaml", KEY, SECOND, blob);
        return new Proposal(place, new Order(1, place), "UA", 2, text, true, 0, Proposal.Standing.ACCEPTED, List.of());
    }
}
