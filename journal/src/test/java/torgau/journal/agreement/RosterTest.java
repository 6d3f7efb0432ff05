package torgau.journal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Limits;
import torgau.journal.Reference;
import torgau.journal.TestLine;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Sha256;

class RosterTest {
    private final TestLine line = new TestLine(2);
    private int feeds;

    @Test
    void each_party_changes_its_own_side_alone_and_in_order() {
        var change = new Change.AddStation(station(258, "P1-TWO", "two"));
        Roster after = line.rosterOf(List.of(line.amend(1, line.id, change)));

        assertThat(after.knows(258)).isTrue();
        assertThat(after.previousAmendment(1)).isEqualTo(idOf(line.id, change, 1));
        assertThat(after.previousAmendment(2)).isEqualTo(line.id);
        assertThat(line.rosterOf(List.of(carry(1, idOf(line.id, change, 1), change, 1)))
                        .knows(258))
                .as("following what is not there")
                .isFalse();
        assertThat(line.rosterOf(List.of(carry(1, line.id, change, 2))).knows(258))
                .as("signed by the other party")
                .isFalse();
    }

    @Test
    void an_amendment_counts_whoever_of_the_line_carries_it() {
        var change = new Change.AddStation(station(258, "P1-TWO", "two"));

        assertThat(line.rosterOf(List.of(carry(2, line.id, change, 1))).knows(258))
                .isTrue();
    }

    @Test
    void a_new_key_leaves_the_old_feed_its_past_and_no_future() {
        var old = new Feed(257, 1);
        var anew = new Feed(257, 2);
        Station rekeyed = station(257, "P1-OPS", "new");
        Entry carried = line.amend(1, line.id, new Change.Rekey(rekeyed, List.of(new Reference(old, 40))));
        Roster after = line.rosterOf(List.of(carried));

        assertThat(after.signingKey(new Reference(old, 40), _ -> true))
                .contains(line.signer(1).publicKey());
        assertThat(after.signingKey(new Reference(old, 41), _ -> true)).isEmpty();
        assertThat(after.signingKey(new Reference(anew, 1), _ -> true)).contains(rekeyed.signingKey());
        assertThat(after.signingKey(new Reference(anew, 1), _ -> false))
                .as("of an entry that has not seen the new key")
                .contains(line.signer(1).publicKey());
        assertThat(after.signingKeys(257))
                .containsExactly(rekeyed.signingKey(), line.signer(1).publicKey());
        assertThat(after.stands(new Reference(old, 40))).isTrue();
        assertThat(after.stands(new Reference(old, 41))).isFalse();
    }

    @Test
    void a_retired_station_signs_nothing_beyond_its_end() {
        var retire = new Change.Retire(257, List.of(new Reference(new Feed(257, 1), 7)));
        Roster after = line.rosterOf(List.of(line.amend(1, line.id, retire)));

        assertThat(after.signingKey(new Reference(new Feed(257, 1), 7), _ -> true))
                .isPresent();
        assertThat(after.signingKey(new Reference(new Feed(257, 1), 8), _ -> true))
                .isEmpty();
        assertThat(after.stations()).extracting(Station::number).containsExactly(513);
    }

    @Test
    void a_code_of_another_party_or_one_that_was_used_before_is_void() {
        assertThat(added(station(514, "P1-OPS", "x")))
                .as("of a station of the other party")
                .isFalse();
        assertThat(added(station(514, "P1-NEW", "x")))
                .as("in the other party's name")
                .isFalse();
        assertThat(added(station(514, "P2-OPS", "x"))).as("of an own station").isFalse();
        assertThat(added(station(514, "OPS", "x"))).as("in nobody's name").isFalse();
        assertThat(added(station(514, "P2-NEW", "x"))).isTrue();
        assertThat(line.rosterOf(List.of(
                                line.amend(2, line.id, new Change.Rekey(station(513, "P1-OPS", "y"), List.of()))))
                        .station("P1-OPS")
                        .orElseThrow()
                        .number())
                .as("by new keys")
                .isEqualTo(257);
    }

    @Test
    void a_code_of_a_retired_station_is_not_free_again() {
        var add = new Change.AddStation(station(514, "P2-NEW", "x"));
        var retire = new Change.Retire(514, List.of());
        var again = new Change.AddStation(station(515, "P2-NEW", "y"));
        Digest first = idOf(line.id, add, 2);

        Roster after = line.rosterOf(List.of(
                line.amend(2, line.id, add),
                line.amend(2, first, retire),
                line.amend(2, idOf(first, retire, 2), again)));

        assertThat(after.knows(514)).isTrue();
        assertThat(after.knows(515)).isFalse();
    }

