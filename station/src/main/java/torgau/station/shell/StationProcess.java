package torgau.station.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.journal.crypto.Ed25519Verifier;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.RandomSource;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect.Result;
import torgau.station.heart.Heart;
import torgau.station.heart.Input;
import torgau.station.heart.Moment;
import torgau.station.heart.Notice;
import torgau.store.Damage;
import torgau.store.JournalStore;
import torgau.store.StoreFault;
import torgau.store.desk.Alarm;
import torgau.store.desk.Desk;

/// A running station. It keeps one heart alive: after a fault of the disk the store is opened anew as
/// soon as the disk takes writes again, and another heart goes on from what is on it. Meanwhile whoever
/// wants to read can read.
public final class StationProcess implements AutoCloseable {
    private static final long PICTURE_WITHIN_MILLIS = 2_000;

    /// Nothing is known before the first answer: a machine that is busy may take its time for it, and is
    /// not without a disk.
    private static final long FIRST_PICTURE_WITHIN_MILLIS = 60_000;
    private static final long HOUSEKEEPING_MILLIS = 30_000;
    private static final long LOW_DISK_BYTES = 256L << 20;
    private static final int LOST_NAMED = 5;
    private static final int INSPECTED_ENTRIES = 50_000;
    private static final String HEART_BROKE = "heart";
    private static final String DISK_LOW = "disk";

    private final Setup setup;
    private final Rim rim;
    private final Gauges gauges = new Gauges();
    private final EventHub hub;
    private final AlarmBook alarms;
    private final WatchLog log;
    private final Kept<JournalStore> keptJournal = new Kept<>(JournalStore::close);
    private final Kept<Desk> desk = new Kept<>(Desk::close);
    private final Shelf journal = new Shelf(keptJournal);
    private final Herald herald;
    private final Commands commands = new Commands();
    private final Wires wires;
    private final ReceiveOnly receiveOnly;
    private final LinkedBlockingQueue<Life.Fault> faults = new LinkedBlockingQueue<>();
    private final ReentrantLock turning = new ReentrantLock();
    private final Thread keeper;
    private volatile @Nullable Life life;
    private volatile @Nullable Picture lastPicture;
    private volatile @Nullable Boards lastBoards;
    private volatile Health health = Health.STARTING;
    private volatile boolean stopped;
    private volatile NavigableMap<Integer, Long> listeners = new TreeMap<>();

    /// Whether a station does its work.
    public enum Health {
        STARTING,
        OK,
        /// It reads and shows, but takes nothing new.
        NOT_WRITING
    }

    private StationProcess(Setup setup, Rim rim) {
        this.setup = setup;
        this.rim = rim;
        int station = setup.identity().station();
        this.hub = new EventHub(gauges, station);
        this.alarms = new AlarmBook(rim.clocks().wallMillis(), desk, hub::tell);
        this.log = new WatchLog(rim.clocks().wallMillis(), desk);
        this.herald = new Herald(setup.name(), alarms, log, journal, station >>> 8);
        this.wires = new Wires(
                new TreeMap<>(setup.peers()),
                setup.datagrams(),
                gauges,
                rim.clocks().wallMillis());
        this.receiveOnly = new ReceiveOnly(setup.name(), new Silencing(), desk, alarms, log, rim.clocks());
        this.keeper =
                Thread.ofPlatform().daemon().name("keeper " + setup.name()).unstarted(this::keep);
        hub.listen(herald);
        gauges.watch("torgau_commands", "Commands under way", commands::underWay);
        gauges.watch(
                "torgau_alarms",
                "Alarms whose cause stands",
                () -> alarms.standing().size());
        gauges.watch("torgau_heart_queue", "Inputs that wait for the heart", this::waiting);
    }

    /// Starts a station: opens its journal, wakes its heart, listens and dials.
    ///
    /// @throws StoreFault if the journal can neither be opened nor be begun anew
    public static StationProcess start(Setup setup, Rim rim) {
        var process = new StationProcess(setup, rim);
        try {
            process.openDesk();
            process.receiveOnly.recall();
            process.begin();
            if (setup.listen().isPresent()) {
                process.listen(setup.listen().get());
            }
            process.wires.open();
            process.receiveOnly.open();
            process.keeper.start();
            return process;
        } catch (RuntimeException fault) {
            process.close();
            throw fault;
        }
    }

