package torgau.store.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.store.desk.Proposal.Stage;

/// What every desk must do.
abstract class DeskContract {
    private static final Reference ENTRY = new Reference(new Feed(513, -7), 12);

    private Desk desk;

    /// Opens what `open` opened before, as after a restart.
    abstract Desk open();

    @BeforeEach
    final void begin() {
        desk = open();
    }

    @AfterEach
    final void end() {
        desk.close();
    }

    private void reopen() {
        desk.close();
        desk = open();
    }

    private static String said(Draft draft) {
        return draft.id() + " " + draft.revision() + " " + draft.savedAt() + " "
                + new String(draft.content(), StandardCharsets.UTF_8);
    }

    private Optional<Draft> saved(String id, long revision, long at, String content) {
        return desk.saveDraft(id, revision, at, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_draft_is_saved_over_the_revision_that_was_read_and_over_no_other() {
        assertThat(saved("draft-01", 0, 10, "{}").map(Draft::revision)).contains(1L);
        assertThat(saved("draft-01", 0, 11, "lost")).isEmpty();
        assertThat(saved("draft-01", 1, 12, "{\"text\":\"Привет\"}").map(Draft::revision))
                .contains(2L);
        assertThat(saved("draft-01", 1, 13, "lost")).isEmpty();
        reopen();
        assertThat(desk.draft("draft-01").map(DeskContract::said)).contains("draft-01 2 12 {\"text\":\"Привет\"}");
    }

    @Test
    void drafts_come_last_saved_first() {
        saved("draft-01", 0, 10, "a");
        saved("draft-02", 0, 30, "b");
        saved("draft-03", 0, 20, "c");
        assertThat(desk.drafts(10)).extracting(Draft::id).containsExactly("draft-02", "draft-03", "draft-01");
        assertThat(desk.drafts(2)).extracting(Draft::id).containsExactly("draft-02", "draft-03");
        desk.discardDraft("draft-02");
        desk.discardDraft("draft-02");
        reopen();
        assertThat(desk.drafts(10)).extracting(Draft::id).containsExactly("draft-03", "draft-01");
        assertThat(desk.draft("draft-02")).isEmpty();
    }

    @Test
    void a_draft_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> desk.saveDraft("draft-01", 0, 1, new byte[Draft.MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.drafts(10)).isEmpty();
    }

    private static Translation translation(String part, String language, long revision, String words) {
        return new Translation(
                99,
                new Translation.Of(ENTRY, part, language),
                revision,
                Translation.State.DRAFT,
                words,
                new Office("Linguist", "Duty office"),
                revision * 10,
                revision == 1 ? "engine" : null,
                revision == 2 ? "Заметка" : null);
    }

    private Optional<Translation> saved(String part, String language, long revision, String words) {
        return desk.save(translation(part, language, revision, words));
    }

    @Test
    void a_translation_is_saved_over_the_revision_that_was_read_and_its_history_stays() {
        assertThat(saved("", "ru", 1, "Первое"))
                .contains(translation("", "ru", 1, "Первое").numbered(1));
        assertThat(saved("", "ru", 1, "lost")).isEmpty();
        assertThat(saved("", "ru", 3, "lost")).isEmpty();
        assertThat(saved("", "ru", 2, "Второе").map(Translation::number)).contains(2L);
        reopen();
        assertThat(desk.history(new Translation.Of(ENTRY, "", "ru")))
                .containsExactly(
                        translation("", "ru", 1, "Первое").numbered(1),
                        translation("", "ru", 2, "Второе").numbered(2));
        assertThat(desk.translations(ENTRY)).extracting(Translation::words).containsExactly("Второе");
    }

    @Test
    void a_note_is_kept_over_the_revision_that_was_read_until_it_is_taken_away() {
        assertThat(desk.keep(new Note("office 2", 2, "lost", "first", 4))).isEmpty();
        assertThat(desk.keep(new Note("office 2", 1, "Передаёт, не решает", "first", 5)))
                .isPresent();
        assertThat(desk.keep(new Note("office 2", 1, "lost", "second", 6))).isEmpty();
        desk.keep(new Note("office 1", 1, "asked twice", "second", 7));
        desk.keep(new Note("office 2", 2, "Решает сама", "second", 8));
        reopen();
        assertThat(desk.notes(10)).extracting(Note::words).containsExactly("Решает сама", "asked twice");
        assertThat(desk.notes(1)).extracting(Note::about).containsExactly("office 2");
        desk.keep(new Note("office 2", 3, "", "first", 9));
        reopen();
        assertThat(desk.notes(10)).extracting(Note::about).containsExactly("office 1");
        assertThat(desk.notes("office 2")).extracting(Note::revision).containsExactly(1L, 2L, 3L);
    }

    @Test
    void each_part_is_translated_into_each_language_by_itself() {
        saved("questions[2]", "ru", 1, "а");
        saved("questions[2]", "uk", 1, "б");
        saved("", "ru", 1, "в");
        saved("", "ru", 2, "г");
        reopen();
        assertThat(desk.translations(ENTRY)).extracting(Translation::words).containsExactly("г", "а", "б");
        assertThat(desk.translations(new Reference(ENTRY.feed(), 13))).isEmpty();
        assertThat(desk.translationsAfter(0, 10))
                .extracting(Translation::number)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(desk.translationsAfter(1, 2)).extracting(Translation::words).containsExactly("б", "в");
    }

    @Test
    void a_translation_over_its_limits_is_refused() {
        assertThatThrownBy(() -> saved("", "ru", 1, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> saved("", "ru", 1, "ы".repeat(16_385))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> saved("", "русский", 1, "а")).isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.translationsAfter(0, 10)).isEmpty();
    }

    @Test
    void an_entry_is_opened_the_first_time_only() {
        assertThat(desk.openedAt(ENTRY)).isEmpty();
        desk.opened(ENTRY, 100);
        desk.opened(ENTRY, 200);
        reopen();
        assertThat(desk.openedAt(ENTRY)).contains(100L);
        assertThat(desk.openedAt(new Reference(ENTRY.feed(), 13))).isEmpty();
    }

    @Test
    void an_alarm_is_silenced_and_cleared_once() {
        var about = new Alarm.About(513, ENTRY, "TG-3001", "Диск полон");
        var alarm = Alarm.raised("alarm-1", "store_failed", Precedence.FLASH, 10, about);
        desk.keep(alarm);
        desk.keep(alarm.silenced(20).silenced(21));
        reopen();
        Alarm silenced = desk.alarm("alarm-1").orElseThrow();
        assertThat(silenced).isEqualTo(new Alarm("alarm-1", "store_failed", Precedence.FLASH, 10, 20L, null, about));
        assertThat(desk.alarms(true, 10)).containsExactly(silenced);
        desk.keep(silenced.cleared(30).cleared(31));
        assertThat(desk.alarms(true, 10)).isEmpty();
        assertThat(desk.alarms(false, 10)).extracting(Alarm::clearedAt).containsExactly(30L);
    }

    @Test
    void alarms_come_oldest_first_and_keep_their_place() {
        for (int i = 1; i <= 5; i++) {
            desk.keep(Alarm.raised("alarm-" + i, "bearer_refused", Precedence.ROUTINE, 10 - i, Alarm.About.NOTHING));
        }
        desk.keep(desk.alarm("alarm-2").orElseThrow().silenced(50));
        reopen();
        assertThat(desk.alarms(false, 3)).extracting(Alarm::id).containsExactly("alarm-3", "alarm-4", "alarm-5");
        assertThat(desk.alarms(true, 10))
                .extracting(Alarm::id)
                .containsExactly("alarm-1", "alarm-2", "alarm-3", "alarm-4", "alarm-5");
        assertThat(desk.alarm("alarm-9")).isEmpty();
    }

    @Test
    void the_log_is_numbered_and_paged_both_ways() {
        for (int i = 1; i <= 10; i++) {
            LogLine line = desk.log(new LogLine(99, i * 10L, "silenced", "Watch", "TG-6001", ENTRY, "Zeile " + i));
            assertThat(line.number()).isEqualTo(i);
            if (i == 5) {
                reopen();
            }
        }
        LogLine bare = desk.log(new LogLine(1, 200, "started", null, null, null, null));
        assertThat(numbers(desk.logAfter(0, 100)))
                .isEqualTo(IntStream.rangeClosed(1, 11).asLongStream().boxed().toList());
        assertThat(numbers(desk.logAfter(4, 3))).containsExactly(5L, 6L, 7L);
        assertThat(numbers(desk.logBefore(4, 2))).containsExactly(2L, 3L);
        assertThat(desk.logBefore(Long.MAX_VALUE, 1)).containsExactly(bare);
        assertThat(desk.logAfter(2, 1))
                .containsExactly(new LogLine(3, 30, "silenced", "Watch", "TG-6001", ENTRY, "Zeile 3"));
    }

    private static List<Long> numbers(List<LogLine> lines) {
        return lines.stream().map(LogLine::number).toList();
    }

    private static Proposal.Asked asked(String key, String content) {
        var by = new Proposal.Hand("watch", "Duty officer", 5);
        return new Proposal.Asked(key, Digest.over(new byte[] {7}), by, content.getBytes(StandardCharsets.UTF_8), 3);
    }

    private static String said(Proposal proposal) {
        Proposal.Asked asked = proposal.asked();
        return proposal.number() + " " + proposal.revision() + " " + asked.key() + " " + asked.request() + " "
                + asked.by() + " " + new String(asked.content(), StandardCharsets.UTF_8) + " " + asked.seen() + " "
                + proposal.stage();
    }

    @Test
    void a_key_proposes_once() {
        Proposal first = desk.propose(asked("key-0001", "one"));
        reopen();
        assertThat(said(desk.propose(asked("key-0001", "another")))).isEqualTo(said(first));
        assertThat(desk.propose(asked("key-0002", "two")).number()).isEqualTo(2);
        assertThat(desk.proposed("key-0001").map(DeskContract::said)).contains(said(first));
        assertThat(desk.proposed("key-0003")).isEmpty();
        assertThat(desk.proposal(3)).isEmpty();
    }

    @Test
    void who_proposed_signed_and_countersigned_is_kept_with_the_seat() {
        var first = new Proposal.Hand("watch", "Duty officer", 5, "anna");
        var second = new Proposal.Hand("watch", "Duty officer", 9, "boris");
        var third = new Proposal.Hand("head", "Head of operations", 12, null);
        byte[] content = "x".getBytes(StandardCharsets.UTF_8);
        var asked = new Proposal.Asked("key-0001", Digest.over(new byte[] {7}), first, content, 3);
        long number = desk.propose(asked).number();
        var released = new Stage.Released(second, "Nobody else can be reached.", ENTRY, third);
        desk.advance(number, 1, released);
        reopen();
        Proposal kept = desk.proposal(number).orElseThrow();
        assertThat(kept.asked().by()).isEqualTo(first);
        assertThat(kept.stage()).isEqualTo(released);
    }

    @Test
    void an_officer_is_kept_over_the_revision_that_was_read_and_over_no_other() {
        assertThat(desk.keep(officer("boris", 1, "one"))).isTrue();
        assertThat(desk.keep(officer("anna", 1, "two"))).isTrue();
        assertThat(desk.keep(officer("anna", 1, "again"))).isFalse();
        assertThat(desk.keep(officer("anna", 3, "later"))).isFalse();
        assertThat(desk.keep(officer("anna", 2, "three"))).isTrue();
        reopen();
        assertThat(desk.officers())
                .extracting(file ->
                        file.id() + " " + file.revision() + " " + new String(file.content(), StandardCharsets.UTF_8))
                .containsExactly("anna 2 three", "boris 1 one");
    }

    private static OfficerFile officer(String id, long revision, String content) {
        return new OfficerFile(id, revision, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_proposal_moves_on_from_the_revision_that_was_read_and_from_no_other() {
        var second = new Proposal.Hand("second", "Head of operations", 9);
        long number = desk.propose(asked("key-0001", "one")).number();
        assertThat(desk.advance(number, 1, new Stage.Signing(second, null)).map(Proposal::revision))
                .contains(2L);
        assertThat(desk.advance(number, 1, new Stage.Withdrawn(second))).isEmpty();
        assertThat(desk.advance(9, 1, new Stage.Withdrawn(second))).isEmpty();
        reopen();
        assertThat(desk.proposal(number).map(Proposal::stage)).contains(new Stage.Signing(second, null));
    }

    @Test
    void every_stage_is_kept_and_the_open_ones_are_found_newest_first() {
        var hand = new Proposal.Hand("second", "Head of operations", 9);
        List<Stage> stages = List.of(
                new Stage.Waiting(),
                new Stage.Signing(hand, "Nobody else can be reached."),
                new Stage.Released(hand, null, ENTRY, null),
                new Stage.Released(hand, "Nobody else can be reached.", ENTRY, null),
                new Stage.Released(
                        hand, "Nobody else can be reached.", ENTRY, new Proposal.Hand("third", "Duty officer", 12)),
                new Stage.Refused(hand, "the hour is wrong"),
                new Stage.Withdrawn(hand),
                new Stage.Voided(77));
        for (int i = 0; i < stages.size(); i++) {
            long number = desk.propose(asked("key-000" + i, "x")).number();
            desk.advance(number, 1, stages.get(i));
        }
        reopen();
        assertThat(desk.proposals(false, 100).reversed())
                .extracting(Proposal::stage)
                .containsExactlyElementsOf(stages);
        assertThat(desk.proposals(true, 100)).extracting(Proposal::number).containsExactly(4L, 2L, 1L);
        assertThat(desk.proposals(true, 1)).extracting(Proposal::number).containsExactly(4L);
    }

    @Test
    void a_book_grows_by_its_next_line_alone_and_each_line_names_the_one_before() {
        var lines = new java.util.ArrayList<LedgerLine>();
        for (int i = 0; i < 4; i++) {
            LedgerLine last = lines.isEmpty() ? null : lines.getLast();
            lines.add(LedgerLine.after(Optional.ofNullable(last), "watch", 7L + i, new byte[] {(byte) i}));
            assertThat(desk.append(lines.getLast())).isTrue();
        }
        LedgerLine other = LedgerLine.after(Optional.empty(), "audit", 9, new byte[0]);
        assertThat(desk.append(lines.get(3))).isFalse();
        assertThat(desk.append(LedgerLine.after(Optional.of(lines.get(1)), "watch", 9, new byte[] {9})))
                .isFalse();
        assertThat(desk.append(other)).isTrue();
        reopen();
        List<LedgerLine> kept = desk.ledgerAfter("watch", 0, 10);
        assertThat(kept)
                .extracting(LedgerLine::digest)
                .containsExactlyElementsOf(
                        lines.stream().map(LedgerLine::digest).toList());
        assertThat(kept.getFirst().follows(LedgerLine.BEGINNING)).isTrue();
        assertThat(kept.get(3).follows(kept.get(2).digest())).isTrue();
        assertThat(kept.get(3).follows(kept.get(1).digest())).isFalse();
        assertThat(desk.ledgerAfter("watch", 2, 1))
                .extracting(LedgerLine::number)
                .containsExactly(3L);
        assertThat(desk.ledgerBefore("watch", Long.MAX_VALUE, 2))
                .extracting(LedgerLine::number)
                .containsExactly(3L, 4L);
        assertThat(desk.ledgerBefore("watch", 1, 2)).isEmpty();
        assertThat(desk.ledgerAfter("none", 0, 2)).isEmpty();
    }

    @Test
    void a_secret_is_kept_replaced_and_destroyed() {
        desk.keepSecret("kem/1", new byte[] {1});
        desk.keepSecret("kem/1", new byte[] {2, 3});
        desk.keepSecret("kem/2", new byte[0]);
        reopen();
        assertThat(desk.secret("kem/1")).contains(new byte[] {2, 3});
        assertThat(desk.secret("kem/2")).contains(new byte[0]);
        desk.dropSecret("kem/1");
        desk.dropSecret("kem/1");
        assertThat(desk.secret("kem/1")).isEmpty();
    }
}
