package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Words;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// What travels apart from the journal: files under their own keys, and values with their own salts.
final class BlobsTest {
    private static final Digest KEY = Digest.over(new byte[] {1});
    private static final byte[] FILE = "Мост взорван.".getBytes(StandardCharsets.UTF_8);
    private static final Value.Person PERSON = new Value.Person("Іваненко", null, null, null, null, 1984);

    @Test
    void a_file_is_opened_by_the_entry_that_names_it_and_by_no_other() {
        byte[] blob = SealedFile.seal(2, KEY, FILE);
        Value.Attachment named = SealedFile.named("a.txt", KEY, FILE, blob);

        assertThat(SealedFile.open(named, blob)).contains(FILE);
        assertThat(indexOf(blob, FILE)).isNegative();
        var otherKey = new Value.Attachment("a.txt", named.blob(), Digest.over(FILE), FILE.length);
        assertThat(SealedFile.open(otherKey, blob)).isEmpty();
        var otherLength = new Value.Attachment("a.txt", named.blob(), KEY, FILE.length + 1);
        assertThat(SealedFile.open(otherLength, blob)).isEmpty();
        for (int bit = 0; bit < blob.length * 8; bit++) {
            byte[] flipped = blob.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(SealedFile.open(named, flipped)).isEmpty();
        }
    }

    @Test
    void an_annex_gives_its_value_back_and_its_hash_says_nothing_without_the_salt() {
        byte[] one = new Annex(salt(1), PERSON).encode(1);
        byte[] other = new Annex(salt(2), PERSON).encode(1);
        var named = new Value.Annexed(Digest.over(one), one.length);

        assertThat(Annex.open(named, one).map(Annex::value)).contains(PERSON);
        assertThat(Annex.open(named, other)).isEmpty();
        assertThat(Digest.over(one)).isNotEqualTo(Digest.over(other));
        for (int length = 0; length < one.length; length++) {
            assertThat(Annex.decode(Arrays.copyOf(one, length))).isInstanceOf(Decoded.Refusal.class);
        }
        var random = new Random(7);
        for (int tries = 0; tries < 2_000; tries++) {
            byte[] garbled = one.clone();
            garbled[random.nextInt(one.length)] ^= (byte) (1 << random.nextInt(8));
            if (Annex.decode(garbled) instanceof Decoded.Value<Annex>(Annex read)) {
                int maker = BlobBytes.decode(garbled).orThrow().maker();
                assertThat(read.encode(maker)).isEqualTo(garbled);
            }
        }
    }

    @Test
    void what_was_understood_of_an_annex_is_compared_by_those_who_hold_it() {
        var here = new Annex(salt(1), PERSON);
        var there = Annex.decode(here.encode(1)).orThrow();

        assertThat(there.keyed(PERSON)).isEqualTo(here.keyed(here.value()));
        assertThat(there.keyed(new Value.Person("Іваненко", null, null, null, null, 1985)))
                .isNotEqualTo(here.keyed(here.value()));
        assertThat(new Annex(salt(2), PERSON).keyed(PERSON)).isNotEqualTo(here.keyed(PERSON));
    }

    @Test
    void a_person_is_never_put_on_the_journal_bare_not_even_in_a_row() {
        var bare = new LinkedHashMap<String, Value>();
        bare.put("who", PERSON);
        assertThatThrownBy(() -> FilingCodec.encode(bare)).isInstanceOf(IllegalArgumentException.class);
        var row = new TreeMap<String, Value>();
        row.put("who", PERSON);
        bare.put("who", new Value.Rows(List.of(row)));
        assertThatThrownBy(() -> FilingCodec.encode(bare)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sensitive_field_takes_only_what_travels_apart() {
        var words = Words.of(new TreeMap<>());
        var field = new Field("who", new FieldType.Person(), words, false, false, true, null, null);
        var values = new TreeMap<String, Value>();
        values.put("who", new Value.Annexed(KEY, 60));
        assertThat(Fits.unfit(List.of(field), values, _ -> Optional.empty())).isEmpty();
        values.put("who", PERSON);
        assertThat(Fits.unfit(List.of(field), values, _ -> Optional.empty())).contains("who is of another kind");
        assertThat(Fits.bare(field, PERSON, _ -> Optional.empty())).isTrue();
    }

    @Test
    void an_entry_names_each_blob_once_with_the_length_that_it_has() {
        for (int length : new int[] {0, 7, 8, 300, 70_000}) {
            for (int maker : new int[] {1, 23, 24, 255}) {
                byte[] file = new byte[length];
                byte[] blob = SealedFile.seal(maker, KEY, file);
                byte[] annex = new Annex(salt(3), PERSON).encode(maker);
                var row = new TreeMap<String, Value>();
                row.put("file", SealedFile.named("b", KEY, file, blob));
                var fields = new LinkedHashMap<String, Value>();
                fields.put("rows", new Value.Rows(List.of(row, row)));
                fields.put("who", new Value.Annexed(Digest.over(annex), annex.length));
                assertThat(Enclosed.in(payload(maker, FilingCodec.encode(fields))))
                        .containsExactly(
                                new Enclosed(Digest.over(blob), blob.length),
                                new Enclosed(Digest.over(annex), annex.length));
            }
        }
        assertThat(Enclosed.in(payload(1, new byte[] {1}))).isEmpty();
    }

    @Test
    void a_party_holds_what_it_made_and_what_is_addressed_to_it() {
        var toRed = payload(1, new byte[1]);
        assertThat(Enclosed.mayHold(toRed, 1)).isTrue();
        assertThat(Enclosed.mayHold(toRed, 2)).isTrue();
        assertThat(Enclosed.mayHold(toRed, 3)).isFalse();
    }

    private static Payload payload(int party, byte[] fields) {
        var act = new Act.Notification(
                new Office("Watch", ""), new Act.Form("GW", 1, "GW"), Label.PARTIES_ONLY, "", "en", fields);
        return new Payload(
                new Feed(party * 256 + 1, 0),
                1,
                List.of(),
                1_795_285_800_000L,
                TrafficClass.FORMAL,
                Precedence.ROUTINE,
                party == 2 ? List.of() : List.of(2),
                null,
                List.of(),
                act);
    }

    private static byte[] salt(int of) {
        return Digest.over(new byte[] {(byte) of}).bytes();
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int at = 0; at + what.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }
}
