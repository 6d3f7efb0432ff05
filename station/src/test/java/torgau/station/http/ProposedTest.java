package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.station.heart.Draft;
import torgau.store.desk.Proposal;

/// What waits for a second signature is read as it was kept.
final class ProposedTest {
    private static final int BLUE = 257;

    private static byte[] content(Optional<String> legalBasis) {
        var said = new Act.Message(new Office("Watch", ""), "", new Text("en", "Agreed."), List.of());
        var draft =
                new Draft(TrafficClass.FORMAL, Precedence.ROUTINE, List.of(), null, List.of(), said, List.of(), null);
        return Proposed.content(BLUE, List.of(draft), legalBasis);
    }

    private static Proposed kept(byte[] content) {
        var by = new Proposal.Hand("first", "Watch", 0);
        var asked = new Proposal.Asked("a-key-of-its-own", new Digest(0, 0, 0, 1), by, content, 0);
        return Proposed.of(new Proposal(1, 1, asked, new Proposal.Stage.Waiting()));
    }

    @Test
    void the_legal_basis_is_what_was_stated_or_none() {
        assertThat(kept(content(Optional.of("Law on contacts, § 5"))).legalBasis())
                .contains("Law on contacts, § 5");
        assertThat(kept(content(Optional.empty())).legalBasis()).isEmpty();
    }

    @Test
    void what_waited_before_there_was_a_legal_basis_waits_still() {
        var now = new CborReader(content(Optional.empty()));
        now.array(3);
        byte[] before = new CborWriter()
                .array(2)
                .bytes(now.bytes(Proposal.MAX_BYTES))
                .array(0)
                .toByteArray();

        Proposed read = kept(before);
        assertThat(read.legalBasis()).isEmpty();
        assertThat(read.payload()).isEqualTo(kept(content(Optional.empty())).payload());
    }
}
