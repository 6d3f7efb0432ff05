package torgau.journal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import torgau.journal.Act;
import torgau.journal.Binding;
import torgau.journal.Bindings;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Entry;
import torgau.journal.EquivocationProof;
import torgau.journal.Feed;
import torgau.journal.HeldEntries;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.SignedEntry;
import torgau.journal.Signing;
import torgau.journal.TestLine;
import torgau.journal.crypto.Ed25519Verifier;

class AdmissionsTest {
    private final TestLine line = new TestLine(3);

    @Test
    void the_next_entry_of_a_feed_is_admitted() {
        Entry said = line.say(1, "first");

        assertThat(judge(2, said)).isInstanceOfSatisfying(Admission.Admitted.class, admitted -> {
            assertThat(admitted.entry().id()).isEqualTo(said.id());
            assertThat(admitted.entry().height()).isEqualTo(1);
        });
    }

    @Test
    void what_is_seen_is_bound_by_its_content_and_raises_the_height() {
        Entry question = line.say(1, "question");
        line.pass(question, 2);
        Entry answer = line.say(2, "answer");

        assertThat(answer.payload().seen()).containsExactly(new SeenMark(line.feed(1), 1));
        assertThat(answer.height()).isEqualTo(2);
        assertThat(judge(1, answer)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void an_entry_whose_predecessor_is_missing_waits() {
        line.say(1, "first");
        Entry second = line.say(1, "second");

        assertWaits(new Reference(line.feed(1), 1), judge(2, second));
    }

    @Test
    void an_entry_that_saw_what_is_missing_waits() {
        Entry first = line.say(1, "first");
        line.pass(first, 2);
        Entry answer = line.say(2, "answer");

        assertWaits(first.reference(), judge(3, answer));
    }

    @Test
    void with_its_ids_an_entry_ahead_of_the_record_is_known_to_be_genuine() {
        line.say(1, "first");
        Entry second = line.say(1, "second");
        Binding ids = Bindings.of(line.held(1), second.payload()).orElseThrow();

        assertThat(line.admissions().judge(line.held(2), second.signed(), ids))
                .isInstanceOfSatisfying(
                        Admission.Ahead.class, ahead -> assertThat(ahead.id()).isEqualTo(second.id()));
    }

    @Test
    void an_entry_repeated_is_held_once() {
        Entry said = line.say(1, "first");
        line.pass(said, 2);

        assertThat(judge(2, said)).isEqualTo(new Admission.Held(said(2, said), false));
    }

    @Test
    void a_changed_bit_anywhere_is_never_admitted() {
        Entry said = line.say(1, "first");
        for (int bit = 0; bit < said.signed().length() * 8; bit++) {
            SignedEntry changed = flip(said.signed(), bit);
            assertThat(line.admissions().judge(line.held(2), changed, null))
                    .as("bit " + bit)
                    .isNotInstanceOf(Admission.Admitted.class);
            assertThatCode(() -> line.admissions().judge(line.held(2), changed, new Binding(null, List.of())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_signature_that_does_not_hold_on_our_ids_asks_for_the_peers() {
        Entry said = line.say(1, "first");
        SignedEntry changed = flip(said.signed(), (said.signed().payload().length + 3) * 8);

        assertThat(line.admissions().judge(line.held(2), changed, null)).isInstanceOf(Admission.NeedsExpansion.class);
        assertRefused(Code.BAD_SIGNATURE, line.admissions().judge(line.held(2), changed, new Binding(null, List.of())));
    }

    @Test
    void an_entry_of_another_line_does_not_hold_on_this_one() {
        var other = new TestLine(3, "other");
        Payload payload = other.payload(1, TestLine.message("foreign"));
        Entry foreign = Signing.sign(new HeldEntries(), other.id, line.signer(1), payload);

        assertThat(judge(2, foreign)).isInstanceOf(Admission.NeedsExpansion.class);
        assertThat(line.admissions().judge(line.held(2), foreign.signed(), new Binding(null, List.of())))
                .isInstanceOf(Admission.Refused.class);
    }

    @Test
    void a_station_that_no_agreement_names_is_refused() {
        Payload payload = inFeed(new Feed(9 * 256 + 1, 1), line.payload(1, TestLine.message("stranger")));
        Entry stranger = Signing.sign(new HeldEntries(), line.id, line.signer(1), payload);

        assertRefused(Code.UNKNOWN_STATION, judge(2, stranger));
    }

    @Test
    void a_station_begins_a_new_incarnation_that_names_its_old_one() {
        Entry old = line.say(1, "before the restart");
        line.pass(old, 2);
        Feed anew = new Feed(line.feed(1).station(), 77);
        Payload first =
                TestLine.seeing(anew, List.of(new SeenMark(line.feed(1), 1)), TestLine.message("after the restart"));
        Entry entry = line.write(1, first);

        assertThat(judge(2, entry)).isInstanceOf(Admission.Admitted.class);
        assertThat(entry.height()).isEqualTo(2);
    }

    @Test
    void two_entries_for_one_place_prove_a_fork_to_anyone() {
        Payload payload = line.payload(1, TestLine.message("one story"));
        Entry one = Signing.sign(line.held(1), line.id, line.signer(1), payload);
        Entry other = Signing.sign(line.held(1), line.id, line.signer(1), line.payload(1, TestLine.message("another")));
        line.pass(one, 2);

        var forked = (Admission.Forked) judge(2, other);

        byte[] key = line.signer(1).publicKey();
        EquivocationProof sent =
                EquivocationProof.decode(forked.proof().encode()).orThrow();
        assertThat(sent.holds(key, new Ed25519Verifier())).isTrue();
        assertThat(sent.holds(line.signer(2).publicKey(), new Ed25519Verifier()))
                .isFalse();
        assertThat(new EquivocationProof(line.id, sent.first(), sent.first()).holds(key, new Ed25519Verifier()))
                .isFalse();
    }

    @Test
    void a_feed_that_follows_another_entry_than_ours_is_forked_too() {
        Entry ours = line.say(1, "what we were told");
        line.pass(ours, 2);
        var liar = new HeldEntries();
        Entry theirs = Signing.sign(
                liar,
                line.id,
                line.signer(1),
                inFeed(line.feed(1), line.payload(3, TestLine.message("what they were told"))));
        liar.add(theirs);
        Payload next = new Payload(
                line.feed(1),
                2,
                List.of(),
                5,
                ours.payload().trafficClass(),
                ours.payload().precedence(),
                List.of(),
                null,
                List.of(),
                TestLine.message("going on"));
        Entry second = Signing.sign(liar, line.id, line.signer(1), next);

        assertThat(judge(2, second)).isInstanceOf(Admission.NeedsExpansion.class);
        Binding ids = Bindings.of(liar, next).orElseThrow();
        assertThat(line.admissions().judge(line.held(2), second.signed(), ids))
                .isInstanceOfSatisfying(
                        Admission.Forked.class,
                        forked -> assertThat(forked.proof().holds(line.signer(1).publicKey(), new Ed25519Verifier()))
                                .isTrue());
    }

    @Test
    void a_first_entry_that_claims_to_follow_another_is_refused() {
        Payload first = line.payload(1, TestLine.message("following what is not there"));

        assertRefused(Code.MALFORMED, judgeSigned(first, new Binding(line.id, List.of())));
    }

    @Test
    void a_later_entry_that_claims_to_follow_none_is_refused() {
        line.pass(line.say(1, "first"), 2);
        Payload second = line.payload(1, TestLine.message("as if there were no first"));

        assertRefused(Code.MALFORMED, judgeSigned(second, new Binding(null, List.of())));
    }

    @Test
    void an_honest_station_is_never_convicted_by_a_replay() {
        Entry first = line.say(1, "first");
        Entry second = line.say(1, "second");
        var first2 = new EquivocationProof.Evidence(
                first.signed(), Bindings.of(line.held(1), first.payload()).orElseThrow());
        var second2 = new EquivocationProof.Evidence(
                second.signed(), Bindings.of(line.held(1), second.payload()).orElseThrow());

        assertThat(new EquivocationProof(line.id, first2, second2)
                        .holds(line.signer(1).publicKey(), new Ed25519Verifier()))
                .isFalse();
        assertThat(new EquivocationProof(line.id, first2, first2)
                        .holds(line.signer(1).publicKey(), new Ed25519Verifier()))
                .isFalse();
    }

    @Test
    void a_closed_feed_takes_nothing_more() {
        line.pass(line.say(1, "first"), 2);
        line.held(2).close(line.feed(1));

        assertRefused(Code.FEED_CLOSED, judge(2, line.say(1, "second")));
    }

    @Test
    void what_was_seen_cannot_be_taken_back() {
        line.pass(line.say(1, "one"), 2);
        line.pass(line.say(1, "two"), 2);
        line.say(2, "saw two");
        Payload back = withSeen(line.payload(2, new Act.Seen()), List.of(new SeenMark(line.feed(1), 1)));
        Entry entry = Signing.sign(line.held(2), line.id, line.signer(2), back);
        line.pass(line.held(2).entry(new Reference(line.feed(2), 1)).orElseThrow(), 1);

        assertRefused(Code.SEEN_WENT_BACK, judge(1, entry));
    }

    @Test
    void what_is_seen_must_include_what_that_had_seen() {
        Entry first = line.say(1, "first");
        line.pass(first, 2);
        Entry second = line.say(2, "second, having seen the first");
        line.pass(first, 3);
        line.pass(second, 3);
        Payload open = withSeen(line.payload(3, new Act.Seen()), List.of(new SeenMark(line.feed(2), 1)));
        Entry entry = Signing.sign(line.held(3), line.id, line.signer(3), open);

        assertRefused(Code.SEEN_NOT_CLOSED, judge(2, entry));
    }

    @Test
    void garbage_is_refused_with_a_code() {
        var random = new java.util.Random(5);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            Admission verdict = line.admissions().judge(line.held(2), new SignedEntry(bytes, new byte[64]), null);
            assertThat(verdict).isInstanceOf(Admission.Refused.class);
        }
    }

    @Test
    void the_decoded_proof_of_garbage_is_refused() {
        assertThat(EquivocationProof.decode(new byte[] {1, 2, 3})).isInstanceOf(Decoded.Refusal.class);
    }

    private static void assertRefused(Code code, Admission verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static void assertWaits(Reference missing, Admission verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Admission.Waiting.class,
                        waiting -> assertThat(waiting.missing()).isEqualTo(missing));
    }

    /// How party 2 judges an entry of party 1's that is signed over the ids that go with it.
    private Admission judgeSigned(Payload payload, Binding claimed) {
        byte[] bytes = PayloadCodec.encode(payload);
        var genuine = new SignedEntry(bytes, line.signer(1).sign(claimed.toBeSigned(line.id, bytes)));
        return line.admissions().judge(line.held(2), genuine, claimed);
    }

    private Admission judge(int party, Entry entry) {
        return line.admissions().judge(line.held(party), entry.signed(), null);
    }

    private Entry said(int party, Entry entry) {
        return line.held(party).entry(entry.reference()).orElseThrow();
    }

    private static SignedEntry flip(SignedEntry entry, int bit) {
        byte[] payload = entry.payload().clone();
        byte[] signature = entry.signature().clone();
        byte[] where = bit / 8 < payload.length ? payload : signature;
        int at = bit / 8 < payload.length ? bit / 8 : bit / 8 - payload.length;
        where[at] ^= (byte) (1 << (bit % 8));
        return new SignedEntry(payload, Arrays.copyOf(signature, 64));
    }

    private static Payload inFeed(Feed feed, Payload payload) {
        return with(feed, payload.seen(), payload);
    }

    private static Payload withSeen(Payload payload, List<SeenMark> seen) {
        return with(payload.feed(), seen, payload);
    }

    private static Payload with(Feed feed, List<SeenMark> seen, Payload payload) {
        return new Payload(
                feed,
                payload.sequence(),
                seen,
                payload.time(),
                payload.trafficClass(),
                payload.precedence(),
                payload.to(),
                payload.matter(),
                payload.refs(),
                payload.act());
    }
}
