package torgau.store.desk;

import java.util.List;
import java.util.Optional;
import torgau.journal.Reference;

/// Where the desk is kept. When a method returns, what it was given is on disk. For any number of
/// threads.
///
/// Every method may throw a `StoreFault`; after the first one nothing more is written until the desk is
/// opened anew.
public interface Desk extends AutoCloseable {
    /// Saves a draft over the revision that was last read (0: a new one) and answers it with its new
    /// revision; empty, and nothing is overwritten, if that is not the one that is kept.
    Optional<Draft> saveDraft(String id, long revision, long savedAt, byte[] content);

    /// Discards a draft, if there is one.
    void discardDraft(String id);

    Optional<Draft> draft(String id);

    /// Drafts, last saved first, at most `limit`.
    List<Draft> drafts(int limit);

    /// Adds a state of a translation over the revision before its own and answers it with its number,
    /// whatever number it came with; empty, and nothing is added, if that is not the last.
    Optional<Translation> save(Translation next);

    /// The translations of an entry as they are now, by part and language.
    List<Translation> translations(Reference entry);

    /// Every state of one translation, the first first.
    List<Translation> history(Translation.Of of);

    /// States of translations after a number (0: from the first on), at most `limit`.
    List<Translation> translationsAfter(long number, int limit);

    /// Notes that an entry was opened here. The first time counts.
    void opened(Reference entry, long at);

    /// When an entry was first opened here, in milliseconds UTC.
    Optional<Long> openedAt(Reference entry);

    /// Keeps an alarm in place of the one with its id, if there is one.
    void keep(Alarm alarm);

    Optional<Alarm> alarm(String id);

    /// The newest alarms, oldest first, at most `limit`.
    ///
    /// @param openOnly only those whose cause is still there
    List<Alarm> alarms(boolean openOnly, int limit);

    /// Adds a line to the log and answers it with its number, whatever number it came with.
    LogLine log(LogLine line);

    /// Lines of the log after a number (0: from the first on), at most `limit`.
    List<LogLine> logAfter(long number, int limit);

    /// The last lines of the log before a number, oldest first, at most `limit`.
    List<LogLine> logBefore(long number, int limit);

    /// Keeps what is proposed to be released, unless its key has proposed something before; what that
    /// key proposed.
    Proposal propose(Proposal.Asked asked);

    /// Moves a proposal on from the revision that was last read; empty, and nothing is changed, if that
    /// is not the one that is kept.
    Optional<Proposal> advance(long number, long revision, Proposal.Stage to);

    Optional<Proposal> proposal(long number);

    /// What was proposed under a client's key.
    Optional<Proposal> proposed(String key);

    /// Proposals, the newest first, at most `limit`.
    ///
    /// @param openOnly only those about which somebody has to do something
    List<Proposal> proposals(boolean openOnly, int limit);

    /// Keeps a note over the revision before its own; empty, and nothing is kept, if that is not the
    /// last, or if there are too many.
    Optional<Note> keep(Note next);

    /// The notes as they are now, those that were not taken away, the newest first, at most `limit`.
    List<Note> notes(int limit);

    /// Every state of one note, the first first.
    List<Note> notes(String about);

    /// Keeps what is known of an officer over the revision before its own; false, and nothing is kept, if
    /// that is not the last, or if there are too many officers.
    boolean keep(OfficerFile next);

    /// All officers, in the order of their ids.
    List<OfficerFile> officers();

    /// Adds a line to a book that only grows; false, and nothing is added, if its number is not the
    /// next.
    boolean append(LedgerLine next);

    /// Lines of a book after a number (0: from the first on), at most `limit`.
    List<LedgerLine> ledgerAfter(String book, long number, int limit);

    /// The last lines of a book before a number, oldest first, at most `limit`.
    List<LedgerLine> ledgerBefore(String book, long number, int limit);

    /// Keeps sealed bytes under a name, in place of what the name had.
    void keepSecret(String name, byte[] sealed);

    Optional<byte[]> secret(String name);

    /// Destroys what a name had; its bytes are overwritten.
    void dropSecret(String name);

    /// Ends all use; after a fault without touching the disk again. Closing twice does nothing.
    @Override
    void close();
}
