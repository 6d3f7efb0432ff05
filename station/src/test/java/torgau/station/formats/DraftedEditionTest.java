package torgau.station.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Finding;
import torgau.catalogue.change.Change;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.matters.Order;
import torgau.matters.Proposal;
import torgau.matters.Proposal.Standing;
import torgau.station.home.CatalogueFolder;

/// What is said of the text of an edition before it is proposed.
final class DraftedEditionTest {
    private static final String UA =
            Objects.requireNonNull(CatalogueFolder.builtIn().texts().get("procedures/UA.yaml"));
    private static final String SECOND =
            UA.replace("edition: 1\n", "edition: 2\n").replace("Activity observed", "What was observed");

    private final Formats formats = Formats.builtIn();

    private DraftedEdition drafted(String text, Proposal... proposals) {
        return DraftedEdition.of(formats, List.of(proposals), text);
    }

    @Test
    void a_text_without_fault_is_told_with_what_it_changes() {
        DraftedEdition good = drafted(SECOND);
        assertThat(good.findings()).isEmpty();
        assertThat(good.edition()).isEqualTo(2);
        assertThat(good.inUse()).isEqualTo(1);
        assertThat(good.changes()).extracting(Change::at).containsExactly("UA", "UA.activity");
    }

    @Test
    void what_is_no_edition_of_a_procedure_of_the_line_is_refused_with_its_line() {
        assertThat(codes(drafted(""))).containsExactly(Code.EDITION_OF_NOTHING);
        assertThat(codes(drafted("# a remark\nprocedure: QQ"))).containsExactly(Code.EDITION_OF_NOTHING);
        assertThat(drafted("# a remark\nprocedure: QQ").findings().getFirst().line())
                .isEqualTo(2);
        String own = Objects.requireNonNull(CatalogueFolder.builtIn().texts().get("procedures/FV.yaml"));
        assertThat(codes(drafted(own.replace("edition: 1\n", "edition: 2\n"))))
                .containsExactly(Code.EDITION_OF_NOTHING);
    }

    @Test
    void a_number_that_is_used_or_taken_is_refused_and_the_next_is_named() {
        assertThat(codes(drafted(UA.replace("Activity observed", "What was observed"))))
                .containsExactly(Code.EDITION_NUMBER_TAKEN);
        DraftedEdition taken = drafted(SECOND, proposal(2, Standing.PROPOSED), proposal(3, Standing.WITHDRAWN));
        assertThat(codes(taken)).containsExactly(Code.EDITION_NUMBER_TAKEN);
        assertThat(taken.findings().getFirst().wayOut()).isEqualTo("write `edition: 3`");
        assertThat(taken.findings().getFirst().line()).isEqualTo(3);
        assertThat(codes(drafted(SECOND, proposal(2, Standing.REJECTED)))).isEmpty();
    }

    @Test
    void a_text_that_changes_nothing_is_refused() {
        assertThat(codes(drafted(UA.replace("edition: 1\n", "edition: 2  # a remark\n"))))
                .containsExactly(Code.EDITION_CHANGES_NOTHING);
    }

    @Test
    void what_is_to_be_mended_is_told_before_anything_else() {
        DraftedEdition faulty = drafted(UA.replace("ru: \"Наблюдавшаяся деятельность\"", "ru: \"Діяльність\""));
        assertThat(faulty.findings())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.file()).isEqualTo("procedures/UA.yaml"));
        assertThat(faulty.changes()).isEmpty();
    }

    private static List<Code> codes(DraftedEdition drafted) {
        return drafted.findings().stream().map(Finding::code).toList();
    }

    private static Proposal proposal(int edition, Standing standing) {
        var place = new Reference(new Feed(257, 7), 1);
        var text = new Value.Attachment("a.yaml", new Digest(1, 2, 3, 4), new Digest(4, 3, 2, 1), 100);
        return new Proposal(place, new Order(1, place), "UA", edition, text, false, 0, standing, List.of());
    }
}
