package torgau.station.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.matters.Courtesy;
import torgau.matters.FreeTexts;
import torgau.store.Arrived;
import torgau.store.desk.Translation;

/// What the journal and the desk have put on the shelves of the translation desk so far. Not for several
/// threads.
final class Shelves {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.translation");
    private static final String DESK = "desk";

    private final String language;
    private final int ownParty;
    private final Function<Reference, Optional<Entry>> journal;
    private final Memory memory = new Memory();
    private final Waiting waiting = new Waiting();

    /// @param language of the watch
    /// @param journal finds an entry
    Shelves(String language, int ownParty, Function<Reference, Optional<Entry>> journal) {
        this.language = language;
        this.ownParty = ownParty;
        this.journal = journal;
    }

    Memory memory() {
        return memory;
    }

    Waiting waiting() {
        return waiting;
    }

    /// Takes the next entry of the journal. A bug of ours in one stops no other.
    void take(Arrived arrived) {
        Entry entry = arrived.entry();
        try {
            Payload payload = entry.payload();
            if (payload.feed().party() != ownParty) {
                wait(payload, arrived.cursor());
            }
            if (payload.act() instanceof Act.Message message) {
                courtesy(entry.reference(), message);
            }
            if (payload.act() instanceof Act.Translation act) {
                courtesy(payload, act);
            }
        } catch (IllegalArgumentException bug) {
            LOG.atError().setCause(bug).addKeyValue("entry", entry.reference()).log("an entry could not be remembered");
        }
    }

    private void wait(Payload payload, long cursor) {
        List<String> parts = FreeTexts.of(payload.act()).entrySet().stream()
                .filter(text -> !Courtesy.sameLanguage(text.getValue().language(), language))
                .map(Map.Entry::getKey)
                .limit(TranslationDesk.MOST_TEXTS)
                .toList();
        if (!parts.isEmpty()) {
            waiting.add(payload.reference(), payload.precedence(), cursor, parts);
        }
    }

    private void courtesy(Reference place, Act.Message message) {
        for (int i = 0; i < message.courtesy().size(); i++) {
            Text translation = message.courtesy().get(i);
            if (!Courtesy.sameLanguage(translation.language(), message.text().language())) {
                var source = new Memory.Source(place, "", translation.language(), place + "/" + i);
                memory.put(source, message.text(), translation, Memory.Standing.COURTESY);
            }
        }
    }

    private void courtesy(Payload payload, Act.Translation act) {
        if (payload.refs().size() != 1) {
            return;
        }
        Reference place = payload.refs().getFirst();
        journal.apply(place)
                .map(Entry::payload)
                .filter(of -> Courtesy.of(payload, act).fault(of).isEmpty())
                .flatMap(of -> text(of, act.part()))
                .ifPresent(original -> memory.put(
                        new Memory.Source(
                                place,
                                act.part(),
                                act.text().language(),
                                payload.reference().toString()),
                        original,
                        act.text(),
                        Memory.Standing.COURTESY));
    }

    private static Optional<Text> text(Payload payload, String part) {
        return Optional.ofNullable(FreeTexts.of(payload.act()).getOrDefault(part, null));
    }

    /// Takes the next state of a translation on the desk.
    void take(Translation state) {
        Translation.Of of = state.of();
        if (Courtesy.sameLanguage(of.language(), language)) {
            waiting.note(of.entry(), of.part(), state.state().reliable());
        }
        var source = new Memory.Source(of.entry(), of.part(), of.language(), DESK);
        memory.forget(source);
        if (state.state().reliable()) {
            var standing =
                    state.state() == Translation.State.CERTIFIED ? Memory.Standing.CERTIFIED : Memory.Standing.REVIEWED;
            journal.apply(of.entry())
                    .flatMap(entry -> text(entry.payload(), of.part()))
                    .ifPresent(original -> memory.put(source, original, state.text(), standing));
        }
    }
}
