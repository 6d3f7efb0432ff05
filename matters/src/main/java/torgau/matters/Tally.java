package torgau.matters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;

/// What one matter gives to figures: of each entry when it was made, by whom and what it came to; of all
/// that was awaited when it was received and answered; of its notices the time before their events; of a
/// commitment how it was kept. No words, and no value of any field but these.
///
/// Twenty-four bytes an entry and as many a thing awaited: some 1,200 for a matter of 20 entries in
/// which each was to be acknowledged. Names are numbers of the [Tallies] that it comes with. It never
/// changes.
public final class Tally {
    private static final int ENTRY = 3;
    private static final int WAIT = 3;
    private static final long RUNS_SUSPENDED = 1L << 58;
    private static final long ON_TRACK = 1L << 59;
    private static final Came[] CAME = Came.values();
    private static final Fate[] FATES = Fate.values();
    private static final List<Clock.Kind> KINDS =
            List.of(Clock.Kind.ACKNOWLEDGEMENT, Clock.Kind.ANSWER, Clock.Kind.REPORT, Clock.Kind.CONFIRMATION);

    private final Reference id;
    private final String procedure;
    private final String track;
    private final long[] entries;
    private final long[] waits;
    private final List<Notice> notices;
    private final @Nullable Commitment commitment;
    private final int pair;
    private final int opener;
    private final long version;
    private final long settled;

    /// What an entry came to.
    public enum Came {
        MOVED(0),
        NOTED(1),
        FOREIGN(2),
        CROSSED(3),
        VOIDED(4);

        private final int number;

        Came(int number) {
            this.number = number;
        }
    }

    /// How a thing awaited stands.
    public enum Fate {
        OPEN(0),
        DONE(1),
        /// No longer awaited: withdrawn, cancelled, referred to another.
        ENDED(2);

        private final int number;

        Fate(int number) {
            this.number = number;
        }
    }

    /// A notice that should be received some time before its event.
    ///
    /// @param entry its index
    /// @param party to which it was given
    /// @param event milliseconds UTC
    /// @param received milliseconds UTC; negative while there is no proof
    /// @param wanted milliseconds before the event
    record Notice(int entry, int party, long event, long received, long wanted, long settled) {}

    /// How a commitment was kept, by the word of each side.
    ///
    /// @param until by when, milliseconds UTC; negative if it names no time
    /// @param said when its holder filed that it is done; negative if not
    /// @param done when it was done, by that; negative if not
    /// @param extent how far, by its holder; empty if it said nothing
    /// @param seenAt when the other side filed how it sees that; negative if not
    /// @param seen how far, as the other side sees it; empty if it said nothing
    public record Commitment(int holder, long until, long said, long done, String extent, long seenAt, String seen) {}

    Tally(
            Subject subject,
            String track,
            long[] entries,
            long[] waits,
            List<Notice> notices,
            @Nullable Commitment commitment,
            int opener,
            long version) {
        this(
                subject.id(),
                subject.code(),
                track,
                entries,
                waits,
                notices,
                commitment,
                Between.pair(subject),
                opener,
                version);
    }

    private Tally(
            Reference id,
            String procedure,
            String track,
            long[] entries,
            long[] waits,
            List<Notice> notices,
            @Nullable Commitment commitment,
            int pair,
            int opener,
            long version) {
        this.id = id;
        this.procedure = procedure;
        this.track = track;
        this.entries = entries;
        this.waits = waits;
        this.notices = notices;
        this.commitment = commitment;
        this.pair = pair;
        this.opener = opener;
        this.version = version;
        this.settled = highest(waits, notices);
    }

    private static long highest(long[] waits, List<Notice> notices) {
        long highest = -1;
        for (int at = 2; at < waits.length; at += WAIT) {
            highest = Math.max(highest, waits[at]);
        }
        for (Notice notice : notices) {
            highest = Math.max(highest, notice.settled());
        }
        return highest;
    }

    /// With the proofs of receipt that there are by now.
    Tally with(long[] newWaits, List<Notice> newNotices, long newVersion) {
        return new Tally(id, procedure, track, entries, newWaits, newNotices, commitment, pair, opener, newVersion);
    }

    /// The version of what was seen by which its proofs of receipt are right.
    long version() {
        return version;
    }

    /// An entry that is higher than this proves nothing new in it.
    long settled() {
        return settled;
    }

    long[] waitRows() {
        return waits.clone();
    }

    /// The matter.
    public Reference id() {
        return id;
    }

    /// Code of its procedure; empty of a conversation.
    public String procedure() {
        return procedure;
    }

    /// The track that its opening entry names, or a field of it; empty if none.
    public String track() {
        return track;
    }

    /// The two parties that take part in it besides observers, as [Between] has them; 0 if not two.
    int pair() {
        return pair;
    }

    /// The number of the office that opened it.
    int opener() {
        return opener;
    }

    public @Nullable Commitment commitment() {
        return commitment;
    }

    /// How many entries it has, in total order.
    public int entries() {
        return entries.length / ENTRY;
    }

    /// The place of an entry, as a number of these [Tallies].
    public long place(int entry) {
        return entries[entry * ENTRY];
    }

    /// When an entry was made by its author's clock, milliseconds UTC.
    public long time(int entry) {
        return entries[entry * ENTRY + 1] >>> 16;
    }

    public TrafficClass trafficClass(int entry) {
        return TrafficClass.of(entries[entry * ENTRY + 1] >>> 13 & 7);
    }