    private void listen(InetSocketAddress at) {
        try {
            wires.listen(at);
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot listen at " + at + ": " + fault.getMessage(), fault);
        }
    }

    // --- lives ---

    private void openDesk() {
        desk.replace(() -> opened(Disk.Part.DESK, rim.disk()::desk));
        alarms.recall();
    }

    private void begin() {
        JournalStore store = keptJournal.replace(() -> opened(Disk.Part.JOURNAL, rim.disk()::journal));
        var mailbox = new Mailbox(rim.clocks().steadyNanos());
        var scribe = new Scribe(setup.name(), store, mailbox, gauges, rim);
        var around = new Life.Surroundings(rim.clocks(), wires, hub, commands, faults::add, rim.ruined());
        herald.forgetHeart();
        Life begun = new Life(setup.name(), awake(store), mailbox, scribe, around);
        life = begun;
        mailbox.put(new Input.ReceiveOnly(receiveOnly.silent()));
        mailbox.put(new Input.Listeners(listeners));
        wires.attach(mailbox);
        health = Health.OK;
        begun.start();
    }

    private Heart awake(JournalStore store) {
        return new Heart(
                setup.identity(),
                store,
                new Ed25519Verifier(),
                new HybridVerifier(),
                rim.random(),
                rim.clocks().now());
    }