    @Test
    void a_key_that_stands_in_the_agreement_or_was_used_before_is_void() {
        byte[] kem = kem("x");
        Station blue = line.agreement.stations().getFirst();
        assertThat(added(new Station(514, "P2-NEW", blue.signingKey(), kem))).isFalse();
        assertThat(added(new Station(514, "P2-NEW", Sha256.of(kem), blue.kemKey())))
                .isFalse();

        Station own = line.agreement.stations().getLast();
        var rekey = new Change.Rekey(new Station(513, "P2-OPS", Sha256.of(kem), own.kemKey()), List.of());
        var back = new Change.Rekey(own, List.of());
        Roster after =
                line.rosterOf(List.of(line.amend(2, line.id, rekey), line.amend(2, idOf(line.id, rekey, 2), back)));
        assertThat(after.station(513).orElseThrow().signingKey())
                .as("a former key is not taken up again")
                .isEqualTo(Sha256.of(kem));
    }

    @Test
    void nobody_takes_a_key_or_a_code_away_from_a_party_by_being_first() {
        Station wanted = station(258, "P1-TWO", "two");
        Entry copied = carry(
                2, line.id, new Change.AddStation(new Station(514, "P2-TWO", wanted.signingKey(), wanted.kemKey())), 2);
        Entry honest = line.amend(1, line.id, new Change.AddStation(wanted));

        assertThat(line.rosterOf(List.of(copied, honest)).knows(258)).isTrue();
        assertThat(line.rosterOf(List.of(honest, copied)).knows(258)).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_of_arrival_never_decides(long seed) {
        var entries = new ArrayList<Entry>();
        Digest previous = line.id;
        for (int number = 258; number < 262; number++) {
            var change = new Change.AddStation(station(number, "P1-N" + number, "k" + number));
            var rival = new Change.AddStation(station(number, "P1-R" + number, "r" + number));
            entries.add(line.amend(1, previous, change));
            entries.add(line.amend(1, previous, rival));
            previous = idOf(previous, change, 1);
        }
        Roster inOrder = line.rosterOf(entries);
        Collections.shuffle(entries, new Random(seed));
        Roster shuffled = line.rosterOf(entries);

        assertThat(shuffled.stations())
                .extracting(Station::code)
                .isEqualTo(inOrder.stations().stream().map(Station::code).toList());
        assertThat(inOrder.stations()).extracting(Station::code).contains("P1-N258", "P1-N261");
        assertThat(shuffled.previousAmendment(1)).isEqualTo(previous);
        assertThat(shuffled.contradicted()).containsExactly(1);
    }

    @Test
    void only_a_root_that_signed_twice_contradicts_itself() {
        var change = new Change.AddStation(station(258, "P1-TWO", "two"));
        Entry once = line.amend(1, line.id, change);
        Entry carriedAgain = carry(2, line.id, change, 1);

        assertThat(line.rosterOf(List.of(once, carriedAgain)).contradicted()).isEmpty();
    }

    @Test
    void the_keys_of_a_station_change_only_so_often() {
        Roster state = line.roster;
        Digest previous = line.id;
        for (int time = 0; time <= Limits.REKEYS; time++) {
            var change = new Change.Rekey(station(257, "P1-OPS", "key " + time), List.of());
            state = state.with(line.amend(1, previous, change), new HybridVerifier());
            previous = idOf(previous, change, 1);
        }

        assertThat(state.signingKeys(257)).hasSize(Limits.REKEYS + 1);
    }

    private boolean added(Station station) {
        Roster after = line.rosterOf(List.of(carry(2, line.id, new Change.AddStation(station), 2)));
        return after.knows(station.number());
    }

    /// An amendment signed by one party's root, carried by a new feed of another.
    private Entry carry(int filer, Digest previous, Change change, int root) {
        return line.write(
                filer, TestLine.blind(new Feed(filer * 256 + 1, ++feeds), line.amendment(root, previous, change)));
    }

    private Digest idOf(Digest previous, Change change, int party) {
        return Amended.sign(line.id, previous, change, line.root(party)).id();
    }

    private static Station station(int number, String code, String key) {
        return new Station(number, code, Sha256.of(key.getBytes(StandardCharsets.UTF_8)), kem(key));
    }

    private static byte[] kem(String name) {
        return Arrays.copyOf(Sha256.of(("kem " + name).getBytes(StandardCharsets.UTF_8)), Act.KeyOffer.KEM_KEY_BYTES);
    }
}
