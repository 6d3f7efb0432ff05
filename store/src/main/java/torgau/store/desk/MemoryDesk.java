package torgau.store.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Reference;

/// A desk without a disk, for the simulator and for tests.
public final class MemoryDesk implements Desk {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Translation> translations = new ArrayList<>();
    private final TreeMap<String, List<Note>> notes = new TreeMap<>();
    private final NavigableMap<Reference, Long> opened = new TreeMap<>();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final List<LogLine> log = new ArrayList<>();
    private final NavigableMap<Long, Proposal> proposals = new TreeMap<>();
    private final NavigableMap<String, OfficerFile> officers = new TreeMap<>();
    private final NavigableMap<String, byte[]> secrets = new TreeMap<>();
    private final Map<String, List<LedgerLine>> ledger = new TreeMap<>();

    @Override
    public synchronized Optional<Draft> saveDraft(String id, long revision, long savedAt, byte[] content) {
        long kept = draft(id).map(Draft::revision).orElse(0L);
        if (kept != revision) {
            return Optional.empty();
        }
        var saved = new Draft(id, revision + 1, savedAt, content);
        drafts.put(id, saved);
        return Optional.of(saved);
    }

    @Override
    public synchronized void discardDraft(String id) {
        drafts.remove(id);
    }

    @Override
    public synchronized Optional<Draft> draft(String id) {
        return Optional.ofNullable(drafts.get(id));
    }

    @Override
    public synchronized List<Draft> drafts(int limit) {
        return drafts.values().stream()
                .sorted(Comparator.comparingLong(Draft::savedAt).reversed().thenComparing(Draft::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Translation> save(Translation next) {
        if (history(next.of()).size() != next.revision() - 1) {
            return Optional.empty();
        }
        Translation saved = next.numbered(translations.size() + 1L);
        translations.add(saved);
        return Optional.of(saved);
    }

    @Override
    public synchronized List<Translation> translations(Reference entry) {
        var last = new TreeMap<String, Translation>();
        translations.stream()
                .filter(state -> state.of().entry().equals(entry))
                .forEach(state -> last.put(state.of().part() + '\0' + state.of().language(), state));
        return List.copyOf(last.values());
    }

    @Override
    public synchronized List<Translation> history(Translation.Of of) {
        return translations.stream().filter(state -> state.of().equals(of)).toList();
    }

    @Override
    public synchronized List<Translation> translationsAfter(long number, int limit) {
        return translations.stream().skip(Math.max(0, number)).limit(limit).toList();
    }

    @Override
    public synchronized void opened(Reference entry, long at) {
        opened.putIfAbsent(entry, at);
    }

    @Override
    public synchronized Optional<Long> openedAt(Reference entry) {
        return Optional.ofNullable(opened.get(entry));
    }

    @Override
    public synchronized void keep(Alarm alarm) {
        alarms.put(alarm.id(), alarm);
    }

    @Override
    public synchronized Optional<Alarm> alarm(String id) {
        return Optional.ofNullable(alarms.get(id));
    }

    @Override
    public synchronized List<Alarm> alarms(boolean openOnly, int limit) {
        List<Alarm> wanted = alarms.values().stream()
                .filter(alarm -> !openOnly || alarm.open())
                .toList();
        return List.copyOf(wanted.subList(Math.max(0, wanted.size() - limit), wanted.size()));
    }

    @Override
    public synchronized LogLine log(LogLine line) {
        var numbered = new LogLine(
                log.size() + 1L, line.at(), line.kind(), line.office(), line.code(), line.reference(), line.detail());
        log.add(numbered);
        return numbered;
    }

    @Override
    public synchronized List<LogLine> logAfter(long number, int limit) {
        return log.stream().skip(Math.max(0, number)).limit(limit).toList();
    }

    @Override
    public synchronized List<LogLine> logBefore(long number, int limit) {
        int end = Math.clamp(number - 1, 0, log.size());
        return List.copyOf(log.subList(Math.max(0, end - limit), end));
    }

    @Override
    public synchronized Proposal propose(Proposal.Asked asked) {
        return proposed(asked.key()).orElseGet(() -> {
            var fresh = new Proposal(proposals.size() + 1L, 1, asked, new Proposal.Stage.Waiting());
            proposals.put(fresh.number(), fresh);
            return fresh;
        });
    }

    @Override
    public synchronized Optional<Proposal> advance(long number, long revision, Proposal.Stage to) {
        Optional<Proposal> next = proposal(number)
                .filter(kept -> kept.revision() == revision)
                .map(kept -> new Proposal(number, revision + 1, kept.asked(), to));
        next.ifPresent(moved -> proposals.put(number, moved));
        return next;
    }

    @Override
    public synchronized Optional<Proposal> proposal(long number) {
        return Optional.ofNullable(proposals.get(number));
    }

    @Override
    public synchronized Optional<Proposal> proposed(String key) {
        return proposals.values().stream()
                .filter(kept -> kept.asked().key().equals(key))
                .findFirst();
    }

    @Override
    public synchronized List<Proposal> proposals(boolean openOnly, int limit) {
        return proposals.descendingMap().values().stream()
                .filter(kept -> !openOnly || kept.stage().open())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Note> keep(Note next) {
        List<Note> states = notes.computeIfAbsent(next.about(), _ -> new ArrayList<>());
        if (next.revision() != states.size() + 1L || next.revision() > Note.MOST_REVISIONS) {
            return Optional.empty();
        }
        states.add(next);
        return Optional.of(next);
    }

    @Override
    public synchronized List<Note> notes(int limit) {
        return notes.values().stream()
                .filter(states -> !states.isEmpty())
                .map(List::getLast)
                .filter(note -> !note.words().isEmpty())
                .sorted(Comparator.comparingLong(Note::at).reversed().thenComparing(Note::about))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Note> notes(String about) {
        return List.copyOf(notes.getOrDefault(about, List.of()));
    }

    @Override
    public synchronized boolean keep(OfficerFile next) {
        long kept = Optional.ofNullable(officers.get(next.id()))
                .map(OfficerFile::revision)
                .orElse(0L);
        if (kept != next.revision() - 1 || (kept == 0 && officers.size() >= OfficerFile.MOST)) {
            return false;
        }
        officers.put(next.id(), next);
        return true;
    }

    @Override
    public synchronized List<OfficerFile> officers() {
        return List.copyOf(officers.values());
    }

    @Override
    public synchronized boolean append(LedgerLine next) {
        List<LedgerLine> lines = ledger.computeIfAbsent(next.book(), _ -> new ArrayList<>());
        return next.number() == lines.size() + 1L && lines.add(next);
    }

    @Override
    public synchronized List<LedgerLine> ledgerAfter(String book, long number, int limit) {
        return ledger.getOrDefault(book, List.of()).stream()
                .skip(Math.max(0, number))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<LedgerLine> ledgerBefore(String book, long number, int limit) {
        List<LedgerLine> lines = ledger.getOrDefault(book, List.of());
        int end = Math.clamp(number - 1, 0, lines.size());
        return List.copyOf(lines.subList(Math.max(0, end - limit), end));
    }

    @Override
    public synchronized void keepSecret(String name, byte[] sealed) {
        secrets.put(name, sealed);
    }

    @Override
    public synchronized Optional<byte[]> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public synchronized void dropSecret(String name) {
        secrets.remove(name);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