    private <T> T opened(Disk.Part part, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreFault fault) {
            if (!damaged(fault)) {
                throw fault;
            }
            setAside(part, fault);
            return opening.get();
        }
    }

    private static boolean damaged(StoreFault fault) {
        return fault.code() == Code.STORE_CORRUPT || fault.code() == Code.NOT_OURS;
    }

    /// The damaged file is kept under another name; what could not be saved from it comes back from the
    /// peers.
    private void setAside(Disk.Part part, StoreFault fault) {
        Disk.Aside aside = rim.disk().setAside(part);
        Log.SHELL.atError().addKeyValue("code", fault.code().code()).log("a damaged file was set aside: {}", part);
        String lost = aside.lost().stream()
                .limit(LOST_NAMED)
                .map(damage -> damage.place().map(Reference::toString).orElse(damage.detail()))
                .collect(Collectors.joining(", "));
        String detail = "%s; it is kept as %s; %d entries were saved from it, %d parts were not%s"
                .formatted(
                        fault.getMessage(),
                        aside.kept(),
                        aside.saved(),
                        aside.lost().size(),
                        lost.isEmpty() ? "" : ": " + lost);
        herald.then(
                () -> alarms.raise("damaged_" + aside.kept(), AlarmKind.STORE_DAMAGED, about(fault.code(), detail)));
    }

    private static Alarm.About about(Code code, @Nullable String detail) {
        return new Alarm.About(null, null, code.code(), detail);
    }

    private void end() {
        Life ended = life;
        life = null;
        wires.attach(null);
        if (ended != null) {
            ended.abandon();
        }
        commands.abandon(Code.STATION_FAULT, "whether it was done will be known when the store is open again");
    }

    // --- receive only ---

    /// The bearers first: from then on nothing leaves, whatever the heart does.
    private final class Silencing implements ReceiveOnly.Station {
        @Override
        public void fallSilent() {
            wires.fallSilent();
            tell(new Input.ReceiveOnly(true));
            hub.statusChanged();
        }

        @Override
        public void speak() throws IOException {
            wires.speak();
            tell(new Input.ReceiveOnly(false));
            hub.statusChanged();
        }

        @Override
        public boolean heldByAll(Reference entry) {
            return now((heart, _) -> heart.heldByAll(entry), false);
        }
    }

    private void tell(Input input) {
        Life now = life;
        if (now != null) {
            now.mailbox().put(input);
        }
    }

    /// The stations that have declared to send nothing, and until when: milliseconds UTC by station.
    public void listeners(NavigableMap<Integer, Long> until) {
        if (!until.equals(listeners)) {
            listeners = until;
            tell(new Input.Listeners(until));
        }
    }

    /// The order to send nothing.
    public ReceiveOnly receiveOnly() {
        return receiveOnly;
    }

    // --- the keeper ---

    private void keep() {
        try {
            inspect();
            while (!stopped) {
                Life.Fault fault = faults.poll(HOUSEKEEPING_MILLIS, TimeUnit.MILLISECONDS);
                if (fault != null) {
                    recover(fault);
                } else {
                    keepHouse();
                }
            }
        } catch (InterruptedException _) {
            // the station stops
        } catch (Error ruin) {
            rim.ruined().accept(ruin);
        }
    }

    /// Looks through what was on the disk at the start, while the station works. Damage that is found is
    /// a fault.
    private void inspect() {
        try {
            List<Damage> found = journal.read(store -> Stream.concat(
                            store.damages(setup.identity().founding().line(), INSPECTED_ENTRIES).stream(),
                            store.foundClean() ? Stream.of() : store.fileDamages().stream())
                    .toList());
            found.stream()
                    .findFirst()
                    .ifPresent(damage ->
                            faults.add(new Life.Fault(new StoreFault(Code.STORE_CORRUPT, damage.toString()), false)));
        } catch (StoreFault fault) {
            faults.add(new Life.Fault(fault, false));
        } catch (IllegalStateException broken) {
            if (!stopped) { // whoever stops the station interrupts this
                throw broken;
            }
        }
    }

    /// A heart whose disk failed still answers its peers until it is replaced; one that broke does not.
    private void recover(Life.Fault fault) throws InterruptedException {
        health = Health.NOT_WRITING;
        hub.statusChanged();
        if (fault.fatal()) {
            Log.SHELL.atError().setCause(fault.cause()).log("the heart broke");
            herald.then(
                    () -> alarms.raise(HEART_BROKE, AlarmKind.STORE_FAILED, about(Code.STATION_FAULT, fault.name())));
            turn(this::end);
        } else {
            Log.SHELL.atError().addKeyValue("code", fault.name()).log("nothing is written any more");
        }
        do {
            Thread.sleep(rim.retryMillis());
        } while (!turn(() -> goOn(fault)));
        Log.SHELL.info("the station goes on");
    }

    /// Changes from one life to the next, unless the station stops; whether that succeeded, or nothing
    /// is left to do.
    private boolean turn(Runnable change) {
        turning.lock();
        try {
            if (!stopped) {
                change.run();
            }
            return true;
        } catch (StoreFault again) {
            Log.SHELL.atWarn().addKeyValue("code", again.code().code()).log("the disk still takes nothing");
            return false;
        } catch (RuntimeException again) {
            Log.SHELL.atError().setCause(again).log("the station cannot go on yet");
            return false;
        } finally {
            turning.unlock();
        }
    }

    private void goOn(Life.Fault fault) {
        rim.disk().probe();
        end();
        if (fault.cause() instanceof StoreFault store && damaged(store)) {
            keptJournal.close();
            setAside(Disk.Part.JOURNAL, store);
        }
        faults.clear();
        begin();
        herald.then(() -> alarms.clear(HEART_BROKE));
        hub.statusChanged();
    }

    private void keepHouse() {
        try {
            long free = journal.read(store -> store.census().free());
            Alarm.About about = about(Code.DISK_FULL, free + " bytes are left");
            herald.then(
                    free < LOW_DISK_BYTES
                            ? () -> alarms.raise(DISK_LOW, AlarmKind.DISK_LOW, about)
                            : () -> alarms.clear(DISK_LOW));
            if (desk.faulted()) {
                rim.disk().probe();
                openDesk();
            }
        } catch (StoreFault fault) {
            Log.SHELL.atWarn().addKeyValue("code", fault.code().code()).log("the disk is not as it should be");
        } catch (RuntimeException bug) {
            Log.SHELL.atError().setCause(bug).log("the house could not be kept");
        }
    }

    // --- for those who work with the station ---

    /// Signs an act that an officer has released. The result comes when it is on disk, in a turn of the
    /// heart's.
    public CompletableFuture<Result> release(Draft draft) {
        return command(number -> new Input.Release(number, draft));
    }

    /// Signs acts that were released together, each of them or none. The result comes when they are on
    /// disk.
    public CompletableFuture<Result> releaseTogether(List<Draft> drafts) {
        return command(number -> new Input.ReleaseTogether(number, drafts));
    }

    /// Sends a link test now, to parties or to all others, once for a request.
    public CompletableFuture<Result> testLine(List<Integer> to, Draft.@Nullable Request request) {
        return command(number -> new Input.TestLine(number, to, request));
    }

    /// Takes in the bytes of a file that an entry is to name. The result comes when they are on disk.
    public CompletableFuture<Result> putIn(byte[] blob) {
        return command(number -> new Input.PutIn(number, blob));
    }

    /// Takes a file that a courier brought. The result comes when what it brought is on disk.
    public CompletableFuture<Result> take(byte[] file) {
        return command(number -> new Input.Take(number, file));
    }

    /// Erases what an entry names from this station's disk.
    public CompletableFuture<Result> erase(Reference entry) {
        return command(number -> new Input.Erase(number, entry));
    }

    /// Asks the peers anew for what an entry names.
    public void want(Reference entry) {
        Life now = life;
        if (now != null) {
            now.mailbox().put(new Input.Want(entry));
        }
    }

    public RandomSource random() {
        return rim.random();
    }

    private CompletableFuture<Result> command(LongFunction<Input> command) {
        Life now = life;
        return now == null
                ? Commands.refused(Code.STATION_FAULT, Code.STATION_FAULT.text())
                : commands.give(now.mailbox(), command);
    }

    /// Asks the heart something, in a turn of its own; the question must be quick.
    public <T> CompletableFuture<T> ask(BiFunction<Heart, Moment, T> question) {
        var answer = new CompletableFuture<T>();
        Life now = life;
        boolean asked = now != null
                && now.mailbox().put(new Work.Asked((heart, moment) -> answer.complete(question.apply(heart, moment))));
        if (!asked) {
            answer.completeExceptionally(new IllegalStateException("the heart does not beat"));
        }
        return answer;
    }

    /// What the heart knows now; what it knew last if it does not answer.
    public Picture picture() {
        Picture now = now(Picture::of, lastPicture);
        lastPicture = now;
        return now;
    }

    /// How the bearers stand now; how they stood last if the heart does not answer.
    public Boards boards() {
        Boards now = now(Boards::of, lastBoards);
        lastBoards = now;
        return now;
    }

    private <T> T now(BiFunction<Heart, Moment, T> question, @Nullable T last) {
        try {
            long within = last == null ? FIRST_PICTURE_WITHIN_MILLIS : PICTURE_WITHIN_MILLIS;
            return ask(question).get(within, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException fault) {
            if (last == null) {
                throw new StoreFault(Code.STATION_FAULT, Code.STATION_FAULT.text(), fault);
            }
            return last;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreFault(Code.STOPPING, Code.STOPPING.text(), interrupted);
        }
    }

    /// Listens to what the heart tells, in a turn of the heart's: a listener must be quick and must not
    /// wait.
    public void listen(Consumer<Notice> listener) {
        hub.listen(listener);
    }

    public Setup setup() {
        return setup;
    }

    public Clocks clocks() {
        return rim.clocks();
    }

    public Shelf journal() {
        return journal;
    }

    /// The officers' desk.
    public Kept<Desk> desk() {
        return desk;
    }

    /// What officers did and what befell the station, for those who look into it later.
    public WatchLog log() {
        return log;
    }

    public EventHub hub() {
        return hub;
    }

    public AlarmBook alarms() {
        return alarms;
    }

    public Gauges gauges() {
        return gauges;
    }

    public Wires wires() {
        return wires;
    }

    public Health health() {
        return health;
    }

    /// The port at which other stations are listened to, if they are.
    public OptionalInt linePort() {
        return wires.port();
    }

    /// Teaches the addresses of a station, in place of those configured.
    public void address(int station, List<InetSocketAddress> addresses) {
        wires.address(station, addresses);
    }

    private int waiting() {
        Life now = life;
        return now == null ? 0 : now.mailbox().depth();
    }

    // --- the end ---

    /// Stops: nothing is signed any more, the clean stop is marked on disk, connections are closed.
    public void stopCleanly() {
        stop(true);
    }

    /// Stops as a kill would: no mark is made.
    public void abandon() {
        stop(false);
    }

    private void stop(boolean cleanly) {
        stopped = true;
        keeper.interrupt();
        turning.lock();
        try {
            Life last = life;
            life = null;
            if (last != null && cleanly) {
                last.stop();
            } else if (last != null) {
                last.abandon();
            }
            commands.abandon(Code.STOPPING, Code.STOPPING.text());
            receiveOnly.close();
            wires.close();
            hub.close();
            herald.close();
            keptJournal.close();
            desk.close();
        } finally {
            turning.unlock();
        }
    }

    @Override
    public void close() {
        stopCleanly();
    }
}
