package torgau.station.shell;

import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.station.heart.LineStatus;
import torgau.station.heart.Notice;
import torgau.store.StoreFault;
import torgau.store.desk.Alarm;

/// Turns what the heart tells into alarms for the officers, on a thread of its own: the heart does not
/// wait for the desk. What waits is bounded, and what one station says takes no other's place.
final class Herald implements Consumer<Notice>, AutoCloseable {
    /// Things that may wait to be looked at.
    static final int MAX_WAITING = 16_384;

    private static final String HEART = "heart_";
    private static final String ARRIVED = "arrived_";
    private static final String NOT_UNDERSTOOD = "not_understood_";

    private final AlarmBook alarms;
    private final WatchLog log;
    private final Shelf journal;
    private final int ownParty;
    private final NavigableMap<Integer, Share> shares = new ConcurrentSkipListMap<>();
    private final ExecutorService thread;

    /// Of what one other station has said, so much waits here; of what finds no room, the most urgent is
    /// kept.
    private static final class Share {
        static final int MAX_WAITING = 256;

        private int waiting;
        private @Nullable Payload left;

        synchronized boolean enter(Payload payload) {
            if (waiting < MAX_WAITING) {
                waiting++;
                return true;
            }
            Payload known = left;
            boolean sooner = known == null || payload.precedence().compareTo(known.precedence()) < 0;
            left = sooner ? payload : known;
            return false;
        }

        /// One less waits; what is to be looked at for those that found no room, once nothing else
        /// waits.
        synchronized Optional<Payload> leave() {
            waiting--;
            Optional<Payload> next = waiting > 0 ? Optional.empty() : Optional.ofNullable(left);
            left = waiting > 0 ? left : null;
            return next;
        }
    }

