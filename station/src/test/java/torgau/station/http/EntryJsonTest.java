package torgau.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Limits;
import torgau.journal.Office;
import torgau.journal.Text;
import torgau.station.formats.Formats;
import torgau.station.heart.BlobState;
import torgau.store.Batch;
import torgau.store.Write;
import torgau.store.memory.MemoryDisk;
import torgau.store.memory.MemoryStore;

/// Whatever another party signs can be shown: one entry that cannot would blind every page that it is
/// on.
final class EntryJsonTest {
    private static final Office WATCH = new Office("Duty officer", "");
    private static final Text WORDS = new Text("ru", "Слова.");

    private final MemoryStore journal = new MemoryStore(new MemoryDisk());
    private final Names names = Made.names();

    @Test
    void an_entry_to_a_party_that_the_agreement_does_not_know_names_it_by_its_number() {
        var shown = shown(List.of(1, 3, 200), new Act.Message(WATCH, "", WORDS, List.of()));
        assertThat(shown.path("to").valueStream().map(JsonNode::asText)).containsExactly("BLUE", "P3", "P200");
    }

    /// That the level able to act has it is an act of its own: requirement 37.
    @TestFactory
    List<DynamicTest> every_act_that_can_be_signed_can_be_shown() {
        List<Integer> everybody =
                IntStream.rangeClosed(1, Limits.PARTIES).boxed().toList();
        return acts().stream()
                .map(act -> DynamicTest.dynamicTest(act.getClass().getSimpleName(), () -> {
                    var station = new EntryJsonTest();
                    assertThat(OpenApi.only().faults("Entry", station.shown(everybody, act)))
                            .isEmpty();
                }))
                .toList();
    }

    private static List<Act> acts() {
        long last = Limits.TIME_MILLIS;
        return List.of(
                new Act.Message(WATCH, "", WORDS, List.of(WORDS, WORDS)),
                new Act.Acknowledgement(WATCH, new Act.Stage.PassedOn(last)),
                new Act.Acknowledgement(WATCH, new Act.Stage.Understood(new Text("qaa-Xx", "'{0}'"))),
                new Act.Acknowledgement(WATCH, new Act.Stage.NotUnderstood(Act.Cause.OTHER, null)),
                new Act.Translation(WATCH, "", WORDS),
                new Act.Translation(WATCH, "x".repeat(Limits.NAME_BYTES), new Text("qaa-Xx", "'{0}'")),
                new Act.LinkTest(new Act.Passage.Returned(Digest.over(), last)),
                new Act.KeyOffer(new byte[Act.KeyOffer.KEM_KEY_BYTES]),
                new Act.Seen(),
                new Act.Amendment(new byte[] {1}),
                new Act.Suspension(WATCH, new Act.Scope.Track("?"), "An authority", last, null, List.of("?")),
                new Act.Resumption(WATCH, "An authority", last),
                new Act.Unknown(77, new byte[] {0}));
    }

    private JsonNode shown(List<Integer> to, Act act) {
        Entry entry = Made.entry(Made.payload(Made.RED, 1, List.of(), to, act), 1);
        journal.commit(Batch.of(new Write.Append(entry, 1)));
        var notifications = new NotificationJson(
                names,
                journal,
                Formats.builtIn(),
                "en",
                (_, _, with) -> new HeldAnnexes(true, with, _ -> BlobState.ABSENT, journal::blob));
        var acts = new ActJson(names, journal, Sentences.load(), notifications, "en");
        var views = new EntryJson(names, 1, new Receipts(journal, 1), _ -> OptionalLong.empty(), acts);
        return views.of(EntryJson.Shown.of(journal.arrived(entry.reference()).orElseThrow()));
    }
}
