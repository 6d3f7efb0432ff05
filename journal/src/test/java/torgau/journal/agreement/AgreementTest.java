package torgau.journal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Reference;
import torgau.journal.TestLine;
import torgau.journal.crypto.HybridVerifier;

class AgreementTest {
    private final TestLine line = new TestLine(2);
    private final HybridVerifier roots = new HybridVerifier();

    @Test
    void an_agreement_that_all_roots_signed_holds() {
        SignedAgreement read = SignedAgreement.decode(line.signed.encode()).orThrow();

        assertThat(read.verified(roots)).isInstanceOf(Decoded.Value.class);
        assertThat(read.line()).isEqualTo(line.id);
    }

    @Test
    void a_missing_or_wrong_signature_is_named() {
        var one = new TreeMap<>(line.signed.signatures());
        one.remove(2);
        var swapped = new TreeMap<>(line.signed.signatures());
        swapped.put(2, line.signed.signatures().get(1));

        assertThat(code(new SignedAgreement(line.signed.text(), one))).isEqualTo(Code.SIGNATURE_MISSING);
        assertThat(code(new SignedAgreement(line.signed.text(), swapped))).isEqualTo(Code.BAD_SIGNATURE);
    }

    @Test
    void half_a_hybrid_signature_is_none() {
        for (int at : new int[] {0, 63, 64, 3_000}) {
            var changed = new TreeMap<>(line.signed.signatures());
            byte[] signature = changed.get(1).clone();
            signature[at] ^= 1;
            changed.put(1, signature);

            assertThat(code(new SignedAgreement(line.signed.text(), changed))).isEqualTo(Code.BAD_SIGNATURE);
        }
    }

    @Test
    void a_text_that_differs_in_one_byte_is_another_line_and_unsigned() {
        byte[] text = line.signed.text().clone();
        text[25] ^= 1;

        var changed = new SignedAgreement(text, line.signed.signatures());

        assertThat(changed.line()).isNotEqualTo(line.id);
        assertThat(changed.verified(roots)).isInstanceOf(Decoded.Refusal.class);
    }

    @Test
    void each_party_changes_its_own_side_alone_and_in_order() {
        Station second = station(258);
        Amended add = Amended.sign(line.id, line.id, new Change.AddStation(second), line.root(1));
        Roster after =
                line.roster.with(Amended.decode(add.encode()).orThrow(), roots).orElseThrow();

        assertThat(after.knows(258)).isTrue();
        assertThat(after.previousAmendment(1)).isEqualTo(add.id());
        assertThat(after.with(add, roots)).as("twice").isEmpty();
        assertThat(line.roster.with(Amended.sign(line.id, line.id, new Change.AddStation(second), line.root(2)), roots))
                .as("signed by the other party")
                .isEmpty();
        assertThat(line.roster.with(
                        Amended.sign(Digest.over(new byte[1]), line.id, new Change.AddStation(second), line.root(1)),
                        roots))
                .as("of another line")
                .isEmpty();
    }

    @Test
    void a_new_key_leaves_the_old_feed_its_past_and_no_future() {
        var old = new Feed(257, 1);
        var anew = new Feed(257, 2);
        var rekey = new Change.Rekey(station(257), List.of(new Reference(old, 40)));
        Roster after = line.roster
                .with(Amended.sign(line.id, line.id, rekey, line.root(1)), roots)
                .orElseThrow();

        assertThat(after.signingKey(new Reference(old, 40)))
                .contains(line.signer(1).publicKey());
        assertThat(after.signingKey(new Reference(old, 41))).isEmpty();
        assertThat(after.signingKey(new Reference(anew, 1)))
                .contains(station(257).signingKey());
    }

    @Test
    void a_retired_station_signs_nothing_beyond_its_end() {
        var retire = new Change.Retire(257, List.of(new Reference(new Feed(257, 1), 7)));
        Roster after = line.roster
                .with(Amended.sign(line.id, line.id, retire, line.root(1)), roots)
                .orElseThrow();

        assertThat(after.signingKey(new Reference(new Feed(257, 1), 7))).isPresent();
        assertThat(after.signingKey(new Reference(new Feed(257, 1), 8))).isEmpty();
        assertThat(after.stations()).extracting(Station::number).containsExactly(513);
    }

    @Test
    void one_wrong_or_swapped_digit_of_a_fingerprint_is_noticed() {
        Fingerprint fingerprint = Fingerprint.of(line.id);

        assertThat(fingerprint.toString()).matches("(\\d{5} ){7}\\d{5}");
        assertThat(Fingerprint.typed(fingerprint.toString())).contains(fingerprint);
        for (int at = 0; at < 40; at++) {
            var digits = new StringBuilder(fingerprint.digits());
            digits.setCharAt(at, (char) ('0' + (digits.charAt(at) - '0' + 1) % 10));
            assertThat(Fingerprint.typed(digits.toString())).as("digit " + at).isEmpty();
        }
    }

    private Station station(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        key[1] = 3;
        return new Station(number, "S" + number, key, new byte[Act.KeyOffer.KEM_KEY_BYTES]);
    }

    private Code code(SignedAgreement agreement) {
        return ((Decoded.Refusal<Agreement>) agreement.verified(roots)).code();
    }
}