    Herald(String name, AlarmBook alarms, WatchLog log, Shelf journal, int ownParty) {
        this.alarms = alarms;
        this.log = log;
        this.journal = journal;
        this.ownParty = ownParty;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().daemon().name("herald " + name).factory());
    }

    /// Does something on the herald's thread, after all that it was told before.
    ///
    /// @return whether it will be done; else too much waits, or the station stops
    boolean then(Runnable task) {
        Runnable careful = () -> {
            try {
                task.run();
            } catch (StoreFault fault) {
                Log.SHELL.atWarn().addKeyValue("code", fault.code().code()).log("an alarm could not be looked up");
            }
        };
        try {
            thread.execute(careful);
            return true;
        } catch (RejectedExecutionException full) {
            Log.SHELL.error("what happened could not be looked at: too much waits, or the station stops");
            return false;
        }
    }

    /// Does something about what another station has said, if its share has room.
    private void then(Payload said, Runnable task) {
        if (said.feed().party() == ownParty) {
            then(task);
            return;
        }
        Share share = shares.computeIfAbsent(said.feed().station(), _ -> new Share());
        Runnable inTurn = () -> {
            try {
                task.run();
            } finally {
                share.leave().ifPresent(this::arrived);
            }
        };
        if (share.enter(said) && !then(inTurn)) {
            share.leave();
        }
    }

    @Override
    public void accept(Notice notice) {
        switch (notice) {
            case Notice.AlarmRaised(Notice.Alarm alarm) -> then(() -> raise(alarm));
            case Notice.AlarmEnded(Notice.Alarm alarm) -> then(() -> alarms.clear(HEART + alarm.key()));
            case Notice.Admitted(Entry entry) -> {
                if (!entry.payload().automatic() || entry.payload().sequence() == 1) {
                    then(entry.payload(), () -> admitted(entry.payload()));
                }
            }
            case Notice.AheadOfRecord ahead ->
                then(ahead.pending().payload(), () -> arrived(ahead.pending().payload()));
            case Notice.LineChanged(LineStatus status) -> then(() -> lineChanged(status));
            case Notice.Dropped _, Notice.BlobKept _ -> {}
        }
    }

    private void raise(Notice.Alarm alarm) {
        Log.SHELL
                .atWarn()
                .addKeyValue("code", alarm.code().code())
                .addKeyValue("station", alarm.station())
                .log("an alarm was raised");
        Integer station = alarm.station() == 0 ? null : alarm.station();
        var about = new Alarm.About(station, null, alarm.code().code(), alarm.detail());
        alarms.raise(HEART + alarm.key(), AlarmKind.of(alarm.code()), about);
    }

    private void lineChanged(LineStatus status) {
        log.note(
                "line_" + status.technical().name().toLowerCase(Locale.ROOT),
                null,
                null,
                "station " + status.station());
    }

    /// A new heart raises its alarms anew: those of the one before are over.
    void forgetHeart() {
        then(() -> alarms.standing(HEART).keySet().forEach(alarms::clear));
    }

    private void admitted(Payload payload) {
        if (payload.sequence() == 1) {
            incarnation(payload);
        }
        boolean own = payload.feed().party() == ownParty;
        switch (payload.act()) {
            case Act.Acknowledgement(var _, Act.Stage stage)
            when own -> payload.refs().forEach(place -> alarms.clear(ARRIVED + place));
            case Act.Acknowledgement(var _, Act.Stage stage) -> acknowledged(payload, stage);
            case Act.Message _ when own -> said(payload);
            case Act.Notification _ when own -> said(payload);
            case Act.Translation _ when own -> said(payload);
            case Act.Message _, Act.Notification _, Act.Suspension _, Act.Resumption _ -> arrived(payload);
            case Act.Amendment _, Act.Unknown _ -> arrived(payload);
            case Act.Translation _, Act.LinkTest _, Act.KeyOffer _, Act.Seen _ -> {}
        }
    }

    private void incarnation(Payload payload) {
        boolean another = journal.heads().stream()
                .anyMatch(head -> head.feed().station() == payload.feed().station()
                        && !head.feed().equals(payload.feed()));
        if (another) {
            alarms.raise(
                    "incarnation_" + payload.feed(), AlarmKind.NEW_INCARNATION, about(payload, payload.reference()));
        }
    }

    private void arrived(Payload payload) {
        boolean ours = payload.to().isEmpty() || payload.to().contains(ownParty);
        boolean ofOfficer = !payload.automatic() && !(payload.act() instanceof Act.Acknowledgement);
        if (payload.feed().party() == ownParty
                || !ours
                || !ofOfficer
                || !payload.precedence().urgent()) {
            return;
        }
        AlarmKind kind = switch (payload.precedence()) {
            case FLASH -> AlarmKind.FLASH_ARRIVED;
            case IMMEDIATE, PRIORITY, ROUTINE -> AlarmKind.IMMEDIATE_ARRIVED;
        };
        alarms.raise(ARRIVED + payload.reference(), kind, about(payload, payload.reference()));
    }

    private static Alarm.About about(Payload by, Reference place) {
        return new Alarm.About(by.feed().station(), place, null, null);
    }

    private void acknowledged(Payload payload, Act.Stage stage) {
        for (Reference place : payload.refs()) {
            boolean ours = place.feed().party() == ownParty;
            if (ours && stage instanceof Act.Stage.NotUnderstood) {
                alarms.raise(NOT_UNDERSTOOD + place, AlarmKind.NOT_UNDERSTOOD, about(payload, place));
            } else if (ours) {
                alarms.clear(NOT_UNDERSTOOD + place);
            }
        }
    }

    /// What an officer says on a matter answers the request to repeat or clarify what was said on it
    /// before.
    private void said(Payload payload) {
        alarms.standing(NOT_UNDERSTOOD).forEach((key, alarm) -> {
            Reference place = alarm.about().reference();
            if (place != null && sameMatter(place, payload)) {
                alarms.clear(key);
            }
        });
    }

    private boolean sameMatter(Reference place, Payload payload) {
        Reference matter = payload.matter();
        return matter != null
                && (matter.equals(place)
                        || journal.entry(place)
                                .map(entry -> matter.equals(entry.payload().matter()))
                                .orElse(false));
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
