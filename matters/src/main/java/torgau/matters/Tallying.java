package torgau.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.journal.agreement.Party;

/// What the matters give to figures, kept up with. A matter that took an entry is only marked; it is
/// counted when it leaves memory, or when somebody asks, and then little by little. Not for several
/// threads.
final class Tallying {
    private static final int MOST_CODES = 1 << 16;
    private static final int MOST_OFFICES = 1 << 14;
    private static final int MOST_FEEDS = 1 << 20;
    /// What stands for a format that is not known here, or was void: nobody can fill the vocabulary with
    /// codes that he makes up.
    private static final String UNKNOWN = "?";
    /// Matters that are passed at a time in which nothing can have changed.
    private static final int MOST_PASSED = 50_000;

    private final Surroundings around;
    private final Vocabulary<String> codes = new Vocabulary<>("", MOST_CODES);
    private final Vocabulary<String> offices = new Vocabulary<>("", MOST_OFFICES);
    private final Vocabulary<Opener> openers = new Vocabulary<>(Opener.NOBODY, MOST_OFFICES);
    private final Vocabulary<Feed> feeds = new Vocabulary<>(new Feed(1, 0), MOST_FEEDS);
    private final NavigableMap<Reference, Tally> matters = new TreeMap<>();
    private final NavigableSet<Reference> changed = new TreeSet<>();
    private final LinkTests tests = new LinkTests();
    /// Up to where proofs of receipt were looked for again; null at the start of a pass.
    private @Nullable Reference cursor;
    /// The number of [#UNKNOWN]; those below it are of the agreed catalogue.
    private int unknown = -1;

    Tallying(Surroundings around) {
        this.around = around;
    }

    void heard(Entry entry) {
        tests.add(entry);
    }

    /// A matter took entries.
    void changed(Reference matter) {
        changed.add(matter);
    }

    /// A matter leaves memory: it is counted now, if it changed.
    void leaving(Fold fold) {
        if (changed.remove(fold.subject().id())) {
            take(fold);
        }
    }

    /// Counts some of what has changed, and looks again for some of the proofs of receipt that may have
    /// come since; whether that was all.
    ///
    /// @param most how many matters and how many proofs, about
    /// @param held finds a matter
    boolean some(int most, Function<Reference, @Nullable Fold> held) {
        for (int counted = 0; counted < most && !changed.isEmpty(); counted++) {
            Reference id = changed.first();
            changed.remove(id);
            Fold fold = held.apply(id);
            if (fold != null) {
                take(fold);
                counted += fold.size();
            }
        }
        return changed.isEmpty() && sighted(most);
    }

    private boolean sighted(int most) {
        int looked = 0;
        int passed = 0;
        var rest = cursor == null ? matters : matters.tailMap(cursor, false);
        for (var each : rest.entrySet()) {
            Tally tally = each.getValue();
            cursor = each.getKey();
            if (proofs(tally)) {
                each.setValue(sighted(tally));
                looked += tally.waits() + tally.notices();
            }
            if (looked >= most || ++passed == MOST_PASSED) {
                return false;
            }
        }
        cursor = null;
        return true;
    }

    /// Whether a proof of receipt may have come that it has not.
    private boolean proofs(Tally tally) {
        return tally.version() != around.sightings().version()
                && tally.settled() >= around.sightings().lowestSince(tally.version());
    }

    private Tally sighted(Tally tally) {
        long lowest = around.sightings().lowestSince(tally.version());
        long[] waits = tally.waitRows();
        for (int wait = 0; wait < tally.waits(); wait++) {
            if (tally.settled(wait) >= lowest) {
                Tally.received(waits, wait, receipt(tally, tally.countsFrom(wait), tally.awaitedOf(wait)));
            }
        }
        List<Tally.Notice> notices = tally.noticeRows().stream()
                .map(notice -> notice.settled() < lowest ? notice : sighted(tally, notice))
                .toList();
        return tally.with(waits, notices, around.sightings().version());
    }

    private Tally.Notice sighted(Tally tally, Tally.Notice notice) {
        Receipt receipt = receipt(tally, notice.entry(), notice.party());
        return new Tally.Notice(
                notice.entry(),
                notice.party(),
                notice.event(),
                receipt == null ? -1 : receipt.time(),
                notice.wanted(),
                receipt == null ? Long.MAX_VALUE : receipt.settled());
    }

    private @Nullable Receipt receipt(Tally tally, int entry, int party) {
        Reference place = Tallies.place(tally.place(entry), feeds::thing);
        long sent = tally.time(entry);
        if (place.feed().party() == party) {
            var own = new Sightings.Mark(new Order(0, place), sent);
            return new Receipt(own, sent, sent, false, 0);
        }
        return Receipt.ofOther(around, place, sent, party).orElse(null);
    }

    /// Numbers all that the agreed catalogue has, before anything else.
    private void learn() {
        for (Procedure procedure : around.editions().agreed()) {
            procedure.formats().keySet().forEach(codes::number);
            procedure.lifecycle().labels().keySet().forEach(codes::number);
            procedure.clocks().forEach(clock -> codes.number(clock.name()));
        }
        unknown = codes.number(UNKNOWN);
    }

