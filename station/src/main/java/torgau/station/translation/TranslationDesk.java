package torgau.station.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.glossary.Comparison;
import torgau.catalogue.glossary.Finding;
import torgau.catalogue.glossary.Lexicon;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.matters.Courtesy;
import torgau.matters.FreeTexts;
import torgau.station.shell.Kept;
import torgau.store.desk.Desk;
import torgau.store.desk.Translation;

/// Translations as officers work on them. Nothing here leaves the station, unless an officer asks a
/// machine.
public final class TranslationDesk {
    /// Texts of an entry that are shown at once.
    static final int MOST_TEXTS = 100;

    private static final int SENTENCES = 40;

    private final Kept<Desk> desk;
    private final TranslationRoom room;
    private final Supplier<Lexicon> lexicon;
    private final Optional<Engine> engine;

    /// @param engine the machine that officers may ask; empty if there is none
    public TranslationDesk(Kept<Desk> desk, TranslationRoom room, Supplier<Lexicon> lexicon, Optional<Engine> engine) {
        this.desk = desk;
        this.room = room;
        this.lexicon = lexicon;
        this.engine = engine;
    }

    /// One text of an entry, with all that helps to translate it.
    ///
    /// @param history every state of its translation, the first first; none if there is no translation
    /// @param memory what is like its sentences
    public record Sheet(
            Translation.Of of,
            Text original,
            List<Translation> history,
            List<Lexicon.Found> terms,
            List<Finding> findings,
            List<Memory.Remembered> memory) {
        public Sheet {
            history = List.copyOf(history);
            terms = List.copyOf(terms);
            findings = List.copyOf(findings);
            memory = List.copyOf(memory);
        }

        /// The translation as it is now; empty if there is none.
        public Optional<Translation> now() {
            return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
        }
    }

    /// What came of a step.
    public sealed interface Answer {
        record Kept(Sheet sheet) implements Answer {}

        record Refused(Code code, String detail) implements Answer {}
    }

    /// What waits for a translation.
    public TranslationRoom.Queue queue(int limit) {
        return room.queue(limit);
    }

    /// The translations of an entry as they are now.
    public List<Translation> now(Reference entry) {
        return desk.use(open -> open.translations(entry));
    }

    /// The name of the machine that may be asked between two languages; empty if there is none.
    public Optional<String> machine(String from, String to) {
        return engine.filter(it -> it.translates(from, to)).map(Engine::name);
    }

    /// The texts of an entry that can be translated into a language, at most 100; of all together the
    /// first 40 sentences are looked up in the memory.
    ///
    /// @param only name of the one text that is wanted; empty: of each
    public List<Sheet> sheets(Entry entry, String to, Optional<String> only) {
        var sheets = new ArrayList<Sheet>();
        int left = SENTENCES;
        for (var each : FreeTexts.of(entry.payload().act()).entrySet()) {
            Text text = each.getValue();
            boolean wanted = only.isEmpty() || only.get().equals(each.getKey());
            if (wanted && sheets.size() < MOST_TEXTS && !Courtesy.sameLanguage(text.language(), to)) {
                sheets.add(sheet(new Translation.Of(entry.reference(), each.getKey(), to), text, left));
                left -= Segments.of(text.words()).size();
            }
        }
        return sheets;
    }

    private Sheet sheet(Translation.Of of, Text original, int sentences) {
        List<Translation> history = desk.use(open -> open.history(of));
        List<Finding> findings = history.isEmpty()
                ? List.of()
                : Comparison.of(lexicon.get(), original, history.getLast().text());
        return new Sheet(
                of,
                original,
                history,
                lexicon.get().find(original.words(), original.language()),
                findings,
                room.like(original, of.language(), of.entry(), sentences));
    }

    /// Does a step over the revision that was read (0: there was none).
    public Answer step(Entry entry, Translation.Of of, long revision, Progress.Step step, Progress.By by) {
        Text original = FreeTexts.of(entry.payload().act()).getOrDefault(of.part(), null);
        Optional<Answer> fault = fault(original, of, revision);
        if (original == null || fault.isPresent()) {
            return fault.orElseThrow();
        }
        return switch (Progress.after(of, last(of), step, by)) {
            case Progress.Result.Refused(Code code, String detail) -> new Answer.Refused(code, detail);
            case Progress.Result.Next(Translation next) ->
                desk.use(open -> open.save(next))
                        .<Answer>map(_ -> new Answer.Kept(sheet(of, original, SENTENCES)))
                        .orElseGet(TranslationDesk::changed);
        };
    }

    private Optional<Translation> last(Translation.Of of) {
        return desk.use(open -> open.translations(of.entry())).stream()
                .filter(now -> now.of().equals(of))
                .findFirst();
    }

    private Optional<Answer> fault(@Nullable Text original, Translation.Of of, long revision) {
        if (original == null) {
            return refused(Code.NO_SUCH_TEXT, "the entry has no free text `" + of.part() + "`");
        }
        if (Courtesy.sameLanguage(original.language(), of.language())) {
            return refused(Code.SAME_LANGUAGE, "the original is in " + original.language() + " too");
        }
        boolean same = last(of).map(Translation::revision).orElse(0L) == revision;
        return same ? Optional.empty() : Optional.of(changed());
    }

    private static Optional<Answer> refused(Code code, String detail) {
        return Optional.of(new Answer.Refused(code, detail));
    }

    private static Answer changed() {
        return new Answer.Refused(Code.TRANSLATION_CHANGED, Code.TRANSLATION_CHANGED.text());
    }

    /// Asks the machine, and keeps what it made over the revision that was read. It is not asked where
    /// an officer has written one: that stays.
    public Answer ask(Entry entry, Translation.Of of, long revision, Progress.By by) {
        if (engine.isEmpty()) {
            return new Answer.Refused(Code.NO_ENGINE, Code.NO_ENGINE.text());
        }
        Text original = FreeTexts.of(entry.payload().act()).getOrDefault(of.part(), null);
        Optional<Answer> fault = fault(original, of, revision)
                .or(() -> last(of).filter(now -> now.state() != Translation.State.MACHINE)
                        .flatMap(now -> refused(Code.NOT_IN_THAT_STATE, Progress.OFFICERS_STAYS)));
        if (original == null || fault.isPresent()) {
            return fault.orElseThrow();
        }
        try {
            String words = engine.get().translated(original, of.language());
            return step(
                    entry,
                    of,
                    revision,
                    new Progress.Step.Made(words, engine.get().name()),
                    by);
        } catch (EngineFault failed) {
            return new Answer.Refused(failed.code(), failed.detail());
        }
    }
}
