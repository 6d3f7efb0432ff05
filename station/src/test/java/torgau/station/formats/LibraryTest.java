package torgau.station.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Finding;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.SealedFile;
import torgau.catalogue.value.Value;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.matters.Order;
import torgau.matters.Proposal;
import torgau.matters.Proposal.Standing;
import torgau.station.home.CatalogueFolder;

/// What becomes of the text of a proposed edition.
final class LibraryTest {
    private static final Digest KEY = new Digest(1, 2, 3, 4);
    private static final String UA =
            Objects.requireNonNull(CatalogueFolder.builtIn().texts().get("procedures/UA.yaml"));
    private static final byte[] GOOD =
            UA.replace("edition: 1\n", "edition: 2\n").getBytes(StandardCharsets.UTF_8);

    private final Formats formats = Formats.builtIn();
    private final Library library = new Library(formats);
    private final List<Digest> looked = new ArrayList<>();

    @Test
    void a_text_folds_matters_anew_only_if_they_had_asked_for_it() {
        Proposal asked = proposal("UA", 2, Standing.ACCEPTED, GOOD, KEY);
        assertThat(library.adopted(asked)).isEmpty();
        assertThat(library.learn(List.of(asked), _ -> Optional.empty())).isFalse();
        assertThat(library.learn(List.of(asked), _ -> Optional.of(blob(GOOD)))).isTrue();
        assertThat(library.adopted(asked))
                .hasValueSatisfying(procedure -> assertThat(procedure.edition()).isEqualTo(2));
        var unasked = new Library(formats);
        assertThat(unasked.learn(List.of(asked), _ -> Optional.of(blob(GOOD)))).isFalse();
        assertThat(unasked.adopted(asked)).isPresent();
    }

    @Test
    void a_text_that_is_nested_without_end_is_faulty_and_stops_nothing() {
        for (String deep : List.of("[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(60_000))) {
            byte[] text = ("procedure: UA\nedition: 2\nformats: " + deep).getBytes(StandardCharsets.UTF_8);
            Proposal proposed = proposal("UA", 2, Standing.PROPOSED, text, KEY);
            library.learn(List.of(proposed), _ -> Optional.of(blob(text)));
            assertThat(library.verdict(proposed))
                    .hasValueSatisfying(
                            verdict -> assertThat(verdict.procedure()).isEmpty());
        }
    }

    @Test
    void what_is_in_use_is_filed_and_what_was_in_use_is_still_read() {
        Proposal accepted = proposal("UA", 2, Standing.ACCEPTED, GOOD, KEY);
        library.learn(List.of(accepted), _ -> Optional.of(blob(GOOD)));
        library.use(List.of(accepted), accepted.from() - 1);
        assertThat(formats.inUse("UA", 2)).isEmpty();
        library.use(List.of(accepted), accepted.from());
        assertThat(formats.inUse("UA", 2)).isPresent();
        assertThat(formats.current("UA").orElseThrow().edition()).isEqualTo(2);
        library.use(List.of(proposal("UA", 2, Standing.CORRECTED, GOOD, KEY)), accepted.from());
        assertThat(formats.inUse("UA", 2)).isEmpty();
        assertThat(formats.edition("UA", 2)).isPresent();
        assertThat(formats.current("UA").orElseThrow().edition()).isEqualTo(1);
    }

    @Test
    void where_two_texts_were_accepted_under_one_number_neither_is_used() {
        byte[] other = new String(GOOD, StandardCharsets.UTF_8)
                .replace("Activity observed", "What was observed")
                .getBytes(StandardCharsets.UTF_8);
        byte[] alike = ("# the same\n" + new String(GOOD, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        Proposal one = proposal("UA", 2, Standing.ACCEPTED, GOOD, KEY);
        Proposal same = proposal("UA", 2, Standing.ACCEPTED, alike, KEY);
        Proposal two = proposal("UA", 2, Standing.ACCEPTED, other, KEY);
        library.learn(List.of(one), _ -> Optional.of(blob(GOOD)));
        library.learn(List.of(same), _ -> Optional.of(blob(alike)));
        library.learn(List.of(two), _ -> Optional.of(blob(other)));
        library.use(List.of(one, same), one.from());
        assertThat(formats.disputed("UA", 2)).as("what they say is the same").isFalse();
        library.use(List.of(one, two), one.from());
        assertThat(formats.disputed("UA", 2)).isTrue();
        assertThat(formats.edition("UA", 2)).isEmpty();
        assertThat(formats.editions("UA")).extracting(Procedure::edition).containsExactly(1);
        assertThat(formats.current("UA").orElseThrow().edition()).isEqualTo(1);
    }

    @Test
    void what_is_of_no_use_is_told_and_never_read_again() {
        byte[] another = UA.getBytes(StandardCharsets.UTF_8);
        byte[] notText = {(byte) 0xc3, 0x28};
        byte[] notYaml = "{[".getBytes(StandardCharsets.UTF_8);
        assertThat(fault(proposal("UA", 2, Standing.ACCEPTED, another, KEY), another))
                .contains("another edition");
        assertThat(fault(proposal("UA", 2, Standing.ACCEPTED, notText, KEY), notText))
                .contains("UTF-8");
        assertThat(fault(proposal("UA", 2, Standing.ACCEPTED, notYaml, KEY), notYaml))
                .contains("UA.yaml");
        assertThat(fault(proposal("UA", 2, Standing.ACCEPTED, GOOD, new Digest(4, 3, 2, 1)), GOOD))
                .contains("does not open");
        assertThat(fault(proposal("UA", 1, Standing.ACCEPTED, GOOD, KEY), GOOD)).contains("follows no edition");
        assertThat(fault(proposal("XX", 2, Standing.ACCEPTED, GOOD, KEY), GOOD)).contains("follows no edition");
        assertThat(fault(proposal("FV", 2, Standing.ACCEPTED, GOOD, KEY), GOOD)).contains("amendment");
        byte[] huge = new byte[CatalogueFolder.MAX_FILE_BYTES + 1];
        assertThat(fault(proposal("UA", 2, Standing.ACCEPTED, huge, KEY), huge)).contains("bytes");
        assertThat(looked).hasSize(4);
    }

    private String fault(Proposal proposal, byte[] text) {
        for (int i = 0; i < 2; i++) {
            library.learn(List.of(proposal), digest -> {
                looked.add(digest);
                return Optional.of(blob(text));
            });
        }
        assertThat(library.adopted(proposal)).isEmpty();
        return library.verdict(proposal).orElseThrow().findings().stream()
                .map(Finding::toString)
                .reduce("", String::concat);
    }

    private static byte[] blob(byte[] text) {
        return SealedFile.seal(1, KEY, text);
    }

    private static Proposal proposal(String procedure, int edition, Standing standing, byte[] text, Digest key) {
        var place = new Reference(new Feed(257, 7), 1);
        Value.Attachment named = SealedFile.named("a.yaml", key, text, blob(text));
        return new Proposal(place, new Order(1, place), procedure, edition, named, true, 1_000, standing, List.of());
    }
}