    public Precedence precedence(int entry) {
        return Precedence.of(entries[entry * ENTRY + 1] >>> 11 & 3);
    }

    public Came came(int entry) {
        return CAME[(int) (entries[entry * ENTRY + 1] >>> 8 & 7)];
    }

    /// The party whose it is.
    public int party(int entry) {
        return (int) (entries[entry * ENTRY + 1] & 255);
    }

    /// The number of its code; 0 of free words.
    public int code(int entry) {
        return (int) (entries[entry * ENTRY + 2] >>> 48);
    }

    /// The number of the state into which it led; 0 if it led into none.
    public int state(int entry) {
        return (int) (entries[entry * ENTRY + 2] >>> 32 & 0xffff);
    }

    /// The number of the office that speaks; 0 if none does.
    public int office(int entry) {
        return (int) entries[entry * ENTRY + 2];
    }

    static void entry(long[] rows, int index, long place, long when, long what) {
        rows[index * ENTRY] = place;
        rows[index * ENTRY + 1] = when;
        rows[index * ENTRY + 2] = what;
    }

    static long[] entryRows(int count) {
        return new long[count * ENTRY];
    }

    static long when(long time, TrafficClass trafficClass, Precedence precedence, Came came, int party) {
        return time << 16 | trafficClass.number() << 13 | precedence.number() << 11 | came.number << 8 | party;
    }

    static long what(int code, int state, int office) {
        return (long) code << 48 | (long) state << 32 | office;
    }

    /// How many things were awaited in it.
    public int waits() {
        return waits.length / WAIT;
    }

    /// The index of the entry after which it was awaited.
    public int demand(int wait) {
        return (int) (waits[wait * WAIT] >>> 45 & 0x1fff);
    }

    /// The index of the entry from whose receipt its time runs.
    int countsFrom(int wait) {
        return (int) (waits[wait * WAIT] >>> 32 & 0x1fff);
    }

    /// From whom it is awaited.
    public int awaitedOf(int wait) {
        return (int) (waits[wait * WAIT] >>> 24 & 255);
    }

    /// Whether its time runs while its procedure is suspended.
    public boolean runsSuspended(int wait) {
        return (waits[wait * WAIT] & RUNS_SUSPENDED) != 0;
    }

    /// The track with which its time is suspended: the one that the matter was opened on. A track that
    /// only a field names is none of these.
    public String suspendedWith(int wait) {
        return (waits[wait * WAIT] & ON_TRACK) == 0 ? "" : track;
    }

    /// The number of the name of its clock.
    public int clock(int wait) {
        return (int) (waits[wait * WAIT] >>> 8 & 0xffff);
    }

    public Clock.Kind kind(int wait) {
        return KINDS.get((int) (waits[wait * WAIT] >>> 4 & 15));
    }

    public Fate fate(int wait) {
        return FATES[(int) (waits[wait * WAIT] & 15)];
    }

    /// When it was received, milliseconds UTC; negative while there is no proof.
    public long received(int wait) {
        return (waits[wait * WAIT + 1] >>> 16) - 1;
    }

    /// The index of the entry that answered or ended it; 0 while it is open.
    public int by(int wait) {
        return (int) (waits[wait * WAIT + 1] & 0xffff);
    }

    long settled(int wait) {
        return waits[wait * WAIT + 2];
    }

    static long[] waitRows(int count) {
        return new long[count * WAIT];
    }

    static void wait(long[] rows, int index, long what, long receivedBy, long settled) {
        rows[index * WAIT] = what;
        rows[index * WAIT + 1] = receivedBy;
        rows[index * WAIT + 2] = settled;
    }

    static long awaited(int demand, int countsFrom, int party, int clock, Clock.Kind kind, Fate fate) {
        return (long) demand << 45
                | (long) countsFrom << 32
                | (long) party << 24
                | (long) clock << 8
                | KINDS.indexOf(kind) << 4
                | fate.number;
    }

    /// How suspensions stop its time, to be put to what is awaited.
    static long halting(Clock clock, Subject subject) {
        return (clock.runsSuspended() ? RUNS_SUSPENDED : 0) | (subject.track().isEmpty() ? 0 : ON_TRACK);
    }

    /// @param received milliseconds UTC; negative without proof
    static long receivedBy(long received, int by) {
        return ((received + 1) << 16) | by;
    }

    /// The same with another receipt.
    static void received(long[] rows, int index, @Nullable Receipt receipt) {
        long time = receipt == null ? -1 : receipt.time();
        rows[index * WAIT + 1] = receivedBy(time, (int) (rows[index * WAIT + 1] & 0xffff));
        rows[index * WAIT + 2] = receipt == null ? Long.MAX_VALUE : receipt.settled();
    }

    /// How many times a notice was given to a party.
    public int notices() {
        return notices.size();
    }

    List<Notice> noticeRows() {
        return notices;
    }

    /// The index of the entry that is the notice.
    public int noticeEntry(int notice) {
        return notices.get(notice).entry();
    }

    /// The party to which it was given.
    public int noticedTo(int notice) {
        return notices.get(notice).party();
    }

    /// When its event begins, milliseconds UTC.
    public long event(int notice) {
        return notices.get(notice).event();
    }

    /// When it was received, milliseconds UTC; negative while there is no proof.
    public long noticed(int notice) {
        return notices.get(notice).received();
    }

    /// How long before its event it should be received, milliseconds.
    public long wanted(int notice) {
        return notices.get(notice).wanted();
    }
}
