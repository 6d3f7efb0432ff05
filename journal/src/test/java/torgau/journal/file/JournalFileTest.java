package torgau.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Causality;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Payload;
import torgau.journal.SeenMark;
import torgau.journal.SeenVector;
import torgau.journal.SignedEntry;
import torgau.journal.Signing;
import torgau.journal.TestLine;
import torgau.journal.agreement.Change;
import torgau.journal.agreement.Station;
import torgau.journal.cbor.CborFault;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Signer;

class JournalFileTest {
    private final TestLine line = conversation();

    private static TestLine conversation() {
        var line = new TestLine(2);
        for (int round = 0; round < 4; round++) {
            Entry asked = line.say(1, "question " + round);
            Entry crossed = line.say(2, "crossing it " + round);
            line.pass(asked, 2);
            line.pass(crossed, 1);
            line.pass(line.say(2, "answer " + round), 1);
        }
        line.pass(line.say(1, "seen it all"), 2);
        return line;
    }

    @Test
    void both_stations_write_the_same_file_and_it_verifies() {
        byte[] blue = file(1);

        assertThat(file(2)).isEqualTo(blue);
        assertThat(check(blue)).isNull();
    }

    @Test
    void a_changed_byte_anywhere_is_found() {
        byte[] file = file(1);
        int agreement = file.length - 13 * 200;
        for (int at = 0; at < file.length; at += at < agreement ? 331 : 23) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThat(check(changed)).as("byte " + at).isNotNull();
        }
    }

    @Test
    void a_file_cut_anywhere_is_found() {
        byte[] file = file(1);
        for (int length = 0; length < file.length; length += 211) {
            assertThat(check(Arrays.copyOf(file, length)))
                    .as("length " + length)
                    .isNotNull();
        }
    }

    @Test
    void an_entry_that_is_left_out_is_named_by_what_follows_it() {
        var left = new ByteArrayOutputStream();
        var entries = line.held(1).all().stream()
                .filter(entry -> entry.payload().sequence() != 3
                        || entry.payload().feed().party() != 1)
                .iterator();
        JournalWriter.write(left::writeBytes, line.signed, entries, line.held(1).heads());

        JournalCheck.Failure failure = check(left.toByteArray());

        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(Code.CHAIN_BROKEN);
        assertThat(failure.place()).isNotNull();
    }

    @Test
    void files_that_differ_in_signatures_alone_hold_the_same_entries() {
        byte[] resigned = file(
                1,
                entry -> new Entry(
                        new SignedEntry(entry.signed().payload(), new byte[SignedEntry.SIGNATURE_BYTES]),
                        entry.payload(),
                        entry.id(),
                        entry.height()));
        byte[] said = file(1, entry -> entry);
        said[said.length - 1] ^= 1;

        assertThat(resigned).isNotEqualTo(file(1));
        assertThat(sameEntries(file(1), resigned)).isTrue();
        assertThat(sameEntries(file(1), said)).isFalse();
        assertThat(sameEntries(file(1), Arrays.copyOf(resigned, resigned.length - 60)))
                .isFalse();
        assertThat(sameEntries(file(1), new byte[] {1, 2, 3})).isFalse();
    }

    private static boolean sameEntries(byte[] one, byte[] other) {
        return SameEntries.in(new ByteArrayInputStream(one)::read, new ByteArrayInputStream(other)::read);
    }

    /// What a station admitted, whoever reads its file admits too: the first entry of a new station, and one beyond the
    /// end of its feed that had not seen the end.
    @Test
    void a_journal_with_amended_keys_verifies() {
        Signer key = Ed25519Signer.fromSeed(new byte[32]);
        byte[] kem = new byte[Act.KeyOffer.KEM_KEY_BYTES];
        var add = new Change.AddStation(new Station(514, "P2-TWO", key.publicKey(), kem));
        line.pass(line.amend(2, line.id, add), 1);
        Feed feed = new Feed(514, 1);
        List<SeenMark> saw = Causality.newlySeen(line.held(1), feed, SeenVector.EMPTY);
        Entry first = Signing.sign(line.held(1), line.id, key, TestLine.seeing(feed, saw, TestLine.message("new")));
        line.pass(first, 1);
        line.pass(first, 2);
        Entry second = Signing.sign(line.held(1), line.id, key, second(first.payload()));
        var retire = new Change.Retire(514, List.of(first.reference()));
        line.pass(line.amend(2, line.rosterOf(2).previousAmendment(2), retire), 1);
        line.pass(second, 1);
        line.pass(second, 2);

        byte[] file = file(1);
        assertThat(check(file)).isNull();
        assertThat(file(2)).isEqualTo(file);
    }

    private static Payload second(Payload first) {
        return new Payload(
                first.feed(),
                2,
                List.of(),
                first.time(),
                first.trafficClass(),
                first.precedence(),
                List.of(),
                null,
                List.of(),
                TestLine.message("beyond the end"));
    }

    private byte[] file(int party) {
        return file(party, entry -> entry);
    }

    private byte[] file(int party, UnaryOperator<Entry> change) {
        var out = new ByteArrayOutputStream();
        JournalWriter.write(
                out::writeBytes,
                line.signed,
                line.held(party).all().stream().map(change).iterator(),
                line.held(party).heads());
        return out.toByteArray();
    }

    private static JournalCheck.@Nullable Failure check(byte[] file) {
        var in = new ByteArrayInputStream(file);
        var reader = new JournalReader(in::read);
        var check = new JournalCheck(new HybridVerifier());
        var verifier = new Ed25519Verifier();
        try {
            for (Optional<JournalReader.Item> item = reader.next(); item.isPresent(); item = reader.next()) {
                JournalCheck.Failure failure = check.next(item.get());
                if (failure != null) {
                    return failure;
                }
                for (JournalCheck.Signature due : check.signaturesDue()) {
                    if (!verifier.verify(due.key(), due.message(), due.signature())) {
                        return new JournalCheck.Failure(due.offset(), due.place(), Code.BAD_SIGNATURE, "");
                    }
                }
            }
        } catch (CborFault fault) {
            return new JournalCheck.Failure(reader.offset(), null, fault.code(), fault.detail());
        }
        return check.end(reader.offset());
    }
}
