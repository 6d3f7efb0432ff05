package torgau.journal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.journal.Code;
import torgau.journal.Decoded;
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

    private Code code(SignedAgreement agreement) {
        return ((Decoded.Refusal<Agreement>) agreement.verified(roots)).code();
    }
}
