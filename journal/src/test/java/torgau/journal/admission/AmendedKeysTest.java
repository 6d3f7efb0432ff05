package torgau.journal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Bindings;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.HeldEntries;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.Signing;
import torgau.journal.TestLine;
import torgau.journal.agreement.Change;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Sha256;
import torgau.journal.crypto.Signer;

/// An entry is judged by the amendments that it has seen, whatever else is held where it is judged.
class AmendedKeysTest {
    private static final Feed NEW_STATION = new Feed(514, 5);

    private final TestLine line = new TestLine(3);
    private final Signer key = Ed25519Signer.fromSeed(Sha256.of("second".getBytes(StandardCharsets.UTF_8)));

    @Test
    void an_entry_of_a_new_station_must_have_seen_what_names_the_station() {
        Entry amendment = line.amend(2, line.id, new Change.AddStation(station(514, "P2-TWO")));
        line.pass(amendment, 1);

        Entry blind = signed(TestLine.blind(NEW_STATION, TestLine.message("here I am")));
        Entry seeing = signed(TestLine.seeing(NEW_STATION, saw(amendment), TestLine.message("here I am")));

        assertThat(refusal(1, blind)).isEqualTo(Code.UNKNOWN_STATION);
        assertThat(judge(1, seeing)).isInstanceOf(Admission.Admitted.class);
        assertThat(judge(3, seeing)).as("where the amendment has not arrived").isInstanceOf(Admission.Waiting.class);
    }

    @Test
    void a_new_key_is_for_those_who_have_seen_it_and_the_old_one_for_those_who_have_not() {
        Entry amendment = line.amend(2, line.id, new Change.Rekey(station(513, "P2-OPS"), List.of()));
        line.pass(amendment, 1);
        var anew = new Feed(513, 9);

        Payload seeing = TestLine.seeing(anew, saw(amendment), TestLine.message("under the new key"));
        Payload blind = TestLine.blind(anew, TestLine.message("not knowing of the new key"));

        assertThat(judge(1, signed(seeing))).isInstanceOf(Admission.Admitted.class);
        assertThat(judge(1, signed(blind))).isInstanceOf(Admission.NeedsExpansion.class);
        assertThat(judge(1, Signing.sign(line.held(2), line.id, line.signer(2), blind)))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(judge(1, Signing.sign(line.held(2), line.id, line.signer(2), seeing)))
                .isInstanceOf(Admission.NeedsExpansion.class);
    }

    /// RED hands out the entry first here and the end of its feed first there: both admit it, or nothing that one of
    /// them says after it would ever reach the other.
    @Test
    void whether_the_end_of_a_feed_or_an_entry_beyond_it_came_first_never_decides() {
        Entry first = line.say(2, "first");
        Entry beyond = line.say(2, "beyond the end");
        var change = new Change.Retire(513, List.of(first.reference()));
        Entry end = Signing.sign(
                line.held(3),
                line.id,
                line.signer(3),
                TestLine.blind(line.feed(3), line.amendment(2, line.id, change)));

        line.pass(first, 1);
        line.pass(end, 1);
        assertThat(judge(1, beyond)).isInstanceOf(Admission.Admitted.class);
        assertThat(line.rosterOf(1).stands(beyond.reference()))
                .as("it is on the journal and void")
                .isFalse();

        line.pass(end, 2);
        Entry afterwards = line.say(2, "having seen the end");
        line.pass(beyond, 1);
        assertThat(refusal(1, afterwards)).isEqualTo(Code.KEY_ENDED);
    }

    @Test
    void what_is_ahead_of_the_record_waits_where_its_key_may_be_in_what_is_missing() {
        Entry amendment = line.amend(2, line.id, new Change.AddStation(station(514, "P2-TWO")));
        Payload seeing = TestLine.seeing(NEW_STATION, saw(amendment), TestLine.message("here I am"));
        Entry entry = signed(seeing);

        Admission verdict = line.admissions(3)
                .judge(
                        line.held(3),
                        entry.signed(),
                        Bindings.of(line.held(2), seeing).orElseThrow());

        assertThat(verdict).isInstanceOf(Admission.Waiting.class);
    }

    @Test
    void the_holder_of_an_old_key_cannot_fork_what_is_signed_with_the_new_one() {
        Entry amendment = line.amend(2, line.id, new Change.Rekey(station(513, "P2-OPS"), List.of()));
        line.pass(amendment, 1);
        var anew = new Feed(513, 9);
        line.pass(signed(TestLine.seeing(anew, saw(amendment), TestLine.message("genuine"))), 1);
        Payload stolen = TestLine.blind(anew, TestLine.message("by a stolen key"));
        Entry rival = Signing.sign(new HeldEntries(), line.id, line.signer(2), stolen);

        Admission verdict = line.admissions(1)
                .judge(
                        line.held(1),
                        rival.signed(),
                        Bindings.of(line.held(1), stolen).orElseThrow());

        assertThat(verdict).isInstanceOf(Admission.Refused.class);
    }

    private Entry signed(Payload payload) {
        return Signing.sign(line.held(2), line.id, key, payload);
    }

    private static List<SeenMark> saw(Entry entry) {
        Reference place = entry.reference();
        return List.of(new SeenMark(place.feed(), place.sequence()));
    }

    private Admission judge(int party, Entry entry) {
        return line.admissions(party).judge(line.held(party), entry.signed(), null);
    }

    private Code refusal(int party, Entry entry) {
        return ((Admission.Refused) judge(party, entry)).code();
    }

    private Station station(int number, String code) {
        byte[] kem = Arrays.copyOf(Sha256.of(code.getBytes(StandardCharsets.UTF_8)), Act.KeyOffer.KEM_KEY_BYTES);
        return new Station(number, code, key.publicKey(), kem);
    }
}