    private void take(Fold fold) {
        if (unknown < 0) {
            learn();
        }
        matters.put(fold.subject().id(), new Counted(fold).tally());
    }

    Tallies all(Suspensions suspensions) {
        var parties = new TreeMap<Integer, String>();
        for (Party party : around.roster().agreement().parties()) {
            parties.put(party.number(), party.code());
        }
        long every = around.roster().agreement().rules().testEveryMinutes() * 60_000L;
        return new Tallies(
                List.copyOf(matters.values()),
                codes.all(),
                offices.all(),
                feeds.all(),
                tests.returns(),
                tests.days(),
                parties,
                every,
                suspensions,
                new Counterparts(around.roster().agreement()),
                openers.all());
    }

    /// One matter that is being counted.
    private final class Counted {
        private final Fold fold;
        private final List<Step> steps;

        private Counted(Fold fold) {
            this.fold = fold;
            this.steps = fold.steps();
        }

        private Tally tally() {
            int opener = openers.number(Opener.of(fold.subject()));
            return new Tally(fold.subject(), track(), entries(), waits(), notices(), Commitments.of(fold), opener, -1);
        }

        /// The track of its opening entry, or that which its formats name.
        private String track() {
            Turn opening = fold.subject().opening();
            String track = fold.subject().track();
            return track.isEmpty() && opening.value("track").orElse(null) instanceof Value.Code(String code)
                    ? code
                    : track;
        }

        private long[] entries() {
            long[] rows = Tally.entryRows(steps.size());
            for (int i = 0; i < steps.size(); i++) {
                Turn turn = steps.get(i).turn();
                String state = steps.get(i).outcome() instanceof Outcome.Moved(String _, String to) ? to : "";
                Tally.entry(
                        rows,
                        i,
                        Tallies.number(
                                feeds.number(turn.place().feed()), turn.place().sequence()),
                        Tally.when(
                                turn.time(),
                                turn.trafficClass(),
                                turn.precedence(),
                                came(steps.get(i).outcome()),
                                turn.party()),
                        Tally.what(
                                code(steps.get(i)),
                                codes.number(state),
                                turn.said().office().map(Tallying.this::office).orElse(0)));
            }
            return rows;
        }

        private int code(Step step) {
            String code = step.turn().code();
            return switch (step.outcome()) {
                case Outcome.Moved _, Outcome.Noted _, Outcome.Crossed _ -> codes.number(code);
                case Outcome.Foreign _, Outcome.Voided _ -> Math.min(unknown, codes.known(code, unknown));
            };
        }

        /// What is known of their receipt is looked for when somebody asks.
        private long[] waits() {
            List<Awaited> items = fold.everAwaited();
            long[] rows = Tally.waitRows(items.size());
            for (int i = 0; i < items.size(); i++) {
                Awaited item = items.get(i);
                int demand = index(item.demand());
                boolean same = item.countsFrom().equals(item.demand().place());
                long what = Tally.awaited(
                        demand,
                        same ? demand : index(item.countsFrom(), demand),
                        item.party(),
                        codes.number(item.clock().name()),
                        item.clock().kind(),
                        fate(item.fate()));
                what |= Tally.halting(item.clock(), fold.subject());
                Tally.wait(rows, i, what, Tally.receivedBy(-1, by(item.fate())), Long.MAX_VALUE);
            }
            return rows;
        }

        private List<Tally.Notice> notices() {
            var notices = new ArrayList<Tally.Notice>();
            for (Terms.Lead lead : fold.leads()) {
                notices.add(new Tally.Notice(
                        index(lead.notice()),
                        lead.party(),
                        lead.event(),
                        -1,
                        lead.wanted().toMillis(),
                        Long.MAX_VALUE));
            }
            return List.copyOf(notices);
        }

        private int by(Awaited.Fate fate) {
            return switch (fate) {
                case Awaited.Fate.Open _ -> 0;
                case Awaited.Fate.Done(Turn by) -> index(by);
                case Awaited.Fate.Ended(Turn by) -> index(by);
            };
        }

        private int index(Turn turn) {
            int low = 0;
            int high = steps.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (steps.get(middle).turn().compareTo(turn) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int index(Reference place, int otherwise) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).turn().place().equals(place)) {
                    return i;
                }
            }
            return otherwise;
        }
    }

    private int office(Office office) {
        return offices.number(office.capacity().isEmpty() ? office.title() : office.title() + ", " + office.capacity());
    }

    private static Tally.Came came(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Moved _ -> Tally.Came.MOVED;
            case Outcome.Noted _ -> Tally.Came.NOTED;
            case Outcome.Foreign _ -> Tally.Came.FOREIGN;
            case Outcome.Crossed _ -> Tally.Came.CROSSED;
            case Outcome.Voided _ -> Tally.Came.VOIDED;
        };
    }

    private static Tally.Fate fate(Awaited.Fate fate) {
        return switch (fate) {
            case Awaited.Fate.Open _ -> Tally.Fate.OPEN;
            case Awaited.Fate.Done _ -> Tally.Fate.DONE;
            case Awaited.Fate.Ended _ -> Tally.Fate.ENDED;
        };
    }
}
